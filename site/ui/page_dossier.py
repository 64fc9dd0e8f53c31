"""The dossier: one page of the form at a time, the task list, saving, findings."""

from browser import document, window

from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.structure import unbegin
from pid_rules.form import FORM
from pid_rules.form import contrat, emploi_du_temps, etablissement, stages, suites
from pid_rules.handover.names import reference_of_college, reference_without_college
from pid_rules.judgement.summary import page_of
from pid_rules.questions.schema import APRES, AVANT
from ui import binding, dom, fingerprint
from ui.blocks import Blocks, draw_all
from ui.data import is_former, page_data
from ui.draft import Draft, save_when_leaving, title_of
from ui.parts import Parts
from ui.seals import Seals
from ui.tasks import Tasks
from ui.versions import Versions
from ui.watch import Watch, anchor_of

SITE = "Dossier PID"
LAST = {AVANT: "verifier", APRES: "suivi"}
"""The page that follows the last one of each phase."""


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
        from ui.migration import draft_present
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


def hide_pages(kept):
    for section in document.select("section.page"):
        section.hidden = section.id != kept


def following(slug):
    """The page to which « Continuer » leads: the next one of its phase, or what the phase ends with."""
    phase = FORM.page(slug).phase
    slugs = [page.slug for page in FORM.pages if page.editable and page.phase == phase]
    return (slugs + [LAST[phase]])[slugs.index(slug) + 1]


