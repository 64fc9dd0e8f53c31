"""The time of Paris from that of Greenwich, by the rule of the last Sundays of March and October, in whole minutes."""

from __future__ import annotations

from typing import cast

from pid_rules.words.dates import SUNDAY, day_number, is_number, parts, weekday
from pid_rules.words.horaires import DAY, HOUR

SUMMER_BEGINS, SUMMER_ENDS = 3, 10
CHANGE = HOUR
"""Minute of Greenwich at which both changes are made."""


def _last_sunday(year: int, month: int) -> int:
    """Day number of the last Sunday of a month of 31 days."""
    last = cast("int", day_number(year, month, 31))
    return last - (weekday(last) - SUNDAY) % 7


def in_paris(day: int, minute: int) -> tuple[int, int]:
    """(day, minute) in Paris of a moment of Greenwich."""
    year = parts(day)[0]
    now = day * DAY + minute
    summer = _last_sunday(year, SUMMER_BEGINS) * DAY + CHANGE <= now < _last_sunday(year, SUMMER_ENDS) * DAY + CHANGE
    now += 2 * HOUR if summer else HOUR
    return now // DAY, now % DAY


def moment(stamp: str) -> tuple[int, int | None] | None:
    """(day, minute) in Paris of « 20261005T060000Z », or of a local « 2026-10-05T08:00:00 »; None of another text.

    The minute is None for a whole day.
    """
    text = stamp.strip().replace("-", "").replace(":", "").upper()
    date, has_time, time = text.partition("T")
    greenwich = time[-1:] == "Z"
    time = time[:-1] if greenwich else time
    if len(date) != 8 or not is_number(date):
        return None
    day = day_number(int(date[:4]), int(date[4:6]), int(date[6:]))
    if day is None or not has_time:
        return None if day is None else (day, None)
    if len(time) not in (4, 6) or not is_number(time) or int(time[:2]) > 23 or int(time[2:4]) > 59:
        return None
    minute = int(time[:2]) * HOUR + int(time[2:4])
    return in_paris(day, minute) if greenwich else (day, minute)
