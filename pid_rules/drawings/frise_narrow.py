"""The timeline from top to bottom, in letters of 12 points: for a telephone a line for each week, under their month;
wider, for a sheet in large type, the month beside its first week, one line for two weeks in which nothing happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.drawings.canvas import Canvas
from pid_rules.drawings.measure import cut
from pid_rules.words import dates

if TYPE_CHECKING:
    from pid_rules.drawings.canvas import Drawing
    from pid_rules.drawings.course import Course, OneWeek

WIDTH, WIDER = 320, 483
SIZE = 12
LINE = 17
MONDAY, BESIDE = 30, 106
"""Where a Monday ends, under its month and beside it."""
BAND, BAND_WIDTH, LANES, LANE, MOST_LANES = 4, 22, 30, 9, 3
"""From the Monday: where the week begins, how wide it is, where the stages begin, how wide each is."""
WORDS = LANES + LANE * MOST_LANES + 6
MOST_LINES = 4
"""Lines of one week; the table says the rest."""


def drawing(course: Course, alt: str, width: int = WIDTH) -> Drawing:
    """The timeline, as high as it has weeks."""
    canvas = Canvas(width)
    lanes = _lanes(course)
    month = y = rank = 0
    wider = width == WIDER
    while rank < len(course.weeks):
        week = course.weeks[rank]
        if _month(week) != month:
            month = _month(week)
            name = dates.SHORT_MONTHS[month - 1] if wider else dates.MONTHS[month - 1]
            canvas.text(0, y + LINE - 5, SIZE, name + " " + str(dates.parts(week.first)[0]), "strong")
            y += 0 if wider else LINE
        both = course.weeks[rank:rank + 2]
        both = both if wider and _are_alike(course, both) else [week]
        y = _weeks(canvas, course, both, lanes, y)
        rank += len(both)
    return canvas.drawing(y + 2, alt)


def _month(week: OneWeek) -> int:
    return dates.parts(week.first)[1]


def _are_alike(course: Course, weeks: list[OneWeek]) -> bool:
    """Whether two weeks of a month have the same kind and the same stages, and nothing of their own to say."""
    if len(weeks) < 2 or _month(weeks[0]) != _month(weeks[1]):
        return False
    first, last = [(course.is_off(week), week.kind, [run.first <= week.last and week.first <= run.last
                                                     for run in course.runs]) for week in weeks]
    return first == last and not _said(course, weeks[0]) and not _said(course, weeks[1])


def _weeks(canvas: Canvas, course: Course, weeks: list[OneWeek], lanes: list[int], y: int) -> int:
    """One week from ``y`` on, or two that are alike; where they end."""
    week = weeks[0]
    monday = MONDAY if canvas.width < WIDER else BESIDE
    lines = _lines(course, week, canvas.width - monday - WORDS)
    height = LINE * max(1, len(lines))
    canvas.text(monday, y + LINE - 5, SIZE, ", ".join([str(dates.parts(one.monday)[2]) for one in weeks]), "muted",
                "end")
    kind = "holiday" if course.is_off(week) else week.kind
    if kind:
        canvas.rect(monday + BAND, y, BAND_WIDTH, height, kind)
    if not course.is_off(week):
        letters = " ".join([one.letter for one in weeks if one.letter])
        canvas.text(monday + BAND + BAND_WIDTH // 2, y + LINE - 5, SIZE, letters, "strong", "middle")
    for rank, run in enumerate(course.runs):
        if run.first <= week.last and week.first <= run.last and lanes[rank] < MOST_LANES:
            canvas.rect(monday + LANES + LANE * lanes[rank], y, LANE - 2, height, run.kind)
    for rank, words in enumerate(lines):
        canvas.text(monday + WORDS, y + LINE * (rank + 1) - 5, SIZE, words)
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


def _said(course: Course, week: OneWeek) -> list[str]:
    """What begins or happens in a week."""
    last = max(week.last, week.monday + 6 if week is course.weeks[-1] else week.last)
    found = [(run.first, "dès le " + str(dates.parts(run.first)[2]) + " : " + run.words()) for run in course.runs
             if week.first <= run.first <= last]
    found += [(one.day, str(dates.parts(one.day)[2]) + " : " + one.words) for one in course.moments
              if week.first <= one.day <= last]
    found.sort(key=lambda one: one[0])
    return [words for _, words in found]


def _lines(course: Course, week: OneWeek, room: int) -> list[str]:
    """The same on a few lines, else that it is one of holidays."""
    lines = [cut(words, room, SIZE) for words in _said(course, week)]
    if course.is_off(week) and not lines:
        lines = ["vacances"]
    if len(lines) > MOST_LINES:
        lines = lines[:MOST_LINES - 1] + ["+ " + str(len(lines) - MOST_LINES + 1) + " autres"]
    return lines
