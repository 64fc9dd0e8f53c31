"""The complete dossier in one file: page one, contract, document pédagogique, what followed the sending, notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents import annexes, blocks
from pid_rules.documents.contrat import contract
from pid_rules.documents.pedagogique import AFTER_CONTRACT
from pid_rules.documents.synthese import synthesis

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition
    from pid_rules.judgement.catalogue import Catalogue

def _first_page(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    made = synthesis(answers, place, edition)
    return made + [blocks.page_break()] if made else []


def _follow_up(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    return annexes.follow_up(answers)


def _notices(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    made: list[Printed] = []
    if edition.report is None:
        made.append(blocks.heading(1, "Mentions"))
    else:
        catalogue = cast("Catalogue", edition.catalogue)
        made.append(blocks.heading(1, "Vérifications et mentions"))
        made += annexes.assumed(answers.form, answers.dossier, catalogue, edition.report)
        made += annexes.findings(answers.form, answers.dossier, catalogue, edition.report)
    return made + annexes.fingerprint(edition.seal) + annexes.personal_data(edition.profile) \
        + annexes.texts_cited(answers.dossier)


COMPLETE = (_first_page, contract) + AFTER_CONTRACT + (_follow_up, _notices)
"""Page one, then parts of everything that the file holds, the checks, the notice on personal data, the texts cited.

The contract comes before the rest, for it begins a page: what follows it needs no page of its own.
"""
