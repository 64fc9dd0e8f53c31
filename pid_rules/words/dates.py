"""Calendar arithmetic on day numbers.

A day is an integer, 1 for 0001-01-01 (the ordinal of ``datetime.date``, which the tests use as an oracle), so that
rules compare and subtract integers. Monday has weekday 0.
"""

from __future__ import annotations

from typing import cast

from pid_rules.words.visible import NBSP

DAYS_OF_WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
RANKS = {day: rank for rank, day in enumerate(DAYS_OF_WEEK)}
SATURDAY, SUNDAY = 5, 6
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
          "novembre", "décembre")
SHORT_MONTHS = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DIGITS = "0123456789"


def is_number(text: str) -> bool:
    """Whether text is made of the ten ASCII digits only (``str.isdigit`` accepts « ² »)."""
    return text != "" and text.strip(_DIGITS) == ""


def is_leap(year: int) -> bool:
    """Whether the Gregorian year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """Number of days of a month, 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int | None:
    """Day number of a date, or None where no such day exists (31 April, year 0)."""
    if not 1 <= year <= 9999 or not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    before = year - 1
    total = before * 365 + before // 4 - before // 100 + before // 400
    return total + _BEFORE[month - 1] + (1 if month > 2 and is_leap(year) else 0) + day


def parse_iso(text: str) -> int | None:
    """Day number of an ISO date « AAAA-MM-JJ », or None where the text is not one."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    year, month, day = text[:4], text[5:7], text[8:]
    if not (is_number(year) and is_number(month) and is_number(day)):
        return None
    return day_number(int(year), int(month), int(day))


def parts(number: int) -> tuple[int, int, int]:
    """(year, month, day) of a day number."""
    year = min(number * 400 // 146097 + 2, 9999)  # 146 097 days in 400 years: one or two years too late
    start = cast("int", day_number(year, 1, 1))
    while start > number:
        year -= 1
        start = cast("int", day_number(year, 1, 1))
    rest = number - start
    leap = 1 if is_leap(year) else 0
    month = rest // 31 + 1  # right, or one month too early
    if month < 12 and rest >= _BEFORE[month] + (leap if month > 1 else 0):
        month += 1
    return year, month, rest - _BEFORE[month - 1] - (leap if month > 2 else 0) + 1


def pad(number: int, width: int) -> str:
    """The number written with leading zeros, as in « 07 »."""
    text = str(number)
    return "0" * (width - len(text)) + text


def to_iso(number: int) -> str:
    """ISO date « AAAA-MM-JJ » of a day number."""
    year, month, day = parts(number)
    return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2)


def in_words(number: int) -> str:
    """The date as a French sentence says it: « 1er septembre 2026 »."""
    year, month, day = parts(number)
    return ("1er" if day == 1 else str(day)) + NBSP + MONTHS[month - 1] + NBSP + str(year)


def short(number: int) -> str:
    """« 12 janv. »."""
    _, month, day = parts(number)
    return ("1er" if day == 1 else str(day)) + NBSP + SHORT_MONTHS[month - 1]


def short_days(weekdays: list[int]) -> str:
    """« mar. et jeu. »."""
    return _listed([DAYS_OF_WEEK[rank][:3] + "." for rank in sorted(weekdays)])


def full_days(weekdays: list[int]) -> str:
    """« mardi et jeudi »."""
    return _listed([DAYS_OF_WEEK[rank] for rank in sorted(weekdays)])


def _listed(words: list[str]) -> str:
    return " et ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def weekday(number: int) -> int:
    """0 for Monday to 6 for Sunday."""
    return (number - 1) % 7


def monday_of(number: int) -> int:
    """Day number of the Monday of that week."""
    return number - weekday(number)


def birthday(born: int, years: int) -> int:
    """Day on which someone born on day ``born`` reaches that age.

    A birth on 29 February counts on 1 March in common years: protections last one day longer.
    """
    year, month, day = parts(born)
    if month == 2 and day == 29 and not is_leap(year + years):
        return cast("int", day_number(year + years, 3, 1))
    return cast("int", day_number(year + years, month, day))


def age(born: int, on: int) -> int:
    """Age in full years (« âge révolu ») on a day, negative before birth."""
    years = parts(on)[0] - parts(born)[0]
    return years if on >= birthday(born, years) else years - 1
