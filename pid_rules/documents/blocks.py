"""Blocks of a document, as the renderers receive them: plain dicts, texts in French typography."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.words.typography import french

if TYPE_CHECKING:
    from typing import Any, TypeAlias

    Printed: TypeAlias = dict[str, Any]
    """A block, or a document made of some: JSON that the renderers receive."""
    Rows: TypeAlias = list[list[str]]
    """Labels and values."""
    from collections.abc import Iterable, Sequence


def heading(level: int, text: str) -> Printed:
    """A heading of level 1 to 3."""
    return {"t": "h", "level": level, "text": french(text)}


def paragraph(text: str, style: str = "normal") -> Printed:
    """A paragraph; ``style`` is normal, legal, lead or note."""
    return {"t": "p", "text": french(text), "style": style}


def paragraphs(text: str, style: str = "normal") -> list[Printed]:
    """One paragraph for each line of a text that is not blank."""
    return [paragraph(line.strip(), style) for line in text.split("\n") if line.strip()]


def pairs(rows: Rows, caption: str = "") -> list[Printed]:
    """Labels and values, one under the other; no block at all without rows."""
    if not rows:
        return []
    return [{"t": "kv", "caption": french(caption), "rows": [[french(label), french(value)] for label, value in rows]}]


def table(caption: str, head: Iterable[str], rows: Iterable[Sequence[str]], widths: Iterable[int]) -> Printed:
    """A table whose first column names its rows; ``widths`` are relative."""
    return {"t": "table", "caption": french(caption), "head": [french(text) for text in head],
            "rows": [[french(text) for text in row] for row in rows], "widths": list(widths), "rowhead": True}


def bullets(items: Iterable[str]) -> list[Printed]:
    """A list; no block at all without items."""
    return [{"t": "ul", "items": [french(item) for item in items]}] if items else []


def box(label: str, mention: str, name: str, date: str) -> Printed:
    """One place to sign by hand, with the name and the date already noted."""
    return {"label": french(label), "mention": french(mention), "name": french(name), "date": french(date)}


def signatures(boxes: list[Printed]) -> Printed:
    """Places to sign, each kept whole on its page."""
    return {"t": "sign", "boxes": boxes}


def figure(drawing: Printed) -> Printed:
    """A drawing of ``pid_rules.drawings``; its alternative text, or what stands beside it, says all that it shows."""
    return {"t": "figure", **drawing}


def ticks(lists: Iterable[tuple[str, Sequence[tuple[str, str]]]]) -> Printed:
    """Lists side by side, each under its title; an item is a sign, "" for none, and its words."""
    return {"t": "ticks", "lists": [{"title": french(title), "items": [[sign, french(words)] for sign, words in items]}
                                    for title, items in lists]}


def frames(made: Iterable[tuple[str, Sequence[str]]]) -> Printed:
    """Frames side by side, each with its title and what is printed in it to be completed by hand."""
    return {"t": "frames", "frames": [{"title": french(title), "lines": [french(line) for line in lines]}
                                      for title, lines in made]}


def sheet(title: str, head: list[Printed], left: list[Printed], right: list[Printed], foot: list[Printed]) -> Printed:
    """One page, never more: a head, two columns, a foot; read in this order. ``title`` is that of its bookmark."""
    return {"t": "sheet", "title": french(title), "head": head, "left": left, "right": right, "foot": foot}


def page_break() -> Printed:
    """What follows begins a new page."""
    return {"t": "pagebreak"}
