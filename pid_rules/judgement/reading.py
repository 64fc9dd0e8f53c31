"""Every answer of a dossier, parsed once in one walk, with what the entry rules say of it.

The walk is the costly part of a judgement: it names a place only when there is something to say of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.asked import is_asked
from pid_rules.dossier.paths import get, is_blank, lists_around, steps_of
from pid_rules.dossier.references import identifiers
from pid_rules.dossier.structure import tree
from pid_rules.form.options import COLLEGE
from pid_rules.judgement.item import Item
from pid_rules.judgement.report import CLE, FILE_FORMAT, FMT, REQ, Finding
from pid_rules.questions.kinds import BLOQUANT, INFORMATION
from pid_rules.words.declared import declared
from pid_rules.words.pays import is_french

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.dossier.structure import Node
    from pid_rules.questions.designations import ItemReference
    from pid_rules.questions.schema import Block, Field, Form
    from pid_rules.shapes import Dossier, Json

TWIN = declared("Repère – Un autre élément de cette liste porte déjà ce repère, ou il désigne le collège : supprimez "
                "cet élément, puis ajoutez-le de nouveau.")
UNKNOWN_KEY = declared("Information inconnue de cette version : elle est conservée telle quelle dans le fichier.")


class Reading:
    """What was read of a dossier at a step, "" for none: nothing is then said to be missing.

    ``root`` is the Item of the whole dossier: its values are the answers and lists that stand in no list. With a
    ``place``, the path of an item, only this item is read and is ``root``.
    """

    def __init__(self, form: Form, step: str, dossier: Dossier, place: str = "") -> None:
        self.form = form
        self.step = step
        self.dossier = dossier
        self.entry: dict[str, Finding] = {}
        self.unknown: list[Finding] = []
        self.designated: dict[str, list[str]] = {}
        self.in_order = True
        self.root = Item(place, {})
        if place:
            self._walk(_node_at(form, place), get(dossier, place), place + ".", self.root)
        else:
            self._walk(tree(form), dossier, "", self.root)
            self._look_for_twins()

    def again(self, field: Field, path: str) -> None:
        """Read one answer again."""
        item = self._item_holding(field, path)
        if item is not None:
            if path in self.entry:
                del self.entry[path]
            item.values[field.path] = self._read(field, get(self.dossier, path), path, "")
            item.touched()
            self.in_order = False
        if field.frees is not None:
            self.again(field.frees, path[:len(path) - len(field.name)] + field.frees.name)

    def entry_findings(self) -> list[Finding]:
        """What the entry rules say, in the order of the file, then the keys that the format does not name."""
        if not self.in_order:
            paths = sorted(self.entry, key=self._rank)
            self.entry = {path: self.entry[path] for path in paths}
            self.in_order = True
        return [self.entry[path] for path in self.entry] + self.unknown

    def _rank(self, path: str) -> list[int]:
        """Where a path stands in the file: the position of each of its parts."""
        rank: list[int]
        node, rank = tree(self.form), []
        for step in steps_of(path):
            if isinstance(step, int):
                rank.append(step)
                node = node.below["[]"]
            else:
                rank.append(list(node.below).index(step))
                node = node.below[step]
        return rank

    def _item_holding(self, field: Field, path: str) -> Item | None:
        """The item whose value this answer is, or None where the dossier has no such place."""
        item = self.root
        for pattern, index in lists_around(field.path, path):
            items = item.values[pattern]
            if index >= len(items):
                return None
            item = items[index]
        return item

    def _walk(self, node: Node, value: Json, prefix: str, holder: Item) -> None:
        """Read what stands under one level of the file, in its order; ``prefix`` ends with its point."""
        held = value if isinstance(value, dict) else {}
        values = holder.values
        named = 1 if node.numbered and "id" in held else 0
        for child in node.read:
            key = child.key
            given = None
            if key in held:
                given = held[key]
                named += 1
                known = child.known
                if known is not None and isinstance(given, str) and given in known:  # most answers of a large dossier
                    values[child.path] = known[given]
                    continue
            if child.field is not None:
                values[child.path] = self._read(child.field, given, prefix, key)
            elif child.block is not None:
                values[child.path] = self._walk_list(child, given if isinstance(given, list) else [], prefix + key,
                                                     holder)
            elif child.children:
                self._walk(child, given, prefix + key + ".", holder)
        if named != len(held):
            for key in held:
                if key not in node.below:
                    self.unknown.append(Finding(CLE, INFORMATION, [prefix + key], UNKNOWN_KEY, FILE_FORMAT))

    def _walk_list(self, node: Node, values: list[Json], path: str, holder: Item) -> list[Item]:
        """The items of a list, each read."""
        block = cast("Block", node.block)
        if not values and block.missing and self.step in block.required_at and self._with(block):
            self.entry[path] = Finding(REQ, BLOQUANT, [path], block.missing, FILE_FORMAT)
        below = node.below["[]"]
        items: list[Item] = []
        for index in range(len(values)):
            place = path + "." + str(index)
            item = Item(place, {}, block.path, holder)
            items.append(item)
            if below.field is not None:
                item.values[below.field.path] = self._read(below.field, values[index], place, "")
            else:
                self._walk(below, values[index], place + ".", item)
        return items

    def _read(self, field: Field, value: Json, prefix: str, key: str) -> Any:
        """What the rules see of an answer; note what is missing or wrong in it."""
        kind = field.kind
        known = kind.known
        if known is not None and isinstance(value, str) and value in known:
            return known[value]
        if value is None or value == "" or is_blank(value):
            if field.asked_when is not None and not is_asked(self.dossier, field, prefix + key):
                return field.asked_when.unasked
            if field.missing != "" and self._required(field, prefix + key):
                self.entry[prefix + key] = Finding(REQ, BLOQUANT, [prefix + key], field.missing, FILE_FORMAT)
            return None
        parsed, wrong = kind.read(value)
        if wrong is not None and field.freed_by is not None and self._is_abroad(field, prefix + key):
            wrong = None
        if wrong is None:
            if kind.target is not None and parsed not in self._designated(cast("ItemReference", kind)):
                wrong = cast("ItemReference", kind).gone()
            elif known is not None:
                known[cast("str", value)] = parsed
        if wrong is not None:
            self.entry[prefix + key] = Finding(FMT, wrong.severity, [prefix + key],
                                               field.label + " – " + wrong.message, FILE_FORMAT)
        return parsed

    def _is_abroad(self, field: Field, path: str) -> bool:
        """Whether the answer that frees this one names a country other than France."""
        country = get(self.dossier, path[:len(path) - len(field.name)] + cast("Field", field.freed_by).name)
        return isinstance(country, str) and not is_blank(country) and not is_french(country)

    def _look_for_twins(self) -> None:
        """An identifier that two items of a list bear, or that stands for the collège, designates neither."""
        for pattern in self.form.block:
            if self.form.block[pattern].designated:
                borne = {COLLEGE: True}
                for item in self._items(pattern):
                    identifier = item.values[self.form.block[pattern].identifier.path]
                    if identifier in borne:
                        place = self.form.block[pattern].identifier.at(item.path)
                        self.entry[place] = Finding(FMT, BLOQUANT, [place], TWIN, FILE_FORMAT)
                        self.in_order = False
                    elif identifier is not None:
                        borne[identifier] = True

    def _items(self, pattern: str) -> list[Item]:
        """Every item of the lists of a pattern."""
        within = self.form.block[pattern].within
        if within == "":
            return self.root.values[pattern]
        found: list[Item] = []
        for holder in self._items(within):
            found += holder.values[pattern]
        return found

    def _designated(self, kind: ItemReference) -> list[str]:
        """The identifiers that a reference may hold; sought once."""
        if kind.scope not in self.designated:
            self.designated[kind.scope] = identifiers(self.dossier, kind)
        return self.designated[kind.scope]

    def _required(self, field: Field, path: str) -> bool:
        if self.step not in field.required_at:
            return False
        for root in self.form.nullable:
            if path[:len(root) + 1] == root + "." and get(self.dossier, root) is None \
                    and self.step not in self.form.nullable[root]:
                return False
        return self._with(field)

    def _with(self, asked: Field | Block) -> bool:
        """Whether what makes a question or list needed, if anything does, is in the dossier."""
        return asked.needed_with is None or not is_blank(get(self.dossier, asked.needed_with.path))


def answer_of(dossier: Dossier, field: Field) -> Any:
    """What the rules see of one answer that stands in no list, None where it is blank."""
    value = get(dossier, field.path)
    return None if is_blank(value) else field.kind.read(value)[0]


def _node_at(form: Form, place: str) -> Node:
    """The level of the file at which a place stands."""
    node = tree(form)
    for step in steps_of(place):
        node = node.below["[]" if isinstance(step, int) else step]
    return node
