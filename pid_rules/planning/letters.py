"""Weeks A and B: one slot, or one line of hours, may hold one week in two. A letter has a date once Mondays are
given."""

from __future__ import annotations

from typing import cast

from pid_rules.form.options import LETTRES
from pid_rules.seuils.calendrier import holiday_days
from pid_rules.words import dates
from pid_rules.words.dates import monday_of

LETTERS = tuple([letter for letter, _ in LETTRES])
WEEK = 7
LOOKED_AT = 6
"""Weeks among which two hold class: no holidays but those of summer last so long."""


def holds(letter: str, index: int) -> bool:
    """Whether what bears a letter, "" for every week, holds in the weeks of that index: 0 for A, 1 for B."""
    return letter == "" or letter == LETTERS[index]


def mean(one: int, other: int) -> int:
    """The mean of the minutes of weeks A and B, a half upwards."""
    return (one + other + 1) // 2


def times(weekday: int, first: int, last: int) -> int:
    """How many days of that weekday from ``first`` to ``last``."""
    earliest = first + (weekday - dates.weekday(first)) % WEEK
    return (last - earliest) // WEEK + 1 if earliest <= last else 0


def larger_half(count: int) -> int:
    """Of weeks of which nobody said the letter, how many may be of one letter."""
    return (count + 1) // 2


def fortnights(first: int, last: int, zone: str) -> list[int]:
    """One Monday in two, from a first one, but for those of school holidays."""
    off = holiday_days(zone, first, last) or []
    return [monday for monday in range(first, last + 1, 2 * WEEK) if monday not in off]


def first_mondays(begin: int, zone: str) -> list[int]:
    """The Mondays of the first two weeks of class from a day on, one of which begins a week A."""
    monday = monday_of(begin)
    off = holiday_days(zone, monday, monday + LOOKED_AT * WEEK) or []
    return [monday + rank * WEEK for rank in range(LOOKED_AT) if monday + rank * WEEK not in off][:2]


class Alternation:
    """The weeks A that are known. ``mondays`` are their day numbers, never deduced from the parity of weeks."""

    def __init__(self, mondays: list[int]) -> None:
        self.mondays = set([monday_of(day) for day in mondays])
        self.first = min(self.mondays) if self.mondays else None
        self.last = max(self.mondays) + WEEK if self.mondays else None

    def index(self, monday: int) -> int | None:
        """0 where that Monday begins a week A, 1 for a week B, None where nobody said: outside of those given."""
        if self.first is None or not self.first <= monday <= cast("int", self.last):
            return None
        return 0 if monday in self.mondays else 1

    def times(self, weekday: int, first: int, last: int, letter: str) -> int:
        """How many days of that weekday from ``first`` to ``last`` are in the weeks of a letter, "" for every week."""
        if letter == "":
            return times(weekday, first, last)
        if self.first is None:
            return larger_half(times(weekday, first, last))
        begins, ends = max(first, self.first), min(last, cast("int", self.last) + WEEK - 1)
        if begins > ends:
            return larger_half(times(weekday, first, last))
        known = len([monday for monday in self.mondays if begins <= monday + weekday <= ends])
        if letter == LETTERS[1]:
            known = times(weekday, begins, ends) - known
        return larger_half(times(weekday, first, begins - 1)) + known + larger_half(times(weekday, ends + 1, last))

    def variants(self, monday: int) -> list[tuple[int, int]]:
        """[(index of the week, index of the week that follows)] which may begin on that Monday: one where both are
        known."""
        known, following = self.index(monday), self.index(monday + WEEK)
        if known is not None:
            return [(known, one) for one in (0, 1) if following is None or following == one]
        return [(one, 1 - one if following is None else following) for one in (0, 1)]
