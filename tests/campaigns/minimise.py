"""The smallest dossier that still shows a difference: keys and items are taken away as long as it stays."""

from tests.campaigns.engines import different

TOGETHER = 40
"""Candidates judged in one exchange with Node."""


def minimised(brython, case):
    """The case, reduced, with both reports of it."""
    while True:
        smaller = _one_step(brython, case)
        if smaller is None:
            return case, *different(brython, [case])[0][1:]
        case = smaller


def _one_step(brython, case):
    candidates = [{**case, "dossier": _without(case["dossier"], place)} for place in _places(case["dossier"])]
    for start in range(0, len(candidates), TOGETHER):
        found = different(brython, candidates[start:start + TOGETHER])
        if found:
            return candidates[start + found[0][0]]
    return None


def _places(value, above=()):
    """Every place of the tree that could be taken away, the largest parts first."""
    found, level = [], [(above, value)]
    while level:
        below = []
        for place, held in level:
            keys = list(held) if isinstance(held, dict) else range(len(held)) if isinstance(held, list) else ()
            below += [((*place, key), held[key]) for key in keys]
        found += [place for place, _ in below]
        level = below
    return found


def _without(value, place):
    """A copy of the tree without one place."""
    if len(place) == 1:
        if isinstance(value, dict):
            return {key: held for key, held in value.items() if key != place[0]}
        return [held for index, held in enumerate(value) if index != place[0]]
    changed = dict(value) if isinstance(value, dict) else list(value)
    changed[place[0]] = _without(value[place[0]], place[1:])
    return changed


def first_difference(mine, other, path="rapport"):
    """One sentence: where two JSON values first differ, with both values, or which engine fails, with its reason."""
    failed = [f"{engine} raises {report['raised']}" for engine, report in (("CPython", mine), ("Brython", other))
              if isinstance(report, dict) and "raised" in report]
    if failed:
        return f"{path}: {', '.join(failed)}"
    if isinstance(mine, dict) and isinstance(other, dict) and mine.keys() == other.keys():
        pairs = [(path + "." + key, mine[key], other[key]) for key in mine]
    elif isinstance(mine, list) and isinstance(other, list) and len(mine) == len(other):
        pairs = [(f"{path}[{index}]", left, right) for index, (left, right) in enumerate(zip(mine, other))]
    else:
        return f"{path}: CPython {mine!r}, Brython {other!r}"
    for below, left, right in pairs:
        if left != right:
            return first_difference(left, right, below)
    return f"{path}: both {mine!r}"
