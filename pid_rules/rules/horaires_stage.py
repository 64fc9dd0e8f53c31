"""The hours of stages: length of days and weeks, night, breaks, total of the year.

Article L3161-1 names the stages d'initiation and d'application; its limits are applied here, out of prudence, to every
presence outside the collège, since a pupil is no less young in a séquence d'observation. They end at 18. Where an age
decides, it is the age on the day itself; a week is judged by the age on its first day outside the collège.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.form import emploi_du_temps, stages
from pid_rules.judgement.rule import Theme, profile
from pid_rules.planning import PLAN
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.rules.presences import AGED, TOUTE_PRESENCE, Found, is_young, stay_paths, weekday_of, when, when_week
from pid_rules.rules.types_stage import OBSERVE, TRAVAIL
from pid_rules.seuils import reperes, temps_de_travail
from pid_rules.seuils.calendrier import school_year_of
from pid_rules.sources.education import L124_6
from pid_rules.sources.travail import L3163_1
from pid_rules.words.dates import SATURDAY
from pid_rules.words.declared import declared
from pid_rules.words.horaires import HOUR, in_words
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.judgement.rule import Verdict
    from pid_rules.planning.hours import Presence
    from pid_rules.planning.timeline import Dated, Timeline
    from pid_rules.planning.weeks import Week
    from pid_rules.seuils.seuil import Seuil

THEME = Theme("horaires-stage", "Horaires des stages")
ZONE = profile("departement.zone")


@THEME.rule("ST-13", "Présence par jour",
            reads=AGED + (temps_de_travail.JOUR, temps_de_travail.JOUR_OBSERVE, reperes.AGE_PROTEGE,
                          temps_de_travail.JOUR_MOINS_DE_16, temps_de_travail.JOUR_DES_CONVENTIONS),
            severity=BLOQUANT, source=temps_de_travail.HUIT_HEURES,
            message="Le {jour}, l’élève est présent {duree} sur son lieu d’accueil, pauses déduites (dès le "
                    "{date}) : plus que la limite de {limite} par jour.",
            advice="Raccourcissez cette journée, ou allongez la pause." + TOUTE_PRESENCE)
def journee_trop_longue(plan: Timeline, born: int, majority: Seuil, most: Seuil, observed: Seuil, protected: Seuil,
                        before: Seuil, agreed: Seuil) -> Verdict:
    found = Found(plan.complete_stays)
    for dated in plan.days:
        if not is_young(dated, majority):
            continue
        minutes, severity, limit, ending = dated.day.outside, BLOQUANT, most, "."
        if minutes <= most.on(dated.date):
            if [presence for presence in dated.day.presences if presence.stay.kind in OBSERVE]:
                limit, ending = observed, " en visite d’information et en séquence d’observation."
            elif dated.segment.age < protected.on(dated.date):
                limit, ending = before, declared(" avant 16 ans.")
            else:
                severity, limit, ending = AVERTISSEMENT, agreed, ", celle de la convention nationale."
        if minutes > limit.on(dated.date):
            version = limit.version_on(dated.date)
            found.add([stages.HORAIRE_FIN.at(dated.day.presences[-1].path)], severity, citation=version.citation,
                      message="Le {jour}, l’élève est présent {duree} sur son lieu d’accueil, pauses déduites (dès le "
                              "{date}) : plus que la limite de {limite} par jour" + ending,
                      jour=weekday_of(dated.date), duree=in_words(minutes), date=when(dated),
                      limite=in_words(version.value))
    return found.verdict()


@THEME.rule("ST-14", "Présence par semaine",
            reads=AGED + (temps_de_travail.SEMAINE, reperes.AGE_SEMAINE_REDUITE, temps_de_travail.SEMAINE_MOINS_DE_15),
            severity=BLOQUANT, source=temps_de_travail.HUIT_HEURES,
            message="Semaine du {date} : l’élève est présent {duree} sur ses lieux d’accueil, pauses déduites, "
                    "plus que la limite de {limite} par semaine.",
            advice="Allégez cette semaine." + TOUTE_PRESENCE)
def semaine_trop_longue(plan: Timeline, born: int, majority: Seuil, most: Seuil, youngest: Seuil,
                        before: Seuil) -> Verdict:
    found = Found(plan.complete_stays)
    for week in plan.weeks:
        days = [dated for dated in week[:7] if is_young(dated, majority)]
        minutes = sum([dated.day.outside for dated in days])
        said = {"date": when_week(week)}
        if minutes > most.on(week[0].date):
            found.add(stay_paths(days, stages.HORAIRES), BLOQUANT, duree=in_words(minutes),
                      limite=in_words(most.on(week[0].date)), **said)
            continue
        working = [dated for dated in days if _worked(dated)]
        minutes, limit = sum([_worked(dated) for dated in working]), before.version_on(week[0].date)
        if working and working[0].segment.age < youngest.on(working[0].date) and minutes > limit.value:
            found.add(stay_paths(working, stages.HORAIRES), BLOQUANT, citation=limit.citation, duree=in_words(minutes),
                      limite=in_words(limit.value),
                      message="Semaine du {date} : l’élève est présent {duree} en stage d’initiation ou "
                              "d’application, pauses déduites, plus que la limite de {limite} par semaine avant "
                              "15 ans.", **said)
    return found.verdict()


def _worked(dated: Dated) -> int:
    """Minutes of the day in stages where the pupil works."""
    return sum([presence.minutes for presence in dated.day.presences if presence.stay.kind in TRAVAIL])


@THEME.rule("ST-15", "Collège et stage dans la semaine",
            reads=AGED + (temps_de_travail.CUMUL_SEMAINE,), severity=AVERTISSEMENT,
            source=temps_de_travail.CUMUL,
            message="Semaine du {date} : collège et lieux d’accueil font ensemble {duree}, plus que le repère de "
                    "{limite} par semaine.",
            advice="Allégez l’emploi du temps de cette semaine.")
def semaine_cumulee_trop_longue(plan: Timeline, born: int, majority: Seuil, most: Seuil) -> Verdict:
    found = Found(plan.together())
    for week in plan.weeks:
        days = [dated for dated in week[:7] if is_young(dated, majority)]
        limit = most.on(week[0].date)
        minutes = sum([dated.day.outside + dated.day.inside for dated in week[:7]])
        if days and minutes > limit and plan.known:
            models = {cast("Week", dated.day.week).path: True for dated in week[:7] if dated.day.college}
            if models:
                slots = [emploi_du_temps.CRENEAUX.at(path) for path in models]
                found.add(stay_paths(days, stages.HORAIRES) + slots, AVERTISSEMENT,
                          duree=in_words(minutes), limite=in_words(limit), date=when_week(week))
    return found.verdict()


@THEME.rule("ST-16", "Collège et stage dans la journée", reads=AGED + (temps_de_travail.CUMUL_JOUR,),
            severity=AVERTISSEMENT, source=temps_de_travail.CUMUL,
            message="Le {jour}, collège et lieu d’accueil font ensemble {duree} (dès le {date}) : plus que le "
                    "repère de {limite} par jour.",
            advice="Allégez cette journée.")
def journee_cumulee_trop_longue(plan: Timeline, born: int, majority: Seuil, most: Seuil) -> Verdict:
    found = Found(plan.together())
    for dated in plan.days:
        minutes = dated.day.outside + dated.day.inside
        limit = most.on(dated.date)
        if plan.known and is_young(dated, majority) and dated.day.college and minutes > limit:
            found.add([stages.HORAIRE_FIN.at(dated.day.presences[-1].path),
                       emploi_du_temps.CRENEAU_FIN.at(dated.day.college[-1].path)], AVERTISSEMENT,
                      jour=weekday_of(dated.date), duree=in_words(minutes), limite=in_words(limit),
                      date=when(dated))
    return found.verdict()


@THEME.rule("ST-17", "Nuit",
            reads=AGED + (reperes.AGE_PROTEGE, reperes.DEBUT_NUIT_MOINS_DE_16, reperes.DEBUT_NUIT,
                          reperes.SOIR_DES_CONVENTIONS, temps_de_travail.FIN_NUIT),
            severity=BLOQUANT, source=L3163_1.quoting("tout travail entre 20 heures et 6 heures"),
            message="Le {jour}, l’élève est présent de {debut} à {fin} (dès le {date}) : à son âge, la nuit va de "
                    "{soir} à {matin} et aucune présence n’y est possible.",
            advice="Placez toute la présence hors de ces heures." + TOUTE_PRESENCE)
def presence_de_nuit(plan: Timeline, born: int, majority: Seuil, protected: Seuil, before: Seuil, night: Seuil,
                     agreed: Seuil, morning: Seuil) -> Verdict:
    found = Found(plan.complete_stays)
    for dated in plan.days:
        if not is_young(dated, majority):
            continue
        evening = before if dated.segment.age < protected.on(dated.date) else night
        opening, closing = morning.on(dated.date) * HOUR, evening.on(dated.date) * HOUR
        last = agreed.version_on(dated.date)
        for presence in dated.day.presences:
            said = {"jour": weekday_of(dated.date), "date": when(dated), "debut": in_words(presence.start),
                    "fin": in_words(presence.end)}
            at_night, late = _beyond(presence, opening, closing), _beyond(presence, opening, last.value * HOUR)
            if at_night:
                found.add(at_night, BLOQUANT, soir=in_words(closing), matin=in_words(opening), **said)
            elif late:
                found.add(late, AVERTISSEMENT, citation=last.citation, soir=in_words(last.value * HOUR),
                          message="Le {jour}, l’élève est présent de {debut} à {fin} (dès le {date}) : un stage "
                                  "de collégien finit à {soir} au plus tard.", **said)
    return found.verdict()


def _beyond(presence: Presence, opening: int, closing: int) -> list[str]:
    """Paths of the hours of a presence before ``opening`` or after ``closing``."""
    paths = [stages.HORAIRE_DEBUT.at(presence.path)] if presence.start < opening or presence.start >= closing else []
    return paths + ([stages.HORAIRE_FIN.at(presence.path)] if presence.end > closing or presence.end <= opening else [])


@THEME.rule("ST-18", "Pause", reads=AGED + (temps_de_travail.SANS_PAUSE, temps_de_travail.PAUSE), severity=BLOQUANT,
            source=temps_de_travail.PAUSE.citation,
            message="Le {jour}, l’élève est présent {duree} sans pause d’au moins {pause} (dès le {date}).",
            advice=declared("Indiquez une pause assez longue, avant {0} de présence.").format(
                in_words(temps_de_travail.SANS_PAUSE.latest())) + TOUTE_PRESENCE)
def pause_insuffisante(plan: Timeline, born: int, majority: Seuil, most: Seuil, rest: Seuil) -> Verdict:
    found = Found(plan.complete_stays)
    for dated in plan.days:
        if not is_young(dated, majority):
            continue
        limit, wanted = most.on(dated.date), rest.on(dated.date)
        said = {"jour": weekday_of(dated.date), "date": when(dated)}
        runs = dated.day.runs()
        long = [run for run in runs if run[1] - run[0] > limit]
        for start, end, presence in long:
            found.add([stages.PAUSE_DEBUT.at(presence.path)], BLOQUANT, duree=in_words(end - start),
                      limite=in_words(limit),
                      message="Le {jour}, l’élève est présent {duree} d’affilée (dès le {date}) : plus que les "
                              "{limite} permises sans pause.", **said)
        breaks = [runs[position + 1][0] - runs[position][1] for position in range(len(runs) - 1)]
        if not long and dated.day.outside > limit and not [minutes for minutes in breaks if minutes >= wanted]:
            found.add([stages.PAUSE_FIN.at(runs[0][2].path)], BLOQUANT, duree=in_words(dated.day.outside),
                      pause=str(wanted) + NBSP + "minutes", **said)
    return found.verdict()


@THEME.rule("ST-25", "Gratification", reads=(PLAN, ZONE, temps_de_travail.GRATIFICATION), severity=AVERTISSEMENT,
            source=L124_6.quoting("au cours d'une même année scolaire ou universitaire, à deux mois consécutifs ou "
                                  "non"),
            message="Dans l’année scolaire {annee}, l’élève passe {duree} dans le même organisme : au-delà de "
                    "{limite}, une gratification est due.",
            advice="Réduisez la présence, ou prévoyez la gratification dans la convention.")
def gratification_due(plan: Timeline, zone: str, most: Seuil) -> Verdict:
    found = Found(plan.complete_stays)
    totals: dict[str, Any] = {}
    for stay in plan.stays:
        if not stay.is_placed() or stay.kind in OBSERVE:
            continue
        if stay.place is None:
            found.complete = False
        first, last = school_year_of(zone, stay.first), school_year_of(zone, stay.last)
        if first is None or last is None:
            found.complete = False
            continue
        for year in [first] if first is last else [first, last]:
            key = (stay.place or stay.path) + " " + str(year.year)
            if key not in totals:
                totals[key] = [year, 0, []]
            totals[key][1] += stay.minutes_between(year.start, year.known_until, plan.alternation)
            totals[key][2].append(stages.STAGE_FIN.at(stay.path))
    for key in totals:
        year, minutes, paths = totals[key]
        limit = most.on(year.start) * HOUR
        if minutes > limit:
            found.add(paths, AVERTISSEMENT, annee=str(year.year) + "-" + str(year.year + 1), duree=in_words(minutes),
                      limite=in_words(limit))
    return found.verdict()


@THEME.rule("ST-33", "Semaine de stage courte", reads=(PLAN, temps_de_travail.SEMAINE_COURTE), severity=INFORMATION,
            source=temps_de_travail.SEMAINE_COURTE.citation,
            message="Semaine du {date} : l’élève est chaque jour sur son lieu d’accueil, mais {duree} seulement "
                    "dans la semaine ; le repère est d’au moins {limite}.",
            advice="Vérifiez que cette présence suffit aux objectifs.")
def semaine_de_stage_courte(plan: Timeline, least: Seuil) -> Verdict:
    found = Found(plan.complete_stays)
    for week in plan.weeks:
        days = week[:SATURDAY]
        minutes = sum([dated.day.outside for dated in days])
        limit = least.on(week[0].date)
        if minutes < limit and not [dated for dated in days if not dated.day.presences]:
            found.add(stay_paths(days, stages.HORAIRES), INFORMATION, date=when_week(week),
                      duree=in_words(minutes), limite=in_words(limit))
    return found.verdict()
