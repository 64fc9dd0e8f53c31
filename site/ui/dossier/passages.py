"""From one page of the dossier to another: what each shows, where « Continuer » and the links to answers lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.form import FORM
from pid_rules.judgement.addresses import address_of
from pid_rules.judgement.way import beside, pages_around, place_in_group
from ui.dossier.item_pages import ItemPages
from ui.dossier.special import LAST, TASKS, WHOLE, entrance
from ui.draft.draft import title_of
from ui.kit import dom
from ui.questions import binding
from ui.questions.blocks import draw_all
from ui.questions.watch import anchor_of

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event

    from pid_rules.questions.schema import Page
    from pid_rules.shapes import Dossier
    from ui.draft.draft import Draft
    from ui.questions.watch import Watch

SITE = "Dossier PID"


def hide_pages(kept: Any) -> None:
    for section in document.select("section.page"):
        section.hidden = section.id != kept


class Way:
    """Where the bottom of a page leads, each an address and its title: to what is ``before``, None without any, and
    ``after``. ``shown`` is the item or the step that is shown, None in a page without any; ``back`` the page to which
    one returns after a correction, "" without any. ``ends_item`` tells that an item ends there."""

    def __init__(self, dossier: Dossier, slug: str, shown: Any, back: str) -> None:
        page = FORM.page(slug)
        around = pages_around(FORM, dossier, page)
        self.before: Any = None if shown is None else shown.near(-1)
        self.after: Any = None if shown is None else shown.near(1)
        self.ends_item = self.after is not None and self.after[0] == slug
        if self.before is None:
            self.before = _leads(beside(around, page, -1), "")
        if self.after is None or back:
            self.after = _leads(None if back else beside(around, page, 1), back or LAST[page.phase])
        self.place = place_in_group(around, page)

    def draw(self, section: Element) -> None:
        """Say in the page where it stands, and what is beside it."""
        section.select_one(".place").textContent = self.place
        section.select_one("[data-action=continuer]").textContent = "Continuer : " + self.after[1]
        section.select_one(".passer").setAttribute("href", "#" + self.after[0])
        for button in section.select("[data-action=ajouter-autre]"):
            button.hidden = not self.ends_item
        link = section.select_one(".precedent")
        link.hidden = self.before is None
        if self.before is not None:
            link.setAttribute("href", "#" + self.before[0])
            link.textContent = "Précédent : " + self.before[1]


def _leads(page: Page | None, special: str) -> Any:
    """The address and the title of a page of questions, without one of a special page, None without any."""
    if page is not None:
        return page.slug, page.title
    return (special, dom.by_id(special).select_one("h1").textContent.strip()) if special else None


class LeftCheck:
    """The place in a page that lists answers, « Vérifier et envoyer », that was left for one of them, by its link."""

    def __init__(self, link: Element) -> None:
        self.path = dom.attribute(link, "data-reponse")
        self.slug = dom.attribute(link, "href")[1:].partition("/")[0]
        self.part = dom.closest(link, "[data-retour] > div")
        self.page = dom.closest(link, "[data-retour]").id

    def come_back(self) -> bool:
        """Put the focus there again, or where that link is gone on the last of the same answer, or of the line that
        says it; whether there was one."""
        wanted, page, said = '[data-reponse="' + self.path + '"]', dom.by_id(self.page), self.path
        links = list(self.part.select(wanted))[:1] or list(page.select(wanted))[-1:]
        while said and not links:
            links = list(page.select('[data-dites~="' + said + '"] [data-reponse]'))[-1:]
            said = said.rpartition(".")[0]
        for link in links:
            folded = dom.closest(link, "details")
            if folded is not None:
                folded.open = True
            dom.focus(link)
        return links != []


class Passages:
    """The page that is shown, and those of which the questions are drawn so far."""

    def __init__(self, draft: Draft, watch: Watch, blocks: Any, parts: Any) -> None:
        self.draft = draft
        self.watch = watch
        self.blocks = blocks
        self.parts = parts
        self.items = ItemPages(draft, watch)
        self.drawn: list[Any] = []
        self.asked_answer = ""
        self.check_left: Any = None
        document.bind("mousedown", self.addressed)
        document.bind("click", self.followed)

    def route(self, first: int = False) -> None:
        """Show the page that the hash names."""
        slug, _, wanted = (window.location.hash[1:] or entrance(self.draft.dossier)).partition("/")
        section = dom.by_id(slug)
        if section is None or "page" not in dom.attribute(section, "class"):
            slug, section = TASKS, dom.by_id(TASKS)
        left = self.check_left
        if left is not None and slug != left.slug:
            self.check_left = None
        answer, self.asked_answer = self.asked_answer, ""
        self.draw(slug, section, answer)
        self.items.show(section, wanted)
        if first:
            window.setTimeout(self.draw_way, 0)  # what leads elsewhere is not what is waited for
        else:
            self._draw_way(section)
        for summary in section.select(".resume-erreurs"):
            summary.hidden = True  # it told of the last « Continuer »; the questions keep their own errors
        self.blocks.forget_words()
        hide_pages(slug)
        self.items.describe(section)
        if not first:
            self._propose(section)
        title = section.select_one("h1")
        document.title = title.textContent.strip() + " – " + SITE
        target = anchor_of(answer) if answer else None
        if target is not None:
            dom.focus(target)
        elif not first and not (left is not None and slug == left.page and left.come_back()):
            window.scrollTo(0, 0)
            title.focus()

    def draw(self, slug: str, section: Element, answer: Any = "") -> None:
        """Write what a page shows, where it is not written yet or would be another now."""
        self.watch.visit(slug)
        if not self.is_whole(slug):
            self._draw_questions(slug, section)
        for place in section.select(".titre-de-dossier"):
            place.textContent = title_of(self.draft.dossier)
        self.parts.bring(slug, lambda part: part.draw(answer))

    def again(self, section: Element) -> None:
        """The answers or the items of the page that is shown have changed."""
        self.items.again(section)
        self._draw_way(section)
        self._propose(section)

    def draw_way(self) -> None:
        """Say in the page that is shown what is beside it."""
        self._draw_way(dom.shown_page())

    def propose(self) -> None:
        """Show in the page that is shown what the dossier proposes."""
        self._propose(dom.shown_page())

    def _propose(self, section: Element) -> None:
        """Show in a page what the dossier proposes for its questions, and its timeline."""
        if section.select_one("[data-propose], .bloc") is not None:
            self.parts.bring("propositions", lambda part: part.draw(section))
        if section.select_one(".frise") is not None:
            self.parts.bring("frise", lambda part: part.later())

    def _draw_way(self, section: Element) -> None:
        """Say in a page of questions what is beside it now."""
        if section.select_one(".suite") is not None:
            self._way(section.id).draw(section)

    def _way(self, slug: str) -> Way:
        return Way(self.draft.dossier, slug, self.items.of(slug),
                   "" if self.check_left is None else self.check_left.page)

    def is_whole(self, slug: str) -> bool:
        """Whether the part of the page shows everything in it."""
        return slug in WHOLE

    def _draw_questions(self, slug: str, section: Element) -> None:
        if slug in self.drawn and not section.hidden:
            return
        if slug in self.drawn:
            binding.refresh_references(section, self.draft.dossier)
        else:
            draw_all(section, self.draft.dossier)
            self.drawn.append(slug)
            self.watch.repeat()

    def go_to(self, path: str) -> None:
        """Show an answer on its page, or without a path the present page anew."""
        self.asked_answer = path
        passage = "#" + address_of(FORM, self.draft.dossier, path) if path else window.location.hash
        if passage == window.location.hash:
            self.route()
        else:
            window.location.hash = passage

    def draw_again(self, *slugs: Any) -> None:
        """These pages, every page by default, no longer show the answers as they are: draw them at their next visit."""
        self.drawn = [slug for slug in self.drawn if slugs and slug not in slugs]

    def go_on(self, button: Element) -> None:
        """« Continuer »: show what is wrong in the page, or go to the next one."""
        slug = dom.attribute(dom.closest(button, "section"), "data-page-slug")
        dom.once_all_is_here(lambda: self.leave(slug))

    def go_to_another(self, button: Element) -> None:
        """« Ajouter un autre… » at the end of an item: show what is wrong in it, or another, blank."""
        section = dom.closest(button, "section")
        slug, add = dom.attribute(section, "data-page-slug"), section.select_one(".liste > [data-action=ajouter]")
        dom.once_all_is_here(lambda: None if self._is_wrong(slug) else self.blocks.add(add))

    def leave(self, slug: str) -> None:
        """Go to the page after this one, or to the next step of an item, unless its errors are to be shown first."""
        if not self._is_wrong(slug):
            window.location.hash = "#" + self._way(slug).after[0]

    def _is_wrong(self, slug: str) -> bool:
        return self.watch.check_page(self.items.address(slug), self.items.part_of(dom.by_id(slug))) > 0

    def addressed(self, event: Event) -> None:
        """A link to an answer is about to be used, or copied: it leads to where the answer stands now."""
        link = dom.closest(event.target, "[data-reponse]")
        if link is not None:
            link.setAttribute("href", "#" + address_of(FORM, self.draft.dossier, dom.attribute(link, "data-reponse")))

    def followed(self, event: Event) -> None:
        """A link to an answer: remember which, the change of hash shows its page."""
        link = dom.closest(event.target, "[data-reponse]")
        if link is None:
            return
        self.addressed(event)
        self.asked_answer = dom.attribute(link, "data-reponse")
        self.check_left = LeftCheck(link) if dom.closest(link, "[data-retour]") is not None else None
        if dom.attribute(link, "href") == window.location.hash:
            event.preventDefault()
            self.route()
