"""The parcours for the family: plain French, short sentences, large type. What, when, who to call, rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, drawn
from pid_rules.documents.answers import WRITING_SPACE
from pid_rules.documents.contrat import quoted
from pid_rules.documents.convention import day_words
from pid_rules.documents.mentions import weeks_of_letter
from pid_rules.dossier.paths import get
from pid_rules.drawings.barres import Barres
from pid_rules.form import eleve, etablissement, parcours, stages, suites
from pid_rules.sources.administration import CJA_R421_5, CRPA_L211_3, CRPA_L311_1, CRPA_L311_6
from pid_rules.sources.education import D332_6
from pid_rules.words import horaires

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition

RIGHTS = (
    D332_6.quoting("peuvent lui être proposés avec l'accord de ses représentants légaux."),
    CRPA_L211_3.quoting("Doivent également être motivées les décisions administratives individuelles qui dérogent aux "
                        "règles générales fixées par la loi ou le règlement."),
    CRPA_L311_1.quoting("communiquer les documents administratifs qu'elles détiennent aux personnes qui en font la "
                        "demande"),
    CRPA_L311_6.quoting("Ne sont communicables qu'à l'intéressé les documents administratifs : 1° Dont la "
                        "communication porterait atteinte à la protection de la vie privée"),
)
"""The texts on which the rights rest, cited in small at the end."""

RECOURSE = (CJA_R421_5.quoting("Les délais de recours contre une décision administrative ne sont opposables qu'à la "
                               "condition d'avoir été mentionnés"),)
"""That on which recourse rests: nothing is said of it before there is a decision."""


def family_sheet(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the sheet."""
    name = answers.text(eleve.PRENOM.path) or ("……………" if answers.blank_form else "l’élève")
    made = [blocks.heading(1, "Le parcours en bref"), blocks.paragraph("Pour " + name + " et sa famille.", "lead"),
            blocks.heading(2, "C’est quoi ?")]
    made += blocks.bullets((
        "Le collège propose un emploi du temps différent, pour un temps limité.",
        name[:1].upper() + name[1:] + " reste élève du collège.",
        "Une partie des cours est remplacée par d’autres activités.",
        "Le directeur académique (DASEN) doit dire oui avant le début."))
    made += _titled("La semaine", drawn.large_week(answers))
    made += _titled("Les cours qui changent", _lessons(answers, edition))
    made.append(blocks.heading(2, "Quand ?"))
    made += blocks.pairs(answers.together("Dates", "", parcours.DEBUT, parcours.FIN) + _meetings(answers))
    made += drawn.large_calendar(answers, edition)
    for stage in answers.places(stages.STAGES):
        made += _stage(answers, stage)
    made.append(blocks.heading(2, "Qui appeler ?"))
    made.append(blocks.paragraph("Le référent suit " + name + " pendant tout le parcours. Appelez-le pour toute "
                                 "question, et prévenez d’une absence dès que vous la connaissez."))
    made += blocks.pairs(_referent(answers)
                         + answers.together("Collège", "", etablissement.NOM, etablissement.TELEPHONE))
    made.append(blocks.heading(2, "Ce que nous en pensons"))
    made += blocks.pairs([[who, WRITING_SPACE] for who in ("L’élève", "La famille")])
    made.append(blocks.heading(2, "Vos droits"))
    made += blocks.bullets((
        "Rien ne commence sans votre accord. Votre enfant donne son avis.",
        "La décision du directeur académique est écrite, avec ses raisons.",
        "Vous pouvez demander le retour à l’emploi du temps ordinaire à tout moment, et comment rattraper les cours.",
        "Une fois la décision prise, vous pouvez demander une copie des documents qui concernent votre enfant.",
        "Vous pouvez demander que l’on vous explique ce que vous ne comprenez pas.",
        "Pour vos données : le délégué à la protection des données (DPD) de l’académie, puis la CNIL."))
    if answers.count(parcours.DISPENSES.path) or answers.blank_form:
        made.append(blocks.paragraph("Une matière dispensée peut rester sans note. Demandez ce que cela change pour le "
                                     "brevet et pour l’affectation après la 3e."))
    texts = RIGHTS
    if answers.held(suites.DECISION.path):
        texts += RECOURSE
        made.append(blocks.heading(2, "Si vous contestez la décision"))
        made += blocks.bullets((
            "Vous avez deux mois après l’avoir reçue, si elle l’indique et dit comment la contester.",
            "Demandez au directeur académique de la revoir (recours gracieux), ou écrivez au recteur (recours "
            "hiérarchique) : le délai s’interrompt.",
            "Ou saisissez le tribunal administratif de {0} (à confirmer sur la décision)."
            .format(get(edition.profile, "departement.tribunal") or "……………")))
    if answers.held(parcours.RETOUR.path):
        made.append(blocks.heading(2, "Comment revenir ?"))
        made += blocks.paragraphs(answers.text(parcours.RETOUR.path))
    return made + [blocks.paragraph("Textes : " + " ; ".join([quoted(citation) for citation in texts]), "legal")]


