"""A list whose items are one answer each is typed as lines are: Enter, and Backspace in a blank line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document

from pid_rules.dossier.paths import get, is_blank, put
from ui.kit import dom
from ui.questions import binding
from ui.questions.blocks import offer_item

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event

FIELDS = "input, select, textarea, [data-action=continuer]"
FOLLOWING = 4
"""What ``compareDocumentPosition`` says of what comes after."""


class Lines:
    """Enter goes to the next line, and after the last one to a new line; in a blank one it leaves the list.

    Backspace in a blank line takes it away.
    """

    def __init__(self, draft: Any, blocks: Any) -> None:
        self.draft = draft
        self.blocks = blocks
        document.select_one("main").bind("keydown", self.key)

    def key(self, event: Event) -> None:
        block = dom.closest(event.target, ".bloc[data-seul]")
        if block is None or event.shiftKey or event.ctrlKey or event.altKey or event.metaKey \
                or not binding.is_asked(event.target):
            return
        if event.key == "Enter":
            event.preventDefault()
            self._enter(block, event.target)
        elif event.key == "Backspace" and self._is_blank(event.target) and event.target.value == "":
            self._back(block, event)

    def _enter(self, block: Any, control: Element) -> None:
        item = dom.closest(control, ".item")
        control.blur()  # its answer is finished
        if self._is_blank(control):
            self._leave(block, item)
        elif item.nextElementSibling:
            _focus(item.nextElementSibling)
        elif not self.blocks.is_full(block, control):
            following = offer_item(block, self.draft.dossier)
            _focus(following)
            dom.announce(dom.attribute(block, "data-item") + " "
                         + str(int(dom.attribute(following, "data-index")) + 1) + " : à vous.")

    def _back(self, block: Any, event: Event) -> None:
        item = dom.closest(event.target, ".item")
        before = item.previousElementSibling
        if not before:
            return
        event.preventDefault()
        index = int(dom.attribute(before, "data-index"))
        self._take_away(block, item)
        for left in block.select_one("ol.items").children:
            if dom.attribute(left, "data-index") == str(index):
                _focus(left)

    def _leave(self, block: Any, item: Element) -> None:
        """Go to the first question after the list, which keeps no blank line at its end."""
        after = [one for one in dom.closest(block, "section").select(FIELDS)
                 if one.offsetParent and block.compareDocumentPosition(one) & FOLLOWING and not block.contains(one)]
        if item.previousElementSibling and not item.nextElementSibling:
            self._take_away(block, item)
        dom.focus(after[0])

    def _take_away(self, block: Any, item: Element) -> None:
        path, index = dom.attribute(block, "data-path"), int(dom.attribute(item, "data-index"))
        items: Any = get(self.draft.dossier, path)
        if index < len(items):
            put(self.draft.dossier, path, items[:index] + items[index + 1:])
            self.blocks.redraw(block)
        else:
            item.remove()

    def _is_blank(self, control: Element) -> bool:
        """Whether nothing is answered in the line of a control."""
        champ = dom.closest(control, ".champ")
        return is_blank(binding.typed_in(champ, binding.field_of(dom.attribute(champ, "data-path"))))


def _focus(item: Element) -> None:
    """Go to the end of what is written in a line."""
    control = item.select_one("[name]")
    dom.focus(control)
    control.setSelectionRange(len(control.value), len(control.value))
