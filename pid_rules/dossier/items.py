"""The items of the lists of a file: added, copied, and the identifiers that they bear (« O1 », « L2 »), given once."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import concrete, get, is_blank, pattern_of, put
from pid_rules.dossier.structure import blank_item
from pid_rules.questions.schema import Block, Field
from pid_rules.words.dates import is_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier, Json


def taken(dossier: Dossier) -> dict[str, bool]:
    """Every identifier that the file holds: {identifier: True}."""
    found: dict[str, bool] = {}
    _gather(dossier, found)
    return found


def _gather(value: Json, found: dict[str, bool]) -> None:
    if isinstance(value, dict):
        identifier = value["id"] if "id" in value else None
        if isinstance(identifier, str):
            found[identifier] = True
        for key in value:
            _gather(value[key], found)
    elif isinstance(value, list):
        for item in value:
            _gather(item, found)


def new_identifier(block: Block, holder: Json, known: dict[str, bool], items: Iterable[Json] = ()) -> str:
    """An identifier that the file has not, added to ``known``: the letters of the block, under those of ``holder``.

    It comes after those of ``items``: that of an item removed between two others is not given again.
    """
    prefix = block.ids
    if isinstance(holder, dict) and "id" in holder and not is_blank(holder["id"]):
        prefix = cast("str", holder["id"]) + block.ids
    number = 1 + max([_number_after(prefix, item) for item in items] + [0])
    while prefix + str(number) in known:
        number += 1
    known[prefix + str(number)] = True
    return prefix + str(number)


def _number_after(prefix: str, item: Json) -> int:
    identifier = item["id"] if isinstance(item, dict) and "id" in item else ""
    rest = identifier[len(prefix):] if isinstance(identifier, str) and identifier[:len(prefix)] == prefix else ""
    return int(rest) if is_number(rest) and len(rest) < 7 else 0


def identify(form: Form, dossier: Dossier, place: str = "") -> None:
    """Give an identifier to each item that has none, or that of an item before it; ``place`` limits it to one item and
    its lists."""
    known = taken(dossier)
    met: dict[str, bool] = {}
    for pattern in form.block:
        block = form.block[pattern]
        for path in concrete(dossier, pattern) if block.ids else ():
            if path[:len(place)] == place:
                _identify_items(block, get(dossier, path), get(dossier, path.rpartition(".")[0]), known, met)


def _identify_items(block: Block, items: Json, holder: Json, known: dict[str, bool], met: dict[str, bool]) -> None:
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            identifier = item["id"] if "id" in item else ""
            if not isinstance(identifier, str) or is_blank(identifier) or (identifier in met and not block.designated):
                item["id"] = identifier = new_identifier(block, holder, known)
            met[identifier] = True


def as_new(item: Json) -> Any:
    """A copy of an item in which nothing bears an identifier: what is copied is not the same thing."""
    if isinstance(item, dict):
        return {key: "" if key == "id" else as_new(item[key]) for key in item}
    if isinstance(item, list):
        return [as_new(one) for one in item]
    return item


def add_item(form: Form, dossier: Dossier, pattern: str, path: str) -> str:
    """Append a new item to a list and return its concrete path."""
    items = get(dossier, path)
    if not isinstance(items, list):
        items = cast("list[Json]", [])
        put(dossier, path, items)
    item = blank_item(form, pattern)
    block = form.block[pattern]
    if block.ids:
        item["id"] = new_identifier(block, get(dossier, path.rpartition(".")[0]), taken(dossier), items)
    if block.ranked:
        given = [get(one, block.ranked) for one in items]
        item[block.ranked] = 1 + max([len(items)] + [one for one in given if isinstance(one, int)])
    for field in block.contents:
        if isinstance(field, Field) and (field.common or field.each):
            item[field.name] = ([*_proposed(dossier, field, [get(one, field.name) for one in items]),
                                 item[field.name]])[0]
    items.append(item)
    return path + "." + str(len(items) - 1)


def _proposed(dossier: Dossier, field: Field, given: list[Json]) -> list[Json]:
    """What a new item may answer at once, after the answers ``given`` by the others."""
    if field.common:
        return [one for one in given if one in field.common]
    things = get(dossier, field.kind.target.path) if field.kind.target is not None else None
    names = [get(one, "id") for one in things] if isinstance(things, list) else []
    return [name for name in names if not is_blank(name) and name not in given]


def _place_of(path: str) -> tuple[str, int]:
    """The list in which the answer at a path stands, "" for none, and the rank of its item."""
    parts = path.split(".")
    ranks = [index for index in range(len(parts)) if is_number(parts[index])]
    return (".".join(parts[:ranks[-1]]), int(parts[ranks[-1]])) if ranks else ("", 0)


def begin_item(form: Form, dossier: Dossier, path: str) -> bool:
    """Add to its list the item of an answer that is shown after the last one; whether it was."""
    listed, rank = _place_of(path)
    items = get(dossier, listed) if listed else None
    if listed == "" or rank != (len(items) if isinstance(items, list) else 0):
        return False
    add_item(form, dossier, pattern_of(listed), listed)
    return True


def end_item(dossier: Dossier, path: str) -> bool:
    """Take the last item of a list out where the answer at ``path`` was all that it held; whether it was."""
    listed, rank = _place_of(path)
    items = get(dossier, listed) if listed else None
    if not isinstance(items, list) or rank != len(items) - 1:
        return False
    last = items[-1]
    if isinstance(last, dict) and [key for key in last if key != "id" and not is_blank(last[key])] \
            or not isinstance(last, dict) and not is_blank(last):
        return False
    items.pop()
    return True


def tick_item(form: Form, dossier: Dossier, pattern: str, path: str, value: str) -> str:
    """Begin the item of a box that is ticked above a list, among the others in the order of the boxes; gives its
    concrete path."""
    block = form.block[pattern]
    order = [one for one, _ in block.boxes]
    made = get(dossier, add_item(form, dossier, pattern, path))
    items = cast("list[Any]", get(dossier, path))
    if block.alike and len(items) > 1:
        made = {**as_new(items[-2]), "id": cast("Any", made)["id"]}
    items.pop()
    cast("Any", made)[block.ticked] = value
    after = [index for index in range(len(items))
             if items[index][block.ticked] in order and order.index(items[index][block.ticked]) > order.index(value)]
    rank = (after + [len(items)])[0]
    put(dossier, path, items[:rank] + [made] + items[rank:])
    return path + "." + str(rank)


def copied(form: Form, dossier: Dossier, pattern: str, path: str, index: int) -> str:
    """Put after an item of a list another that is like it, without what only happens to one; gives its concrete
    path."""
    block = form.block[pattern]
    items = cast("list[Json]", get(dossier, path))
    made = as_new(items[index])
    _forget(block, made)
    if block.ids:
        made["id"] = new_identifier(block, get(dossier, path.rpartition(".")[0]), taken(dossier), items)
    put(dossier, path, items[:index + 1] + [made] + items[index + 1:])
    place = path + "." + str(index + 1)
    identify(form, dossier, place)
    return place


def _forget(block: Block, item: Json) -> None:
    """Leave blank in an item what is ``once``."""
    for content in block.contents:
        if content.role == "heading":
            continue
        within = content.path[len(block.path) + 3:]
        held = get(item, within) if within else None
        if content.once and held is not None:
            put(cast("Dossier", item), within, [] if isinstance(content, Block) else content.kind.blank)
        elif isinstance(content, Block) and isinstance(held, list):
            for one in held:
                _forget(content, one)


def is_in_order(block: Block, items: Json) -> bool:
    """Whether each item of a list says no other rank than its place; a former file may have given others."""
    given = [get(item, block.ranked) for item in items] if isinstance(items, list) and block.ranked else []
    return all([is_blank(given[index]) or given[index] == index + 1 for index in range(len(given))])


def write_ranks(block: Block, items: Json) -> None:
    """Write in each item of a list its place, where the list has ranks."""
    for index in range(len(items) if isinstance(items, list) and block.ranked else 0):
        put(cast("Any", items)[index], block.ranked, index + 1)
