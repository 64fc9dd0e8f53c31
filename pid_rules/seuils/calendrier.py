"""School years as day numbers, by zone, and public holidays. Nothing here is invented: an unknown year is None."""

from __future__ import annotations

from typing import cast

from pid_rules.seuils.vacances import ANNEES, FERIES
from pid_rules.words.dates import SATURDAY, monday_of, parse_iso, parts, weekday

_known: dict[str, SchoolYear] = {}
_public: dict[int, list[int]] = {}


class SchoolYear:
    """One school year of one zone, in day numbers.

    - ``start``: the rentrée of the pupils.
    - ``end``: the eve of the next one, or None while it is not published.
    - ``last_class_day``: the eve of the summer holidays.
    - ``holidays``: the (first, last) days without class of every holiday, both included, the summer last. The day that
      the calendar names is a day of class until its end: holidays begin the day after.
    - ``known_until``: the last day that surely belongs to the year. It is its end, else the first day of the summer,
      where ``holidays`` stop too.
    """

    def __init__(self, year: int, start: int, holidays: list[tuple[int, int | None]]) -> None:
        self.year = year
        self.start = start
        self.end = holidays[-1][1]
        self.last_class_day = holidays[-1][0] - 1
        self.known_until = holidays[-1][0] if self.end is None else self.end
        self.holidays = cast("list[tuple[int, int]]", holidays[:-1]) + [(holidays[-1][0], self.known_until)]

    def is_over(self, day: int) -> bool | None:
        """Whether a day comes after the year; None where the next rentrée, not published, decides.

        Of a rentrée that is not published one thing is sure: it comes in the year that its school year is named after.
        """
        if day <= self.known_until:
            return False
        return True if self.end is not None or parts(day)[0] > self.year + 1 else None


def school_year(zone: str, year: int) -> SchoolYear | None:
    """The school year that begins in the calendar year, or None where the calendar of that zone is unknown."""
    key = zone + " " + str(year)
    if key not in _known:
        if zone not in ANNEES or year not in ANNEES[zone]:
            return None
        start, holidays = ANNEES[zone][year]
        _known[key] = SchoolYear(year, cast("int", parse_iso(start)),
                                 [(cast("int", parse_iso(first)), None if last is None else parse_iso(last))
                                  for first, last in holidays])
    return _known[key]


def school_year_of(zone: str, day: int) -> SchoolYear | None:
    """The school year in which a day surely falls, or None where it is unknown."""
    year = parts(day)[0]
    for candidate in (school_year(zone, year), school_year(zone, year - 1)):
        if candidate is not None and candidate.start <= day <= candidate.known_until:
            return candidate
    return None


def holiday_days(zone: str, first: int, last: int) -> list[int] | None:
    """Days of school holidays from ``first`` to ``last``, in order; None where one end is outside known years."""
    beginning, ending = school_year_of(zone, first), school_year_of(zone, last)
    if beginning is None or ending is None:
        return None
    days: list[int] = []
    for year in range(beginning.year, ending.year + 1):
        for opening, closing in cast("SchoolYear", school_year(zone, year)).holidays:
            days += list(range(max(opening, first), min(closing, last) + 1))
    return days


def weeks_of_class(zone: str, first: int, last: int) -> int | None:
    """Number of calendar weeks that hold a day of class, Monday to Friday, from ``first`` to ``last``.

    None where one end is outside known years.
    """
    off = holiday_days(zone, first, last)
    if off is None:
        return None
    closed = set(off)
    open_weeks: set[int] = set()
    for day in range(first, last + 1):
        if weekday(day) < SATURDAY and day not in closed:
            open_weeks.add(monday_of(day))
    return len(open_weeks)


def public_holidays(year: int) -> list[int] | None:
    """Day numbers of the public holidays of a calendar year, or None where it is unknown."""
    if year not in _public:
        if year not in FERIES:
            return None
        _public[year] = [cast("int", parse_iso(holiday)) for holiday in FERIES[year]]
    return _public[year]


def is_public_holiday(day: int) -> bool | None:
    """Whether a day is a public holiday, or None where the year is unknown."""
    holidays = public_holidays(parts(day)[0])
    return None if holidays is None else day in holidays


def closures(zone: str, first: int, last: int) -> list[tuple[int, int, bool]] | None:
    """(first day, last day, whether it is a public holiday) of what closes the collège from ``first`` to ``last``.

    School holidays, then public holidays, in order; None where one end is outside known years.
    """
    beginning, ending = school_year_of(zone, first), school_year_of(zone, last)
    if beginning is None or ending is None:
        return None
    found: list[tuple[int, int, bool]] = []
    for year in range(beginning.year, ending.year + 1):
        found += [(opening, closing, False) for opening, closing in cast("SchoolYear", school_year(zone, year)).holidays
                  if closing >= first and opening <= last]
    public = public_closures(first, last)
    return None if public is None else found + public


def public_closures(first: int, last: int) -> list[tuple[int, int, bool]] | None:
    """The same of public holidays alone, which are those of every zone; None where a year is unknown."""
    found: list[tuple[int, int, bool]] = []
    for year in range(parts(first)[0], parts(last)[0] + 1):
        holidays = public_holidays(year)
        if holidays is None:
            return None
        found += [(day, day, True) for day in holidays if first <= day <= last]
    return found