def _titled(title: str, found: list[Printed]) -> list[Printed]:
    return [blocks.heading(2, title)] + found if found else []


def _lessons(answers: Answers, edition: Edition) -> list[Printed]:
    """The lessons dispensed, in the week in which most of them are."""
    rows = Barres(answers.dossier, drawn.zone_of(edition), answers.root()).rows()
    return blocks.bullets([
        row[0] + " : " + ("aucun cours" if row[2] == horaires.in_words(0) else row[2]) + " au lieu de " + row[1]
        + " par semaine" for row in rows if row[2] != row[1]])


def _referent(answers: Answers) -> list[list[str]]:
    """Who follows the pupil and how to call, in one row; a row for each where one is to be written by hand."""
    name = answers.full_name(parcours.REFERENT_PRENOM, parcours.REFERENT_NOM)
    contact = answers.texts("", parcours.REFERENT_TELEPHONE, parcours.REFERENT_COURRIEL)
    if answers.blank_form and (name == "" or len(contact) < 2):
        return [["Référent", name]] + answers.rows("", parcours.REFERENT_TELEPHONE, parcours.REFERENT_COURRIEL)
    return [["Référent", "\n".join(([name] if name else []) + contact)]]


def _meetings(answers: Answers) -> list[list[str]]:
    days = [answers.text(place) for place in answers.places(parcours.BILANS_PREVUS)]
    rows = [["Rendez-vous pour faire le point", "\n".join(days)]] if days or answers.blank_form else []
    if answers.held(parcours.BILAN_FINAL_PREVU.path):
        rows.append(["Bilan de fin", answers.text(parcours.BILAN_FINAL_PREVU.path)])
    return rows


def _stage(answers: Answers, place: str) -> list[Printed]:
    """Where and when a stage takes place, and whom to call there."""
    lieu = answers.lieu_of(place)
    town = " ".join(answers.texts(lieu, stages.LIEU_CODE_POSTAL, stages.LIEU_VILLE))
    address = answers.texts(lieu, stages.LIEU_NOM, stages.LIEU_ADRESSE) + ([town] if town else [])
    kind = get(answers.dossier, stages.STAGE_TYPE.at(place))
    title = answers.text(stages.STAGE_TYPE.at(place)) if kind else "Stage"
    tutor = [answers.full_name(stages.TUTEUR_PRENOM, stages.TUTEUR_NOM, lieu),
             answers.text(stages.TUTEUR_TELEPHONE.at(lieu))]
    rows = [["Où", ", ".join(address)],
            ["Quand", _days(answers, place)],
            ["Sur place, demander", ", ".join([text for text in tutor if text])],
            ["Comment y aller", answers.text(stages.TRANSPORT.at(place))],
            ["Repas", answers.text(stages.RESTAURATION.at(place))]]
    if not answers.blank_form:
        rows = [row for row in rows if row[1]]
    return [blocks.heading(3, title)] + blocks.pairs(rows)


def _days(answers: Answers, place: str) -> str:
    lines: list[str] = []
    begin, end = [answers.text(field.at(place)) for field in (stages.STAGE_DEBUT, stages.STAGE_FIN)]
    if begin or end:
        lines.append("Du " + begin + " au " + end)
    for item in answers.places(stages.HORAIRES, place):
        begin, end = [answers.text(field.at(item)) for field in (stages.HORAIRE_DEBUT, stages.HORAIRE_FIN)]
        day = day_words(answers, item)
        if day:
            lines.append(day + " : de " + begin + " à " + end)
    return "\n".join(lines + [letter + " : " + weeks for letter, weeks in weeks_of_letter(answers, place)])
