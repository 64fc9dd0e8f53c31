"""Repeated blocks: items added, removed with undo, moved by buttons; names and ids follow the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.items import add_item, is_in_order, write_ranks
from pid_rules.dossier.paths import get, put
from pid_rules.dossier.structure import unbegin
from pid_rules.form import FORM
from pid_rules.judgement.addresses import address_of
from pid_rules.words.dates import is_number
from ui.kit import dom
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.shapes import Dossier

NAMES = ("id", "name", "for", "aria-describedby", "data-path", "data-rang")


def depth(path: str) -> int:
    """How many lists a path stands in."""
    return len([part for part in path.split(".") if is_number(part)])


def number(root: Element, token: str, index: Any) -> None:
    """Write the index of an item wherever its place is held, templates inside it included."""
    for name in NAMES:
        for element in root.querySelectorAll("[" + name + "*='" + token + "']"):
            element.setAttribute(name, element.getAttribute(name).replace(token, str(index)))
    for template in root.querySelectorAll("template"):
        number(template.content, token, index)


def draw(block: Any, dossier: Dossier) -> None:
    """Make the items of a block, and of the blocks inside it, from the dossier."""
    path = dom.attribute(block, "data-path")
    holder = block.select_one("ol.items")
    holder.textContent = ""
    items: Any = get(dossier, path)
    count = len(items) if isinstance(items, list) else 0
    for index in range(count):
        _draw_item(block, index, dossier)
    if count == 0 and block.hasAttribute("data-offert"):
        offer_item(block, dossier)
    show_ticks(block, dossier)


def _draw_item(block: Any, index: int, dossier: Dossier) -> Element:
    """Make an item after the others."""
    holder, path = block.select_one("ol.items"), dom.attribute(block, "data-path")
    copy = block.select_one(":scope > template").content.cloneNode(True)  # the items hold templates of their own
    number(copy, "__" + str(depth(path)) + "__", index)
    holder.appendChild(copy)
    item = holder.lastElementChild
    item.setAttribute("data-index", str(index))
    for rank in item.select(".rang"):
        if dom.closest(rank, ".item") == item:
            rank.textContent = str(index + 1)
    for inner in item.select(".bloc"):
        draw(inner, dossier)
    return item


def show_ticks(block: Any, dossier: Dossier) -> None:
    """Tick above a list the boxes of which it has an item."""
    items: Any = get(dossier, dom.attribute(block, "data-path")) or []
    name = dom.attribute(block, "data-coche")
    for box in block.select(":scope > .coches input") if name else ():
        box.checked = any([get(one, name) == box.value for one in items])


def offer_item(block: Any, dossier: Dossier) -> Element:
    """Show one more item, blank: the file has it once something is typed there."""
    items: Any = get(dossier, dom.attribute(block, "data-path"))
    item = _draw_item(block, len(items) if isinstance(items, list) else 0, dossier)
    item.classList.add("pret")
    return item


def draw_all(root: Element, dossier: Dossier) -> None:
    """Make every block under an element, then fill its questions."""
    for block in root.select(".bloc"):
        if dom.closest(block.parentElement, ".bloc") is None:
            draw(block, dossier)
    binding.fill_questions(root, dossier)


class Blocks:
    """The buttons of the blocks. ``restructured(block)`` is called after a list has changed.

    ``begin(place)`` gives a new item what it takes from the dossier, and says it; None until its script is here.
    """

    def __init__(self, draft: Any, restructured: Any) -> None:
        self.draft = draft
        self.restructured = restructured
        self.said: Any = None
        self.begin: Any = None

    def handlers(self) -> Any:
        """Functions by action name, for ``dom.on_action``."""
        return {"ajouter": self.add, "copier": lambda button: dom.once_all_is_here(lambda: self.copy(button)),
                "supprimer": lambda button: dom.once_all_is_here(lambda: self.remove(button)),
                "monter": lambda button: self.move(button, -1), "descendre": lambda button: self.move(button, 1)}

    def add(self, button: Element) -> None:
        block = dom.closest(button, ".bloc")
        if self.is_full(block, button):
            return
        added = add_item(FORM, self.draft.dossier, dom.attribute(block, "data-block"),
                         dom.attribute(block, "data-path"))
        taken = self.begin(added) if self.begin is not None else ""
        self.redraw(block)
        index = int(added.split(".")[-1])
        if block.classList.contains("liste"):
            self._open(block, added)
        else:
            self._focus_item(block, index)
        dom.announce(dom.attribute(block, "data-item") + " " + str(index + 1) + " : ajout fait. " + taken)
        if taken:
            self.draft.history.say(taken)

    def copy(self, button: Element) -> None:
        """An item like this one after it, without what has happened to this one."""
        from pid_rules.dossier.items import copied
        block, path, index, items = self._place(button)
        if self.is_full(block, dom.closest(button, ".item-tete")):
            return
        made = copied(FORM, self.draft.dossier, dom.attribute(block, "data-block"), path, index)
        self.redraw(block)
        self._open(block, made)
        dom.announce(dom.attribute(block, "data-item") + " " + str(index + 2) + " : copie faite.")

    def tick(self, control: Element) -> None:
        """A box above a list is ticked or unticked."""
        def here() -> None:
            from ui.questions.ticked import tick
            tick(self, control)

        dom.once_all_is_here(here)

    def _open(self, block: Any, path: str) -> None:
        """Go to the page of an item."""
        identifier = FORM.block[dom.attribute(block, "data-block")].identifier
        window.location.hash = "#" + address_of(FORM, self.draft.dossier, identifier.at(path))

    def is_full(self, block: Any, place: Any) -> bool:
        """Whether a list can take no other item; it is then said after ``place``."""
        items: Any = get(self.draft.dossier, dom.attribute(block, "data-path")) or []
        full = len(items) >= int(dom.attribute(block, "data-maximum"))
        if full:
            self.say_after(place, "La liste est pleine : " + dom.attribute(block, "data-maximum") + " au plus.")
        return full

    def _place(self, button: Element) -> Any:
        item = dom.closest(button, ".item")
        block = dom.closest(item, ".bloc")
        path = dom.attribute(block, "data-path")
        return block, path, int(dom.attribute(item, "data-index")), get(self.draft.dossier, path)

    def remove(self, button: Element) -> None:
        """Take an item out, once it is known what uses it."""
        from ui.questions import uses
        _, path, index, _ = self._place(button)
        uses.ask(button, self.draft.dossier, path + "." + str(index), lambda: self._remove(button))

    def _remove(self, button: Element) -> None:
        block, path, index, items = self._place(button)
        kind = FORM.block[dom.attribute(block, "data-block")]
        in_order = is_in_order(kind, items)
        put(self.draft.dossier, path, items[:index] + items[index + 1:])
        if in_order:
            write_ranks(kind, get(self.draft.dossier, path))
        unbegin(FORM, self.draft.dossier, path)
        self.redraw(block)
        name = dom.attribute(block, "data-item") + " " + str(index + 1)
        self.offer_undo("Suppression faite : " + name + ".")

    def offer_undo(self, words: str, control: Element = "") -> None:
        """Say what was done, a step of the history of its own, or with what else is done in the same ``control``.

        The focus goes to the button that takes it back, unless it is in that control.
        """
        self.forget_words()
        self.draft.step(words, control)
        self.draft.history.say(words)
        dom.announce(words)
        if not control:
            dom.by_id("annuler").select_one("button").focus()

    def move(self, button: Element, step: Any) -> None:
        block, path, index, items = self._place(button)
        target = index + step
        if not 0 <= target < len(items):
            self.say_after(dom.closest(button, ".item-tete"),
                            "Cet élément est déjà " + ("le premier." if step < 0 else "le dernier."))
            return
        order = items[:]
        order[index], order[target] = order[target], order[index]
        write_ranks(FORM.block[dom.attribute(block, "data-block")], order)
        put(self.draft.dossier, path, order)
        self.redraw(block)
        action = dom.attribute(button, "data-action")
        for moved in block.select(".item"):
            if dom.closest(moved.parentElement, ".bloc") == block and dom.attribute(moved, "data-index") == str(target):
                moved.select_one("[data-action=" + action + "]").focus()
        dom.announce("Déplacé en position " + str(target + 1) + " sur " + str(len(items)) + ".")

    def say_after(self, element: Element, words: str) -> None:
        """Why a button did nothing, for everybody, where it was used."""
        self.forget_words()
        self.said = dom.make("p", words, class_="constat")
        element.after(self.said)
        dom.announce(words)

    def forget_words(self) -> None:
        """What was said where a button was used is no longer to be told."""
        if self.said is not None:
            self.said.remove()
            self.said = None

    def redraw(self, block: Any) -> None:
        """Make a block again from the dossier."""
        draw(block, self.draft.dossier)
        binding.fill_questions(block, self.draft.dossier)
        self.restructured(block)

    def _focus_item(self, block: Any, index: int) -> None:
        for item in block.select(".item"):
            if dom.closest(item.parentElement, ".bloc") == block and dom.attribute(item, "data-index") == str(index):
                first = item.select_one("[name]")
                dom.focus_text(first if first else item)  # what is proposed gives way to what is typed
