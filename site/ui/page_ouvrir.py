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
from ui.draft.draft import title_of
from ui.draft.migration import digests, kept_present, present
from ui.draft.new_dossier import file_text
from ui.kit import dom
from ui.kit.data import parse
from ui.kit.lasting import on_lasting_action
from ui.opening.chosen import Chosen
from ui.opening.drafts_alike import Alike
from ui.opening.received_files import ReceivedFiles

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Error, Event, Record


def start() -> None:
    OpenPage()


class OpenPage:
    """``chosen`` is the file that was read last, None while another is being read."""

    def __init__(self) -> None:
        self.chosen: Any = None
        self.replaced: Any = None
        self.received = ReceivedFiles(self.begin, self.understood, self.failed)
        window.pidStore.isShared().then(lambda shared: None, self.failed)  # whether this browser keeps anything
        document.bind("pid-jour", self.new_day)
        dom.on_action({"annuler": self.cancel, "enregistrer-pdf": self.save_pdf,
                       "ouvrir-remplace": lambda button: self.open(self.replaced.id)})
        on_lasting_action({"nouveau": self.as_new, "remplacer": self.replace, "annuler-remplacement": self.undo})

    def begin(self) -> None:
        """Another file is given."""
        self.chosen = None
        for name in ("apercu", "remplacement", "alerte-enregistrement"):
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
                window.pidStore.list().then(lambda records: self.look_for(list(records), chosen), self.failed)

        present(given, converted)

    def look_for(self, records: list[Record], chosen: Any) -> None:
        """Find the drafts of the same reference among those of this computer."""
        reference = reference_of_college(chosen.dossier)

        def next_one(rest: Any) -> None:
            if not rest or not reference:
                self.show(chosen)
                return

            def opened(record: Record) -> None:
                dossier = parse(record.json)
                if reference_of_college(dossier) == reference:
                    present(dossier, lambda made, *_: found(record, made))
                else:
                    next_one(rest[1:])

            def found(record: Record, made: Any) -> None:
                chosen.alike.append(Alike(record, made, chosen))
                next_one(rest[1:])
            window.pidStore.get(rest[0].id).then(opened, self.failed)

        next_one(records)

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
        # Where there are several, each has its own button.
        document.select_one("#apercu > .actions [data-action=remplacer]").hidden = len(chosen.alike) != 1
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
        """Write the file over a draft of the same reference; what it held can be taken back at once, or later as a
        former state."""
        chosen = self.chosen
        before = chosen.alike[int(dom.attribute(button, "data-index") or "0")].record
        record = self.record()
        record.update({"id": before.id, "expected_rev": before.rev, "motif": "remplacement"})

        def write(kept: Any) -> Any:
            def done(saved: Any) -> Any:
                self.replaced = before
                self.replaced.rev = saved.rev
                self.replaced.versions = kept
                if self.chosen is chosen:
                    dom.hide(dom.by_id("apercu"))
                dom.show(dom.by_id("remplacement"), "Le dossier «\u00a0" + before.titre + "\u00a0» a été remplacé.")
                dom.by_id("remplacement").select_one("button").focus()
                return window.pidStore.keepVersions(before.id, chosen.kept(parse(kept)))
            return window.pidStore.save(record).then(done)
        return kept_present(before).then(write).then(None, self.failed)

    def undo(self, button: Element) -> Any:
        """Put back what the draft held before it was replaced."""
        before = self.replaced

        def done(saved: Any) -> Any:
            dom.hide(dom.by_id("remplacement"))
            dom.by_id("fichier").focus()
            dom.announce("Le dossier est de nouveau tel qu’il était.")
            return window.pidStore.keepVersions(before.id, before.versions)
        return window.pidStore.save({"id": before.id, "expected_rev": before.rev, "json": before.json,
                                     "titre": before.titre, "etat": before.etat, "demonstration": before.demonstration,
                                     "copie": getattr(before, "copie", None)
                                     or before.modifie}).then(done).then(None, self.failed)

    def cancel(self, button: Element) -> None:
        self.chosen = None
        dom.hide(dom.by_id("apercu"))
        dom.by_id("fichier").value = ""
        dom.by_id("fichier").focus()
        dom.announce("Rien n’a été changé.")
