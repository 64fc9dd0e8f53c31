"""Summary of the parcours for the Prépam commission: who, what is asked, opinions, agreement of the family."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, pages, signatures
from pid_rules.documents.answers import role_label

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed, Rows
    from pid_rules.documents.document import Edition

HOLDS = (
    "dossier.reference", "dossier.annee_scolaire", "etablissement.uai", "etablissement.nom",
    "etablissement.telephone", "etablissement.courriel", "etablissement.chef.nom", "etablissement.chef.prenom",
    "etablissement.chef.fonction", "eleve.nom", "eleve.prenom", "eleve.date_naissance", "eleve.niveau",
    "eleve.classe", "responsables[].nom", "responsables[].prenom", "responsables[].qualite", "parcours.debut",
    "parcours.fin", "lieux[].id", "lieux[].nom", "lieux[].type", "lieux[].activite", "lieux[].ville", "stages[].id",
    "stages[].lieu", "stages[].type", "stages[].debut", "stages[].fin", "prepam.date", "prepam.motif",
    "prepam.voeux[].rang", "prepam.voeux[].formation", "prepam.voeux[].etablissement", "prepam.voeux[].voie",
    "prepam.avis_chef", "prepam.avis_psyen", "prepam.accord_responsables[].role",
    "prepam.accord_responsables[].date",
)
"""All that the summary may hold: the bilan final, enclosed, says the rest."""


def summary_for_prepam(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the summary."""
    made = [blocks.heading(1, "Récapitulatif pour la commission Prépam"),
            blocks.paragraph("Le bilan final est joint. Les pièces médicales et sociales voyagent sous pli "
                             "confidentiel.", "lead"), blocks.heading(2, "Élève")]
    made += blocks.pairs(answers.rows("", "eleve.nom", "eleve.prenom", "eleve.date_naissance", "eleve.niveau",
                                      "eleve.classe", "etablissement.nom", "etablissement.uai",
                                      "etablissement.telephone", "etablissement.courriel", "dossier.annee_scolaire"))
    made.append(blocks.heading(2, "Parcours suivi"))
    made += blocks.pairs(answers.rows("", "parcours.debut", "parcours.fin")) + _stages(answers)
    made += pages.page(answers, answers.form.page("prepam"))
    made.append(blocks.heading(2, "Signatures"))
    made.append(blocks.paragraph("Un vœu d’orientation engage les deux titulaires de l’autorité parentale.", "note"))
    agreed: dict[str, Any] = {}
    path = "prepam.accord_responsables"
    for index in range(answers.count(path)):
        item = path + "." + str(index)
        agreed[answers.text(item + ".role")] = answers.text(item + ".date")
    boxes: list[Printed] = []
    for role, _, name, quality in signatures.expected(answers):
        if role[:11] == "responsable" or role == "chef_etablissement":
            label = role_label(role)
            boxes.append(signatures.box(role, quality, name, agreed[label] if label in agreed else ""))
    return made + [blocks.signatures(boxes)]


def _stages(answers: Answers) -> list[Printed]:
    rows: Rows = []
    for index in range(answers.count("stages")):
        place = "stages." + str(index)
        lieu = answers.lieu_of(place)
        where = [answers.text(lieu + "." + key) for key in ("nom", "type", "activite", "ville")]
        days = [word + " " + answers.text(place + "." + key) for word, key in (("du", "debut"), ("au", "fin"))
                if answers.held(place + "." + key)]
        rows.append([answers.text(place + ".type"), ", ".join([text for text in where if text]), " ".join(days)])
    return [blocks.table("Stages", ("Type de stage", "Organisme", "Dates"), rows, (18, 28, 18))] if rows else []
