"""The period of a parcours: transitory, inside a school year, after the decision, in school time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.form import etablissement, parcours, stages, suites
from pid_rules.judgement.rule import STEP, TODAY, UNKNOWN, Part, Theme, Trip, optional, profile
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.questions.schema import DEMARRAGE
from pid_rules.rules.rentree import end_in_words, undecided
from pid_rules.rules.types_stage import OBSERVATION, TRAVAIL
from pid_rules.seuils.calendrier import holiday_days, school_year, school_year_of, weeks_of_class
from pid_rules.sources import lettre
from pid_rules.sources.circulaires import ARRETE_CALENDRIER, CONCEPTION, QUESTION_AN_50604, SERVICE_PUBLIC_2025
from pid_rules.sources.education import D332_6
from pid_rules.words import dates
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Verdict

THEME = Theme("periode", "Période")
FAVORABLE = ("valide", "valide_sous_conditions")
ZONE = profile("departement.zone")
BLOQUES = (OBSERVATION,) + TRAVAIL
CONGES = SERVICE_PUBLIC_2025.quoting("Vous bénéficiez des congés scolaires.")
APRES_LES_CLASSES = "Le parcours se termine le {fin}, après le dernier jour de classe ({limite})."


@THEME.rule("PE-01", "Début et fin", reads=(optional(parcours.DEBUT), optional(parcours.FIN)), severity=BLOQUANT,
            eligibility=True, source=lettre.TRANSITOIRE,
            message="Le parcours n’a pas encore ses deux dates : un début et une fin.",
            advice="Indiquez une date de début et une date de fin, la seconde après la première.")
def periode_incomplete(debut: int | None, fin: int | None) -> Verdict:
    if debut is None or fin is None:
        return Trip(paths=[field.path for field, day in ((parcours.DEBUT, debut), (parcours.FIN, fin))
                           if day is None])
    if debut > fin:
        return Trip(paths=[parcours.FIN.path], message="La fin du parcours précède son début.")


@THEME.rule("PE-02", "Dans une seule année scolaire",
            reads=(parcours.DEBUT, parcours.FIN, etablissement.ANNEE_SCOLAIRE, ZONE), at=(parcours.FIN,),
            severity=AVERTISSEMENT, eligibility=True,
            source=D332_6.quoting("des dispositifs spécifiques à vocation transitoire"),
            message="Le parcours se termine le {fin}, après la fin de l’année scolaire ({limite}) : il est "
                    "transitoire, et l’outil le veut dans une seule année (choix de l’outil).",
            advice="Avancez la date de fin ; pour continuer à la rentrée, préparez un nouveau dossier.")
def hors_de_l_annee_scolaire(debut: int, fin: int, annee: int, zone: str) -> Verdict:
    year = school_year(zone, annee)
    if year is None:
        return UNKNOWN
    if debut < year.start or year.is_over(debut):
        return Trip(paths=[parcours.DEBUT.path, etablissement.ANNEE_SCOLAIRE.path],
                    message="Le parcours commence en dehors de l’année scolaire indiquée.")
    if year.is_over(fin):
        return Trip(fin=dates.in_words(fin), limite=end_in_words(year))
    if year.is_over(fin) is None:
        return undecided(year, APRES_LES_CLASSES, AVERTISSEMENT, fin=dates.in_words(fin),
                         limite=dates.in_words(year.last_class_day))
    if fin > year.last_class_day:
        return Trip(fin=dates.in_words(fin), limite=dates.in_words(year.last_class_day), message=APRES_LES_CLASSES)


@THEME.rule("PE-03", "Parcours long sans bilan",
            reads=(parcours.DEBUT, parcours.FIN, parcours.BILANS_PREVUS, ZONE, profile("reperes.semaines_sans_bilan")),
            at=(parcours.FIN,), severity=AVERTISSEMENT, eligibility=True,
            source=CONCEPTION.quoting("Un parcours long gagne à prévoir un bilan intermédiaire."),
            message="Le parcours compte {semaines} semaines de classe sans bilan d’étape : plus que le "
                    "repère de {repere} semaines.",
            advice="Prévoyez un bilan d’étape, ou raccourcissez le parcours.")
def long_sans_bilan(debut: int, fin: int, bilans: list[Item], zone: str, reference: int) -> Verdict:
    for bilan in bilans:
        planned = bilan[parcours.BILAN_PREVU]
        if planned is not None and debut < planned < fin:
            return None
    weeks = weeks_of_class(zone, debut, fin)
    if weeks is None:
        return UNKNOWN
    if weeks > reference:
        return Trip(semaines=weeks, repere=reference)


@THEME.rule("PE-04", "Début après la décision",
            reads=(parcours.DEBUT, TODAY, STEP, optional(suites.DECISION), optional(suites.DECISION_DATE),
                   profile("delais.instruction_jours")),
            at=(parcours.DEBUT,), severity=AVERTISSEMENT, severity_at={DEMARRAGE: BLOQUANT}, eligibility=True,
            source=lettre.VALIDATION,
            message="Le parcours commence le {debut}, dans moins de {jours} jours : la décision risque "
                    "d’arriver trop tard.",
            advice="Reculez le début du parcours, ou appelez la DSDEN avant d’envoyer le dossier.")
def debut_avant_la_decision(debut: int, today: int, step: str, decision: str | None, decided_on: int | None,
                            delay: int) -> Verdict:
    if step != DEMARRAGE:
        late = decision not in FAVORABLE and debut < today + delay
        if late and debut < today:
            return Trip(debut=dates.in_words(debut),
                        message="Le début du parcours, le {debut}, est déjà passé et aucune décision favorable de "
                                "l’IA-DASEN n’est enregistrée : le parcours ne peut pas commencer avant elle.")
        return Trip(debut=dates.in_words(debut), jours=delay) if late else None
    if decision not in FAVORABLE or decided_on is None:
        return Trip(message="Le parcours ne peut pas commencer : aucune décision favorable et datée de "
                            "l’IA-DASEN n’est enregistrée.")
    if debut < decided_on:
        return Trip(decision=dates.in_words(decided_on),
                    message="Le parcours commence avant la décision de l’IA-DASEN, datée du {decision}.")


@THEME.rule("PE-05", "Hors vacances scolaires",
            reads=(stages.STAGE_TYPE, stages.STAGE_DEBUT, stages.STAGE_FIN, stages.HORAIRES, ZONE),
            over=stages.STAGES, at=(stages.STAGE_DEBUT, stages.STAGE_FIN), severity=AVERTISSEMENT, eligibility=True,
            source=QUESTION_AN_50604.quoting("ces séquences étant exclusivement effectuées en période scolaire"),
            message="Ce stage a lieu pendant les vacances scolaires, le {jour} : ce n’est plus une activité "
                    "scolaire.",
            advice="Déplacez ce stage pendant les semaines de classe.")
def stage_pendant_les_vacances(presence: str, debut: int, fin: int, horaires: list[Item], zone: str) -> Verdict:
    year = school_year_of(zone, debut)
    if year is None:
        return UNKNOWN
    # A stage that goes beyond what is known is judged as far as that.
    known = year.known_until if school_year_of(zone, fin) is None else fin
    off = cast("list[int]", holiday_days(zone, debut, known)) if debut <= fin else []
    worked = [horaire[stages.HORAIRE_JOUR] for horaire in horaires]
    days = [day for day in off if dates.DAYS_OF_WEEK[dates.weekday(day)] in worked]
    if days:
        return Trip(severity=BLOQUANT if presence in BLOQUES else None, jour=dates.in_words(days[0]),
                    citation=CONGES if presence in TRAVAIL else None)
    return UNKNOWN if known != fin or off and (not worked or None in worked) else None


HORS_CALENDRIER = declared("Le {jour} est en dehors des années scolaires en zone {zone} que cet outil connaît : les "
                           "règles qui en ont besoin restent en attente.")
AVANT_QUELLE_RENTREE = declared("La rentrée {rentree} n’est pas encore publiée : les règles qui ont besoin de savoir "
                                "si le {jour} vient avant elle restent en attente.")


@THEME.rule("PE-06", "Année scolaire",
            reads=(etablissement.ANNEE_SCOLAIRE, ZONE, Part(stages.STAGES, stages.STAGE_DEBUT, stages.STAGE_FIN)),
            at=(etablissement.ANNEE_SCOLAIRE,), severity=INFORMATION, eligibility=True,
            source=ARRETE_CALENDRIER.quoting("L'année scolaire s'étend du jour de la rentrée des élèves au jour "
                                             "précédant la rentrée suivante."),
            message="Le calendrier de l’année scolaire {annee} en zone {zone} n’est pas connu de cet outil : les "
                            "règles qui en ont besoin restent en attente.",
            advice="Vérifiez vous-même les vacances et les dates de l’année, ou cherchez une version plus récente du "
                   "site.")
def calendrier_inconnu(annee: int, zone: str, every_stage: list[Item]) -> Verdict:
    if school_year(zone, annee) is None:
        return [UNKNOWN, Trip(annee=str(annee) + "-" + str(annee + 1), zone=zone)]
    return [_hors_calendrier(day.at(stage.path), stage[day], zone)
            for stage in every_stage for day in (stages.STAGE_DEBUT, stages.STAGE_FIN)
            if stage[day] is not None and school_year_of(zone, stage[day]) is None]


def _hors_calendrier(path: str, day: int, zone: str) -> Trip:
    begun = school_year(zone, dates.parts(day)[0] - 1)
    if begun is not None and begun.is_over(day) is None:
        return Trip(paths=[path], jour=dates.in_words(day), rentree=str(begun.year + 1), message=AVANT_QUELLE_RENTREE)
    return Trip(paths=[path], jour=dates.in_words(day), zone=zone, message=HORS_CALENDRIER)
