"""The drawings of docs/architecture.md, and what is left to draw of a table of allowed arrows."""

import re
from pathlib import Path

PAPER = Path(__file__).resolve().parents[2] / "docs" / "architecture.md"
DRAW = "draw again the flowchart of docs/architecture.md: the table less the arrows that another path gives"


def drawn(heading):
    """The arrows (start, end) of the drawing under a heading."""
    section = PAPER.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = re.search(r"flowchart TD\n(.*?)```", section, re.DOTALL)[1]
    named = dict(re.findall(r"(\w+)\[\"(.+?)\"\]", lines))
    arrows = re.findall(r"(\w+) --> (\w+)", re.sub(r"\[.*?\]", "", lines))
    return {(named.get(start, start), named.get(end, end)) for start, end in arrows}


def needed(allowed):
    """The arrows of {start: ends} without which a start would no longer reach an end."""
    return {(start, end) for start in allowed for end in allowed[start] if end not in _reached(start, allowed, end)}


def _reached(start, allowed, left_out):
    found, waiting = set(), [end for end in allowed[start] if end != left_out]
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += allowed[place]
    return found
