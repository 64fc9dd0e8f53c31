"""The open dossier: what its page is made of, and what each is told of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.form import contrat, etablissement, suites
from ui.dossier.answering import Answering
from ui.dossier.parts import Parts
from ui.dossier.passages import Passages, hide_pages
from ui.dossier.rewriting import Rewriting
from ui.dossier.special import TASKS, special
from ui.dossier.tasks import Tasks
from ui.draft.draft import Draft
from ui.draft.leaving import hear_other_tabs, save_when_leaving
from ui.draft.versions import Versions
from ui.kit import dom, fingerprint
from ui.kit.data import is_former, page_data
from ui.questions.blocks import Blocks
from ui.questions.watch import Watch
from ui.signatures.seals import Seals

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event, Record

def start() -> None:
    """Open the draft that the address names."""
    def opened(record: Record) -> None:
        if record and is_former(record.json):
            document.dispatchEvent(window.Event.new("pid-ouvert"))  # what converts it comes after the start
            dom.once_all_is_here(lambda: convert(record))
        elif record:
            DossierPage(record)
        else:
            missing("Ce dossier n’est pas sur cet ordinateur. Revenez à la liste des dossiers, ou ouvrez une copie.")

    window.pidStore.get(dom.search_parameter("d")).then(opened, lambda error: missing(error.message))


def convert(record: Record) -> None:
    """Open a draft of version 1 of the format."""
    def here(*_: Any) -> None:
        from ui.draft.migration import draft_present
        draft_present(record, DossierPage)

    window.pidScripts.load("pages.js").then(here, lambda error: missing(error.message))


def missing(sentence: str) -> None:
    """Say that there is nothing to show, and what to do."""
    dom.show(dom.by_id("alerte-enregistrement"), sentence)
    for button in dom.by_id("alerte-enregistrement").select("button"):
        button.hidden = True
    hide_pages(TASKS)
    for part in dom.by_id(TASKS).children:
        part.hidden = part.tagName != "H1"


class DossierPage:
    """The page once its draft is known."""

    def __init__(self, record: Record) -> None:
        self.draft = Draft(record, lambda: self.tasks.words())
        self.watch = Watch(self.draft.dossier, page_data("profil"))
        self.blocks = Blocks(self.draft, self.restructured)
        self.tasks = Tasks(self.draft, self.watch)
        self.parts = Parts({TASKS: self.tasks}, special(self))
        self.versions = Versions(record, self.draft)
        self.seals = Seals(self.draft, self.watch)
        self.answering = Answering(self.draft, self.watch, self.blocks, self.parts)
        self.answering.follow(contrat.SIGNATURE_DATE, self.seals.dated)
        self.answering.follow(suites.TRANSMISSION_DATE, self.versions.dated)
        self.answering.follow(etablissement.UAI, self.draft.refer)
        self.passages = Passages(self.draft, self.watch, self.blocks, self.parts)
        self.rewriting = Rewriting(self.draft, self.watch, self.passages)
        self.listen()
        dom.by_id("demonstration").hidden = not self.draft.demonstration
        self.tasks.draw_title()
        self.passages.route(first=True)
        document.documentElement.setAttribute("data-ouvert", "")
        document.dispatchEvent(window.Event.new("pid-ouvert"))
        # The page is shown, and can be typed in, before it is judged; the fingerprint reads the whole contract.
        window.setTimeout(lambda: dom.once_all_is_here(self.judge), 0)

    def listen(self) -> None:
        """Hear the buttons, the other tabs and the day."""
        document.bind("pid-enregistre", self.refresh_fingerprint)
        document.bind("pid-jour", self.new_day)
        document.bind("pid-enregistrer", self.save_now)
        window.bind("hashchange", lambda event: self.passages.route())
        dom.on_action(self.blocks.handlers())
        dom.on_action({"s-inspirer": lambda button: self.parts.bring("formulations", lambda part: part.asked(button))})
        dom.on_action(dict.fromkeys(("garder-habituel", "reprendre-habituel", "lieu-habituel"), lambda button:
                                    self.parts.bring("habituel", lambda part: part.asked(button))))
        dom.on_action({"reparer": lambda button: self.parts.bring("propositions", lambda part: part.repair(button))})
        dom.on_action({"continuer": self.passages.go_on, "ajouter-autre": self.passages.go_to_another,
                       "recharger": self.take_other,
                       "garder-les-deux": self.keep_both})
        dom.once_all_is_here(lambda: dom.on_action({
            "annuler": lambda button: self.history().undo(), "retablir": lambda button: self.history().redo(),
            "telecharger-copie": self.download_copy}))
        dom.once_all_is_here(self.hear_lines)
        dom.by_id("etats").bind("toggle", lambda event: self.parts.bring("etats", lambda states: states.unfolded()))
        dom.use_again_once_all_is_here()
        hear_other_tabs(self.draft, self.take_in)
        save_when_leaving(self.draft)

    def hear_lines(self) -> None:
        """Hear Enter and Backspace in the lists of one answer."""
        from ui.questions.lines import Lines
        Lines(self.draft, self.blocks)

    def judge(self) -> None:
        """Judge the dossier for the first time."""
        self.watch.settle()
        if self.parts.shown() is self.tasks:
            self.tasks.draw_states()
        document.documentElement.setAttribute("data-juge", "")
        self.passages.propose()  # what it is made of is large, and waits for the judgement to be shown
        from ui.home.this_computer import remind
        remind(self.draft)
        self.versions.tell_conversion()
        window.setTimeout(self.refresh_fingerprint, 0)

    def new_day(self, event: Event) -> None:
        """Another day begins: what is on the screen is of that day from now on; other pages are drawn when they are
        shown."""
        self.watch.new_day()
        self.draft.say_saved()
        self.passages.propose()
        part = self.parts.shown()
        if part is not None:
            part.new_day()

    def save_now(self, event: Event) -> None:
        """Ctrl+S: save, and say that it is done."""
        event.preventDefault()
        self.draft.once_saved(self.draft.tell_saved)

    def take_other(self, button: Element) -> None:
        """Leave what this tab changed, and show the version of the other."""
        self.draft.give_up()
        window.location.reload()

    def keep_both(self, button: Element) -> None:
        """Leave the other version as it is, and go on in a new dossier."""
        self.draft.save_as_new(lambda made: dom.open_dossier(made, window.location.hash))

    def take_in(self, record: Record) -> None:
        """Another tab has written the draft, and nothing waits here."""
        from ui.draft.elsewhere import take_in
        take_in(self.draft, self.watch, self.versions, self.passages, record)

    def history(self) -> Any:
        """What takes back the steps of the history."""
        from ui.draft.undoing import Undoing
        return Undoing(self.draft, self.watch, self.passages)

    def restructured(self, block: Any) -> None:
        """A list has changed."""
        self.watch.reload()
        self.watch.mark_again(block)
        part = self.parts.of(block)
        if part is not None:
            part.restructured()
        self.passages.again(dom.closest(block, "section.page"))
        self.draft.changed()
        self.draft.step()

    def refresh_fingerprint(self, *_: Any) -> None:
        """Have the fingerprint of the dossier as it is saved, once the rules are here: ``judge`` asks for it then."""
        def known(computed: Any, judged: Any) -> None:
            self.watch.take_fingerprint(computed)
            self.seals.known()
            self.versions.know(computed, judged)
            part = self.parts.shown()
            if part is not None:
                part.sealed()

        if self.watch.can_judge():
            fingerprint.compute(self.draft.dossier, known)

    def download_copy(self, button: Element) -> None:
        """Give a copy of the work in progress."""
        from ui.home.this_computer import give_copy
        give_copy(self.draft.dossier, self.draft.text(), self.draft.demonstration, button)
