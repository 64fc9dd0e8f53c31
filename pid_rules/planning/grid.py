"""A week model as a grid: its rows are hours, its columns days, its cells slots or room for one.

The headers of the rows are the hours of the school's lessons. The grid is cut at every start and end: what stands on no
header is drawn where it is. A day that alternates has two columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.form.options import COLLEGE
from pid_rules.planning.letters import LETTERS

if TYPE_CHECKING:
    from typing import TypeAlias

    from pid_rules.planning.weeks import Slot

    Hours: TypeAlias = tuple[int, int]
    Room: TypeAlias = tuple[int, str, int, int]
    """(day, letter, start, end) of an empty cell that somebody asked for."""

DAYS = 7
EVERY_WEEK = ""


def timed(slots: list[Slot]) -> list[int]:
    """The ranks of the slots that have a place in the grid: a day and two hours, one after the other."""
    return [rank for rank in range(len(slots))
            if None not in (slots[rank].day, slots[rank].start, slots[rank].end) and not slots[rank].inverted]


def headers(slots: list[Slot], asked: list[Hours], others: list[Hours]) -> list[Hours]:
    """The hours of the rows, in order, none of which overlaps another.

    First those that somebody ``asked`` for, unless lessons that were moved since are across them, then those of most
    lessons of the week, the shortest first; those of the ``others`` where the week has no lesson yet.
    """
    lessons = [(slots[rank].start, slots[rank].end) for rank in timed(slots) if slots[rank].place == COLLEGE]
    counts: dict[Hours, int] = {}
    for hours in lessons if lessons or asked else others:
        counts[hours] = (counts[hours] if hours in counts else 0) + 1
    often = sorted(counts, key=lambda hours: (-counts[hours], hours[1] - hours[0], hours[0]))
    found: list[Hours] = []
    kept = [hours for hours in asked if hours in counts or not [one for one in lessons if _crosses(one, hours)]]
    for start, end in kept + often:
        if not [one for one in found if start < one[1] and one[0] < end]:
            found.append((start, end))
    return sorted(found)


def _crosses(one: Hours, other: Hours) -> bool:
    """Whether two hours overlap, neither holding the other."""
    first, last = min(one, other), max(one, other)
    return first[0] < last[0] < first[1] < last[1]


class Cell:
    """One cell: ``ranks`` are those of its slots, none where it is empty; ``letter`` the column in which it stands.

    ``first`` and ``rows`` say from which row it is drawn, over how many.
    """

    def __init__(self, day: int, letter: str, start: int, end: int, ranks: list[int]) -> None:
        self.day = day
        self.letter = letter
        self.start = start
        self.end = end
        self.ranks = ranks
        self.first = self.rows = 0

    def meets(self, other: Cell) -> bool:
        """Whether two cells of a day would stand on one another."""
        return (self.start < other.end and other.start < self.end
                and (EVERY_WEEK in (self.letter, other.letter) or self.letter == other.letter))


class Grid:
    """``bounds`` are the (start, end) of the rows, ``days`` the cells of each day, in order, ``split`` the days in two
    columns."""

    def __init__(self, slots: list[Slot], headers: list[Hours], rooms: list[Room]) -> None:
        self.headers = headers
        self.days: list[list[Cell]] = [[] for _ in range(DAYS)]
        for rank in timed(slots):
            slot = slots[rank]
            self.days[cast("int", slot.day)].append(
                Cell(cast("int", slot.day), slot.letter, cast("int", slot.start), cast("int", slot.end), [rank]))
        self.split = [any([cell.letter for cell in self.days[day]] + [room[0] == day and room[1] for room in rooms])
                      for day in range(DAYS)]
        for day in range(DAYS):
            self.days[day] = _merged(self.days[day])
            self._leave_room(day, rooms)
            self.days[day].sort(key=lambda cell: (cell.start, cell.letter))
        self.bounds = self._rows()
        self._place()

    def _leave_room(self, day: int, rooms: list[Room]) -> None:
        """Empty cells: those asked for, beside what is of one letter, then on the headers."""
        cells = self.days[day]
        for _, letter, start, end in [room for room in rooms if room[0] == day]:
            _add(cells, Cell(day, letter, start, end, []))
        for cell in [one for one in cells if one.letter and one.ranks and not self._holds_headers(one)]:
            _add(cells, Cell(day, LETTERS[1 - LETTERS.index(cell.letter)], cell.start, cell.end, []))
        for start, end in self.headers:
            for letter in (EVERY_WEEK, *(LETTERS if self.split[day] else ())):
                _add(cells, Cell(day, letter, start, end, []))

    def _holds_headers(self, cell: Cell) -> bool:
        return any([cell.start <= start and end <= cell.end and (start, end) != (cell.start, cell.end)
                    for start, end in self.headers])

    def _rows(self) -> list[Hours]:
        held = [(cell.start, cell.end) for cells in self.days for cell in cells] + self.headers
        cuts = sorted({bound for hours in held for bound in hours})
        pieces = [(cuts[index], cuts[index + 1]) for index in range(len(cuts) - 1)]
        return [piece for piece in pieces if any([start <= piece[0] < end for start, end in held])]

    def _place(self) -> None:
        for cells in self.days:
            for cell in cells:
                cell.first, cell.rows = self.span(cell.start, cell.end)

    def lasts(self, row: int) -> int:
        """The minutes of a row."""
        return self.bounds[row][1] - self.bounds[row][0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """(first row, number of rows) of some hours."""
        held = [row for row in range(len(self.bounds)) if start <= self.bounds[row][0] < end]
        return (held[0], len(held)) if held else (0, 0)

    def stretched(self, cell: Cell, step: int) -> int | None:
        """Where a cell ends once it is stretched to the next header below, or with -1 drawn back to the one above."""
        ends = {end for _, end in self.bounds if end > cell.start}
        if step < 0:
            above = [end for end in ends if end < cell.end]
            return max(above) if above else None
        below = [end for _, end in self.headers if end > cell.end] or [end for end in ends if end > cell.end]
        return min(below) if below else None

    def is_free(self, cell: Cell, end: int) -> bool:
        """Whether a cell may last until ``end`` without covering another slot."""
        longer = Cell(cell.day, cell.letter, cell.start, end, [])
        return not [one for one in self.days[cell.day] if one.ranks and one is not cell and one.meets(longer)]


def _add(cells: list[Cell], made: Cell) -> None:
    if not [cell for cell in cells if cell.meets(made)]:
        cells.append(made)


def _merged(cells: list[Cell]) -> list[Cell]:
    """The cells of a day, those that would stand on one another as one."""
    found: list[Cell] = []
    for cell in sorted(cells, key=lambda cell: (cell.start, cell.letter)):
        while True:
            met = [one for one in found if one.meets(cell)]
            if not met:
                break
            found.remove(met[0])
            cell = _both(met[0], cell)
        found.append(cell)
    return found


def _both(one: Cell, other: Cell) -> Cell:
    letter = one.letter if one.letter == other.letter else EVERY_WEEK
    return Cell(one.day, letter, min(one.start, other.start), max(one.end, other.end), one.ranks + other.ranks)
