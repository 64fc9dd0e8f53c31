"""One page for the host of a stage: who comes, when, who answers, what is allowed. Nothing on why the pupil comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, drawn, presence
from pid_rules.documents.contrat import quoted
from pid_rules.documents.mentions import REQUIRE_MENTIONS
from pid_rules.dossier.paths import get
from pid_rules.form import eleve, etablissement, parcours, stages
from pid_rules.sources.education import D331_9, D331_12, D331_14

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition
    from pid_rules.shapes import Json

HOLDS = (
    etablissement.REFERENCE, etablissement.NOM, etablissement.TELEPHONE, eleve.NOM, eleve.PRENOM, parcours.REFERENT_NOM,
    parcours.REFERENT_PRENOM, parcours.REFERENT_TELEPHONE, parcours.REFERENT_COURRIEL, stages.LIEU_ID, stages.LIEU_NOM,
    stages.LIEU_ADRESSE, stages.LIEU_CODE_POSTAL, stages.LIEU_VILLE, stages.TUTEUR_NOM, stages.TUTEUR_PRENOM,
    stages.TUTEUR_FONCTION, stages.TUTEUR_TELEPHONE, stages.STAGE_LIEU, stages.STAGE_TYPE, stages.STAGE_DEBUT,
    stages.STAGE_FIN, stages.HORAIRE_JOUR, stages.HORAIRE_DEBUT, stages.HORAIRE_FIN, stages.HORAIRE_SEMAINE,
    stages.PAUSE_DEBUT, stages.PAUSE_FIN, stages.STAGE_ACTIVITES, stages.VISITE_DATE, stages.VISITEUR,
)
"""All that the sheet may hold. Neither the class, whose name can reveal health, nor the birth date, the family, the
difficulties, the absences, the objectives or the lessons dispensed: a host has no use for them."""

OBSERVES = D331_9.quoting("Ils ne peuvent ni procéder à des manoeuvres ou manipulations sur d'autres machines, "
                          "produits ou appareils de production, ni effectuer les travaux légers")
BY_TYPE = {
    "visite_information": OBSERVES,
    "sequence_observation": OBSERVES,
    "stage_initiation": D331_12.quoting(
        "les élèves effectuent des activités pratiques variées et, sous surveillance, des travaux légers autorisés aux "
        "mineurs par le code du travail."),
    "stage_application": D331_14.quoting(
        "les élèves peuvent procéder à des manoeuvres ou manipulations sur des machines, produits ou appareils de "
        "production nécessaires à leur formation."),
}
FORBIDDEN = ("Interdits avant 18 ans : machines dangereuses, engins, travaux en hauteur, opérations sous tension, "
             "amiante, agents chimiques, milieux confinés… (code du travail, D4153-16 à D4153-37 et R4153-22-1).",
             "Pas de service du bar (L4153-6), pas de port de charges de plus de 20 % de son poids.")
HOURS = "Au plus 7 h par jour et 35 h par semaine{0} (Service-Public, F1882)."
LIMITS = ("Ni la nuit (de 20 h à 6 h avant 16 ans), ni un jour férié, ni plus longtemps que les adultes (L3163-1, "
          "L3164-6, L3162-1).",)
TRAINEE = ("Ni poste permanent, ni remplacement ; tenez le décompte de ses heures de présence (L124-7, L124-14).",)
TROUBLE = ("Absence, retard : prévenez le collège dans la journée. Nouvel horaire : appelez d’abord le référent.",
           "Accident : secours (15 ou 112), puis le collège, aussitôt ; déclaration d’accident dans la même journée.",
           "Agissement sexiste, harcèlement, violence : dites-lui dès son arrivée à qui en parler.",
           "Le chef d’établissement peut retirer l’élève ; sa famille peut demander son retour.")
LONGEST = 150
MOST_DAYS, MOST_BESIDE = 5, 3
"""Lines of hours on the sheet, and beside the days drawn."""
DRAWN_BELOW = "Voir les jours dessinés plus bas."
MOST_VISITS = 2
FURTHER = "… La suite est dans la convention."


def host_sheet(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the sheet of the stage at ``place``; what is too long for one page is left to the convention."""
    lieu = answers.lieu_of(place)
    hours, days = _hours(answers, place), drawn.stage_days(answers, place)
    if days and hours.count("\n") >= MOST_BESIDE:
        whole = answers.stay(place).counted
        hours, days = (DRAWN_BELOW, days) if whole else (hours, [])
    made = [blocks.heading(1, "Accueil d’un élève en stage"),
            blocks.paragraph("À l’attention du tuteur. La convention de stage fait foi.", "lead")]
    made += blocks.pairs(
        [["Élève", _cut(answers.full_name(eleve.PRENOM, eleve.NOM), 100)],
         ["Adresse du stage", _cut(", ".join(answers.texts(lieu, stages.LIEU_NOM, stages.LIEU_ADRESSE) + [
             " ".join(answers.texts(lieu, stages.LIEU_CODE_POSTAL, stages.LIEU_VILLE))]).strip(" ,"), 200)],
         ["Tuteur", _cut(", ".join([text for text in [
             answers.full_name(stages.TUTEUR_PRENOM, stages.TUTEUR_NOM, lieu)]
             + answers.texts(lieu, stages.TUTEUR_FONCTION, stages.TUTEUR_TELEPHONE) if text]), 200)],
         ["Type et dates", _period(answers, place)], ["Horaires", hours],
         ["Activités prévues", _cut(answers.text(stages.STAGE_ACTIVITES.at(place)), LONGEST)],
         ["Visite du collège", _visits(answers, place)]])
    made += days
    made.append(blocks.heading(2, "Ce qui est permis, ce qui est interdit"))
    kind = get(answers.dossier, stages.STAGE_TYPE.at(place))
    if kind in BY_TYPE:
        made.append(blocks.paragraph(quoted(BY_TYPE[kind]), "note"))
    made += blocks.bullets(_limits(kind))
    made.append(blocks.heading(2, "En cas d’absence, d’accident ou de difficulté"))
    made += blocks.bullets(TROUBLE)
    return made + blocks.pairs(
        [["Collège", _cut(", ".join(answers.texts("", etablissement.NOM, etablissement.TELEPHONE)), 200)],
         ["Référent", _cut(", ".join([text for text in [
             answers.full_name(parcours.REFERENT_PRENOM, parcours.REFERENT_NOM)]
             + answers.texts("", parcours.REFERENT_TELEPHONE, parcours.REFERENT_COURRIEL) if text]), 260)]])


