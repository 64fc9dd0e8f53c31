"""What goes from room to room without a class of its own, by the names that annotations give it. Only pyright reads it."""

from typing import TypeAlias

Json: TypeAlias = "str | int | bool | None | list[Json] | dict[str, Json]"
"""What a file may hold: no number with decimals."""
Dossier: TypeAlias = dict[str, Json]
"""The tree of a file, of which nobody is sure before having looked: it may come from anywhere."""
