"""The page of the Prépam commission: the agreement of each legal representative, and wishes whose ranks are others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import is_in_order
from pid_rules.dossier.paths import get
from pid_rules.form import suites
from pid_rules.judgement.signatories import of_the_family
from ui.kit import dom
from ui.questions import errors
from ui.signatures.rows import ReadyRows

if TYPE_CHECKING:
    from typing import Any


class Agreements(ReadyRows):
    """One ready row for each legal representative."""

    def __init__(self, page: Any) -> None:
        ReadyRows.__init__(self, page, suites.ACCORDS, suites.ACCORD_DATE, of_the_family)
        dom.on_action({"dater-accords": self.date_all})

    def make(self, kept: str) -> None:
        ReadyRows.make(self, kept)
        wishes: Any = get(self.draft.dossier, suites.VOEUX.path)
        words = ""
        if not is_in_order(suites.VOEUX, wishes):
            ranks = ", ".join([str(get(wish, suites.VOEU_RANG.name)) for wish in wishes])
            words = "Rangs notés dans ce dossier : " + ranks + ". Ils restent tant qu’aucun vœu n’est déplacé."
        errors.warn(suites.VOEUX.path, words)
