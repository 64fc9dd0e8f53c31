"""Hours of a week model and of a stage while somebody types: lessons are counted, what is not yet a time counts for
nothing.

Colons and semicolons have their plain space here: the build sets those of the pages.
"""

import pytest

from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.planning.draft import stay_at, week_at
from tests.support.examples import EXAMPLES
from ui.week import totals

WEEKS = "emploi_du_temps.semaines."
LESSONS = (("08:05", "09:00"), ("09:00", "09:55"), ("10:10", "11:05"), ("11:05", "12:00"), ("13:30", "14:25"))


def slot(day, start, end, place="college", letter=""):
    return {"jour": day, "debut": start, "fin": end, "lieu": place, "activite": "Français", "semaine": letter}


def week(slots, length=None):
    dossier = blank_dossier(FORM)
    dossier["emploi_du_temps"].update({"duree_seance": length, "semaines": [{"creneaux": slots}]})
    return week_at(dossier, WEEKS + "0")


def lessons(count, letter=""):
    days = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")
    return [slot(days[rank // 5], *LESSONS[rank % 5], letter=letter) for rank in range(count)]


def test_the_hours_of_the_example():
    assert totals.week_words(week_at(EXAMPLES["complet"], WEEKS + "0")) == "21\u00a0h au collège"
    second = week_at(EXAMPLES["complet"], WEEKS + "1")
    assert totals.day_words(second, "mardi") == "7\u00a0h\u00a030 ailleurs"
    assert totals.week_words(second) == "13\u00a0h\u00a030 au collège, 15\u00a0h ailleurs (pauses comprises)"


@pytest.mark.parametrize("length, day, whole", [
    (55, "5\u00a0h", "26\u00a0h au collège"), (None, "4\u00a0h\u00a035", "23\u00a0h\u00a050 au collège")])
def test_lessons_are_counted_as_hours_of_the_grid(length, day, whole):
    shown = week(lessons(26), length)
    assert totals.day_words(shown, "lundi") == day
    assert totals.week_words(shown) == whole


def test_elsewhere_minutes_are_exact_whatever_a_lesson_lasts():
    shown = week(lessons(5) + [slot("mardi", "09:00", "09:55", "L1")], 55)
    assert totals.week_words(shown) == "5\u00a0h au collège, 0\u00a0h\u00a055 ailleurs (pauses comprises)"


def test_weeks_a_and_b_are_said_apart_with_their_mean():
    shown = week([slot("lundi", "08:05", "09:00"), slot("lundi", "09:00", "09:55", letter="A"),
                  slot("mardi", "13:00", "15:00", "L1", "B")], 55)
    assert totals.day_words(shown, "lundi") == "semaine\u00a0A : 2\u00a0h ; semaine\u00a0B : 1\u00a0h"
    assert totals.week_words(shown) == (
        "semaine\u00a0A : 2\u00a0h, semaine\u00a0B : 1\u00a0h, en moyenne 1\u00a0h\u00a030 au collège ; "
        "semaine\u00a0A : 0\u00a0h, semaine\u00a0B : 2\u00a0h, en moyenne 1\u00a0h ailleurs (pauses "
        "comprises)")


def test_weeks_of_different_lessons_and_like_hours_are_said_once():
    shown = week([slot("lundi", "08:05", "09:00", letter="A"), slot("lundi", "08:05", "09:00", letter="B")], 55)
    assert totals.week_words(shown) == "1\u00a0h au collège"


def test_a_slot_that_cannot_be_counted_counts_for_nothing():
    shown = week([slot("lundi", "08:30", ""), slot("lundi", "8h", "09:00"), slot("lundi", "10:00", "09:00"),
                  slot("lundi", "09:00", "10:00"), {"jour": "mardi"}, slot("mardi", "09:00", "10:00", "")])
    assert totals.week_words(shown) == "1\u00a0h au collège"
    assert not totals.is_empty(shown, "lundi") and totals.is_empty(shown, "mardi")
    assert totals.is_empty(shown, totals.OTHER)


def test_a_day_says_what_is_elsewhere():
    shown = week([slot("lundi", "08:00", "09:00"), slot("lundi", "13:00", "13:30", "L1"),
                  slot("mardi", "13:00", "14:00", "L1")])
    assert totals.day_words(shown, "lundi") == "1\u00a0h, 0\u00a0h\u00a030 ailleurs"
    assert totals.day_words(shown, "mardi") == "1\u00a0h ailleurs"


def test_an_unknown_day_is_none():
    assert totals.day_of(slot("lundi", "", "")) == "lundi"
    assert totals.day_of(slot("hier", "", "")) == totals.day_of({}) == totals.day_of("x") == totals.OTHER
    assert totals.spoken(week([]), "jeudi",
                         "Jeudi") == "Jeudi : 0\u00a0h. Semaine type : 0\u00a0h au collège."


def test_the_presence_of_a_stage_says_weeks_apart():
    dossier = blank_dossier(FORM)
    hours = {"jour": "mardi", "debut": "09:00", "fin": "16:30", "pause_debut": "12:00", "pause_fin": "13:00",
             "semaine": ""}
    dossier["stages"] = [{"horaires": [hours]}]
    assert totals.presence_words(stay_at(dossier, "stages.0")) == "6\u00a0h\u00a030"
    hours["semaine"] = "A"
    assert totals.presence_words(stay_at(dossier, "stages.0")) == \
        "semaine\u00a0A : 6\u00a0h\u00a030, semaine\u00a0B : 0\u00a0h, en moyenne 3\u00a0h\u00a015"
