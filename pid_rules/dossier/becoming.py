"""A dossier made equal to another in place: what holds one of its items goes on holding it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Json


def become(held: dict[str, Json], wanted: dict[str, Json], place: str = "") -> list[str]:
    """Make a dict equal to another in place; gives the paths of the answers and of the items that change."""
    found: list[str] = []
    for key in [key for key in held if key not in wanted]:
        del held[key]
        found.append(place + key)
    for key in wanted:
        found += _settle(held, key, held[key] if key in held else None, wanted[key], place + key)
    return found


def _settle(holder: Any, key: int | str, now: Json, then: Json, path: str) -> list[str]:
    if isinstance(now, dict) and isinstance(then, dict):
        return become(now, then, path + ".")
    if isinstance(now, list) and isinstance(then, list):
        return _settle_list(holder, key, now, then, path)
    if now == then and isinstance(now, bool) == isinstance(then, bool):
        return []
    holder[key] = then
    return [path]


def _settle_list(holder: Any, key: int | str, now: list[Json], then: list[Json], path: str) -> list[str]:
    """Items that stay in their places are settled one by one; else the list is another, of the same items where they
    are kept."""
    known: dict[Json, Json] = {_identifier(one): one for one in now}
    if [_identifier(one) for one in now] == [_identifier(one) for one in then]:
        found: list[str] = []
        for index in range(len(then)):
            found += _settle(now, index, now[index], then[index], path + "." + str(index))
        return found
    changed = [index for index in range(min(len(now), len(then)))
               if now[index] != then[index]] + [min(len(now), len(then))]
    holder[key] = [_same(known, one) for one in then]
    return [path + "." + str(changed[0])]


def _identifier(item: Json) -> Any:
    return item["id"] if isinstance(item, dict) and "id" in item else None


def _same(known: dict[Json, Json], item: Json) -> Json:
    """The item that bears the same identifier, made equal to this one, or this one. Of two that bear it, one only is
    taken."""
    identifier = _identifier(item)
    if not identifier or identifier not in known:
        return item
    one = known.pop(identifier)
    become(cast("dict[str, Json]", one), cast("dict[str, Json]", item))
    return one
