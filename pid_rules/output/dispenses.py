"""What the parcours changes in the timetable: the compulsory grid, then the lessons dispensed in each week model."""

from pid_rules import horaires
from pid_rules.form import emploi_du_temps
from pid_rules.output import blocks
from pid_rules.output.answers import NONE
from pid_rules.paths import get
from pid_rules.planning import dispenses, hours, weeks_of
from pid_rules.seuils.grilles import LECTURE, grid_of

ACROSS = 4
"""Week models shown side by side; more make several tables."""

UNREAD = "Aucune grille n’a été lue pour cette organisation : les heures dispensées ne sont pas calculées."


def before(answers):
    """The compulsory lessons of the pupil's level, in hours a week."""
    reference = get(answers.dossier, emploi_du_temps.REFERENCE.path)
    if not reference:
        return blocks.pairs(answers.row(emploi_du_temps.REFERENCE))
    weeks = weeks_of(answers.dossier)
    grid = grid_of(reference, weeks[0].first if weeks else None)
    if grid is None:
        return [blocks.paragraph(UNREAD)]
    rows = [[name, _said(grid[name])] for name in grid]
    rows.append(["Total", _said(sum([grid[name] for name in grid]))])
    return [blocks.table("", ("Enseignement", "Heures par semaine"), rows, (30, 20)),
            blocks.paragraph(LECTURE.label() + ".", "legal")]


def changes(answers):
    """Tables of what each week model keeps and dispenses; [] where there is no week model or no grid."""
    reference = get(answers.dossier, emploi_du_temps.REFERENCE.path)
    models = [(week, dispenses(week, reference)) for week in weeks_of(answers.dossier)]
    models = [(week, lessons) for week, lessons in models if lessons is not None]
    made = []
    for start in range(0, len(models), ACROSS):
        made.append(_table(models[start:start + ACROSS]))
    if any([not week.complete for week, _ in models]):
        made.append(blocks.paragraph("Un créneau incomplet n’est pas compté.", "note"))
    if any([week.languages for week, _ in models]):
        made.append(blocks.paragraph("Une langue sans rang (LV1 ou LV2) n’est pas comptée.", "note"))
    return made


def _table(models):
    """Hours dispensed, discipline by discipline; only the disciplines that one of these models reduces."""
    rows = []
    for index, lesson in enumerate(models[0][1]):
        cut = [lessons[index].dispensed for _, lessons in models]
        if any(cut):
            rows.append([lesson.name] + [_said(minutes) for minutes in cut])
    rows.append(["Total dispensé"] + [_said(sum([lesson.dispensed for lesson in lessons])) for _, lessons in models])
    rows.append(["Gardées au collège"] + [_said(hours(week)[0]) for week, _ in models])
    rows.append(["Hors du collège, pauses comprises"] + [_said(hours(week)[1]) for week, _ in models])
    head = ["Enseignement"] + [week.name or "Semaine type" for week, _ in models]
    return blocks.table("Heures dispensées par semaine", head, rows, [24] + [16] * len(models))


def _said(minutes):
    return horaires.in_words(minutes) if minutes else NONE
