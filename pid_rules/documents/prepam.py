"""Summary of the parcours for the Prépam commission: who, what is asked, opinions, agreement of the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, pages, signatures
from pid_rules.documents.answers import role_label
from pid_rules.form import eleve, etablissement, parcours, stages, suites

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed, Rows
    from pid_rules.documents.document import Edition

HOLDS = (
    etablissement.REFERENCE, etablissement.ANNEE_SCOLAIRE, etablissement.UAI, etablissement.NOM,
    etablissement.TELEPHONE, etablissement.COURRIEL, etablissement.CHEF_NOM, etablissement.CHEF_PRENOM,
    eleve.NOM, eleve.PRENOM, eleve.DATE_NAISSANCE, eleve.NIVEAU, eleve.CLASSE,
    eleve.RESPONSABLE_NOM, eleve.RESPONSABLE_PRENOM, eleve.QUALITE, parcours.DEBUT, parcours.FIN, stages.LIEU_ID,
    stages.LIEU_NOM, stages.LIEU_TYPE, stages.LIEU_ACTIVITE, stages.LIEU_VILLE, stages.STAGE_ID, stages.STAGE_LIEU,
    stages.STAGE_TYPE, stages.STAGE_DEBUT, stages.STAGE_FIN, suites.PREPAM_DATE, suites.PREPAM_MOTIF, suites.VOEU_RANG,
    suites.VOEU_FORMATION, suites.VOEU_ETABLISSEMENT, suites.VOEU_VOIE, suites.PREPAM_AVIS_CHEF,
    suites.PREPAM_AVIS_PSYEN, suites.ACCORD_ROLE, suites.ACCORD_DATE,
)
"""All that the summary may hold: the bilan final, enclosed, says the rest."""


def summary_for_prepam(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the summary."""
    made = [blocks.heading(1, "Récapitulatif pour la commission Prépam"),
            blocks.paragraph("Le bilan final est joint. Les pièces médicales et sociales voyagent sous pli "
                             "confidentiel.", "lead"), blocks.heading(2, "Élève")]
    made += blocks.pairs(answers.rows("", eleve.NOM, eleve.PRENOM, eleve.DATE_NAISSANCE, eleve.NIVEAU, eleve.CLASSE,
                                      etablissement.NOM, etablissement.UAI, etablissement.TELEPHONE,
                                      etablissement.COURRIEL, etablissement.ANNEE_SCOLAIRE))
    made.append(blocks.heading(2, "Parcours suivi"))
    made += blocks.pairs(answers.rows("", parcours.DEBUT, parcours.FIN)) + _stages(answers)
    made += pages.page(answers, suites.PREPAM_PAGE)
    made.append(blocks.heading(2, "Signatures"))
    made.append(blocks.paragraph("Un vœu d’orientation engage les deux titulaires de l’autorité parentale.", "note"))
    agreed: dict[str, Any] = {}
    for item in answers.places(suites.ACCORDS):
        agreed[answers.text(suites.ACCORD_ROLE.at(item))] = answers.text(suites.ACCORD_DATE.at(item))
    boxes: list[Printed] = []
    for role, _, name, quality in signatures.expected(answers):
        if role[:11] == "responsable" or role == "chef_etablissement":
            label = role_label(role)
            boxes.append(signatures.box(role, quality, name, agreed[label] if label in agreed else ""))
    return made + [blocks.signatures(boxes)]


def _stages(answers: Answers) -> list[Printed]:
    rows: Rows = []
    for place in answers.places(stages.STAGES):
        where = answers.texts(answers.lieu_of(place), stages.LIEU_NOM, stages.LIEU_TYPE, stages.LIEU_ACTIVITE,
                              stages.LIEU_VILLE)
        rows.append([answers.text(stages.STAGE_TYPE.at(place)), ", ".join(where), " ".join(answers.period(place))])
    return [blocks.table("Stages", ("Type de stage", "Organisme", "Dates"), rows, (18, 28, 18))] if rows else []
