"""What is typed in the grid of a week: the hours of a row, and names that are completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import emploi_du_temps as edt
from pid_rules.planning.lessons import BREAK, HOUR
from pid_rules.planning.stage_weeks import SLOTS
from pid_rules.words import horaires
from pid_rules.words.alike import plain
from pid_rules.words.horaires import DAY, parse_time, to_time
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.planning.grid import Hours

BEFORE_NOON = (11 * HOUR + 30, 13 * HOUR)
"""Hours at which the last lesson of a morning ends: what follows it is not proposed."""
FEWEST = 3
"""Lessons from which hours are those of half a day: two may be one long row."""
BREAK_AFTER = 2
"""Lessons before the break of half a day."""


def read_hours(typed: str, length: int) -> Hours | None:
    """(start, end) in minutes of « 8h05-9h », or of « 8h05 » alone for a lesson of that length."""
    both = horaires.read_range(typed)
    if both is not None:
        return _minutes(both[0]), _minutes(both[1])
    start = horaires.read_time(typed)
    if start is None or _minutes(start) + length >= DAY:
        return None
    return _minutes(start), _minutes(start) + length


def read_rows(typed: str, length: int, lesson: int | None) -> list[Hours]:
    """The rows of « 8h05-12h 13h30-16h30 », cut into lessons, or of the hours of one row; none of another text."""
    presence = horaires.read_presence(typed)
    if presence is None:
        hours = read_hours(typed, length)
        return [] if hours is None else lessons_within(hours, lesson)
    first, pause, again, last = [_minutes(moment) for moment in presence]
    return lessons_within((first, pause), lesson) + lessons_within((again, last), lesson)


def lessons_within(hours: Hours, lesson: int | None) -> list[Hours]:
    """The lessons of half a day, what is left of it being a break after the second one; the hours as they are where
    that is no break, or where they may be one long row."""
    length = lesson or HOUR
    count = (hours[1] - hours[0]) // length
    left = hours[1] - hours[0] - count * length
    if count < FEWEST or left > BREAK:
        return [hours]
    starts = [hours[0] + rank * length + (left if rank >= BREAK_AFTER else 0) for rank in range(count)]
    return [(start, start + length) for start in starts]


def _minutes(moment: str) -> int:
    return parse_time(moment) or 0


def length_after(headers: list[Hours], lesson: int | None) -> int:
    """How long a row is of which only the start is typed: as the one before, else as a lesson."""
    return headers[-1][1] - headers[-1][0] if headers else lesson or HOUR


def following(headers: list[Hours], lesson: int | None) -> Hours | None:
    """The hours proposed for the next row: it begins where the last one ends, unless that is for lunch."""
    if not headers or BEFORE_NOON[0] <= headers[-1][1] <= BEFORE_NOON[1]:
        return None
    start = headers[-1][1]
    end = start + length_after(headers, lesson)
    return (start, end) if end < DAY else None


def written(hours: Hours) -> str:
    """« 8h05-9h », as people type it."""
    return "-".join([horaires.in_words(one).replace(NBSP, "") for one in hours])


def in_words(hours: Hours) -> str:
    """« 8 h 05 – 9 h »."""
    return " – ".join([horaires.in_words(one) for one in hours])


def with_hours(slots: list[Any], before: Hours, after: Hours) -> tuple[list[Any], int]:
    """The slots of the file of which those that stand exactly on a row have its new hours, and how many they are."""
    old = (to_time(before[0]), to_time(before[1]))
    made: list[Any] = []
    count = 0
    for slot in slots:
        if (get(slot, edt.CRENEAU_DEBUT.name), get(slot, edt.CRENEAU_FIN.name)) == old:
            slot = dict(slot)
            slot.update({edt.CRENEAU_DEBUT.name: to_time(after[0]), edt.CRENEAU_FIN.name: to_time(after[1])})
            count += 1
        made.append(slot)
    return made, count


def names_used(weeks: list[Any], first: int) -> list[str]:
    """The names to complete with first: those of the week of that rank, the most frequent first, then those of the
    others."""
    found: list[str] = []
    for week in [weeks[first]] + weeks[:first] + weeks[first + 1:]:
        counts: dict[str, int] = {}
        slots: Any = get(week, SLOTS) or []
        for slot in slots:
            name = get(slot, edt.CRENEAU_ACTIVITE.name)
            if isinstance(name, str) and not is_blank(name):
                counts[name] = (counts[name] if name in counts else 0) + 1
        found += [name for name in sorted(counts, key=lambda name: -counts[name]) if name not in found]
    return found


def completed(typed: str, names: list[str]) -> str:
    """The first name that begins with what is typed, whatever its case and its accents, else "".

    Whole words typed may be the whole name: « Anglais » waits for its next letter to become « Anglais LV1 ».
    """
    wanted = plain(typed)
    for name in names if wanted.strip() else []:
        if plain(name[:len(typed)]) == wanted and name[len(typed):len(typed) + 1] not in ("", " "):
            return name
    return ""
