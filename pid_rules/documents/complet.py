"""The complete dossier in one file: document pédagogique, contract, what followed the sending, checks and notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents import annexes, blocks
from pid_rules.documents.contrat import contract
from pid_rules.documents.pedagogique import DOCUMENT_PEDAGOGIQUE
from pid_rules.documents.synthese import synthesis

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition
    from pid_rules.judgement.catalogue import Catalogue

def _first_page(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    made = synthesis(answers, place, edition)
    return made + [blocks.page_break()] if made else []


def _contract(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    return [blocks.page_break()] + contract(answers, place, edition)


def _follow_up(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    return annexes.follow_up(answers)


def _notices(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    made = [blocks.page_break()]
    if edition.report is None:
        made.append(blocks.heading(1, "Mentions"))
    else:
        made.append(blocks.heading(1, "Vérifications et mentions"))
        made += annexes.assumed(answers.dossier, cast("Catalogue", edition.catalogue), edition.report)
        made += annexes.findings(answers.form, cast("Catalogue", edition.catalogue), edition.report)
    made = made + annexes.fingerprint(edition.seal) + annexes.texts_cited(answers.dossier)
    return made + annexes.personal_data(edition.profile)


COMPLETE = (_first_page,) + DOCUMENT_PEDAGOGIQUE + (_contract, _follow_up, _notices)
"""Parts of everything that the file holds, then the checks, the texts cited and the notice on personal data."""