def _limits(kind: Json) -> tuple[str, ...]:
    """What is forbidden, the hours where a text has some for the type, and what a trainee is not there for."""
    trainee = kind in REQUIRE_MENTIONS
    hours = (HOURS.format(" (30 h avant 15 ans), de 6 h à 20 h" if trainee else ""),) if kind in BY_TYPE else ()
    return FORBIDDEN + hours + LIMITS + (TRAINEE if trainee else ())


def _cut(text: str, longest: int) -> str:
    """A text on one line, at most so long: the sheet is one page."""
    line = text.replace("\n", " ")
    return line if len(line) <= longest else line[:longest] + FURTHER


def _period(answers: Answers, place: str) -> str:
    return " ".join(answers.texts(place, stages.STAGE_TYPE) + answers.period(place))


def _hours(answers: Answers, place: str) -> str:
    lines = presence.hours(answers, place)
    return "\n".join(lines[:MOST_DAYS]) + ("\n" + FURTHER if len(lines) > MOST_DAYS else "")


def _visits(answers: Answers, place: str) -> str:
    lines = [", ".join(answers.texts(visit, stages.VISITE_DATE, stages.VISITEUR))
             for visit in answers.places(stages.VISITES, place)]
    return " ; ".join(lines[:MOST_VISITS]) + (FURTHER if len(lines) > MOST_VISITS else "")
