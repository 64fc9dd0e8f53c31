"""Days and weeks that a stage takes, by the weekdays of its lines: its hours may still be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import stages
from pid_rules.planning.letters import LETTERS, larger_half, times
from pid_rules.words import dates
from pid_rules.words.dates import RANKS

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item


def weekdays(horaires: list[Item]) -> dict[int, list[str]] | None:
    """{weekday: letters in which it holds} of the lines of hours, or None where they say nothing or leave a day out."""
    named = [horaire[stages.HORAIRE_JOUR] for horaire in horaires]
    if not named or None in named:
        return None
    found: dict[int, list[str]] = {}
    for horaire in horaires:
        found.setdefault(RANKS[horaire[stages.HORAIRE_JOUR]], []).append(horaire[stages.HORAIRE_SEMAINE] or "")
    return found


def _half(letters: list[str]) -> str:
    """The letter of what holds one week in two only, "" else."""
    return letters[0] if letters[0] and all([letter == letters[0] for letter in letters]) else ""


def days(worked: dict[int, list[str]], first: int, last: int) -> int:
    """Number of days of presence, for the ``weekdays`` worked."""
    total = 0
    for weekday in worked:
        count = times(weekday, first, last)
        total += larger_half(count) if _half(worked[weekday]) else count
    return total


def weeks(worked: dict[int, list[str]], first: int, last: int, most: int) -> list[int]:
    """Mondays of the first weeks that hold a day of presence, at most ``most`` of them; every other one for a lone
    letter."""
    letters = [_half(worked[weekday]) for weekday in worked]
    step = 14 if letters[0] in LETTERS and all([letter == letters[0] for letter in letters]) else 7
    mondays: list[int] = []
    monday = dates.monday_of(first)
    while monday <= last and len(mondays) < most:
        if any([first <= monday + weekday <= last for weekday in worked]):
            mondays.append(monday)
            monday += step
        else:
            monday += 7
    return mondays
