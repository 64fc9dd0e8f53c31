"""The keys, and the mouse or the finger, in the grid of a week: from cell to cell, longer, shorter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.planning.grid_typing import in_words
from pid_rules.words.dates import RANKS
from ui.kit import dom
from ui.week.grid_drawing import is_case

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event

    from ui.week.grid import WeekGrid
    from ui.week.timetable import Timetable

SIDES = {"ArrowLeft": -1, "ArrowRight": 1}
LEVELS = {"ArrowUp": -1, "ArrowDown": 1}


def of(box: Element, name: str) -> int:
    """A number that a box bears."""
    return int(dom.attribute(box, "data-" + name))


class GridKeys:
    """What leads from a cell of ``grid``, the ``WeekGrid`` of ``timetable``, to another, and stretches one."""

    def __init__(self, timetable: Timetable, grid: WeekGrid) -> None:
        self.timetable = timetable
        self.grid = grid
        self.pulled: Any = None
        self.ends: list[Any] = []
        self.end: Any = None

    def hear(self, holder: Element) -> None:
        """A grid has just been made."""
        for name, heard in (("pointerdown", self._pull), ("pointermove", self._pulling), ("pointerup", self._let),
                            ("pointercancel", lambda event: self.forget())):
            holder.bind(name, heard)

    def pressed(self, event: Event) -> bool:
        """A key is pressed somewhere in the week; whether it is one of the grid."""
        box = event.target
        if box.classList.contains("plage") and event.key == "Enter":
            self.grid.rows.enter(box)
        elif is_case(box):
            if event.isComposing or not self._in_cell(box, event):
                return False
        elif event.key in ("Enter", "Escape") and dom.closest(box, ".creneau") is not None \
                and self._is_row_of_cell(box, event.key):
            self.back()
        else:
            return False
        event.preventDefault()
        return True

    def _is_row_of_cell(self, control: Element, key: str) -> bool:
        return control.tagName == "INPUT" or key == "Escape" and dom.closest(control, ".copie") is None

    def back(self) -> None:
        """From the row of a slot to its cell."""
        day, rank = self.grid.chosen
        found = [box for box in self.grid.boxes() if dom.attribute(box, "data-rang") == rank != ""] \
            or [box for box in self.grid.boxes() if dom.attribute(box, "data-jour") == day]
        if found:
            self.go(found[0])

    def _in_cell(self, box: Element, event: Event) -> bool:
        key, cells = event.key, self.grid.cells
        if key == "Enter" and (event.ctrlKey or event.metaKey):
            following = dom.by_id(cells.split(box))
            if following is not None:
                self.go(following)
        elif key == "Enter":
            self._next(box, -1 if event.shiftKey else 1)
        elif key == "Escape" and self.pulled is not None:
            self.forget()
        elif key == "Escape":
            cells.cancel(box)
        elif key == "F2" and box.hasAttribute("data-rang"):
            row = self.timetable.slots.row_at(of(box, "rang"))
            dom.focus_text(row.select_one("[name=debut]"))
        elif key in LEVELS:
            self._up_or_down(box, LEVELS[key], event.shiftKey)
        elif key in ("Delete", "Backspace") and box.hasAttribute("data-rang") and _is_whole(box):
            box.value = cells.before = ""
            cells.empty(box)
        elif key in SIDES and not event.shiftKey and _is_at_end(box, SIDES[key]):
            self._aside(box, SIDES[key])
        else:
            return False
        return True

    def go(self, box: Element) -> None:
        """The focus goes to a cell."""
        self.grid.show_day(dom.attribute(box, "data-jour"))
        box.focus()

    def _ordered(self) -> Any:
        """The boxes, day after day, from the morning to the evening."""
        boxes = self.grid.boxes()
        boxes.sort(key=lambda box: (RANKS[dom.attribute(box, "data-jour")], of(box, "debut"),
                                    dom.attribute(box, "data-lettre")))
        return boxes

    def _next(self, box: Element, step: int) -> None:
        """Enter goes down, then to the next day."""
        boxes = self._ordered()
        index = [one.id for one in boxes].index(box.id) + step
        if 0 <= index < len(boxes):
            self.go(boxes[index])

    def _up_or_down(self, box: Element, step: int, stretches: bool) -> None:
        if stretches:
            self.grid.cells.stretch(box, self.grid.grid.stretched(self.grid.cells.cell_of(box), step))
            return
        day, letter = dom.attribute(box, "data-jour"), dom.attribute(box, "data-lettre")
        held = [one for one in self._ordered() if dom.attribute(one, "data-jour") == day
                and (letter == "" or dom.attribute(one, "data-lettre") in ("", letter))]
        below = [one for one in held if of(one, "debut") >= of(box, "fin")] if step > 0 else \
            [one for one in held if of(one, "fin") <= of(box, "debut")]
        if below:
            self.go(below[0 if step > 0 else -1])

    def _aside(self, box: Element, step: int) -> None:
        """To the cell beside: the other week of the day, else the nearest of the next day."""
        day, boxes = RANKS[dom.attribute(box, "data-jour")], self._ordered()
        twin = [one for one in boxes if RANKS[dom.attribute(one, "data-jour")] == day
                and of(one, "debut") == of(box, "debut") and dom.attribute(box, "data-lettre")
                == ("A" if step > 0 else "B") and dom.attribute(one, "data-lettre") == ("B" if step > 0 else "A")]
        there = twin or [one for one in boxes if RANKS[dom.attribute(one, "data-jour")] == day + step]
        if there:
            there.sort(key=lambda one: abs(of(one, "debut") - of(box, "debut")))
            self.go(there[0])

    def _pull(self, event: Event) -> None:
        """The handle of a cell is taken: note where each row ends on the screen."""
        if not event.target.classList.contains("poignee") or event.button:
            return
        event.preventDefault()
        box = event.target.parentElement.select_one(".case")
        event.target.setPointerCapture(event.pointerId)
        self.pulled = event.target
        self.ends = [(row.getBoundingClientRect().bottom, hours[1]) for row, hours
                     in zip(self.grid.holder.select("tbody tr"), self.grid.grid.bounds) if hours[1] > of(box, "debut")]
        self.end = of(box, "fin")

    def _pulling(self, event: Event) -> None:
        if self.pulled is None or not self.ends:
            return
        near = self.ends[:]
        near.sort(key=lambda one: abs(one[0] - event.clientY))
        self.end = near[0][1]
        box = self.pulled.parentElement.select_one(".case")
        cell = dom.closest(self.pulled, "td").getBoundingClientRect()
        self.pulled.style.height = str(max(24, near[0][0] - cell.top)) + "px"
        self.pulled.classList.add("tiree")
        self.pulled.textContent = in_words((of(box, "debut"), self.end))

    def _let(self, event: Event) -> None:
        """The handle is let go: the slot lasts until there."""
        if self.pulled is None:
            return
        box, end = self.pulled.parentElement.select_one(".case"), self.end
        self.forget()
        if end != of(box, "fin"):
            self.grid.cells.stretch(box, end)
        self.go(dom.by_id(box.id))

    def forget(self) -> None:
        """Nothing is pulled any more, and nothing has changed."""
        if self.pulled is not None:
            self.pulled.classList.remove("tiree")
            self.pulled.style.height = ""
            self.pulled.textContent = ""
        self.pulled = None


def _is_whole(box: Element) -> bool:
    """Whether all that a box holds is selected."""
    return box.selectionStart == 0 and box.selectionEnd == len(box.value)


def _is_at_end(box: Element, side: int) -> bool:
    """Whether the caret goes no further on that side."""
    return _is_whole(box) or box.selectionStart == box.selectionEnd == (len(box.value) if side > 0 else 0)
