"""Which documents are awaited beside a dossier, and which lines of the file are about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, is_blank
from pid_rules.form.contrat import PIECE_JOINTE, PIECE_TYPE

if TYPE_CHECKING:
    from pid_rules.shapes import Dossier, Json

OTHER = "autre"
"""The kind of document of which there may be several: no row awaits it."""


class Awaited:
    """A kind of document."""

    def __init__(self, value: str, words: str) -> None:
        self.given = {PIECE_TYPE.name: value}
        self.nom = ""
        self.words = words

    def may_be(self, line: Json) -> bool:
        return get(line, PIECE_TYPE.name) == self.given[PIECE_TYPE.name]

    def is_all(self, line: Dossier) -> bool:
        """Whether a line says nothing but its kind."""
        return is_blank(get(line, PIECE_JOINTE.name))


def awaited(dossier: Dossier) -> list[Awaited]:
    """Every kind that a line may name, in the order of the form."""
    return [Awaited(value, words) for value, words in PIECE_TYPE.kind.options if value != OTHER]
