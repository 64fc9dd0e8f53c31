"""Opening a file made elsewhere: what it is, what it would change, then the person's choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.dossier.copies import UNKNOWN
from pid_rules.dossier.items import identify
from pid_rules.dossier.json_text import contract_text
from pid_rules.dossier.seal import borne, in_signs, sealed_text
from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM
from pid_rules.handover.names import file_name, is_demonstration, plain_name, reference_of_college
from ui.draft.dossier_file import file_text
from ui.draft.draft import title_of
from ui.draft.migration import digests, present
from ui.kit import dom
from ui.kit.data import parse
from ui.kit.lasting import on_lasting_action
from ui.opening.carnet import ReceivedCarnet
from ui.opening.chosen import Chosen
from ui.opening.drafts_alike import Alike, each_of_reference
from ui.opening.received_files import ReceivedFiles
from ui.opening.replacing import Replacing
from ui.opening.united import PageByPage

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Error, Event


def start() -> None:
    OpenPage()


class OpenPage:
    """``chosen`` is the file that was read last, None while another is being read."""

    def __init__(self) -> None:
        self.chosen: Any = None
        self.replacing = Replacing(self.failed)
        self.by_page = PageByPage(self.replacing, self.failed)
        self.carnet = ReceivedCarnet(self.replacing, self.failed)
        self.received = ReceivedFiles(self.begin, self.understood, self.carnet.understood, self.failed)
        window.pidStore.isShared().then(lambda shared: None, self.failed)  # whether this browser keeps anything
        document.bind("pid-jour", self.new_day)
        dom.on_action({"annuler": self.cancel, "enregistrer-pdf": self.save_pdf, "page-par-page": self.ask_pages})
        on_lasting_action({"nouveau": self.as_new, "remplacer": self.replace})

    def begin(self) -> None:
        """Another file is given."""
        self.chosen = None
        self.carnet.forget()
        for name in ("apercu", "par-page", "carnet", "remplacement", "alerte-enregistrement"):
            dom.hide(dom.by_id(name))

    def understood(self, result: Any, pdf: Any) -> None:
        """A dossier was read."""
        asked = self.received.asked
        given = parse(result.text)
        chosen = Chosen(given, pdf, len(list(result.unknown)))

        def converted(made: Any, verdict: Any, found: Any) -> None:
            chosen.dossier, chosen.verdict, chosen.former = made, verdict, found is not None
            if chosen.former:
                digested(found[1:])
            else:
                digests([sealed_text(ordered(FORM, given)), contract_text(ordered(FORM, given))], digested)

        def digested(found: Any) -> None:
            chosen.seal, chosen.contract = in_signs(found[0]) if found[0] else "", found[1]
            identify(FORM, chosen.dossier)
            if asked == self.received.asked:
                self.chosen = chosen
                self.look_for(chosen)

        present(given, converted)

    def look_for(self, chosen: Any) -> None:
        """Find the drafts of the same reference among those of this computer."""
        def found(drafts: Any) -> None:
            chosen.alike = [Alike(record, made, chosen) for record, made in drafts]
            self.show(chosen)

        each_of_reference(reference_of_college(chosen.dossier), found, self.failed)

    def new_day(self, event: Event) -> None:
        """Another day begins: judge again the file that is shown."""
        if self.chosen is not None and not dom.by_id("apercu").hidden:
            self.describe(self.chosen)

    def show(self, chosen: Any) -> None:
        """Say what the file is and what it would change, unless another was chosen while drafts were read."""
        if self.chosen is chosen:
            self.describe(chosen)
            dom.by_id("apercu").hidden = False
            dom.focus(dom.by_id("apercu"))

    def describe(self, chosen: Any) -> None:
        dom.fill(dom.by_id("contenu-fichier"), *[
            dom.make("div", "", dom.make("dt", label), dom.make("dd", text)) for label, text in chosen.rows()])
        parts = []
        for index in range(len(chosen.alike)):
            parts += chosen.alike[index].parts(index, len(chosen.alike))
        dom.fill(dom.by_id("differences"), *parts)
        # Where there are several, each has its own buttons.
        for action in ("remplacer", "page-par-page"):
            document.select_one("#apercu > .actions [data-action=" + action + "]").hidden = len(chosen.alike) != 1 \
                or (action == "page-par-page" and not chosen.alike[0].found)
        dom.by_id("apercu-pdf").hidden = chosen.pdf is None

    def failed(self, error: Error) -> None:
        dom.tell(error)

    def save_pdf(self, button: Element) -> None:
        """Give the PDF that came out of a protected file."""
        dossier, seal = self.chosen.dossier, self.chosen.seal
        name = file_name(dossier, "pdf", seal=seal) if seal and seal == borne(dossier) else plain_name(dossier, "pdf")
        window.pidFiles.download(button, name, "application/pdf", self.chosen.pdf)

    def record(self) -> dict[str, Any]:
        dossier = self.chosen.dossier
        return {"json": file_text(dossier), "titre": title_of(dossier), "etat": "Ouvert depuis un fichier",
                "demonstration": is_demonstration(dossier), "copie": self.chosen.copied or UNKNOWN}

    def open(self, identifier: str) -> Any:
        return dom.open_dossier(identifier)

    def as_new(self, button: Element) -> Any:
        chosen = self.chosen

        def created(made: Any) -> Any:
            def open(*_: Any) -> Any:
                return self.open(made.id)
            return window.pidStore.keepVersions(made.id, chosen.kept({})).then(open, open)
        return window.pidStore.create(self.record()).then(created, dom.refuse)

    def replace(self, button: Element) -> Any:
        """Write the file over a draft of the same reference."""
        chosen = self.chosen
        before = self.alike(button).record

        def done() -> None:
            if self.chosen is chosen:
                dom.hide(dom.by_id("apercu"))
        return self.replacing.write(before, self.record(), "remplacement", chosen.kept,
                                    "Le dossier « " + before.titre + " » a été remplacé.", done)

    def ask_pages(self, button: Element) -> None:
        """Offer the pages that differ, one by one."""
        self.by_page.ask(self.alike(button), self.chosen)

    def alike(self, button: Element) -> Any:
        """The draft of which a button speaks."""
        return self.chosen.alike[int(dom.attribute(button, "data-index") or "0")]

    def cancel(self, button: Element) -> None:
        self.chosen = None
        dom.hide(dom.by_id("apercu"))
        dom.by_id("fichier").value = ""
        dom.by_id("fichier").focus()
        dom.announce("Rien n’a été changé.")
