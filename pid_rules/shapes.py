"""What goes from room to room without a class of its own, by the names that annotations give it. Only pyright reads
it."""

from typing import Any, TypeAlias

Json: TypeAlias = "str | int | bool | None | list[Json] | dict[str, Json]"
"""What a file may hold: no number with decimals."""
Dossier: TypeAlias = dict[str, Any]
"""The tree of a file, of which nobody is sure before having looked: it may come from anywhere."""
Profile: TypeAlias = dict[str, Any]
"""What a département says, once its loader has made sure of it."""
Versions: TypeAlias = dict[str, Any]
"""What is kept beside a draft: see ``dossier.versions``."""
Receipt: TypeAlias = dict[str, Any]
"""What the person said of one sending: see ``handover.receipt``."""
