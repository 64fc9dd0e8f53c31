"""The bilan d'étape and the bilan final, with places to sign, and the reduced version for the Prépam commission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, pages, signatures
from pid_rules.form import bilans, eleve, etablissement, parcours, stages
from pid_rules.form.bilans import BILAN_FINAL, BILAN_FINAL_PAGE, BILANS, FINAL, assessment_of

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition
    from pid_rules.questions.schema import Asking

HOLDS_PREPAM = (
    etablissement.REFERENCE, etablissement.ANNEE_SCOLAIRE, etablissement.UAI, etablissement.NOM, eleve.NOM,
    eleve.PRENOM, eleve.DATE_NAISSANCE, eleve.CLASSE, etablissement.CHEF_NOM, etablissement.CHEF_PRENOM,
    parcours.REFERENT_NOM, parcours.REFERENT_PRENOM, parcours.REFERENT_FONCTION,
    parcours.DEBUT, parcours.FIN, parcours.OBJECTIF_ID, parcours.OBJECTIF, parcours.STRATEGIE_ID, parcours.STRATEGIE,
    stages.LIEU_ID, stages.LIEU_NOM, stages.STAGE_ID, stages.STAGE_LIEU, stages.STAGE_TYPE, FINAL.date,
    FINAL.periode_du, FINAL.periode_au, FINAL.assiduite_college, FINAL.assiduite_exterieur, FINAL.objectif, FINAL.degre,
    FINAL.objectif_efficacite, FINAL.objectif_pertinence, FINAL.objectif_commentaire, FINAL.strategie,
    FINAL.strategie_efficacite, FINAL.strategie_pertinence, FINAL.strategie_suite, FINAL.stage, *FINAL.stage_ratings,
    bilans.SYNTHESE, bilans.EFFICACITE_GLOBALE, bilans.PERTINENCE_GLOBALE, bilans.SUITE, bilans.PROJET_ORIENTATION,
    *bilans.ACQUIS_SOCLE, bilans.CERTIFICATION_INSCRITE,
)
"""All that the version for the commission may hold: neither the words of the pupil and the family, nor the
participants, the count of absences, what the tutor said, or who signed."""

PREPAM_SIGN = ("chef_etablissement", "referent")
"""Who signs the version for the commission."""


def interim(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the bilan d'étape at ``place``."""
    number = answers.text(bilans.NUMERO.at(place))
    return _bilan(answers, "Bilan d’étape" + (" " + number if number else ""), BILANS, place)


def final(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the bilan final."""
    return _bilan(answers, "Bilan final", BILAN_FINAL_PAGE, BILAN_FINAL)


def final_for_prepam(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the bilan final as the commission receives it."""
    return _bilan(answers, "Bilan final, version pour la commission", BILAN_FINAL_PAGE, BILAN_FINAL)


def _bilan(answers: Answers, title: str, asking: Asking, place: str) -> list[Printed]:
    made = [blocks.heading(1, title)]
    made += blocks.pairs(
        [["Élève", ", ".join([text for text in (answers.full_name(eleve.PRENOM, eleve.NOM),
                                                answers.text(eleve.CLASSE.path)) if text])]]
        + answers.row(eleve.DATE_NAISSANCE)
        + answers.together("Collège", "", etablissement.NOM, etablissement.UAI)
        + answers.rows("", parcours.DEBUT, parcours.FIN)
        + [["Référent", ", ".join([text for text in (
            answers.full_name(parcours.REFERENT_PRENOM, parcours.REFERENT_NOM),
            answers.text(parcours.REFERENT_FONCTION.path)) if text])]])
    assessment = assessment_of(place)
    made += pages.contents(answers, pages.Part(asking, (assessment.signatures,)), place, 2)
    made.append(blocks.heading(2, "Signatures"))
    awaited = [one for one in signatures.expected(answers) if answers.only is None or one[0] in PREPAM_SIGN]
    return made + [signatures.boxes(answers, awaited, signatures.noted_under(answers, assessment, place))]

