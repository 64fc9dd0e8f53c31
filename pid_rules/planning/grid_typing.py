"""What is typed in the grid of a week: the hours of a row, and names that are completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import emploi_du_temps as edt
from pid_rules.planning.lessons import HOUR
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


def read_hours(typed: str, length: int) -> Hours | None:
    """(start, end) in minutes of « 8h05-9h », or of « 8h05 » alone for a lesson of that length."""
    both = horaires.read_range(typed)
    if both is not None:
        return _minutes(both[0]), _minutes(both[1])
    start = horaires.read_time(typed)
    if start is None or _minutes(start) + length >= DAY:
        return None
    return _minutes(start), _minutes(start) + length


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


def names_used(weeks: list[Any], first: int, known: list[str]) -> list[str]:
    """The names to complete with: those of the week of that rank, the most frequent first, those of the others, then
    the ones that are ``known``."""
    found: list[str] = []
    for week in [weeks[first]] + weeks[:first] + weeks[first + 1:]:
        counts: dict[str, int] = {}
        slots: Any = get(week, SLOTS) or []
        for slot in slots:
            name = get(slot, edt.CRENEAU_ACTIVITE.name)
            if isinstance(name, str) and not is_blank(name):
                counts[name] = (counts[name] if name in counts else 0) + 1
        found += [name for name in sorted(counts, key=lambda name: -counts[name]) if name not in found]
    return found + [name for name in known if name not in found]


def completed(typed: str, names: list[str]) -> str:
    """The first name that begins with what is typed, whatever its case and its accents, else ""."""
    wanted = plain(typed)
    for name in names if wanted.strip() else []:
        if len(name) > len(typed) and plain(name[:len(typed)]) == wanted:
            return name
    return ""
