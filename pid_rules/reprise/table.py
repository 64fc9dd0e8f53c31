"""A table pasted from elsewhere, as rows of cells: tabs or semicolons, a cell between quotes holding whole lines."""

from __future__ import annotations

from pid_rules.words.visible import BLANKS, LINE_ENDS

QUOTE = '"'


def cells_of(text: str) -> list[list[str]]:
    """The rows of a pasted text, without those that are empty; every cell without the blanks around it."""
    for end in LINE_ENDS:
        text = text.replace(end, "\n")
    text = text.replace("\ufeff", "")
    between = "\t" if "\t" in text else ";"
    rows: list[list[str]] = [[]]
    for cell, end in _cells(text, between):
        rows[-1].append(cell.strip(BLANKS + "\n"))
        if end == "\n":
            rows.append([])
    return [row for row in rows if "".join(row) != ""]


def _cells(text: str, between: str) -> list[tuple[str, str]]:
    """[(cell, what ends it)]: a quote that begins a cell holds it until the next one that is alone."""
    found: list[tuple[str, str]] = []
    start, length = 0, len(text)
    while start <= length:
        if text[start:start + 1] == QUOTE:
            cell, after = _quoted(text, start + 1)
        else:
            cell, after = "", start
        ends = [place for place in (text.find(between, after), text.find("\n", after)) if place >= 0]
        end = min(ends) if ends else length
        found.append((cell + text[after:end], text[end:end + 1]))
        start = end + 1
    return found


def _quoted(text: str, start: int) -> tuple[str, int]:
    """(what stands between quotes, where it ends); a quote that nothing closes is a sign like another."""
    cell = ""
    while True:
        place = text.find(QUOTE, start)
        if place < 0:
            return (QUOTE + cell, start)
        cell += text[start:place]
        if text[place + 1:place + 2] != QUOTE:
            return cell, place + 1
        cell += QUOTE
        start = place + 2


def column(rows: list[list[str]], rank: int) -> list[str]:
    """What a column holds, its blank cells left out."""
    return [row[rank] for row in rows if rank < len(row) and row[rank] != ""]
