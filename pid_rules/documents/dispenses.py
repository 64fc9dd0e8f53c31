"""What the parcours changes in the timetable: the compulsory grid, then the lessons dispensed in each week model."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents import blocks
from pid_rules.documents.answers import NONE
from pid_rules.dossier.paths import get
from pid_rules.form import emploi_du_temps
from pid_rules.planning.dispense import dispenses
from pid_rules.planning.letters import LETTERS, mean
from pid_rules.seuils.grilles import LECTURE, grid_of
from pid_rules.words import horaires

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed, Rows
    from pid_rules.planning.dispense import Dispense
    from pid_rules.planning.weeks import Week

ACROSS = 4
"""Week models shown side by side; more make several tables."""

UNREAD = "Aucune grille n’a été lue pour cette organisation : les heures dispensées ne sont pas calculées."
TO_TELL = "à préciser"
"""Stands for hours that a name not understood may hold: they are never said to be dispensed."""


def before(answers: Answers) -> list[Printed]:
    """The compulsory lessons of the pupil's level, in hours a week."""
    reference = cast("str", get(answers.dossier, emploi_du_temps.REFERENCE.path))
    if not reference:
        return blocks.pairs(answers.row(emploi_du_temps.REFERENCE))
    weeks = answers.plan().models
    grid = grid_of(reference, weeks[0].first if weeks else None)
    if grid is None:
        return [blocks.paragraph(UNREAD)]
    rows = [[name, _said(grid[name])] for name in grid]
    rows.append(["Total", _said(sum([grid[name] for name in grid]))])
    return [blocks.table("", ("Enseignement", "Heures par semaine"), rows, (30, 20)),
            blocks.paragraph(LECTURE.label() + ".", "legal")]


def changes(answers: Answers) -> list[Printed]:
    """Tables of what each week model keeps and dispenses; [] where there is no week model or no grid."""
    reference, plan = cast("str", get(answers.dossier, emploi_du_temps.REFERENCE.path)), answers.plan()
    models = [(week, dispenses(plan, week, reference)) for week in plan.models]
    models = [(week, lessons) for week, lessons in models if lessons is not None]
    made: list[Printed] = []
    for start in range(0, len(models), ACROSS):
        made.append(_table(models[start:start + ACROSS]))
    said = notes(answers, [week for week, _ in models])
    return made + ([blocks.paragraph(" ".join(said), "note")] if made and said else [])


def notes(answers: Answers, weeks: list[Week]) -> list[str]:
    """What is to be known of how the hours of these week models are counted."""
    said: list[str] = []
    length = answers.text(emploi_du_temps.DUREE_SEANCE.path)
    if length:
        said.append("Au collège, une séance de {0} minutes compte pour une heure de la grille.".format(length))
    if any([week.alternates for week in weeks]):
        said.append("Les heures comparées à la grille sont la moyenne des semaines A et B.")
    if any([not week.complete for week in weeks]):
        said.append("Un créneau incomplet n’est pas compté.")
    names: list[str] = []
    for week in weeks:
        names += [slot.activity for slot in week.unread if slot.activity not in names]
    if names:
        said.append("Intitulés à préciser, dont les heures ne sont comptées dans aucune discipline : "
                    + ", ".join(["« " + name + " »" for name in names]) + ".")
    return said


def _table(models: list[tuple[Week, list[Dispense]]]) -> Printed:
    """Hours dispensed, discipline by discipline; only the disciplines that one of these models reduces."""
    rows: Rows = []
    for index, lesson in enumerate(models[0][1]):
        cut = [lessons[index].dispensed for _, lessons in models]
        if any(cut):
            rows.append([lesson.name] + [TO_TELL if minutes and week.unread else _said(minutes)
                                         for (week, _), minutes in zip(models, cut)])
    rows.append(["Total dispensé"] + [TO_TELL if week.unread else _said(sum([lesson.dispensed for lesson in lessons]))
                                      for week, lessons in models])
    rows.append(["Gardées au collège"] + [_both([half.college for half in week.halves]) for week, _ in models])
    rows.append(["Hors du collège, pauses comprises"] + [_both([half.elsewhere for half in week.halves])
                                                         for week, _ in models])
    head = ["Enseignement"] + [week.name or "Semaine type" for week, _ in models]
    return blocks.table("Heures dispensées par semaine", head, rows, [24] + [16] * len(models))


def _both(minutes: list[int]) -> str:
    """The hours of a week, or those of weeks A and B with their mean where they differ."""
    if minutes[0] == minutes[1]:
        return _said(minutes[0])
    words = [LETTERS[index] + " : " + _said(minutes[index]) for index in (0, 1)]
    return "\n".join(words + ["en moyenne : " + _said(mean(*minutes))])


def _said(minutes: int) -> str:
    return horaires.in_words(minutes) if minutes else NONE
