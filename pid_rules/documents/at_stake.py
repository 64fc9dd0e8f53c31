"""What the parcours takes from the week of the pupil: the ordinary one, the one with a stage, the hours of each
discipline in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents.dispenses import UNREAD
from pid_rules.documents.drawn import zone_of
from pid_rules.documents.timetable import week_words
from pid_rules.dossier.paths import get
from pid_rules.form import emploi_du_temps
from pid_rules.planning.dispense import dispenses
from pid_rules.planning.dispense_table import DispenseTable
from pid_rules.words import horaires

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.document import Edition
    from pid_rules.planning.timeline import Timeline
    from pid_rules.planning.weeks import Week


def both_weeks(plan: Timeline) -> tuple[Week | None, Week | None]:
    """(the ordinary week model, that of most days of stage), None for one that the dossier has not."""
    days: dict[str, int] = {}
    first: dict[str, tuple[Week, Week]] = {}
    for segment in plan.segments:
        if segment.week is not None and segment.stays and not segment.closed:
            path = segment.week.path
            days[path] = (days[path] if path in days else 0) + segment.last - segment.first + 1
            first.setdefault(path, (plan.replaced(segment), segment.week))
    if not days:
        return (plan.models[0] if plan.models else None), None
    most = [path for path in days if days[path] == max([days[one] for one in days])][0]
    return first[most]


def weeks_in_words(answers: Answers) -> list[str]:
    """The hours of both weeks, then how many other week models there are."""
    plan = answers.plan()
    shown = [week for week in both_weeks(plan) if week is not None]
    if not shown:
        return ["Aucune semaine type n’est décrite."]
    if shown[0] is shown[-1]:
        shown = shown[:1]
    found = [(week.name or "Semaine type") + " : " + (week_words(week) or "aucune heure") for week in shown]
    others = len(plan.models) - len(shown)
    if others > 0:
        found.append("et " + str(others) + (" autre semaine type" if others == 1 else " autres semaines types"))
    return found


def lost(answers: Answers, edition: Edition) -> list[str]:
    """« LV2 : 2 h 30 → 0 h » of each discipline of which hours are dispensed, what disappears first; then what is kept
    whole, or why nothing is known."""
    table = DispenseTable(answers.dossier, zone_of(edition))
    if not table.known:
        return [UNREAD if answers.held(emploi_du_temps.REFERENCE.path) else "Aucune grille horaire n’est choisie."]
    rows = [row.lesson for row in table.rows if row.lesson.dispensed]
    rows.sort(key=lambda one: (one.grid > one.dispensed, -one.dispensed))
    found = [one.name + " : " + horaires.in_words(one.grid) + " → " + horaires.in_words(one.grid - one.dispensed)
             for one in rows]
    if not table.complete:
        return found + ["Des créneaux ne peuvent pas être comptés."]
    if not found:
        return ["Aucune heure n’est dispensée."]
    return found + (["Rien n’est dispensé en semaine ordinaire."] if _is_whole(answers) else [])


def _is_whole(answers: Answers) -> bool:
    """Whether the ordinary week keeps every hour of the grid."""
    ordinary, with_stage = both_weeks(answers.plan())
    if ordinary is None or ordinary is with_stage:
        return False
    measured = dispenses(answers.plan(), ordinary, cast("str", get(answers.dossier, emploi_du_temps.REFERENCE.path)))
    return measured is not None and not any([one.dispensed for one in measured])
