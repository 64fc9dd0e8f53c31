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
    """The lines of a text that are not blank, one under the other."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return [paragraph("\n".join(lines), style)] if lines else []


LONGEST_LABEL, LONGEST_VALUE = 64, 40
"""Signs of a label and of its value that may stand on half a line."""


def pairs(rows: Rows, caption: str = "") -> list[Printed]:
    """Labels and values, ``beside`` being the ranks of those followed by the next on their line; no block at all
    without rows."""
    if not rows:
        return []
    shown = [[french(label), french(value)] for label, value in rows]
    return [{"t": "kv", "caption": french(caption), "rows": shown, "beside": _beside(shown)}]


def _beside(rows: Rows) -> list[int]:
    found: list[int] = []
    for rank in range(len(rows) - 1):
        if rank - 1 not in found and _short(rows[rank]) and _short(rows[rank + 1]):
            found.append(rank)
    return found


def _short(row: list[str]) -> bool:
    """Whether a row may share its line; one to fill by hand has a line of its own."""
    label, value = row
    return len(label) <= LONGEST_LABEL and 0 < len(value.strip()) and len(value) <= LONGEST_VALUE and "\n" not in value


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
