"""JSON data that the build leaves in the page, and conversions with JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window
from javascript import JSON

if TYPE_CHECKING:
    from typing import Any


def page_data(identifier: str) -> Any:
    """The data of a ``<script type="application/json">`` of the page."""
    return JSON.parse(document[identifier].textContent)


def is_former(text: str) -> bool:
    """Whether the text of a dossier is of version 1 of the format, which stands among its first characters."""
    return '"version": 1,' in text[:60]


def composed(text: str) -> Any:
    """The text in its composed form (NFC), which every answer has: « é » is one character, whatever keyboard typed
    it."""
    return window.Reflect.apply(window.String.prototype.normalize, text, ["NFC"])


def parse(text: str) -> Any:
    """JSON text as dicts and lists, its texts composed."""
    return JSON.parse(composed(text))
