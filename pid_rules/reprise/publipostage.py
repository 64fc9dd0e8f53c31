"""The same answers for a mail merge: a table of which each row is a stage, and each column a tag.

It opens as cells: a text that would be computed there begins with a space.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get
from pid_rules.form import stages
from pid_rules.reprise import balises
from pid_rules.reprise.balises import OF_PERSON, PERSONS, TAGS
from pid_rules.reprise.gabarit import values
from pid_rules.reprise.proposal import MOST
from pid_rules.words.visible import BLANKS

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier

MARK = "\ufeff"
"""By which Excel knows that the letters are those of UTF-8."""
BETWEEN, END, QUOTE = ";", "\r\n", '"'
COMPUTED = ("=", "+", "-", "@", "|", "%", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""First signs of what a cell computes."""
LINES = " / "
"""What stands for the end of a line, which a mail merge would take for that of a row."""


def rows(dossier: Dossier, today: int) -> list[list[str]]:
    """The headings, then a row for each stage."""
    held = get(dossier, stages.STAGES.path)
    count = len(held) if isinstance(held, list) else 0
    found = [_flat(values(dossier, stages.STAGES.path + "." + str(rank), today)) for rank in range(count)]
    heads = list(_flat(None))
    return [heads, *[[row[head] for head in heads] for row in found]]


def _flat(found: dict[str, Any] | None) -> dict[str, str]:
    """{heading: text} of a stage, lists being one text each; the headings alone where there is none."""
    made = {tag: found[tag] if found else "" for tag in (*TAGS, *[tag for tag, _ in balises.COMPUTED])}
    persons: list[dict[str, str]] = found[PERSONS] if found else []
    for rank in range(MOST):
        for field in OF_PERSON:
            made[PERSONS + "." + str(rank + 1) + "." + field.name] = \
                persons[rank][field.name] if rank < len(persons) else ""
    for tag, _, names in balises.LISTS[1:]:
        items: list[dict[str, str]] = found[tag] if found else []
        made[tag] = LINES.join([", ".join([item[name] for name, _ in names if item[name]]) for item in items])
    return made


def text(dossier: Dossier, today: int) -> str:
    """The whole file."""
    return MARK + "".join([BETWEEN.join([cell(one) for one in row]) + END for row in rows(dossier, today)])


def cell(value: str) -> str:
    """A text as a cell, between quotes, on one line, never computed."""
    line = LINES.join([piece for piece in value.replace("\r", "\n").replace("\t", " ").split("\n") if piece])
    if line.strip(BLANKS)[:1] in COMPUTED and line != "":
        line = " " + line
    return QUOTE + line.replace(QUOTE, QUOTE + QUOTE) + QUOTE
