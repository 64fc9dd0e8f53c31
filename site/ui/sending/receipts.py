"""The receipts of what was sent, the last one first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.handover.receipt import WORTH, rows, title
from pid_rules.words.typography import french
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Receipt


def draw(place: Any, receipts: Any) -> None:
    """Show them in ``place``, whose section is hidden while there is none; ``data-index`` of a button is a place in the
    list."""
    parts = []
    for index in range(len(receipts) - 1, -1, -1):
        part = dom.make("details", "", dom.make("summary", "", dom.make("h3", title(receipts[index]))),
                        dom.make("dl", "", *[dom.make("div", "", dom.make("dt", label), dom.make("dd", text))
                                             for label, text in rows(receipts[index])], class_="recapitulatif"),
                        dom.make("p", french(WORTH), class_="aide"), _button(index, receipts[index]))
        part.open = index == len(receipts) - 1
        parts.append(part)
    dom.fill(place, *parts)
    dom.by_id("recus").hidden = not receipts


def _button(index: int, receipt: Receipt) -> Any:
    button = dom.make("button", "Télécharger ce récépissé", type="button", class_="bouton discret",
                      data_action="envoi-recu", data_index=str(index))
    return dom.also_heard(button, title(receipt))
