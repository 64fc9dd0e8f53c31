"""The length of stages, by type: rules of the theme « Stages », after those of ``stages``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import stages
from pid_rules.judgement.rule import PATH, UNKNOWN, Trip, profile
from pid_rules.planning.stays import weekdays, weeks
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.rules.stages import THEME
from pid_rules.rules.types_stage import INITIATION, OBSERVATION, VISITE, days_beyond
from pid_rules.seuils import accueil
from pid_rules.seuils.calendrier import school_year_of
from pid_rules.sources.circulaires import CONVENTION_2024, NOTE_PREPA_METIERS, SERVICE_PUBLIC

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Verdict
    from pid_rules.seuils.calendrier import SchoolYear
    from pid_rules.seuils.seuil import Seuil

ZONE = profile("departement.zone")


def _too_many_days(debut: int, fin: int, horaires: list[Item], maximum: int) -> Verdict:
    """What a stage of more days than ``maximum`` trips; UNKNOWN where they cannot be counted, None where they are few
    enough."""
    number = days_beyond(debut, fin, horaires, maximum)
    if number is None:
        return UNKNOWN
    return Trip(jours=number, maximum=maximum) if number else None


@THEME.rule("ST-10", "Durée d’une visite d’information",
            reads=(stages.STAGE_TYPE, stages.STAGE_DEBUT, stages.STAGE_FIN, stages.HORAIRES,
                   accueil.JOURS_DE_VISITE.at(stages.STAGE_DEBUT)), over=stages.STAGES,
            at=(stages.STAGE_FIN,), severity=BLOQUANT,
            source=SERVICE_PUBLIC.quoting("Les visites ne doivent pas excéder 2 jours consécutifs"),
            message="Cette visite d’information dure {jours} jours : elle n’en compte jamais plus de "
                    "{maximum}.",
            advice="Raccourcissez la visite, ou choisissez une séquence d’observation.")
def visite_trop_longue(presence_type: str, debut: int, fin: int, horaires: list[Item], maximum: int) -> Verdict:
    if presence_type != VISITE:
        return None
    return _too_many_days(debut, fin, horaires, maximum)


@THEME.rule("ST-11", "Durée d’une séquence d’observation",
            reads=(stages.STAGE_TYPE, stages.STAGE_DEBUT, stages.STAGE_FIN, stages.HORAIRES, stages.STAGES, ZONE, PATH,
                   accueil.JOURS_D_OBSERVATION.at(stages.STAGE_DEBUT), accueil.SEQUENCES_PAR_AN),
            over=stages.STAGES, at=(stages.STAGE_FIN,), severity=BLOQUANT,
            source=CONVENTION_2024.quoting("5 jours consécutifs ou non, pour les élèves scolarisés en collège"),
            message="Cette séquence d’observation compte {jours} jours : elle ne peut en durer que "
                    "{maximum}, consécutifs ou non.",
            advice="Raccourcissez la séquence ; pour revenir plusieurs fois en entreprise, voyez si la classe "
                   "permet un stage d’initiation.")
def observation_trop_longue(presence_type: str, debut: int, fin: int, horaires: list[Item], every_stage: list[Item],
                            zone: str, path: str, maximum: int, per_year: Seuil) -> Verdict:
    if presence_type != OBSERVATION:
        return None
    found = _too_many_days(debut, fin, horaires, maximum)
    if found is not None:
        return found
    year, most = school_year_of(zone, debut), per_year.version_on(debut)
    same = [stage for stage in every_stage
            if stage[stages.STAGE_TYPE] == OBSERVATION and _in_the_year(stage[stages.STAGE_DEBUT], zone, year)]
    if len(same) > most.value and same[0].path == path:
        return Trip(paths=[stages.STAGE_TYPE.at(stage.path) for stage in same], severity=AVERTISSEMENT,
                    citation=most.citation, nombre=len(same),
                    message="{nombre} séquences d’observation sont prévues dans l’année : la fiche publique "
                            "en décrit une, d’une semaine au plus. Au-delà, c’est une alternance sous un autre nom "
                            "(choix de l’outil).")
    return None


def _in_the_year(day: int | None, zone: str, year: SchoolYear | None) -> bool:
    """Whether a day falls in that school year, or may: where the calendar is not known, all count together."""
    return day is not None and school_year_of(zone, day) is year


@THEME.rule("ST-12", "Durée des stages d’initiation",
            reads=(stages.STAGES, accueil.SEMAINES_D_INITIATION), at=(stages.STAGE_FIN,),
            severity=AVERTISSEMENT,
            source=NOTE_PREPA_METIERS.quoting("La classe de troisième prépa-métiers comporte une à quatre semaines de "
                                              "stage ou d’immersion dans l’année."),
            message="Les stages d’initiation occupent plus de {maximum} semaines au total, repère tiré de la "
                    "troisième prépa-métiers.",
            advice="Réduisez leur durée, ou expliquez ce que l’élève découvre de nouveau.")
def initiation_trop_longue(every_stage: list[Item], most: Seuil) -> Verdict:
    chosen = [stage for stage in every_stage if stage[stages.STAGE_TYPE] == INITIATION]
    mondays: set[int] = set()
    for stage in chosen:
        debut, fin = stage[stages.STAGE_DEBUT], stage[stages.STAGE_FIN]
        worked = weekdays(stage[stages.HORAIRES])
        if debut is None or fin is None or worked is None:
            return UNKNOWN
        maximum = most.on(debut)
        mondays.update(weeks(worked, debut, fin, maximum + 1))
        if len(mondays) > maximum:
            return Trip(paths=[stages.STAGE_FIN.at(one.path) for one in chosen], maximum=maximum)
