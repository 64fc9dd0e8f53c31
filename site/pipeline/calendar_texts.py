"""School years as their texts name them: ``calendar_texts.toml``, in words, read and checked.

The day that a text names for the end of classes is a day of class until its end: holidays begin the day after, and end
on the eve of the day when classes resume.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jours_feries_france import JoursFeries

from pid_rules.sources.every import ALL
from pid_rules.words.dates import DAYS_OF_WEEK, MONTHS

if TYPE_CHECKING:
    from typing import Any

TEXTS = Path(__file__).with_suffix(".toml")
ZONES = ("A", "B", "C")
HOLIDAYS = ("toussaint", "noel", "hiver", "printemps")
KEYS = ("source", "rentree", *HOLIDAYS, "ete")
WORDS = re.compile(r"(\w+) (1er|\d+) (\w+) (\d{4})")
ONE = timedelta(days=1)
SUNDAY = 6


class Incomplete(Exception):
    """A text that gives no whole school year; the message says what is wrong, in French."""


def read(path: Path = TEXTS) -> dict[int, dict]:
    """What each text names, by first calendar year, in order; raises Incomplete where a text cannot be used."""
    try:
        texts = {int(year): text for year, text in sorted(tomllib.loads(path.read_text(encoding="utf-8")).items())}
    except ValueError as error:
        raise Incomplete(f"{path.name} ne se lit pas : {error}") from None
    for year, text in texts.items():
        _check_whole(year, text)
    for year in texts:
        _check_dates(texts, year)
    return texts


def name(year: int) -> str:
    """« 2026-2027 »."""
    return f"{year}-{year + 1}"


def school_year(texts: dict[int, dict], zone: str, year: int) -> tuple[date, list[tuple[date, date | None]]]:
    """(rentrée, days without class as inclusive intervals, the summer last) of a school year.

    The summer ends with None where no text names the next rentrée.
    """
    text = texts[year]
    holidays = [tuple(day(words) for words in _named(text[holiday], zone)) for holiday in HOLIDAYS]
    intervals = [(last + ONE, back - ONE) for last, back in holidays] + _bridges(text)
    following = day(texts[year + 1]["rentree"]) - ONE if year + 1 in texts else None
    return day(text["rentree"]), sorted(intervals) + [(day(text["ete"]) + ONE, following)]


def day(words: str) -> date:
    """The date that « mardi 1er septembre 2026 » names; raises Incomplete where there is none, or on another day."""
    found = WORDS.fullmatch(words)
    try:
        weekday, number, month, year = cast("re.Match[str]", found).groups()
        named = date(int(year), MONTHS.index(month) + 1, int(number.removesuffix("er")))
    except (AttributeError, ValueError):
        raise Incomplete(f"« {words} » n’est pas une date comme « mardi 1er septembre 2026 ».") from None
    if DAYS_OF_WEEK[named.weekday()] != weekday:
        raise Incomplete(f"« {words} » : ce jour est un {DAYS_OF_WEEK[named.weekday()]}.")
    return named


def in_words(named: date) -> str:
    """« mardi 1er septembre 2026 »."""
    number = "1er" if named.day == 1 else str(named.day)
    return f"{DAYS_OF_WEEK[named.weekday()]} {number} {MONTHS[named.month - 1]} {named.year}"


def is_never_class(named: date) -> bool:
    """Whether a date is a Sunday or a public holiday, without class whatever a calendar says."""
    return named.weekday() == SUNDAY or named in JoursFeries.for_year(named.year).values()


def _named(holiday: Any, zone: str) -> Any:
    """The days of a holiday, the same in every zone or written by zone."""
    return holiday[zone] if isinstance(holiday, dict) else holiday


def _bridges(text: dict[str, Any]) -> list[tuple[date, date]]:
    """The days that the text takes from classes, one interval with the Sundays and public holidays that touch them."""
    intervals = []
    for taken in map(day, text.get("sans_classe", [])):
        first = last = taken
        while is_never_class(first - ONE):
            first -= ONE
        while is_never_class(last + ONE):
            last += ONE
        if intervals and first <= intervals[-1][1] + ONE:
            first = intervals.pop()[0]
        intervals.append((first, last))
    return intervals


def _check_whole(year: int, text: dict[str, Any]) -> None:
    """Raise Incomplete with what a text does not give, of its source and of each holiday of each zone."""
    lacking = [key for key in KEYS if key not in text]
    for key in HOLIDAYS:
        if isinstance(text.get(key), dict):
            lacking += [f"{key}.{zone}" for zone in ZONES if zone not in text[key]]
    if lacking:
        raise Incomplete(f"{name(year)} : il manque {', '.join(lacking)}.")
    if text["source"] not in [source.id for source in ALL]:
        raise Incomplete(f"{name(year)} : le texte « {text['source']} » n’est pas dans pid_rules/sources.")
    if [key for key in HOLIDAYS for zone in ZONES if len(_named(text[key], zone)) != 2]:
        raise Incomplete(f"{name(year)} : des vacances ont deux dates, la fin des cours et la reprise.")


def _check_dates(texts: dict[int, dict[str, Any]], year: int) -> None:
    """Raise Incomplete where the dates of a year do not follow one another, or the year those before it."""
    if year - 1 not in texts and year != min(texts):
        raise Incomplete(f"{name(year)} : il manque d’abord l’année {name(year - 1)}.")
    for zone in ZONES:
        try:
            _check_order(*school_year(texts, zone, year), year)
        except Incomplete as reason:
            raise Incomplete(f"{name(year)}, zone {zone} : {reason}") from None


def _check_order(rentree: date, holidays: list[tuple[date, date | None]], year: int) -> None:
    """Raise Incomplete where the dates of a zone do not follow one another inside the school year."""
    last = date(year, 1, 1)
    for opening, closing in [(rentree, rentree), *holidays]:
        closing = closing or opening
        if not last < opening <= closing:
            raise Incomplete(f"les dates ne se suivent pas, vers le {in_words(opening)}.")
        last = closing
    if (rentree.year, last.year) != (year, year + 1):
        raise Incomplete("les dates sortent de l’année.")
