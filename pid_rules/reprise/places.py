"""The places of the week at which an agenda has lessons, and the weeks in which each could be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.reprise.lesson import Lesson
from pid_rules.words.dates import monday_of, weekday

if TYPE_CHECKING:
    from collections.abc import Iterable


class Seen:
    """One lesson of one day, as an agenda has it."""

    def __init__(self, day: int, start: int, end: int, name: str) -> None:
        self.day = day
        self.weekday = weekday(day)
        self.start = start
        self.end = end
        self.name = name
        self.key = "|".join([str(self.weekday), str(start), str(end), name])


class Place:
    """A lesson at its place in the week: the Mondays of the weeks in which it was seen, and of those in which it could
    be."""

    def __init__(self, first: Seen) -> None:
        self.lesson = Lesson(first.weekday, first.start, first.end, first.name)
        self.held: dict[int, bool] = {}
        self.open: list[int] = []

    def count(self, mondays: Iterable[int]) -> tuple[int, int]:
        """(times seen, times it could be) in some weeks."""
        could = [monday for monday in mondays if monday in self.open]
        return len([monday for monday in could if monday in self.held]), len(could)


def places_of(seen: list[Seen], closed: dict[int, bool]) -> list[Place]:
    """The places of the week, in order, with the weeks in which each was open."""
    found: dict[str, Place] = {}
    for one in seen:
        found.setdefault(one.key, Place(one)).held[monday_of(one.day)] = True
    days = {one.day: True for one in seen}
    opened = [_opened(rank, days, closed) for rank in range(7)]
    places = sorted([found[key] for key in found], key=_order)
    for place in places:
        place.open = opened[place.lesson.day]
    return places


def _order(place: Place) -> tuple[int, int, int, str, str]:
    return place.lesson.place


def _opened(rank: int, days: dict[int, bool], closed: dict[int, bool]) -> list[int]:
    """The Mondays of the weeks in which a weekday was of class.

    A day without any lesson was not, though nothing says so, but on a weekday that is often empty: its only lessons may
    be of one week in two.
    """
    first, last = min(days), max(days)
    could = [day for day in range(first, last + 1)
             if weekday(day) == rank and (day not in closed or day in days)]
    had = [day for day in could if day in days]
    return [monday_of(day) for day in (had if 4 * len(had) >= 3 * len(could) else could)]
