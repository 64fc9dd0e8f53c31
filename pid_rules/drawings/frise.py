"""The timeline (« frise ») of a parcours: drawn wide for paper, narrow for a telephone, as a table, and told."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.drawings import frise_narrow, frise_wide
from pid_rules.drawings.course import Course
from pid_rules.words import dates
from pid_rules.words.typography import french
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.drawings.canvas import Drawing
    from pid_rules.judgement.item import Item

UNDATED = "Le calendrier n’est pas dessiné : le début ou la fin du parcours n’est pas indiqué."
HEAD = ("Date", "Ce qui se passe")
"""Headings of the table."""


class Frise:
    """The timeline of a dossier that was read (``Answers.root``, ``planning.draft.read``) on a day, in the calendar of
    a zone.

    ``known`` is whether there is something to draw; ``text`` tells the drawing, or why there is none.
    """

    def __init__(self, root: Item, today: int, zone: str) -> None:
        self.course = Course(root, today, zone)
        self.known = self.course.first is not None
        self.text = french(_told(self.course) if self.known else UNDATED)

    def wide(self, width: int = frise_wide.WIDTH) -> Drawing:
        """Drawn across a page, at most 110 points high; to be asked only where something is known."""
        return frise_wide.drawing(self.course, width, self.text)

    def narrow(self, width: int = frise_narrow.WIDTH) -> Drawing:
        """Drawn from top to bottom, a line for each week, in letters of 12 points; the same."""
        return frise_narrow.drawing(self.course, self.text, width)

    def rows(self) -> list[list[str]]:
        """[date, what happens], in order: all that the drawing shows, and what it has no room for."""
        course = self.course
        found = [(one.day, dates.in_words(one.day), one.words) for one in course.moments]
        found += [(run.first, _period(run.first, run.last), "Stage" + NBSP + ": " + run.told()) for run in course.runs]
        if course.known:
            found += [(first, _period(first, last), "Vacances ou jours fériés") for first, last in course.off]
        for model in course.models:
            if model.is_placed():
                first, last = cast("int", model.first), cast("int", model.last)
                found.append((first, _period(first, last), "Semaine type " + model.called()))
        found.sort(key=lambda one: one[0])
        return [[french(when), french(what)] for _, when, what in found]


def _period(first: int, last: int) -> str:
    """« du 5 janvier 2027 au 29 janvier 2027 »."""
    return dates.in_words(first) if first == last else "du " + dates.in_words(first) + " au " + dates.in_words(last)


def _told(course: Course) -> str:
    """The drawing in a few sentences."""
    first, last = cast("int", course.first), cast("int", course.last)
    off = len([week for week in course.weeks if course.is_off(week)])
    count = len(course.weeks)
    said = "Calendrier, " + _period(first, last) + " : " + _counted(count, "semaine")
    said += ", dont " + str(off) + " de vacances (zone " + course.zone + ")." if off else "."
    if not course.known:
        said += " Les vacances de cette période ne sont pas connues."
    if course.runs:
        said += " Stages : " + " ; ".join([run.told() + ", " + _period(run.first, run.last)
                                           for run in course.runs]) + "."
    marks = [one.short.replace("obj.", "objectif") + " le " + dates.in_words(one.day) for one in course.moments]
    return said + (" Dates : " + ", ".join(marks) + "." if marks else "")


def _counted(number: int, noun: str) -> str:
    return str(number) + NBSP + noun + ("s" if number > 1 else "")
