"""The tree of a dossier file derived from the form: blank dossiers, key order, unknown keys, JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import is_blank
from pid_rules.questions.schema import Block

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from pid_rules.questions.schema import Content, Field, Form
    from pid_rules.shapes import Dossier, Json

FORMAT = "pid-dossier"
VERSION = 2
CARNET = "pid-carnet"
CARNET_VERSION = 1
"""Format of the other file that the site makes: the follow-up alone (``suivi.carnet``)."""


class Node:
    """One level of the file: what stands under each key, a question, a list or a level below.

    ``children`` are the levels of ``below`` in order, each with its own ``key``. ``path`` is the pattern of the
    question or list, ``known`` the values already read by the kind of the question: both stand here for the walk of
    ``Reading``. ``since`` is the version of the format in which the first key came there. ``read`` are the levels that
    the rules read. ``numbered`` says that the level holds an identifier that only tells its item apart.
    """

    def __init__(self, key: str = "", since: int = 1) -> None:
        self.key = key
        self.since = since
        self.children: list[Node] = []
        self.read: list[Node] = []
        self.numbered = False
        self.below: dict[str, Node] = {}
        self.field: Field | None = None
        self.block: Block | None = None
        self.path = ""
        self.known: dict[str, Any] | None = None

    def at(self, key: str, since: int = 1) -> Node:
        if key not in self.below:
            self.below[key] = Node(key, since)
            self.children.append(self.below[key])
            self.read.append(self.below[key])
        elif since < self.below[key].since:
            self.below[key].since = since
        return self.below[key]


def tree(form: Form) -> Node:
    """The levels of the file, keys in file order; items of lists stand under the key « [] ». Made once per form."""
    if form.tree is None:
        form.tree = Node()
        for key in form.keys:
            form.tree.at(key, VERSION + 1)
        for page in form.pages:
            _plant(form.tree, page.contents)
        for node in form.tree.children:
            if node.field is None and node.block is None and not node.below:
                node.since = 1
    return form.tree


def _plant(root: Node, contents: list[Content]) -> None:
    for content in contents:
        if content.role == "heading":
            continue
        node = holder = root
        for key in content.path.replace("[]", ".[]").split("."):
            holder, node = node, node.at(key, content.since)
        node.path = content.path
        if isinstance(content, Block):
            node.block = content
            _plant(root, content.contents)
        else:
            node.field = content
            node.known = content.kind.known
            if content.hidden:
                holder.numbered = True
                holder.read.remove(node)


def _blank(node: Node) -> Any:
    if node.field is not None:
        return [] if node.field.kind.blank == [] else node.field.kind.blank
    if node.block is not None:
        return []
    return {child.key: _blank(child) for child in node.children if child.since <= VERSION}


def blank_dossier(form: Form) -> Dossier:
    """A dossier in which nothing is answered: "" for texts, null for blocks not begun, [] for lists.

    The keys that wait for the next version are left out: a reader of this one would say that it knows them not.
    """
    root = tree(form)
    dossier: Dossier = {"format": FORMAT, "version": VERSION}
    for node in root.children:
        key = node.key
        if key in form.nullable:
            dossier[key] = None
        elif key not in dossier and node.since <= VERSION:
            dossier[key] = _blank(node)
    return dossier


def blank_item(form: Form, pattern: str) -> Any:
    """A new item of a list, by the pattern of its block: a dict, or "" for lists of texts."""
    node = tree(form)
    for key in pattern.replace("[]", ".[]").split("."):
        node = node.below[key]
    return _blank(node.below["[]"])


def ordered(form: Form, dossier: Dossier, version: int = VERSION) -> Dossier:
    """The dossier with its keys in file order, absent ones added blank and unknown ones kept after the others.

    The keys that came after ``version`` are added to a former file no more than any that it does not know.
    """
    return _ordered(tree(form), dossier, version, form.nullable)


def unbegin(form: Form, dossier: Dossier, path: str) -> bool:
    """Make the block in which ``path`` stands null again where nothing is left in it; whether it was."""
    key = path.split(".")[0]
    void = key in form.nullable and dossier[key] is not None and _is_void(dossier[key])
    if void:
        dossier[key] = None
    return void


def _is_void(value: Json) -> bool:
    return not [key for key in value if not _is_void(value[key])] if isinstance(value, dict) else is_blank(value)


def _ordered(node: Node, value: Json, version: int, nullable: Iterable[str] = ()) -> Any:
    if node.field is not None or (not node.below and node.block is None):
        return value if value is not None or node.field is None else node.field.kind.blank
    if node.block is not None:
        items = value if isinstance(value, list) else []
        return [_ordered(node.below["[]"], item, version) for item in items]
    if not isinstance(value, dict):
        value = {}
    result: dict[str, Any] = {}
    for child in node.children:
        key = child.key
        if key not in value and child.since > version:
            continue
        held = value[key] if key in value else None
        result[key] = None if held is None and key in nullable else _ordered(child, held, version)
    for key in value:
        if key not in node.below:
            result[key] = value[key]
    return result


def unknown_keys(form: Form, dossier: Dossier) -> list[str]:
    """Paths of the keys that the format does not name."""
    found: list[str] = []
    _unknown(tree(form), dossier, "", found)
    return found


def _unknown(node: Node, value: Json, path: str, found: list[str]) -> None:
    if node.field is not None:
        return
    if node.block is not None:
        for index, item in enumerate(value if isinstance(value, list) else []):
            _unknown(node.below["[]"], item, path + "." + str(index), found)
    elif isinstance(value, dict) and node.below:
        for key in value:
            below = path + "." + key if path else key
            if key in node.below:
                _unknown(node.below[key], value[key], below, found)
            else:
                found.append(below)
