"""The items of a dossier as rules see them: their answers, parsed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pid_rules.questions.schema import Block, Field


class Item:
    """One item of a repeated block as a rule sees it: parsed answers by question, None where blank or wrong.

    ``block`` is the pattern of its list and ``holder`` the item that holds this list; the whole dossier is an item too,
    of the block "".
    """

    def __init__(self, path: str, values: dict[str, Any], block: str = "", holder: Item | None = None) -> None:
        self.path = path
        self.values = values
        self.block = block
        self.holder = holder
        self.made: dict[str, Any] | None = None

    def around(self, block: str) -> Item:
        """This item or the one around it that belongs to the list of that pattern, "" for the dossier itself."""
        item = self
        while item.block != block:
            item = cast("Item", item.holder)
        return item

    def once(self, name: str, make: Callable[[Item], Any]) -> Any:
        """``make(item)``, kept under a name until an answer of the item, or of its lists, changes."""
        if self.made is None:
            self.made = {}
        if name not in self.made:
            self.made[name] = make(self)
        return self.made[name]

    def touched(self) -> None:
        """An answer of the item has changed: forget what was made of it and of the items around it."""
        item: Item | None = self
        while item is not None:
            item.made = None
            item = item.holder

    def __getitem__(self, field: Field | Block) -> Any:
        return self.values[field.path] if field.path in self.values else None
