"""The timetable: lessons from which the pupil is dispensed, and whether week models and stages say the same.

The hours dispensed are computed, for each week model that holds on some day, against the compulsory grid. No grid was
read for SEGPA, « prépa-métiers » and other organisations: what needs one is then pending.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import emploi_du_temps, parcours, stages
from pid_rules.form.options import DISCIPLINES
from pid_rules.judgement.rule import UNKNOWN, Part, Theme, Trip
from pid_rules.planning import PLAN
from pid_rules.planning.disciplines import UNRANKED, discipline, meaning
from pid_rules.planning.dispense import dispenses
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.rules.coherence import contradictions
from pid_rules.rules.presences import when_week
from pid_rules.seuils import temps_de_travail
from pid_rules.sources import lettre
from pid_rules.sources.circulaires import CONCEPTION
from pid_rules.sources.education import R511_11
from pid_rules.words.declared import declared
from pid_rules.words.horaires import in_words

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Verdict
    from pid_rules.planning.dispense import Dispense
    from pid_rules.planning.timeline import Timeline
    from pid_rules.planning.weeks import Week
    from pid_rules.seuils.seuil import Seuil

THEME = Theme("emploi-du-temps", "Emploi du temps")
SOCLE = ("Français", "Mathématiques", "Histoire-géographie-EMC", "EPS")
"""The disciplines whose complete removal is to be explained; the last but one holds civic education."""
LANGUES = ("LV1", "LV2")
SANS_LECTURE = declared("Aucune grille n’a été lue pour cette organisation : les heures dispensées ne sont pas "
                        "calculées.")
SANS_RANG = declared("« {nom} » ne dit pas s’il s’agit de la LV1 ou de la LV2 : choisissez en quoi compter ces "
                     "heures, une fois pour tous les créneaux de ce nom.")
SANS_DISCIPLINE = declared("« {nom} » ne désigne aucune ligne de la grille, ou en désigne deux : choisissez en "
                           "quoi compter ces heures, une fois pour tous les créneaux de ce nom.")
HORS_GRILLE = declared("« {discipline} » n’est pas une ligne de la grille : les heures dispensées ne sont pas "
                       "calculées pour cette discipline.")
JAMAIS_REDUITE = "{discipline} est indiquée comme dispensée, mais aucune semaine type ne réduit ses heures."
LISTED = Part(parcours.DISPENSES, parcours.DISPENSE_DISCIPLINE)
SANS_GRILLE = " Sans grille lue (SEGPA, prépa-métiers, autre), la règle reste en attente."


def _measured(plan: Timeline, reference: str) -> tuple[list[tuple[Week, list[Dispense]]], bool]:
    """[(week model, its dispenses)] of those in force and complete, and whether all of them are."""
    measured: list[tuple[Week, list[Dispense]]] = []
    models = plan.in_force()
    for model in models:
        lessons = dispenses(plan, model, reference)
        if lessons is not None and model.complete:
            measured.append((model, lessons))
    return measured, bool(models) and len(measured) == len(models)


@THEME.rule("PR-08", "Enseignements dispensés indiqués",
            reads=(PLAN, emploi_du_temps.REFERENCE, LISTED), severity=BLOQUANT, source=lettre.UNE_PARTIE,
            message="{discipline} : {duree} de moins par semaine dans la semaine type {semaine}, et cette "
                    "discipline ne figure pas dans la liste des enseignements dispensés.",
            advice="Ajoutez la discipline et sa compensation, ou rétablissez ses heures au collège." + SANS_GRILLE)
def dispense_non_indiquee(plan: Timeline, reference: str, listed: list[Item]) -> Verdict:
    if plan.models and dispenses(plan, plan.models[0], reference) is None:
        return [UNKNOWN, Trip(severity=INFORMATION, paths=[emploi_du_temps.REFERENCE.path], message=SANS_LECTURE)]
    measured, complete = _measured(plan, reference)
    verdict = _unread([model for model, _ in measured])
    if verdict or not complete:
        verdict.append(UNKNOWN)
    doubtful = _doubtful([model for model, _ in measured])
    reduced: dict[str, tuple[Week, Dispense]]
    taught: set[str]
    reduced, taught = {}, set()
    for model, lessons in measured:
        taught.update([lesson.name for lesson in lessons if lesson.taught and lesson.college < lesson.grid])
        for lesson in lessons:
            if lesson.dispensed and lesson.name not in reduced and lesson.name not in doubtful:
                reduced[lesson.name] = model, lesson
    named: set[str | None] = set()
    for item in listed:
        written = item[parcours.DISPENSE_DISCIPLINE]
        if written is None:
            continue
        name = discipline(written)
        named.add(name)
        path = parcours.DISPENSE_DISCIPLINE.at(item.path)
        if name is None:
            verdict.append(Trip(severity=INFORMATION, paths=[path], message=HORS_GRILLE, discipline=written))
        elif complete and name not in reduced and name not in taught and name not in doubtful:
            verdict.append(Trip(paths=[path], message=JAMAIS_REDUITE, discipline=name))
    for name in reduced:
        model, lesson = reduced[name]
        if name not in named:
            verdict.append(Trip(paths=[parcours.DISPENSES.path], discipline=name, duree=in_words(lesson.dispensed),
                                semaine=model.called()))
    return verdict


def _doubtful(models: list[Week]) -> tuple[str, ...]:
    """The disciplines of which some hours may stand under a name that is not understood: all of them, or the
    languages."""
    names = [slot.activity for model in models for slot in model.unread]
    if [name for name in names if meaning(name) != UNRANKED]:
        return DISCIPLINES
    return LANGUES if names else ()


def _unread(models: list[Week]) -> list[Trip]:
    """A warning for each name that designates nothing, or two things, at every slot that bears it."""
    names: list[str]
    paths: list[list[str]]
    names, paths = [], []
    for model in models:
        for slot in model.unread:
            if slot.activity not in names:
                names.append(slot.activity)
                paths.append([])
            paths[names.index(slot.activity)].append(emploi_du_temps.CRENEAU_ACTIVITE.at(slot.path))
    return [Trip(severity=AVERTISSEMENT, paths=paths[rank], nom=names[rank],
                 message=SANS_RANG if meaning(names[rank]) == UNRANKED else SANS_DISCIPLINE)
            for rank in range(len(names))]


@THEME.rule("PR-09", "Ni dispense ni autre lieu",
            reads=(PLAN, emploi_du_temps.REFERENCE, stages.LIEUX), at=(emploi_du_temps.SEMAINES,),
            severity=AVERTISSEMENT,
            source=CONCEPTION.quoting("Un parcours qui n’allège aucun enseignement et ne se passe qu’au collège "
                                      "n’appelle pas de dérogation."),
            message="Aucun enseignement n’est dispensé et tout se passe au collège : un PPRE suffit, sans "
                    "dérogation.",
            advice="Indiquez ce que le parcours change, ou choisissez un autre dispositif." + SANS_GRILLE)
def sans_dispense_ni_lieu(plan: Timeline, reference: str, lieux: list[Item]) -> Verdict:
    if lieux or plan.stays or [model for model in plan.models if model.elsewhere]:
        return None
    measured, complete = _measured(plan, reference)
    if [lesson for _, lessons in measured for lesson in lessons if lesson.dispensed]:
        return None
    return True if complete else UNKNOWN


@THEME.rule("PR-10", "Plus de la moitié dispensée",
            reads=(PLAN, emploi_du_temps.REFERENCE, temps_de_travail.PART_DISPENSEE), severity=AVERTISSEMENT,
            source=temps_de_travail.PART_DISPENSEE.citation,
            message="La semaine type {semaine} dispense de {duree} sur {total} : plus de la moitié des "
                    "enseignements obligatoires, repère de l’outil tiré d’un dispositif abrogé.",
            advice="Gardez plus d’heures au collège, ou expliquez ce choix." + SANS_GRILLE)
def plus_de_la_moitie_dispensee(plan: Timeline, reference: str, most: Seuil) -> Verdict:
    measured, complete = _measured(plan, reference)
    verdict = [] if complete else [UNKNOWN]
    for model, lessons in measured:
        if model.unread:
            verdict.append(UNKNOWN)
            continue
        total = sum([lesson.grid for lesson in lessons])
        dispensed = sum([lesson.dispensed for lesson in lessons])
        share = most.latest() if model.first is None else most.on(model.first)
        if dispensed * 100 > total * share:
            verdict.append(Trip(paths=[emploi_du_temps.CRENEAUX.at(model.path)], semaine=model.called(),
                                duree=in_words(dispensed), total=in_words(total)))
    return verdict


@THEME.rule("PR-11", "Une semaine sans collège", reads=(PLAN,), severity=AVERTISSEMENT,
            source=CONCEPTION.quoting("Un parcours qui ne garde aucune heure au collège n’alterne plus."),
            message="La semaine type {semaine} n’a aucune heure au collège, et aucun stage n’occupe la semaine du "
                    "{date}.",
            advice="Gardez des heures au collège en dehors des semaines de stage.")
def semaine_sans_college(plan: Timeline) -> Verdict:
    if not plan.models or not plan.complete_models or not plan.complete_stays:
        return UNKNOWN
    if not plan.known:
        empty = [model for model in plan.in_force() if not (model.halves[0].college and model.halves[1].college)]
        return UNKNOWN if empty else None
    verdict: list[Trip]
    met: set[str]
    verdict, met = [], set()
    for week in plan.weeks:
        if [dated for dated in week[:7] if dated.day.presences]:
            continue
        models: list[Any] = [None if dated.segment is None or dated.segment.closed else dated.segment.week
                             for dated in week[:5]]
        if [model for model in models if model is None or model.halves[week[0].index].college] or models[0].path in met:
            continue
        met.add(models[0].path)
        verdict.append(Trip(paths=[emploi_du_temps.CRENEAUX.at(models[0].path)], semaine=models[0].called(),
                            date=when_week(week)))
    return verdict


@THEME.rule("PR-12", "Matière du socle retirée", reads=(PLAN, emploi_du_temps.REFERENCE), severity=AVERTISSEMENT,
            source=CONCEPTION.quoting("Retirer en entier une matière du socle doit rester exceptionnel et être "
                                      "expliqué."),
            message="La semaine type {semaine} retire en entier : {disciplines}.",
            advice="Gardez quelques heures de cette matière, ou expliquez comment elle est travaillée." + SANS_GRILLE)
def matiere_du_socle_retiree(plan: Timeline, reference: str) -> Verdict:
    measured, complete = _measured(plan, reference)
    verdict = [] if complete else [UNKNOWN]
    for model, lessons in measured:
        if model.unread:
            verdict.append(UNKNOWN)
            continue
        removed = [lesson.name for lesson in lessons
                   if lesson.name in SOCLE and lesson.college == 0 and lesson.dispensed]
        if removed and model.college:
            verdict.append(Trip(paths=[emploi_du_temps.CRENEAUX.at(model.path)], semaine=model.called(),
                                disciplines=", ".join(removed)))
    return verdict


@THEME.rule("ST-32", "Emploi du temps et stages d’accord", reads=(PLAN,), severity=BLOQUANT,
            source=R511_11.quoting("se soumettre aux horaires d'enseignement définis par l'emploi du temps de "
                                   "l'établissement"),
            message="L’emploi du temps et les stages ne disent pas la même chose.",
            advice="Corrigez le créneau ou les horaires du stage : un créneau couvre toute la présence, pause "
                   "comprise, ou plusieurs la couvrent sans sa pause.")
def emploi_du_temps_contredit(plan: Timeline) -> Verdict:
    unplaced = [stay for stay in plan.stays if stay.place is None]
    complete = plan.complete_stays and not unplaced and (plan.complete_models or not plan.models) \
        and (plan.known or not plan.stays)
    return contradictions(plan) + ([] if complete else [UNKNOWN])
