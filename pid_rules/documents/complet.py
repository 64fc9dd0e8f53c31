"""The complete dossier in one file: document pédagogique, contract, what followed the sending, checks and notices."""

from pid_rules.documents import annexes, blocks
from pid_rules.documents.contrat import contract
from pid_rules.documents.pedagogique import DOCUMENT_PEDAGOGIQUE


def _contract(answers, place, edition):
    return [blocks.page_break()] + contract(answers, place, edition)


def _follow_up(answers, place, edition):
    return annexes.follow_up(answers)


def _notices(answers, place, edition):
    made = [blocks.page_break()]
    if edition.report is None:
        made.append(blocks.heading(1, "Mentions"))
    else:
        made.append(blocks.heading(1, "Vérifications et mentions"))
        made += annexes.assumed(answers.dossier, edition.catalogue, edition.report)
        made += annexes.findings(answers.form, edition.report)
    return made + annexes.fingerprint(edition.seal) + annexes.texts_cited(answers.dossier) + annexes.personal_data(edition.profile)


COMPLETE = DOCUMENT_PEDAGOGIQUE + (_contract, _follow_up, _notices)
"""Parts of everything that the file holds, then the checks, the texts cited and the notice on personal data."""
