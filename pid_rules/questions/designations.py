"""How an answer designates an item of another list: by the identifier that the item bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.questions.kinds import Kind, Wrong
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.questions.schema import Block


class Identifier(Kind):
    """A stable name inside the dossier, such as « O1 » or « L2 », to which other blocks refer."""

    max_length = 40


class ItemReference(Identifier):
    """The identifier of an item of another list, or one of a few ``fixed`` (value, label) pairs such as the collège.

    ``target`` is the block of that list, ``scope`` a name of what it may designate, ``lost`` what is said where its
    item is gone, « Ce lieu n’existe plus ». The kind reads the shape only; whether the item exists is judged with the
    whole dossier.
    """

    control = "reference"

    def __init__(self, target: Block, named: str, fixed: tuple[tuple[str, str], ...] = ()) -> None:
        self.target = target
        self.lost = named + " n’existe plus"
        self.fixed = fixed
        self.scope = " ".join([target.path] + [value for value, _ in fixed])

    def gone(self) -> Wrong:
        """What is wrong when no item bears the identifier."""
        return Wrong(self.lost + declared(" dans le dossier : choisissez dans la liste."))