class LeftCheck:
    """The place in « Vérifier et envoyer » that was left for an answer, by its link."""

    def __init__(self, link):
        self.path = dom.attribute(link, "data-reponse")
        self.slug = dom.attribute(link, "href")[1:]
        self.part = dom.closest(link, "#verifier > div").id

    def come_back(self):
        """Put the focus there again, or where that link is gone on the one of the same answer; whether there was one."""
        wanted = '[data-reponse="' + self.path + '"]'
        link = dom.by_id(self.part).select_one(wanted) or dom.by_id("recapitulatif").select_one(wanted)
        if link is None:
            return False
        folded = dom.closest(link, "details")
        if folded is not None:
            folded.open = True
        dom.focus(link)
        return True


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
        self.drawn = []
        self.seals = Seals(self)
        self.asked_answer = ""
        self.check_left = None
        dom.by_id("demonstration").hidden = not self.draft.demonstration
        document.bind("input", self.typed)
        document.bind("change", self.left)
        document.bind("focusin", self.entered)
        document.bind("paste", self.pasted)
        window.pidStore.onChange(self.written_elsewhere)
        document.bind("pid-enregistre", self.refresh_fingerprint)
        document.bind("pid-jour", self.new_day)
        document.bind("pid-enregistrer", self.save_now)
        document.bind("click", self.followed)
        at_once = self.blocks.handlers()
        at_once.update({
            "continuer": self.go_on, "recharger": self.take_other, "garder-les-deux": lambda button: self.draft.save_as_new(
                lambda made: dom.open_dossier(made, window.location.hash))})
        dom.on_action(at_once)
        dom.once_all_is_here(lambda: dom.on_action({
            "annuler": lambda button: self.parts.undoing().undo(button), "retablir": lambda button: self.parts.undoing().redo(button),
            "telecharger-json": lambda button: self.parts.verification().download_json(button),
            "deplier-reponses": lambda button: self.parts.verification().unfold(),
            "telecharger-pdf": lambda button: self.parts.verification().download_pdf(button), "telecharger-copie": self.download_copy}))
        dom.by_id("etats").bind("toggle", lambda event: dom.once_all_is_here(self.parts.draw_former_states))
        dom.use_again_once_all_is_here()
        window.bind("hashchange", lambda event: self.route())
        save_when_leaving(self.draft)
        self.route(first=True)
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
        from ui.this_computer import remind
        remind(self.draft)
        self.versions.tell_conversion()
        window.setTimeout(self.refresh_fingerprint, 0)

    def route(self, first=False):
        """Show the page that the hash names."""
        slug = window.location.hash[1:] or self.entrance()
        section = dom.by_id(slug)
        if section is None or "page" not in dom.attribute(section, "class"):
            slug, section = "taches", dom.by_id("taches")
        left = self.check_left
        if left is not None and slug != left.slug:
            self.check_left = None
        self.draw(slug, section, first)
        for summary in section.select(".resume-erreurs"):
            summary.hidden = True  # it told of the last « Continuer »; the questions keep their own errors
        if slug == contrat.SIGNATURES_PAGE.slug:
            dom.once_all_is_here(self.parts.say_of_contract)
        self.blocks.forget_words()
        hide_pages(slug)
        title = section.select_one("h1")
        document.title = title.textContent.strip() + " – " + SITE
        target = anchor_of(self.asked_answer) if self.asked_answer else None
        self.asked_answer = ""
        if target is not None:
            dom.focus(target)
        elif not first and not (slug == "verifier" and left is not None and left.come_back()):
            window.scrollTo(0, 0)
            title.focus()

    def draw(self, slug, section, first=False):
        """Write what a page shows, where it is not written yet or would be another now."""
        if slug == "taches" or first:
            self.tasks.draw(first)
        if slug == "verifier":
            dom.once_all_is_here(lambda: self.parts.verification().draw())
        elif slug == "documents":
            dom.once_all_is_here(self.parts.draw_documents)
        elif slug == "suivi":
            dom.by_id("suivi-dossier").textContent = title_of(self.draft.dossier)
            dom.once_all_is_here(self.parts.draw_follow_up)
        elif slug == emploi_du_temps.PAGE.slug:
            dom.once_all_is_here(lambda: self.parts.draw_timetable())
        elif slug not in self.drawn and slug != "taches":
            draw_all(section, self.draft.dossier)
            self.drawn.append(slug)
            self.watch.repeat()
            if slug == stages.STAGES_PAGE.slug:
                dom.once_all_is_here(self.parts.draw_hours)
        else:
            binding.refresh_references(section, self.draft.dossier)

    def new_day(self, event):
        """Another day begins: what is on the screen is of that day from now on; the other pages are drawn when they are shown."""
        self.watch.new_day()
        self.draft.say_saved()
        shown = [section.id for section in document.select("section.page") if not section.hidden]
        if "taches" in shown:
            self.tasks.draw_states()
        if self.watch.can_judge():
            self.parts.new_day(shown)

    def entrance(self):
        """What a dossier opens on: its pages, or once it has been sent what is to be done."""
        return "taches" if is_blank(get(self.draft.dossier, suites.TRANSMISSION_DATE.path)) else "suivi"

    def save_now(self, event):
        """Ctrl+S: save, and say that it is done."""
        event.preventDefault()
        self.draft.once_saved(self.draft.tell_saved)

    def go_to(self, path):
        """Show an answer on its page, or without a path the present page anew."""
        self.asked_answer = path
        passage = "#" + page_of(FORM, path).slug if path else window.location.hash
        if passage == window.location.hash:
            self.route()
        else:
            window.location.hash = passage

    def take_other(self, button):
        """Leave what this tab changed, and show the version of the other."""
        self.draft.give_up()
        window.location.reload()

    def typed(self, event):
        """An answer is being typed: store it, judge it, save it soon."""
        if event.target.hasAttribute("data-justification"):
            self.parts.verification().justify(event.target)
            return
        if not binding.is_asked(event.target):
            return
        row = dom.closest(event.target, ".creneau")
        if row is not None:
            self.parts.timetable().typed(row, event.target)
            return
        champ = dom.closest(event.target, ".champ")
        self.typed_in(champ, event.target)

    def typed_in(self, champ, control):
        """The answer that a control of a question holds is being typed."""
        path = dom.attribute(champ, "data-path")
        field = binding.field_of(path)
        value = binding.typed_in(champ, field)
        if value == get(self.draft.dossier, path):
            return
        put(self.draft.dossier, path, value)
        if is_blank(value):
            self.taken_back(field, path)
        if field is contrat.SIGNATURE_DATE:
            self.seals.dated(path)
        if field is etablissement.UAI:
            put(self.draft.dossier, "dossier.reference", reference_of_college(self.draft.dossier))
        if field.guarded or field.kind.control == "textarea":
            binding.comment(path, field, control.value)
        if FORM.page_of[field.path] is emploi_du_temps.PAGE:
            self.watch.later(path)
            dom.once_all_is_here(lambda: self.parts.timetable().answered(field))
        else:
            if FORM.page_of[field.path] is stages.STAGES_PAGE and self.parts.stage_hours is not None:
                self.parts.stage_hours.typed(champ, field, control)
            self.watch.changed(path)
        self.draft.changed()

    def taken_back(self, field, path):
        """An answer is no longer given: what only followed from it goes too."""
        if field is suites.TRANSMISSION_DATE:
            self.versions.unmark()
        if field is etablissement.UAI:
            put(self.draft.dossier, "dossier.reference", reference_without_college(self.draft.dossier))
        if unbegin(FORM, self.draft.dossier, path):
            self.watch.reload()

    def pasted(self, event):
        """A text is being pasted: once it is in its box, see whether it belongs in several."""
        champ, control = dom.closest(event.target, ".champ[data-path]"), event.target
        text = event.clipboardData.getData("text")
        if champ is None or dom.closest(champ, ".creneau") is not None or control.tagName != "INPUT":
            return

        def here(*_):
            from ui.spread import pasted
            pasted(self, champ, control, text)

        window.setTimeout(lambda: window.pidScripts.load("gestes.js").then(here, lambda error: None), 0)

    def written_elsewhere(self, news):
        """Another tab has written a draft: if it is this one and nothing waits here, show it."""
        def here(*_):
            window.pidStore.get(news.id).then(read, lambda error: None)

        def read(record):
            from ui.elsewhere import take_in
            if record:
                take_in(self, record)

        if news.id != self.draft.id:
            return
        if news.type in ("modification", "restauration") and not self.draft.unsaved():
            dom.once_all_is_here(lambda: window.pidScripts.load("gestes.js").then(here, lambda error: None))
        elif news.type == "suppression":
            self.draft.look()

    def entered(self, event):
        """What is done in one question while the focus stays in it is one step of the history."""
        champ = dom.closest(event.target, "[data-path], [data-justification], #note")
        self.draft.enter("" if champ is None else dom.attribute(champ, "data-path") or champ.id)

    def left(self, event):
        """An answer is finished: show it as it was understood."""
        self.typed(event)
        row = dom.closest(event.target, ".creneau")
        if row is not None:
            self.parts.timetable().left(row)
        self.draft.save()
        champ = dom.closest(event.target, ".champ[data-path]")
        if champ is not None:
            binding.show_understood(champ, event.target, self.draft.dossier)

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

    def rewritten(self, *slugs):
        """The answers of these pages, of every page by default, were written otherwise than by typing."""
        self.draw_again(*slugs)
        self.watch.reload()
        self.draft.changed()
        self.draft.step()

    def draw_again(self, *slugs):
        """These pages, every page by default, no longer show the answers as they are: draw them at their next visit."""
        self.drawn = [slug for slug in self.drawn if slugs and slug not in slugs]

    def go_on(self, button):
        """« Continuer »: show what is wrong in the page, or go to the next one."""
        slug = dom.attribute(dom.closest(button, "section"), "data-page-slug")
        dom.once_all_is_here(lambda: self.leave(slug))

    def leave(self, slug):
        """Go to the page after this one, unless its errors are to be shown first."""
        if self.watch.check_page(slug):
            return
        window.location.hash = "#" + ("verifier" if self.check_left is not None else following(slug))

    def followed(self, event):
        """A link to an answer: remember which, the change of hash shows its page."""
        link = dom.closest(event.target, "[data-reponse]")
        if link is None:
            return
        self.asked_answer = dom.attribute(link, "data-reponse")
        self.check_left = LeftCheck(link) if dom.closest(link, "#verifier") is not None else None
        if dom.attribute(link, "href") == window.location.hash:
            event.preventDefault()
            self.route()

    def download_copy(self, button):
        """Give a copy of the work in progress."""
        from ui.this_computer import give_copy
        give_copy(self.draft.dossier, self.draft.text(), self.draft.demonstration, button)
