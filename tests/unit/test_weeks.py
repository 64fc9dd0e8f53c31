"""Week models: what each slot counts for and under which name, one week of letter A and one of letter B."""

import pytest

from pid_rules.form.options import HORS_GRILLE
from pid_rules.planning.letters import mean
from pid_rules.planning.weeks import add
from tests.support.weeks import slot, week


@pytest.mark.parametrize("written, complete, inverted", [
    (slot(), True, False), (slot(fin="08:01"), True, False), (slot(fin="08:00"), False, True),
    (slot(fin="07:59"), False, True),
    (slot(""), False, False), (slot(debut=""), False, False), (slot(fin=""), False, False),
    (slot(lieu=""), False, False)])
def test_a_slot_is_counted_when_nothing_lacks_and_it_ends_after_it_begins(written, complete, inverted):
    model = week(written, slot("jeudi"))
    assert (model.slots[0].complete, model.slots[0].inverted, model.complete) == (complete, inverted, complete)
    assert len(model.halves[0].days[1]) == complete and model.slots[0].path == "emploi_du_temps.semaines.0.creneaux.0"
    assert (model.slots[0].counted > 0) == (model.slots[0].name == "Français") == complete


@pytest.mark.parametrize("written, name, unread, counted", [
    (slot(), "Français", False, 60), (slot(lieu="L1"), None, False, 0), (slot(activite="Chorale"), None, False, 60),
    (slot(activite="Xyz"), None, True, 60), (slot(activite="Anglais"), None, True, 60),
    (slot(activite=""), None, False, 60),
    (slot(activite="Xyz", discipline="LV1"), "LV1", False, 60), (slot(discipline=HORS_GRILLE), None, False, 60),
    (slot(activite="", discipline="SVT"), "SVT", False, 60), (slot(activite="Xyz", lieu="L1"), None, False, 0),
    (slot(activite="Xyz", fin=""), None, False, 0)])
def test_the_name_of_a_slot_says_where_it_is_counted(written, name, unread, counted):
    model = week(written)
    assert (model.slots[0].name, model.slots[0].unread, model.slots[0].counted) == (name, unread, counted)
    assert [one.path for one in model.unread] == [model.slots[0].path] * unread


def test_lessons_are_counted_at_the_college_and_minutes_elsewhere():
    model = week(slot(fin="08:55"), slot("jeudi", fin="08:55", lieu="L1"), length=55)
    assert (model.college, model.elsewhere, model.halves[0].by_discipline) == (60, 55, {"Français": 60})


def test_the_slots_of_a_day_are_in_order():
    hours = ["10:00", "08:00", "09:00", "12:00", "11:00"]
    model = week(*[slot("dimanche", hour, hour[:3] + "30") for hour in hours], slot("lundi"))
    assert [one.start for one in model.halves[0].days[6]] == [480, 540, 600, 660, 720]
    assert [len(day) for day in model.halves[0].days] == [1, 0, 0, 0, 0, 0, 5]
    assert [one.start for one in week(slot(debut="10:00", fin="11:00"), slot()).halves[0].days[1]] == [480, 600]
    lessons = model.halves[0].lessons(6)
    assert (lessons.minutes, len(lessons.slots)) == (150, 5) and model.halves[0].lessons(6) is lessons
    assert [len(model.halves[0].lessons(day).slots) for day in range(6)] == [1, 0, 0, 0, 0, 0]


def test_a_week_without_letters_is_the_same_in_weeks_a_and_b():
    model = week(slot(), slot("jeudi"))
    assert not model.alternates and model.halves[0] is model.halves[1]


def test_each_week_holds_the_slots_of_its_letter_and_those_of_every_week():
    model = week(slot(), slot("jeudi", semaine="A", activite="Maths"),
                 slot("vendredi", fin="08:30", semaine="B", activite="Maths"), slot("lundi", lieu="L1", semaine="B"))
    assert model.alternates and [half.by_discipline for half in model.halves] == [
        {"Français": 60, "Mathématiques": 60}, {"Français": 60, "Mathématiques": 30}]
    assert [(half.college, half.elsewhere) for half in model.halves] == [(120, 0), (90, 60)]
    assert (model.college, model.elsewhere) == (105, 30)
    assert not week(slot(semaine="A", fin="")).alternates


@pytest.mark.parametrize("one, other, half", [(60, 60, 60), (0, 1, 1), (60, 61, 61), (60, 63, 62), (30, 0, 15)])
def test_a_mean_is_rounded_up(one, other, half):
    assert mean(one, other) == half


def test_minutes_are_added_under_their_name():
    totals = {}
    for name, minutes in (("LV1", 60), ("SVT", 30), ("LV1", -15)):
        add(totals, name, minutes)
    assert totals == {"LV1": 45, "SVT": 30}


@pytest.mark.parametrize("first, last, placed, inverted", [
    ("2027-01-04", "2027-01-05", True, False), ("2027-01-04", "2027-01-04", True, False),
    ("2027-01-05", "2027-01-04", False, True), ("", "2027-01-04", False, False), ("2027-01-04", "", False, False)])
def test_a_week_model_is_placed_from_its_first_day_to_its_last(first, last, placed, inverted):
    model = week(du=first, au=last, nom="Une")
    assert (model.is_placed(), model.is_inverted(), model.called()) == (placed, inverted, "«\u00a0Une\u00a0»")
    assert week().called() == "«\u00a0sans nom\u00a0»" and model.complete
