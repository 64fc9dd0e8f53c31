"""The day that the page shows, and the present moment. The core never reads it, and nothing else here reads a clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import window

from pid_rules.words import dates, horaires
from pid_rules.words.horaires import moment_in_words
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from typing import Any


def today() -> int:
    """Day number of the day that the page shows: the same for all that is on the screen, until « pid-jour »
    (js/boot/day.js)."""
    return cast("int", dates.parse_iso(window.pidDay))


def now() -> str:
    """The present local moment, « AAAA-MM-JJTHH:MM », its day and its hour read at once."""
    read = window.Date.new()
    day = cast("int", dates.day_number(read.getFullYear(), read.getMonth() + 1, read.getDate()))
    return dates.to_iso(day) + "T" + horaires.to_time(read.getHours() * 60 + read.getMinutes())


def seconds() -> int:
    """The present moment in whole seconds since 1970, UTC: it grows whatever the day that the page shows."""
    return int(window.Date.now() / 1000)


def elapsed() -> Any:
    """Milliseconds since the page was opened, with their fractions, to tell how long a work lasts."""
    return window.performance.now()


def hour_in_words(moment: str) -> str:
    """« 14 h 32 » from « 2026-11-24T14:32 », « 14 h 00 » too."""
    hour, minute = moment[11:13], moment[14:16]
    return str(int(hour)) + NBSP + "h" + NBSP + minute


def saved_in_words(moment: str) -> str:
    """« Enregistré à 14 h 32 », with the day once it is no longer that of the page."""
    return "Enregistré " + ("à " + hour_in_words(moment) if moment[:10] == window.pidDay
                            else "le " + moment_in_words(moment))


def school_year() -> str:
    """The school year of today, which is taken to begin in August so that a September dossier can be prepared."""
    year, month, _ = dates.parts(today())
    first = year if month >= 8 else year - 1
    return str(first) + "-" + str(first + 1)
