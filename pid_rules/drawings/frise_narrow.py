"""The timeline from top to bottom, for a telephone: a line for each week, in letters of 12 points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.drawings.canvas import Canvas
from pid_rules.drawings.measure import cut
from pid_rules.words import dates

if TYPE_CHECKING:
    from pid_rules.drawings.canvas import Drawing
    from pid_rules.drawings.course import Course, OneWeek

WIDTH = 320
SIZE = 12
LINE = 17
MONDAY, BAND, BAND_WIDTH, LANES, LANE, MOST_LANES = 30, 34, 22, 60, 9, 3
WORDS = LANES + LANE * MOST_LANES + 6
MOST_LINES = 4
"""Lines of one week; the table says the rest."""


def drawing(course: Course, alt: str) -> Drawing:
    """The timeline, as high as it has weeks."""
    canvas = Canvas(WIDTH)
    lanes = _lanes(course)
    month = 0
    y = 0
    for week in course.weeks:
        if dates.parts(week.first)[1] != month:
            month = dates.parts(week.first)[1]
            y += LINE
            canvas.text(0, y - 5, SIZE, dates.MONTHS[month - 1] + " " + str(dates.parts(week.first)[0]), "strong")
        y = _week(canvas, course, week, lanes, y)
    return canvas.drawing(y + 2, alt)


def _week(canvas: Canvas, course: Course, week: OneWeek, lanes: list[int], y: int) -> int:
    """One week from ``y`` on; where it ends."""
    lines = _lines(course, week)
    height = LINE * max(1, len(lines))
    canvas.text(MONDAY, y + LINE - 5, SIZE, str(dates.parts(week.monday)[2]), "muted", "end")
    kind = "holiday" if course.is_off(week) else week.kind
    if kind:
        canvas.rect(BAND, y, BAND_WIDTH, height, kind)
    if week.letter and not course.is_off(week):
        canvas.text(BAND + BAND_WIDTH // 2, y + LINE - 5, SIZE, week.letter, "strong", "middle")
    for rank, run in enumerate(course.runs):
        if run.first <= week.last and week.first <= run.last and lanes[rank] < MOST_LANES:
            canvas.rect(LANES + LANE * lanes[rank], y, LANE - 2, height, run.kind)
    for rank, words in enumerate(lines):
        canvas.text(WORDS, y + LINE * (rank + 1) - 5, SIZE, words)
    return y + height


def _lanes(course: Course) -> list[int]:
    """The lane of each stage, in which no other runs in the same weeks."""
    ends: list[int] = []
    found: list[int] = []
    for run in course.runs:
        free = [lane for lane in range(len(ends)) if ends[lane] < dates.monday_of(run.first)]
        lane = free[0] if free else len(ends)
        ends = ends[:lane] + [run.last] + ends[lane + 1:]
        found.append(lane)
    return found


def _lines(course: Course, week: OneWeek) -> list[str]:
    """What begins or happens in a week."""
    last = max(week.last, week.monday + 6 if week is course.weeks[-1] else week.last)
    found = [(run.first, "dès le " + str(dates.parts(run.first)[2]) + " : " + run.words()) for run in course.runs
             if week.first <= run.first <= last]
    found += [(one.day, str(dates.parts(one.day)[2]) + " : " + one.words) for one in course.moments
              if week.first <= one.day <= last]
    found.sort(key=lambda one: one[0])
    lines = [cut(words, WIDTH - WORDS, SIZE) for _, words in found]
    if course.is_off(week) and not lines:
        lines = ["vacances"]
    if len(lines) > MOST_LINES:
        lines = lines[:MOST_LINES - 1] + ["+ " + str(len(lines) - MOST_LINES + 1) + " autres"]
    return lines
