"""« Documents »: what the dossier gives, for whom, as a PDF or on screen, filled, half-filled or blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window
from javascript import JSON

from pid_rules.documents.answers import Answers
from pid_rules.documents.catalogue import BY_SLUG, DOCUMENTS
from pid_rules.documents.document import Composition, Edition, blank
from pid_rules.dossier.copies import copy_text
from pid_rules.dossier.paths import get
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.form.bilans import NUMERO
from pid_rules.form.stages import STAGE_ID
from pid_rules.handover.names import file_name, plain_name
from pid_rules.rules import CATALOGUE
from pid_rules.words.typography import french
from ui.documents import brouillon, complete, preview
from ui.kit import dom
from ui.kit.clock import now, today
from ui.kit.data import parse
from ui.kit.part import Part

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Error, Event

    from pid_rules.judgement.report import Report
    from ui.questions.watch import Watch

FILLED, BY_HAND, BLANK = "plein", "main", "vierge"
SUFFIX = {FILLED: "", BY_HAND: "-a-completer", BLANK: "-vierge"}


class Documents(Part):
    """The page that lists the documents."""

    def __init__(self, draft: Any, watch: Watch) -> None:
        self.draft = draft
        self.watch = watch
        self.shown: Any = None
        dom.on_action({"document-pdf": self.download, "document-apercu": self.show, "document-imprimer": self.print,
                       "document-fermer": self.close})
        document.bind("change", self.refilled)

    def draw(self, answer: Any) -> None:
        """List the documents as the dossier is now."""
        self.shown = None
        self._open(False)
        self._say("")
        self._list()

    def _list(self) -> None:
        answers = Answers(FORM, self.draft.dossier)
        parts = []
        for one in DOCUMENTS:
            parts += self._items(one, answers)
        dom.fill(dom.by_id("liste-documents"), *parts)
        if self._filling() == FILLED:
            self._explain(list(dom.by_id("liste-documents").select(".brouillon")), {})
        complete.foresee(self.draft, dom.by_id("documents-signes"))

    def _explain(self, places: Any, reports: Any) -> None:
        """Say under each document why it would be a draft, the list being shown; ``reports`` are those made so far, by
        step."""
        if not places:
            return
        place = places[0]
        one = BY_SLUG[dom.attribute(place, "data-document")]
        if one.step not in reports:
            reports[one.step] = brouillon.report_for(self.watch, one)
        dossier = self.draft.dossier
        reasons = brouillon.reasons_of(one, dom.attribute(place, "data-place"), reports[one.step], dossier)
        if reasons:
            dom.fill(place, brouillon.folded(reasons, "Porterait " + brouillon.MENTION, dossier))
        window.setTimeout(lambda: self._explain(places[1:], reports), 0)

    def refilled(self, event: Event) -> None:
        """Another way to fill has been chosen."""
        if dom.attribute(event.target, "name") == "remplissage":
            self.draw("")

    def _items(self, one: Any, answers: Any) -> Any:
        filling = self._filling()
        if one.summary and filling != FILLED:
            return []
        if filling == BLANK:
            return [self._item(one, "", "")]
        places = one.places(self.draft.dossier, filling == BY_HAND)
        if not places:
            return [dom.make("li", "", dom.make("h2", one.title), dom.make("p", one.audience, class_="aide"),
                             dom.make("p", FORM.block[one.each].none + " dans le dossier."), class_="regle")]
        return [self._item(one, place, _called(answers, place)) for place in places]

    def _item(self, one: Any, place: Any, called: Any) -> Any:
        title = one.title + (" : " + french(called) if called else "")
        buttons = []
        for action, words, style in (("document-pdf", "Télécharger le PDF", "bouton"),
                                     ("document-apercu", "Voir et imprimer", "bouton secondaire")):
            buttons.append(dom.also_heard(dom.make("button", words, type="button", class_=style, data_action=action,
                                                   data_document=one.slug, data_place=place), title))
        return dom.make("li", "", dom.make("h2", title), dom.make("p", one.audience, class_="aide"),
                        dom.make("div", "", class_="brouillon", data_document=one.slug, data_place=place),
                        dom.make("p", "", *buttons, class_="actions"), class_="regle")

    def download(self, button: Element) -> None:
        """Compose the document of a button and give it as a PDF."""
        one = BY_SLUG[dom.attribute(button, "data-document")]
        moment = now()

        def composed(described: Any, text: str) -> None:
            name = self._file_name(one, dom.attribute(button, "data-place"), described, moment)
            attached = copy_text(FORM, parse(text), moment) if one.attached and self._filling() == FILLED else ""
            self._say("Composition du PDF…")

            def done(result: Any) -> None:
                self._say("")
                window.pidFiles.download(button, name, "application/pdf", result.bytes,
                                         complete.replaced(list(result.missing)))

            def failed(error: Error) -> None:
                self._say("Le PDF n’a pas pu être composé. Rechargez la page, puis essayez à nouveau.")

            window.pidPdf.make(JSON.stringify(described), attached).then(done, failed)

        self._compose(button, composed)

    def show(self, button: Element) -> None:
        """Show the document of a button on screen, ready to be printed."""
        self.shown = button
        self._compose(button, lambda described, text: self._draw_sheet(button, described, True))

    def _draw_sheet(self, button: Element, described: Any, focused: Element = False) -> None:
        """Show a document that has been composed, unless the list or another one has been asked for meanwhile."""
        if self.shown is not button:
            return
        self._say("")
        preview.draw(dom.by_id("apercu-feuille"), described)
        self._open(True)
        if focused:
            dom.focus(dom.by_id("apercu-feuille"))

    def new_day(self) -> None:
        """Another day begins: list the documents again, and compose again the one that is on the screen."""
        button = self.shown
        self._list()
        if button is not None:
            dom.fill(dom.by_id("apercu-feuille"))
            self._compose(button, lambda described, text: self._draw_sheet(button, described))

    def print(self, button: Element) -> None:
        window.print()

    def close(self, button: Element) -> None:
        """Back to the list."""
        self.shown = None
        self._open(False)
        self._say("")
        dom.focus(dom.by_id("documents").select_one("h1"))

    def _compose(self, button: Element, then: Callable[..., Any]) -> None:
        """Call ``then(described, text)`` with a document and the text of the dossier that it describes.

        The page goes on answering, each part of the work leaves it time to be drawn: so a copy of the dossier is
        described.
        """
        one = BY_SLUG[dom.attribute(button, "data-document")]
        place = dom.attribute(button, "data-place")
        filling = self._filling()
        self._say("Préparation du document…")

        def describe(day: Any, report: Report, text: str) -> None:
            edition = Edition(FORM, CATALOGUE, self.watch.profile, day, report, self.watch.fingerprint(),
                              self.draft.demonstration)
            composition = Composition(one, parse(text), edition, place, filling == BY_HAND)
            self._go_on(composition, lambda described: then(described, text))

        def judge() -> None:
            if filling == BLANK:
                then(blank(one, FORM), "")
                return
            text, day = self.draft.text(), today()
            report = brouillon.report_for(self.watch, one)
            window.setTimeout(lambda: describe(day, report, text), 0)

        window.setTimeout(judge, 0)

    def _go_on(self, composition: Any, then: Callable[..., Any]) -> None:
        """Describe one part, then let the page answer before the next."""
        if composition.go_on():
            window.setTimeout(lambda: self._go_on(composition, then), 0)
        else:
            then(composition.described())

    def _filling(self) -> Any:
        return document.select_one("input[name=remplissage]:checked").value

    def _file_name(self, one: Any, place: Any, described: Any, moment: str) -> Any:
        filling = self._filling()
        if one.attached and filling == FILLED:
            return plain_name(self.draft.dossier, "pdf", described["meta"]["brouillon"], self.draft.demonstration,
                              moment)
        name = one.name(place) + SUFFIX[filling]
        if filling == BLANK:
            return file_name(blank_dossier(FORM), "pdf", document=name)
        return file_name(self.draft.dossier, "pdf", described["meta"]["brouillon"], self.draft.demonstration, name)

    def _open(self, opened: Any) -> None:
        """Show either the document or the list."""
        dom.by_id("apercu-document").hidden = not opened
        dom.by_id("liste-documents").hidden = opened
        dom.by_id("documents").select_one("fieldset").hidden = opened

    def _say(self, words: str) -> None:
        dom.by_id("etat-document").textContent = words


def _called(answers: Any, place: Any) -> Any:
    """What distinguishes one stage or bilan from another."""
    if not place:
        return ""
    identifier = get(answers.dossier, place + "." + STAGE_ID.name)
    if identifier:
        return answers.called(identifier)
    number = get(answers.dossier, place + "." + NUMERO.name)
    return str(number if number else int(place.split(".")[1]) + 1)
