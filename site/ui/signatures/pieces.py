"""The page of the enclosed documents: one ready row for each kind, « Oui » or « Non »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import contrat
from pid_rules.judgement.pieces import awaited
from ui.signatures.rows import ReadyRows

if TYPE_CHECKING:
    from typing import Any

    from browser import Element


class Enclosed(ReadyRows):
    """One ready row for each kind of document."""

    def __init__(self, page: Any) -> None:
        ReadyRows.__init__(self, page, contrat.PIECES, contrat.PIECE_JOINTE, awaited)

    def _row(self, one: Any) -> Element:
        row = ReadyRows._row(self, one)
        row.setAttribute("data-type", one.given[contrat.PIECE_TYPE.name])
        return row
