"""The weeks of the timetable as tables: one row for each day, its presence in the morning and in the afternoon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, dispenses, drawn, pages
from pid_rules.documents.answers import NONE
from pid_rules.dossier.paths import get
from pid_rules.form import eleve, emploi_du_temps, parcours
from pid_rules.form.options import COLLEGE
from pid_rules.planning.letters import LETTERS
from pid_rules.words import horaires
from pid_rules.words.dates import SATURDAY
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed, Rows
    from pid_rules.documents.document import Edition
    from pid_rules.planning.weeks import Half, Slot, Week

NOON = 12 * 60 + 30
AFTERNOON = 13 * 60 + 30
HEAD = (emploi_du_temps.CRENEAU_JOUR.label, "Matin", "Après-midi")
WIDTHS = (6, 24, 23)
ROOM = "\n\n"
"""What is left to write the lessons of half a day by hand."""


def timetable_sheet(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """Blocks of the document that shows the timetable alone: before, during, and how lessons are made up for."""
    made = [blocks.heading(1, emploi_du_temps.PAGE.title)]
    made += blocks.pairs(answers.rows("", eleve.NOM, eleve.PRENOM, eleve.CLASSE, parcours.DEBUT, parcours.FIN))
    made += _titled("Le calendrier", drawn.calendar(answers, edition))
    made += _titled("Les semaines", drawn.weeks(answers))
    made += _titled("Avant et pendant, heures par semaine", drawn.hours(answers, edition))
    made += _titled("Avant : les enseignements obligatoires", dispenses.before(answers))
    made += _titled("Pendant : les semaines types", _weeks(answers))
    made += _titled("Ce qui change : les heures dispensées", dispenses.changes(answers))
    return made + pages.page(answers, parcours.DISPENSES_PAGE)


def _titled(title: str, found: list[Printed]) -> list[Printed]:
    return [blocks.heading(2, title)] + found if found else []


def timetable(answers: Answers, alone: bool = True) -> list[Printed]:
    """Blocks of the page; [] where nothing is given. What changes is left out where the contract has just said it."""
    rows = answers.row(emploi_du_temps.REFERENCE) + answers.row(emploi_du_temps.DUREE_SEANCE) \
        + pages.line(answers, emploi_du_temps.LUNDIS_A)
    weeks = _weeks(answers)
    if not rows and not weeks:
        return []
    return [blocks.heading(2, emploi_du_temps.PAGE.title)] + blocks.pairs(rows) + weeks \
        + (dispenses.changes(answers) if alone else [])


def _weeks(answers: Answers) -> list[Printed]:
    return [_week(answers, week.path, week) for week in answers.plan().models]


def _week(answers: Answers, place: str, week: Week) -> Printed:
    rows: Rows = []
    if answers.blank_form and not week.slots:
        days = [label for day, label in emploi_du_temps.CRENEAU_JOUR.kind.options if day != "dimanche"]
        return blocks.table(_caption(answers, place, week), HEAD, [[label, ROOM, ROOM] for label in days], WIDTHS)
    for day, (_, label) in enumerate(emploi_du_temps.CRENEAU_JOUR.kind.options):
        of_day = _by_letter(_in_order([slot for slot in week.slots if slot.day == day]))
        if of_day or day < SATURDAY:
            morning = [slot for slot in of_day if slot.start is None or slot.start < NOON]
            afternoon = [slot for slot in of_day if slot not in morning]
            rows.append([label, _half(answers, morning, []), _half(answers, afternoon, morning)])
    others = _in_order([slot for slot in week.slots if slot.day is None])
    if others:
        given = [get(answers.dossier, emploi_du_temps.CRENEAU_JOUR.at(slot.path)) for slot in others]
        days = ", ".join([one for one in given if isinstance(one, str) and one])
        rows.append([days or NONE, _half(answers, others, []), NONE])
    return blocks.table(_caption(answers, place, week), HEAD, rows, WIDTHS)


def _in_order(slots: list[Slot]) -> list[Slot]:
    return sorted(slots, key=lambda slot: -1 if slot.start is None else slot.start)


def _by_letter(slots: list[Slot]) -> list[Slot]:
    """A day of which nothing holds every week is two days: that of weeks A, then that of weeks B."""
    return sorted(slots, key=lambda slot: slot.letter) if all([slot.letter for slot in slots]) else slots


def _line(answers: Answers, slot: Slot) -> str:
    """« 8 h 30 – 10 h 30 : Français, semaine A », what cannot be read as it was typed."""
    times = answers.texts(slot.path, emploi_du_temps.CRENEAU_DEBUT, emploi_du_temps.CRENEAU_FIN)
    words = [" – ".join(times), answers.text(emploi_du_temps.CRENEAU_ACTIVITE.at(slot.path))]
    line = (NBSP + ": ").join([word for word in words if word])
    beside: list[str] = []
    if slot.place is not None and slot.place != COLLEGE:
        beside.append(answers.text(emploi_du_temps.CRENEAU_LIEU.at(slot.path)))
    beside += _letter(slot)
    counted = answers.text(emploi_du_temps.CRENEAU_DISCIPLINE.at(slot.path))
    if counted and slot.place == COLLEGE and counted != slot.activity:
        beside.append("compté en " + counted if slot.name else "hors de la grille")
    return ", ".join([line] + beside)


def _letter(slot: Slot) -> list[str]:
    return ["semaine" + NBSP + slot.letter] if slot.letter else []


def _half(answers: Answers, slots: list[Slot], before: list[Slot]) -> str:
    """The slots of half a day; those of ``before`` that last past noon go on in it."""
    lines = [", ".join(["Suite, jusqu’à " + horaires.in_words(slot.end)] + _letter(slot)) for slot in before
             if slot.end is not None and slot.end > AFTERNOON]
    lines += [_line(answers, slot) for slot in slots]
    if not lines:
        return "" if answers.blank_form else NONE
    return "\n".join(lines)


def _caption(answers: Answers, place: str, week: Week) -> str:
    """Name, period and hours of a week model."""
    period = [(label, answers.text(field.at(place))) for label, field in (
        ("du ", emploi_du_temps.SEMAINE_DU), ("au ", emploi_du_temps.SEMAINE_AU))]
    words = [answers.text(emploi_du_temps.SEMAINE_NOM.at(place)),
             " ".join([label + shown for label, shown in period if shown])]
    caption = ", ".join([word for word in words if word]) or emploi_du_temps.SEMAINES.label
    hours = week_words(week)
    return caption + (NBSP + ": " + hours if hours else "")


def week_words(week: Week) -> str:
    """« 26 h au collège, 7 h hors du collège, pauses comprises » of a week model, of weeks A and B where they
    differ."""
    halves = [_half_words(half) for half in week.halves]
    if halves[0] == halves[1]:
        return halves[0]
    return " ; ".join(["semaine" + NBSP + LETTERS[index] + ", " + (halves[index] or "rien") for index in (0, 1)])


def _half_words(half: Half) -> str:
    if not half.college and not half.elsewhere:
        return ""
    words = horaires.in_words(half.college) + " au collège"
    if half.elsewhere:
        words += ", " + horaires.in_words(half.elsewhere) + " hors du collège, pauses comprises"
    return words
