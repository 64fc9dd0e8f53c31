"""The complete dossier in one file: document pédagogique, contract, what followed the sending, checks and notices."""

from pid_rules.output import annexes, blocks
from pid_rules.output.contrat import contract
from pid_rules.output.pedagogique import document_pedagogique


def complete(answers, place, edition):
    """Blocks of everything that the file holds, then the checks, the texts cited and the notice on personal data."""
    made = document_pedagogique(answers, place, edition)
    made.append(blocks.page_break())
    made += contract(answers, place, edition)
    made += annexes.follow_up(answers)
    if edition.report is None:
        made.append(blocks.page_break())
        made.append(blocks.heading(1, "Mentions"))
    else:
        made += [blocks.page_break(), blocks.heading(1, "Vérifications et mentions")]
        made += annexes.assumed(answers.dossier, edition.catalogue, edition.report)
        made += annexes.findings(answers.form, edition.report)
    return made + annexes.texts_cited() + annexes.personal_data(edition.profile)
