"""The timeline across a page: months, Mondays, weeks, stages in lanes, then marks whose words never meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.drawings.canvas import Canvas
from pid_rules.drawings.measure import cut, first_that_fits, width_of
from pid_rules.words import dates

if TYPE_CHECKING:
    from pid_rules.drawings.canvas import Drawing
    from pid_rules.drawings.course import Course, Moment, Run

WIDTH = 483
SIZE = 8
"""Points of all words: paper shows no smaller letters well."""
MONTHS, MONDAYS, BAND, BAND_HEIGHT = 8, 17, 20, 14
LANES = BAND + BAND_HEIGHT + 2
LANE, MOST_LANES = 13, 3
MARK_ROW, MOST_MARK_ROWS = 10, 3
GAP = 3
MOST_NAMED = 3
"""Échéances of one day that are named."""


def drawing(course: Course, width: int, alt: str) -> Drawing:
    """The timeline, at most 110 points high."""
    return _Wide(course, width).drawing(alt)


class _Wide:
    """One drawing under way; ``left_out`` is how many stages and marks have no room for their words."""

    def __init__(self, course: Course, width: int) -> None:
        self.course = course
        self.width = width
        self.canvas = Canvas(width)
        self.first = dates.monday_of(cast("int", course.first))
        self.days = dates.monday_of(cast("int", course.last)) + 7 - self.first
        self.left_out = 0

    def drawing(self, alt: str) -> Drawing:
        self._months()
        self._band()
        lanes = self._lanes()
        base = LANES + LANE * lanes
        rows = self._marks(base, MOST_MARK_ROWS if lanes < MOST_LANES else MOST_MARK_ROWS - 1)
        end = base + (4 + MARK_ROW * rows if rows else 0)
        self._legend(end + 9)
        return self.canvas.drawing(end + 11, alt)

    def x(self, day: int) -> int:
        """Where a day begins."""
        return min(self.width, max(0, (day - self.first) * self.width // self.days))

    def _months(self) -> None:
        """The name of each month where it begins, with its year where there is room."""
        starts = [self.first] + [day for day in range(self.first + 1, self.first + self.days)
                                 if dates.parts(day)[2] == 1]
        for rank, day in enumerate(starts):
            year, month, _ = dates.parts(day)
            x, end = self.x(day), self.x(starts[rank + 1]) if rank + 1 < len(starts) else self.width
            if rank:
                self.canvas.line(x, 1, x, BAND, "muted")
            short = dates.SHORT_MONTHS[month - 1]
            room = end - x - 2 * GAP
            words = short if width_of(short + " " + str(year), SIZE) > room else short + " " + str(year)
            if width_of(words, SIZE) <= room:
                self.canvas.text(x + 2, MONTHS, SIZE, words, "strong")

    def _band(self) -> None:
        """The weeks, with their Mondays and their letters, then the holidays."""
        step = 1 if self.width * 7 // self.days > 2 * GAP + SIZE else 2
        for rank, week in enumerate(self.course.weeks):
            x, end = self.x(week.first), self.x(week.last + 1)
            if week.kind:
                self.canvas.rect(x, BAND, end - x, BAND_HEIGHT, week.kind)
            number = str(dates.parts(week.monday)[2])
            start = self.x(week.monday) + 1
            if rank % step == 0 and start + width_of(number, SIZE) <= self.width:
                self.canvas.text(start, MONDAYS, SIZE, number, "muted")
        for first, last in self.course.off:
            x, end = self.x(first), self.x(last + 1)
            self.canvas.rect(x, BAND, max(1, end - x), BAND_HEIGHT, "holiday")
            self._holiday_name(x, end)
        for week in self.course.weeks:
            x, end = self.x(week.first), self.x(week.last + 1)
            if week.letter and not self.course.is_off(week) and end - x > SIZE:
                self.canvas.text((x + end) // 2, BAND + 10, SIZE, week.letter, "strong", "middle")

    def _holiday_name(self, x: int, end: int) -> None:
        words = "vacances"
        room = width_of(words, SIZE)
        if room + 2 * GAP <= end - x:
            self.canvas.rect((x + end - room) // 2 - 1, BAND + 3, room + 2, BAND_HEIGHT - 6, "paper")
            self.canvas.text((x + end) // 2, BAND + 9, SIZE, words, "ink", "middle")

    def _lanes(self) -> int:
        """The stages, each in the first lane where it and its words meet no other; how many lanes."""
        ends: list[int] = []
        for run in self.course.runs:
            x, end = self.x(run.first), max(self.x(run.last + 1), self.x(run.first) + 3)
            start, words, kind = self._named(run, x, end)
            from_x, to_x = min(x, start), max(end, start + width_of(words, SIZE))
            free = [lane for lane in range(len(ends)) if ends[lane] + GAP <= from_x]
            if not free and len(ends) < MOST_LANES:
                ends.append(0)
                free = [len(ends) - 1]
            if not free:
                self.left_out += 1
                continue
            ends[free[0]] = to_x
            y = LANES + LANE * free[0]
            self.canvas.rect(x, y, end - x, LANE - 2, run.kind)
            self.canvas.text(start, y + 8, SIZE, words, kind)
        return len(ends)

    def _named(self, run: Run, x: int, end: int) -> tuple[int, str, str]:
        """(where its words begin, words, class): within its bar, else on the side where there is more room."""
        within = end - x - 2 * GAP
        choices = [run.words(), run.name]
        inside = "on" if run.kind == "stage" else "strong"
        if width_of(run.name, SIZE) <= within:
            return x + GAP, first_that_fits(choices, within, SIZE), inside
        after, before = self.width - end - GAP, x - GAP
        words = first_that_fits(choices, min(max(after, before), self.width // 3), SIZE)
        return (end + GAP, words, "ink") if after >= before else (x - GAP - width_of(words, SIZE), words, "ink")

    def _marks(self, top: int, most: int) -> int:
        """A line for each day on which something happens, and its words where there is room; how many rows of words.

        From the last day to the first, words stand to the right of their line, below those that they would meet: no
        line crosses any words.
        """
        reached: list[int] = []
        for day, words, kind in reversed(self._days()):
            x = self.x(day)
            if kind == "today":
                self.canvas.line(x, BAND - 2, x, BAND + BAND_HEIGHT + 2, kind)
            start, end = (x + 2, x + 2 + width_of(words, SIZE))
            if end > self.width and not reached:
                start, end = x - 2 - width_of(words, SIZE), x
            row = 0
            while row < len(reached) and end + GAP > reached[row] > x + 1:
                row += 1
            if row < len(reached) and reached[row] <= x + 1 or row == most or end > self.width or start < 0:
                self.left_out += 1
                self.canvas.line(x, top - 1, x, top + 3, kind)
                continue
            if row == len(reached):
                reached.append(self.width)
            reached = [min(x, start) - 2] * (row + 1) + reached[row + 1:]
            y = top + MARK_ROW * (row + 1)
            self.canvas.line(x, top - 1, x, y, kind)
            self.canvas.text(start, y, SIZE, words, "ink" if kind == "today" else "mark")
        return len(reached)

    def _days(self) -> list[tuple[int, str, str]]:
        """(day, words, class) of each day on which something happens within the drawing."""
        found: dict[int, list[Moment]] = {}
        for one in self.course.moments:
            if self.first <= one.day < self.first + self.days:
                found.setdefault(one.day, []).append(one)
        return [(day, _together(found[day]), found[day][0].kind) for day in sorted(found)]

    def _legend(self, y: int) -> None:
        """What each shape is, then how much is left to the table."""
        shown = {shape[-1] for shape in self.canvas.shapes if shape[0] == "rect"}
        left = "+ " + str(self.left_out) + " sans nom" if self.left_out else ""
        self.canvas.text(self.width, y, SIZE, left, "muted", "end")
        room = self.width - (width_of(left, SIZE) + 2 * GAP if left else 0)
        x = 0
        for kind, words in LEGEND:
            long = 10 + width_of(words, SIZE)
            if kind in shown and x + long <= room:
                self.canvas.rect(x, y - 6, 7, 6, kind)
                self.canvas.text(x + 9, y, SIZE, words, "muted")
                x += long + 8


LEGEND = (("college", "semaine ordinaire"), ("changed", "semaine aménagée"), ("blank", "sans semaine type"),
          ("stage", "stage"), ("other", "mini-stage"), ("holiday", "vacances, jours fériés"))


def _together(moments: list[Moment]) -> str:
    """The words of one day, « visite, O1 »."""
    names: list[str] = []
    for one in moments:
        if one.short not in names:
            names.append(one.short)
    if len(names) > MOST_NAMED:
        names = names[:MOST_NAMED - 1] + ["+" + str(len(names) - MOST_NAMED + 1)]
    return cut(", ".join(names), WIDTH // 4, SIZE)
