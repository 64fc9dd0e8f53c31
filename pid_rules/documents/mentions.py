"""The fifteen mentions that article D124-4 wants in the convention of a stage, with what the dossier has for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks
from pid_rules.form import eleve, parcours, stages
from pid_rules.planning.letters import LETTERS
from pid_rules.seuils.accueil import HEURES_PAR_JOUR, JOURS_PAR_MOIS
from pid_rules.seuils.calendrier import is_public_holiday
from pid_rules.seuils.reperes import DEBUT_NUIT_MOINS_DE_16
from pid_rules.seuils.temps_de_travail import FIN_NUIT, GRATIFICATION
from pid_rules.sources.education import D124_4
from pid_rules.words import horaires
from pid_rules.words.dates import SUNDAY, in_words, monday_of
from pid_rules.words.horaires import HOUR
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed, Rows
    from pid_rules.planning.hours import Presence
    from pid_rules.questions.schema import Field

REQUIRE_MENTIONS = ("stage_initiation", "stage_application")
"""Types of stage inside the chapter of article L124-1, to which D124-4 applies; an observation sequence is outside."""

MENTIONS = (
    (D124_4.quoting("L'intitulé complet du cursus ou de la formation du stagiaire et son volume horaire par année "
                    "d'enseignement"), (eleve.NIVEAU,)),
    (D124_4.quoting("Le nom de l'enseignant référent de l'établissement d'enseignement et le nom du tuteur dans "
                    "l'organisme d'accueil"),
     (parcours.REFERENT_PRENOM, parcours.REFERENT_NOM, stages.TUTEUR_PRENOM, stages.TUTEUR_NOM)),
    (D124_4.quoting("Les compétences à acquérir ou à développer"), (stages.STAGE_COMPETENCES,)),
    (D124_4.quoting("Les activités confiées au stagiaire"), (stages.STAGE_ACTIVITES,)),
    (D124_4.quoting("Les dates du début et de la fin de la période de formation en milieu professionnel ou du stage "
                    "ainsi que la durée totale prévue"), (stages.STAGE_DEBUT, stages.STAGE_FIN)),
    (D124_4.quoting("La durée hebdomadaire de présence effective du stagiaire dans l'organisme d'accueil et sa "
                    "présence, le cas échéant, la nuit, le dimanche ou des jours fériés"), ()),
    (D124_4.quoting("Les conditions dans lesquelles l'enseignant référent de l'établissement d'enseignement et le "
                    "tuteur dans l'organisme d'accueil assurent l'encadrement et le suivi du stagiaire"),
     (stages.CONCERTATION,)),
    (D124_4.quoting("Le montant de la gratification versée au stagiaire et les modalités de son versement, le cas "
                    "échéant"), ()),
    (D124_4.quoting("Le régime de protection sociale dont bénéficie le stagiaire, y compris la protection en cas "
                    "d'accident du travail"), (stages.ASSURANCE_ETABLISSEMENT, stages.ASSURANCE_ORGANISME)),
    (D124_4.quoting("Les conditions dans lesquelles le stagiaire est autorisé à s'absenter"), ()),
    (D124_4.quoting("Les modalités de suspension et de résiliation de la convention de stage"), ()),
    (D124_4.quoting("Les modalités de validation du stage ou de la période de formation en milieu professionnel en cas "
                    "d'interruption"), ()),
    (D124_4.quoting("La liste des avantages offerts par l'organisme d'accueil au stagiaire"),
     (stages.RESTAURATION, stages.TRANSPORT, stages.HEBERGEMENT)),
    (D124_4.quoting("Les clauses du règlement intérieur de l'organisme d'accueil qui sont applicables au stagiaire, le "
                    "cas échéant"), ()),
    (D124_4.quoting("Les conditions de délivrance de l'attestation de stage"), (stages.ATTESTATION,)),
)
"""The fifteen mentions, in their order, shortened, each with the questions that the dossier answers for it."""

ACCIDENTS = D124_4.quoting("conformément aux a, b et f du 2° de l'article L. 412-8 du code de la sécurité sociale")


CURRICULUM, NAMES, DURATION, WEEKLY, PAY, PROTECTION, CERTIFICATE = 0, 1, 4, 5, 7, 8, 14
"""Positions in ``MENTIONS`` of those that are more than the answers put one under the other."""

LONGEST = 800
"""Days of a stage beyond which a date is mistyped."""

TO_WRITE = "…………………………"
"""Where the rest of a mention is written by hand."""


def weekly_words(answers: Answers, place: str) -> str:
    """« 13 h par semaine », « 13 h en semaine A, aucune en semaine B » of the presence, "" where an hour is missing."""
    stay = answers.stay(place)
    minutes = [stay.weekly(index) for index in (0, 1)]
    if not stay.counted or not any(minutes):
        return ""
    hours = [horaires.in_words(one) if one else "aucune" for one in minutes]
    if hours[0] == hours[1]:
        return hours[0] + " par semaine"
    return ", ".join([hours[index] + " en semaine" + NBSP + LETTERS[index] for index in (0, 1)])


def weeks_of_letter(answers: Answers, place: str) -> list[list[str]]:
    """[[« Semaines A », « celles du 4 janvier 2027, du 18 janvier 2027 »]] of a stage one week in two, [] of
    another."""
    stay = answers.stay(place)
    letters = [letter for letter in LETTERS if letter in [presence.letter for presence in stay.presences]]
    days = _days(answers, place) if letters else None
    if not days:
        return [["Semaines" + NBSP + letter, "une semaine sur deux"] for letter in letters]
    found: Rows = []
    for letter in letters:
        mondays = {monday_of(day): True for day,
                   presences in days if letter in [presence.letter for presence in presences]}
        found.append(["Semaines" + NBSP + letter,
                      "celles " + ", ".join(["du " + in_words(monday) for monday in mondays])])
    return found


def _days(answers: Answers, place: str) -> list[tuple[int, list[Presence]]] | None:
    """[(day number, presences)] of the stage, in order; None where it cannot be counted, or has no dates one week in
    two."""
    stay = answers.stay(place)
    if not stay.complete or stay.last - stay.first > LONGEST:
        return None
    return stay.dates(answers.alternation())


def _presence(answers: Answers, place: str) -> int | None:
    """Minutes of presence of the whole stage, without breaks; None where they cannot be counted."""
    if _days(answers, place) is None:
        return None
    stay = answers.stay(place)
    return stay.minutes_between(stay.first, stay.last, answers.alternation())


def _duration(answers: Answers, place: str) -> str:
    """The dates of the stage and, where it can be counted, its whole duration."""
    spent = _presence(answers, place)
    if spent is None:
        return ""
    counted = HEURES_PAR_JOUR.latest()
    days, month = [str(count) + NBSP + "j" for count in (spent // (HOUR * counted), JOURS_PAR_MOIS.latest())]
    return ("Du {0} au {1}\nDurée totale prévue : {2} de présence, comptées {3} (D124-6 : {4} h pour un jour, "
            "{5} pour un mois)").format(answers.text(stages.STAGE_DEBUT.at(place)),
                                        answers.text(stages.STAGE_FIN.at(place)),
                                        horaires.in_words(spent), days, counted, month)


def _gratification(answers: Answers, place: str) -> str:
    """That none is due, where all the stays in the place of the stage are counted and do not reach the limit."""
    total = 0
    for other in answers.places(stages.STAGES):
        if answers.stay(other).place == answers.stay(place).place:
            spent = _presence(answers, other)
            if spent is None:
                return ""
            total += spent
    limit = GRATIFICATION.latest()
    if total > limit * HOUR:
        return ""
    return ("Aucune n’est due jusqu’à {0} h de présence dans l’année scolaire ; {1} sont prévues, sous réserve "
            "d’autres stages cette année dans le même organisme").format(limit, horaires.in_words(total))


def _by_day(answers: Answers, place: str) -> str:
    """Says that no presence is planned at night, on Sunday or on a public holiday, where the hours and dates show
    it."""
    days = _days(answers, place)
    if not days or [day for day, _ in days if is_public_holiday(day) is not False]:
        return ""
    morning, evening = FIN_NUIT.latest() * HOUR, DEBUT_NUIT_MOINS_DE_16.latest() * HOUR
    for presence in answers.stay(place).presences:
        if presence.day == SUNDAY or presence.start < morning or presence.end > evening:
            return ""
    return "\nAucune présence la nuit, le dimanche ni un jour férié"


def are_required(answers: Answers, place: str) -> bool:
    """Whether the type of the stage requires them; on paper to fill by hand, whether it may."""
    if not answers.held(stages.STAGE_TYPE.at(place)):
        return answers.blank_form
    return answers.stay(place).kind in REQUIRE_MENTIONS


def table(answers: Answers, place: str, lieu: str) -> list[Printed]:
    """Blocks of the mentions of the stage at ``place``; what the dossier does not know is a line to write on."""
    rows: Rows = []
    for index, (citation, fields) in enumerate(MENTIONS):
        rows.append([str(index + 1) + "°", citation.extract, _content(answers, index, fields, place, lieu)])
    return [blocks.heading(2, "Mentions obligatoires de la convention"),
            blocks.paragraph(D124_4.label() + ". Intitulés abrégés. Ce que le dossier ne sait pas se complète à la "
                                              "main, sur la ligne.",
                             "note"),
            blocks.table("", ("N°", "Mention", "Contenu"), rows, (5, 26, 28))]


def _content(answers: Answers, index: int, fields: tuple[Field, ...], place: str, lieu: str) -> str:
    """What the dossier has for a mention, "" where it leaves a line to write on."""
    if index == WEEKLY:
        words = weekly_words(answers, place)
        return words + _by_day(answers, place) if words else ""
    if index == CURRICULUM:
        level = answers.text(eleve.NIVEAU.path)
        return level + "\nVolume horaire par année : " + TO_WRITE if level else ""
    if index == PAY:
        return _gratification(answers, place)
    if index == CERTIFICATE:
        given = answers.text(_placed(fields[0], place, lieu))
        return ("Durée effective totale, gratification s’il y en a (D124-9)\nRemise par l’organisme le : "
            + (given or TO_WRITE))
    if index == DURATION and _duration(answers, place):
        return _duration(answers, place)
    held: list[tuple[Field, str]] = []
    for field in fields:
        value = answers.text(_placed(field, place, lieu))
        if value:
            held.append((field, value))
    if index == NAMES:
        names = [("Référent", answers.full_name(parcours.REFERENT_PRENOM, parcours.REFERENT_NOM)),
                 ("Tuteur", answers.full_name(stages.TUTEUR_PRENOM, stages.TUTEUR_NOM, lieu))]
        return "\n".join([label + " : " + name for label, name in names if name])
    if len(fields) == 1:
        return held[0][1] if held else ""
    lines = [field.label + " : " + value for field, value in held]
    if index == PROTECTION:
        lines = ["Accident du travail : «" + ACCIDENTS.extract + "»"] + lines + ["Autre régime : " + TO_WRITE]
    return "\n".join(lines)


def _placed(field: Field, place: str, lieu: str) -> str:
    return field.at(lieu if field.within == stages.LIEUX.path else place)
