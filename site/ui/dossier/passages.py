"""From one page of the dossier to another: what each shows, where « Continuer » and the links to answers lead."""

from browser import document, window

from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import FORM, contrat, emploi_du_temps, stages, suites
from pid_rules.judgement.summary import page_of
from pid_rules.questions.schema import APRES, AVANT
from ui.draft.draft import title_of
from ui.kit import dom
from ui.questions import binding
from ui.questions.blocks import draw_all
from ui.questions.watch import anchor_of

SITE = "Dossier PID"
LAST = {AVANT: "verifier", APRES: "suivi"}
"""The page that follows the last one of each phase."""


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


class Passages:
    """The page that is shown, and those drawn so far; ``page`` is the ``DossierPage``."""

    def __init__(self, page):
        self.page = page
        self.draft = page.draft
        self.watch = page.watch
        self.parts = page.parts
        self.tasks = page.tasks
        self.drawn = []
        self.asked_answer = ""
        self.check_left = None
        document.bind("click", self.followed)

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
        self.page.blocks.forget_words()
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

    def entrance(self):
        """What a dossier opens on: its pages, or once it has been sent what is to be done."""
        return "taches" if is_blank(get(self.draft.dossier, suites.TRANSMISSION_DATE.path)) else "suivi"

    def go_to(self, path):
        """Show an answer on its page, or without a path the present page anew."""
        self.asked_answer = path
        passage = "#" + page_of(FORM, path).slug if path else window.location.hash
        if passage == window.location.hash:
            self.route()
        else:
            window.location.hash = passage

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
