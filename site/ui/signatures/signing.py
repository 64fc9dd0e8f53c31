"""The page of the signatures: whether the contract would be a draft, and « C’est à nouveau signé aujourd’hui »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, is_blank
from pid_rules.dossier.versions import signatures_of
from pid_rules.form.contrat import SIGNATURE_DATE, SIGNATURE_EMPREINTE, SIGNATURES
from pid_rules.judgement.signatories import of_the_contract
from pid_rules.words import dates
from ui.documents.brouillon import say_of_contract
from ui.kit import dom, fingerprint
from ui.kit.clock import today
from ui.signatures.rows import ReadyRows

if TYPE_CHECKING:
    from typing import Any

    from browser import Element


class Signing(ReadyRows):
    """Every signature that bears a date takes that of today in one gesture; ``seals`` says when that is offered."""

    def __init__(self, page: Any) -> None:
        ReadyRows.__init__(self, page, SIGNATURES, SIGNATURE_DATE, of_the_contract)
        self.dated = page.seals.dated
        self.seals = page.seals
        dom.on_action({"signer-de-nouveau": self.ask, "dater-signatures": self.date_all})

    def draw(self, answer: Any) -> None:
        ReadyRows.draw(self, answer)
        say_of_contract(self.watch)

    def new_day(self) -> None:
        say_of_contract(self.watch)

    def ask(self, button: Element) -> None:
        """The fingerprint is that of the contract as it is at this moment, saved or not."""
        fingerprint.compute(self.draft.dossier, lambda digits, judged: self.sign(digits))

    def sign(self, digits: str) -> None:
        """Write the date of today and the fingerprint in each signature that bears a date."""
        given = {SIGNATURE_DATE.name: dates.to_iso(today()), SIGNATURE_EMPREINTE.name: digits}
        dated = [one for one in signatures_of(self.draft.dossier) if not is_blank(get(one, SIGNATURE_DATE.name))]
        for one in dated:
            one.update(given)
        self.blocks.redraw(self.block)
        self.seals.offer()
        words = "La signature est datée" if len(dated) == 1 else "Les {0} signatures sont datées".format(len(dated))
        self.blocks.offer_undo(words + " du " + dates.in_words(today()) + ".")
