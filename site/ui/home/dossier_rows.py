"""What the rows of the list of dossiers and of the deleted ones share: an identifier, and buttons that name their
dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document

from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import FORM, eleve
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Record

    from pid_rules.shapes import Dossier

LONGEST = 60
"""Characters of the first words of a dossier: enough to recognise it."""


def titled(record: Record) -> Any:
    """The title of a record of the storage, demonstrations said."""
    return record.titre + (" (démonstration)" if record.demonstration else "")


def row_of(template: Element, record: Record, name: str) -> Any:
    """A new row for a record, its identifier noted, its ``name`` in each button for those who do not see the row."""
    row = dom.by_id(template).content.cloneNode(True).querySelector("li")
    row.setAttribute("data-id", record.id)
    for button in row.querySelectorAll("button"):
        dom.also_heard(button, name)
    return row


def refill(place: Any, rows: Any) -> None:
    """Show these rows instead of those of a list; what had the focus has it again."""
    active = document.activeElement
    held = dom.closest(active, "#" + place + " li")
    dom.fill(dom.by_id(place), *rows)
    row = row_with(place, dom.attribute(held, "data-id")) if held is not None else None
    if row is not None:
        action = dom.attribute(active, "data-action")
        row.select_one("[data-action=" + action + "]" if action else "a").focus()


def about(dossier: Dossier) -> str:
    """« – 3e, 3e C, « Premiers mots… » », what tells a dossier from those of the same title."""
    words = [_answer(dossier, eleve.NIVEAU.path), _answer(dossier, eleve.CLASSE.path), _first_words(dossier)]
    return "".join([" – " + word for word in words if word])


def _answer(dossier: Dossier, path: str) -> Any:
    value = get(dossier, path)
    return FORM.field[path].kind.show(value) if isinstance(value, str) and not is_blank(value) else ""


def _first_words(dossier: Dossier) -> Any:
    """The beginning of the first text that was written, in quotation marks."""
    for pattern in FORM.field:
        if FORM.field[pattern].kind.control == "textarea" and "[]" not in pattern:
            text = _answer(dossier, pattern).replace("\n", " ")
            if text:
                return "« " + (text if len(text) <= LONGEST else text[:LONGEST].rstrip() + "…") + " »"
    return ""


def identifier(button: Element) -> str:
    """The identifier of the row in which a button stands."""
    return dom.attribute(dom.closest(button, "li"), "data-id")


def row_with(place: Any, wanted: Any) -> Element | None:
    """The row of that identifier in the list ``place``, or None."""
    for row in dom.by_id(place).select("li"):
        if dom.attribute(row, "data-id") == wanted:
            return row
    return None
