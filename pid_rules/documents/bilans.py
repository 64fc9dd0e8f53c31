"""The bilan d'étape and the bilan final, with places to sign, and the reduced version for the Prépam commission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, pages, signatures

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition
    from pid_rules.questions.schema import Asking

FINAL = "bilan_final"
HOLDS_PREPAM = (
    "dossier.reference", "dossier.annee_scolaire", "etablissement.uai", "etablissement.nom", "eleve.nom",
    "eleve.prenom", "eleve.date_naissance", "eleve.classe", "etablissement.chef.nom", "etablissement.chef.prenom",
    "etablissement.chef.fonction", "referent.nom", "referent.prenom", "referent.fonction", "parcours.debut",
    "parcours.fin", "parcours.objectifs[].id", "parcours.objectifs[].intitule",
    "parcours.objectifs[].strategies[].id", "parcours.objectifs[].strategies[].intitule", "lieux[].id",
    "lieux[].nom", "stages[].id", "stages[].lieu", "stages[].type", "bilan_final.date", "bilan_final.periode.du",
    "bilan_final.periode.au", "bilan_final.assiduite.college", "bilan_final.assiduite.exterieur",
    "bilan_final.objectifs[].objectif", "bilan_final.objectifs[].degre", "bilan_final.objectifs[].efficacite",
    "bilan_final.objectifs[].pertinence", "bilan_final.objectifs[].commentaire",
    "bilan_final.strategies[].strategie", "bilan_final.strategies[].efficacite",
    "bilan_final.strategies[].pertinence", "bilan_final.strategies[].suite", "bilan_final.stages[].stage",
    "bilan_final.stages[].ponctualite", "bilan_final.stages[].comportement", "bilan_final.stages[].interet",
    "bilan_final.stages[].initiative", "bilan_final.synthese", "bilan_final.efficacite_globale",
    "bilan_final.pertinence_globale", "bilan_final.suite", "bilan_final.projet_orientation",
    "bilan_final.acquis_socle.d1", "bilan_final.acquis_socle.d2", "bilan_final.acquis_socle.d3",
    "bilan_final.acquis_socle.d4", "bilan_final.acquis_socle.d5", "bilan_final.certification_inscrite",
)
"""All that the version for the commission may hold: neither the words of the pupil and the family, nor the
participants, the count of absences, what the tutor said, or who signed."""

PREPAM_SIGN = ("chef_etablissement", "referent")
"""Who signs the version for the commission."""


def interim(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the bilan d'étape at ``place``."""
    number = answers.text(place + ".numero")
    return _bilan(answers, "Bilan d’étape" + (" " + number if number else ""), answers.form.block["bilans"], place)


def final(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the bilan final."""
    return _bilan(answers, "Bilan final", answers.form.page("bilan-final"), FINAL)


def final_for_prepam(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the bilan final as the commission receives it."""
    return _bilan(answers, "Bilan final, version pour la commission", answers.form.page("bilan-final"), FINAL)


def _bilan(answers: Answers, title: str, asking: Asking, place: str) -> list[Printed]:
    made = [blocks.heading(1, title)]
    made += blocks.pairs(
        [["Élève", ", ".join([text for text in (answers.full_name("eleve"), answers.text("eleve.classe")) if text])]]
        + answers.rows("", "eleve.date_naissance")
        + answers.together("Collège", "", "etablissement.nom", "etablissement.uai")
        + answers.rows("", "parcours.debut", "parcours.fin")
        + [["Référent", ", ".join([text for text in (answers.full_name("referent"),
                                                     answers.text("referent.fonction")) if text])]])
    made += pages.contents(answers, pages.Part(asking, ("signatures",)), "" if place == FINAL else place, 2)
    made.append(blocks.heading(2, "Signatures"))
    awaited = [one for one in signatures.expected(answers) if answers.only is None or one[0] in PREPAM_SIGN]
    return made + [signatures.boxes(answers, awaited, signatures.noted(answers, place + ".signatures"))]

