"""A drawing as plain data: {"alt", "width", "height", "shapes"}, in whole points, the y of a text being its baseline.

A shape is a list that begins with its kind, ends with what it stands for (its class) and, for a text, its words:

- ``["rect", x, y, width, height, class]``
- ``["lines", [x1, y1, x2, y2, …], class]``, one line for each four numbers
- ``["text", x, y, size, anchor, class, words]``, the anchor being start, middle or end

A class is never told by its colour alone: ``college``, ``stage``, ``other`` differ in grey and in outline, ``holiday``
is hatched, ``lost`` is dashed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.words.typography import french

if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Drawing: TypeAlias = dict[str, Any]
    """What a renderer receives."""

HATCH = 4
"""Points between two lines of a hatching."""


class Canvas:
    """Shapes under way."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.shapes: list[list[Any]] = []

    def rect(self, x: int, y: int, width: int, height: int, kind: str) -> None:
        """A rectangle; a holiday is hatched."""
        self.shapes.append(["rect", x, y, width, height, kind])
        if kind == "holiday":
            self._hatch(x, y, width, height)

    def _hatch(self, x: int, y: int, width: int, height: int) -> None:
        ends: list[int] = []
        for along in range(HATCH, width + height, HATCH):
            ends += [x + max(0, along - height), y + min(along, height)]
            ends += [x + min(along, width), y + max(0, along - width)]
        if ends:
            self.shapes.append(["lines", ends, "hatch"])

    def line(self, x1: int, y1: int, x2: int, y2: int, kind: str) -> None:
        """One line."""
        self.shapes.append(["lines", [x1, y1, x2, y2], kind])

    def text(self, x: int, y: int, size: int, words: str, kind: str = "ink", anchor: str = "start") -> None:
        """Words on one line, unless there are none."""
        if words:
            self.shapes.append(["text", x, y, size, anchor, kind, french(words)])

    def drawing(self, height: int, alt: str) -> Drawing:
        """What is drawn, with the text that tells it to those who do not see it."""
        return {"alt": french(alt), "width": self.width, "height": height, "shapes": self.shapes}
