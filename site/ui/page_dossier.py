"""The open dossier: what its page is made of, saving, the fingerprint."""

from browser import document, window

from ui.dossier.parts import Parts
from ui.dossier.passages import Passages, hide_pages
from ui.dossier.tasks import Tasks
from ui.draft.draft import Draft
from ui.draft.leaving import save_when_leaving
from ui.draft.versions import Versions
from ui.kit import dom, fingerprint
from ui.kit.data import is_former, page_data
from ui.questions.answering import Answering
from ui.questions.blocks import Blocks
from ui.questions.watch import Watch
from ui.signatures.seals import Seals


def start():
    """Open the draft that the address names."""
    def opened(record):
        if record and is_former(record.json):
            document.dispatchEvent(window.Event.new("pid-ouvert"))  # what converts it comes after the start
            dom.once_all_is_here(lambda: convert(record))
        elif record:
            DossierPage(record)
        else:
            missing("Ce dossier n’est pas sur cet ordinateur. Revenez à la liste des dossiers, ou ouvrez une copie.")

    window.pidStore.get(dom.search_parameter("d")).then(opened, lambda error: missing(error.message))


def convert(record):
    """Open a draft of version 1 of the format."""
    def here(*_):
        from ui.draft.migration import draft_present
        draft_present(record, DossierPage)

    window.pidScripts.load("pages.js").then(here, lambda error: missing(error.message))


def missing(sentence):
    """Say that there is nothing to show, and what to do."""
    dom.show(dom.by_id("alerte-enregistrement"), sentence)
    for button in dom.by_id("alerte-enregistrement").select("button"):
        button.hidden = True
    hide_pages("taches")
    for part in dom.by_id("taches").children:
        part.hidden = part.tagName != "H1"


class DossierPage:
    """The page once its draft is known."""

    def __init__(self, record):
        self.profile = page_data("profil")
        self.draft = Draft(record, lambda: self.tasks.words())
        self.watch = Watch(self.draft.dossier, self.profile)
        self.blocks = Blocks(self.draft, self.restructured)
        self.tasks = Tasks(self.draft, self.watch)
        self.parts = Parts(self)
        self.versions = Versions(record, self.draft)
        self.seals = Seals(self)
        self.answering = Answering(self)
        self.passages = Passages(self)
        dom.by_id("demonstration").hidden = not self.draft.demonstration
        window.pidStore.onChange(self.parts.written_elsewhere)
        document.bind("pid-enregistre", self.refresh_fingerprint)
        document.bind("pid-jour", self.new_day)
        document.bind("pid-enregistrer", self.save_now)
        at_once = self.blocks.handlers()
        at_once.update({
            "continuer": self.passages.go_on, "recharger": self.take_other, "garder-les-deux": lambda button: self.draft.save_as_new(
                lambda made: dom.open_dossier(made, window.location.hash))})
        dom.on_action(at_once)
        dom.once_all_is_here(lambda: dom.on_action({
            "annuler": lambda button: self.parts.undoing().undo(button), "retablir": lambda button: self.parts.undoing().redo(button),
            "telecharger-json": lambda button: self.parts.verification().download_json(button),
            "deplier-reponses": lambda button: self.parts.verification().unfold(),
            "telecharger-pdf": lambda button: self.parts.verification().download_pdf(button), "telecharger-copie": self.download_copy}))
        dom.by_id("etats").bind("toggle", lambda event: dom.once_all_is_here(self.parts.draw_former_states))
        dom.use_again_once_all_is_here()
        window.bind("hashchange", lambda event: self.passages.route())
        save_when_leaving(self.draft)
        self.passages.route(first=True)
        document.documentElement.setAttribute("data-ouvert", "")
        document.dispatchEvent(window.Event.new("pid-ouvert"))
        # The page is shown, and can be typed in, before it is judged; the fingerprint reads the whole contract.
        window.setTimeout(lambda: dom.once_all_is_here(self.judge), 0)

    def judge(self):
        """Judge the dossier for the first time."""
        self.watch.settle()
        if not dom.by_id("taches").hidden:
            self.tasks.draw_states()
        document.documentElement.setAttribute("data-juge", "")
        from ui.home.this_computer import remind
        remind(self.draft)
        self.versions.tell_conversion()
        window.setTimeout(self.refresh_fingerprint, 0)

    def new_day(self, event):
        """Another day begins: what is on the screen is of that day from now on; the other pages are drawn when they are shown."""
        self.watch.new_day()
        self.draft.say_saved()
        shown = [section.id for section in document.select("section.page") if not section.hidden]
        if "taches" in shown:
            self.tasks.draw_states()
        if self.watch.can_judge():
            self.parts.new_day(shown)

    def save_now(self, event):
        """Ctrl+S: save, and say that it is done."""
        event.preventDefault()
        self.draft.once_saved(self.draft.tell_saved)

    def take_other(self, button):
        """Leave what this tab changed, and show the version of the other."""
        self.draft.give_up()
        window.location.reload()

    def restructured(self, block):
        """A list has changed."""
        self.watch.reload()
        self.watch.mark_again(block)
        if self.parts.stage_hours is not None:
            self.parts.stage_hours.show()
        self.draft.changed()
        self.draft.step()

    def refresh_fingerprint(self, *_):
        """Have the fingerprint of the dossier as it is saved, once the rules are here: ``judge`` asks for it then."""
        def known(computed, judged):
            self.watch.take_fingerprint(computed)
            self.seals.known()
            self.versions.know(computed, judged)
            if self.parts.followed_up is not None and not dom.by_id("suivi").hidden:
                self.parts.followed_up.changes.draw()

        if self.watch.can_judge():
            fingerprint.compute(self.draft.dossier, known)

    def replace(self, dossier):
        """Put other answers in the place of all those of the open dossier; an item that both hold stays the same."""
        from pid_rules.dossier.becoming import become
        become(self.draft.dossier, dossier)
        self.rewritten()

    def rewritten(self, *slugs):
        """The answers of these pages, of every page by default, were written otherwise than by typing."""
        self.passages.draw_again(*slugs)
        self.watch.reload()
        self.draft.changed()
        self.draft.step()

    def download_copy(self, button):
        """Give a copy of the work in progress."""
        from ui.home.this_computer import give_copy
        give_copy(self.draft.dossier, self.draft.text(), self.draft.demonstration, button)
