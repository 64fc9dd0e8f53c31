"""Reading and writing answers in a dossier by their path.

A concrete path names one answer (``stages.0.horaires.1.fin``), a pattern names a question
(``stages[].horaires[].fin``). The dossier is the tree of dicts and lists of its JSON file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.words.dates import is_number, parse_iso

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier, Json


def is_blank(value: Json) -> bool:
    """Whether a question is unanswered: "", spaces, null, or an empty list or block."""
    if value is None:
        return True
    if isinstance(value, str):
        return value.strip() == ""
    return isinstance(value, (list, dict)) and len(value) == 0


def pattern_of(path: str) -> str:
    """``stages.0.visites.1.date`` → ``stages[].visites[].date``; a list of texts: ``engagements.eleve[]``."""
    pattern = ""
    for part in path.split("."):
        if is_number(part):
            pattern += "[]"
        else:
            pattern += ("." if pattern else "") + part
    return pattern


# Paths already split: an evaluation reads the same few hundred paths again and again.
_STEPS: dict[str, tuple[int | str, ...]] = {}


def steps_of(path: str) -> tuple[int | str, ...]:
    """The path as a tuple of keys and list indices."""
    if path not in _STEPS:
        _STEPS[path] = tuple([int(part) if is_number(part) else part for part in path.split(".")])
    return _STEPS[path]


def get(dossier: Any, path: str) -> Json:
    """The value at a concrete path, or None where any part of it is missing."""
    value: Json = dossier
    for step in steps_of(path):
        if isinstance(step, int):
            if not isinstance(value, list) or step >= len(value):
                return None
            value = value[step]
        else:
            if not isinstance(value, dict) or step not in value:
                return None
            value = value[step]
    return value


def day_at(dossier: Any, path: str) -> int | None:
    """Day number of the date at a concrete path, or None where no date stands there."""
    value = get(dossier, path)
    return parse_iso(value) if isinstance(value, str) else None


def put(dossier: Dossier, path: str, value: Json) -> None:
    """Write a value at a concrete path, making the blocks and list items that are missing on the way."""
    steps = steps_of(path)
    place: Any = dossier
    for position in range(len(steps) - 1):
        step, following = steps[position], steps[position + 1]
        below: Any = _held(place, step)
        if not isinstance(below, list if isinstance(following, int) else dict):
            below = [] if isinstance(following, int) else {}
            _hold(place, step, below)
        place = cast("Any", below)
    _hold(place, steps[-1], value)


def _held(place: Any, step: int | str) -> Any:
    if isinstance(step, int):
        return place[step] if step < len(place) else None
    return place[step] if step in place else None


def _hold(place: Any, step: int | str, value: Json) -> None:
    if isinstance(step, int):
        while len(place) <= step:
            place.append(None)
    place[step] = value


def concrete(dossier: Dossier, pattern: str) -> list[str]:
    """Every concrete path of a pattern in this dossier, in order; one path where the pattern has no list."""
    if "[]" not in pattern:
        return [pattern]
    found = [""]
    pieces = pattern.split("[]")
    for position in range(len(pieces)):
        found = [prefix + pieces[position] for prefix in found]
        if position < len(pieces) - 1:
            longer: list[str] = []
            for prefix in found:
                items = get(dossier, prefix)
                if isinstance(items, list):
                    for index in range(len(items)):
                        longer.append(prefix + "." + str(index))
            found = longer
    return found


def fill(pattern: str, path: str) -> str:
    """The concrete path of ``pattern`` under the list items that ``path`` stands in.

    ``fill("stages[].debut", "stages.2.horaires.0")`` is ``stages.2.debut``.
    """
    if "[]" not in pattern:
        return pattern
    indices = [part for part in path.split(".") if is_number(part)]
    filled = ""
    pieces = pattern.split("[]")
    for position in range(len(pieces)):
        filled += pieces[position]
        if position < len(pieces) - 1:
            filled += "." + indices[position]
    return filled


def lists_around(pattern: str, path: str) -> list[tuple[str, int]]:
    """The lists that a concrete path goes through: (pattern of the list, index in it) from the outermost.

    ``lists_around("stages[].horaires[].fin", "stages.0.horaires.1.fin")`` is [("stages", 0), ("stages[].horaires", 1)].
    """
    indices = [int(part) for part in path.split(".") if is_number(part)]
    pieces = pattern.split("[]")
    return [("[]".join(pieces[:position + 1]), indices[position]) for position in range(len(indices))]
