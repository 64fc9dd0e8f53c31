"""A drawing of the core in a page, as an image with its alternative text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document

from pid_rules.drawings import svg

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

NAMESPACE = "http://www.w3.org/2000/svg"


def drawn(drawing: Any) -> Element:
    """The image of a drawing, or of the block of a document that holds one; no wider than it was drawn to be read."""
    image = _made(svg.root(drawing))
    inside = _made(("g", {"aria-hidden": "true"}, ""))  # Firefox has its words heard one by one after what tells it
    for element in svg.elements(drawing):
        inside.appendChild(_made(element))
    image.appendChild(inside)
    return image


def _made(element: Any) -> Element:
    name, attributes, words = element
    made = document.createElementNS(NAMESPACE, name)
    for key in attributes:
        made.setAttribute(key, attributes[key])
    if words:
        made.textContent = words
    return made
