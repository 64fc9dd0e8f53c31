"""Pages of several screens, each at its address: a list, one of its items, a step of an item or of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.form import FORM
from pid_rules.judgement.addresses import index_of, items_of, paged, screen_address
from pid_rules.judgement.naming import called
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.questions.schema import Block, Page
    from ui.draft.draft import Draft
    from ui.questions.watch import Watch

GONE = "Rien ne se trouve à l’adresse demandée : cet élément a pu être supprimé. Voici la liste."


class Shown:
    """What an address names in a page: the item at ``index`` of its list, None for all of it, and the ``step`` of the
    item or of the page."""

    def __init__(self, page: Page, items: Any, wanted: str) -> None:
        self.page = page
        self.block = paged(page)
        self.items = items
        self.holder = page if self.block is None else self.block
        name, _, slug = wanted.partition("/") if self.block is not None else ("", "", wanted)
        steps = [step for step in self.holder.steps if slug in ("", step.slug)]
        self.index = index_of(items, name) if steps or not slug else None
        self.lost = wanted != "" and self.block is not None and self.index is None
        whole = self.block is not None and self.index is None
        self.step = None if whole else (steps or self.holder.steps or [None])[0]
        self.address = screen_address(page, items, self.index, self.step)

    def near(self, move: int) -> Any:
        """The address and the title of the step before or after this one; beyond them, those of the list; None where
        there is none."""
        steps = self.holder.steps
        rank = steps.index(self.step) + move if self.step is not None else -1
        if 0 <= rank < len(steps):
            return screen_address(self.page, self.items, self.index, steps[rank]), steps[rank].title
        return (self.page.slug, self.page.title) if self.index is not None else None

    def title(self, name: str) -> str:
        """« Stage 1 sur 2 : Garage de l’Exemple », or that of the page."""
        if self.index is None or self.block is None:
            return self.page.title
        item = self.block.item
        return item[:1].upper() + item[1:] + " " + str(self.index + 1) + " sur " + str(len(self.items)) \
            + (" : " + name if name else "")

    def subtitle(self) -> str:
        """« Étape 1 sur 4 : Où et quand », "" without steps."""
        if self.step is None:
            return ""
        steps = self.holder.steps
        return "Étape " + str(steps.index(self.step) + 1) + " sur " + str(len(steps)) + " : " + self.step.title


class ItemPages:
    """What is shown of such a page, by the address; ``shown`` says it of each by its slug."""

    def __init__(self, draft: Draft, watch: Watch) -> None:
        self.draft = draft
        self.watch = watch
        self.shown: dict[str, Any] = {}

    def show(self, section: Element, wanted: str) -> None:
        """Show of a page what stands after its name in an address: « S1/securite », "" for its beginning."""
        if section.select_one(".liste, .volet") is None:
            return
        page = FORM.page(section.id)
        block = paged(page)
        shown = Shown(page, [] if block is None else items_of(self.draft.dossier, block), wanted)
        self.shown[section.id] = shown
        section.setAttribute("data-ici", shown.address)
        dom.say(section.select_one(".perdu"), GONE if shown.lost else "")
        if shown.lost:
            window.history.replaceState("", "", "#" + shown.address)  # a link to the same item must lead there again
        for row in self.rows(section):
            _mark(row, dom.attribute(row, "data-index") == str(shown.index))
            self._name(row, shown)
        for part in section.select(".volet"):
            row = dom.closest(part, ".item")
            _mark(part, shown.step is not None and dom.attribute(part, "data-volet") == shown.step.slug
                  and (row is None or row.classList.contains("ouvert")))
        self._head(section, shown)

    def again(self, section: Element) -> None:
        """The answers or the items of the page that is shown have changed."""
        if section.id in self.shown:
            self.show(section, self.shown[section.id].address.partition("/")[2])
            self.describe(section)

    def describe(self, section: Element) -> None:
        """Say what each item holds, and what is missing in it or in the steps of the one that is shown."""
        if section.id in self.shown:
            shown = self.shown[section.id]
            dom.once_all_is_here(lambda: self._describe(section, shown))

    def part_of(self, section: Element) -> Any:
        """What « Continuer » checks of a page: the step or the item that is shown, the page where its list is."""
        part = section.select_one(".volet.ouvert") or section.select_one(".ouvert > .corps")
        return part if part is not None else section

    def of(self, slug: str) -> Any:
        """What is shown of a page, None where it has no such screens."""
        return self.shown[slug] if slug in self.shown else None

    def address(self, slug: str) -> str:
        """The address of what is shown of a page."""
        return self.shown[slug].address if slug in self.shown else slug

    def rows(self, section: Element) -> Any:
        """The items of the list of a page, in order."""
        return section.select(".liste > .items > .item")

    def _name(self, row: Element, shown: Any) -> None:
        """Write in a line of the list what the item is called, and where the line leads."""
        index = int(dom.attribute(row, "data-index"))
        name = self._called(shown.block, index)
        row.select_one(".nom").textContent = " : " + name if name else ""
        row.select_one(".item-nom a").setAttribute("href", "#" + screen_address(shown.page, shown.items, index, None))

    def _called(self, block: Block, index: int) -> str:
        return called(self.draft.dossier, block.path + "." + str(index))

    def _head(self, section: Element, shown: Any) -> None:
        """Say at the top where one is."""
        name = "" if shown.index is None else self._called(shown.block, shown.index)
        subtitle = shown.subtitle()
        rest = [dom.make("span", " – ", class_="invisible"), dom.make("span", subtitle, class_="etape")]
        dom.fill(section.select_one("h1"), dom.make("span", shown.title(name)), *(rest if subtitle else []))
        if shown.index is None:
            section.removeAttribute("data-item")
        else:
            section.setAttribute("data-item", "")
        for nav in section.select(".etapes"):
            nav.hidden = shown.step is None

    def _describe(self, section: Element, shown: Any) -> None:
        from ui.dossier.item_lines import draw_lines, draw_steps
        if self.shown[section.id] is not shown or section.hidden:
            return
        if shown.step is None and shown.index is None:
            draw_lines(self.rows(section), self.draft.dossier, self.watch, shown)
        elif shown.step is not None:
            draw_steps(section.select_one(".etapes"), self.watch, shown)


def _mark(element: Element, is_open: bool) -> None:
    if is_open:
        element.classList.add("ouvert")
    else:
        element.classList.remove("ouvert")
