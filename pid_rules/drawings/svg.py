"""A drawing as the elements of an SVG, which the page makes one by one: its policy lets no text become markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from pid_rules.drawings.canvas import Drawing

    Element: TypeAlias = tuple[str, dict[str, str], str]
    """Name, attributes and text of an element."""


def root(drawing: Drawing) -> Element:
    """The image itself: it is read as one, by its name."""
    return "svg", {"role": "img", "aria-label": drawing["alt"], "class": "dessin",
                   "viewBox": "0 0 {0} {1}".format(drawing["width"], drawing["height"])}, ""


def elements(drawing: Drawing) -> list[Element]:
    """What it holds, in the order in which it is drawn."""
    return [MADE[shape[0]](shape) for shape in drawing["shapes"]]


def _rect(shape: list[Any]) -> Element:
    _, x, y, width, height, kind = shape
    return "rect", {"x": str(x), "y": str(y), "width": str(width), "height": str(height), "class": kind}, ""


def _lines(shape: list[Any]) -> Element:
    _, ends, kind = shape
    path = "".join(["M{0} {1}L{2} {3}".format(*ends[rank:rank + 4]) for rank in range(0, len(ends), 4)])
    return "path", {"d": path, "class": kind}, ""


def _text(shape: list[Any]) -> Element:
    _, x, y, size, anchor, kind, words = shape
    return "text", {"x": str(x), "y": str(y), "font-size": str(size), "text-anchor": anchor, "class": kind}, words


MADE = {"rect": _rect, "lines": _lines, "text": _text}
