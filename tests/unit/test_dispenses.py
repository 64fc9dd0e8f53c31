"""What a week model dispenses from, lesson by lesson: what falls below the grid, what a stage replaces, what is taught
elsewhere."""

import pytest

from pid_rules.planning.dispense import dispenses, overlaps
from pid_rules.planning.draft import plan_of, read

JANUARY = ("2027-01-04", "2027-01-29")
"""Four weeks of class in every zone, from Monday to Friday."""
SECOND = ("2027-01-11", "2027-01-15")


def lesson(day, start, end, name="Musique", letter="", place="college"):
    return {"jour": day, "debut": start, "fin": end, "lieu": place, "activite": name, "semaine": letter}


def week(period, *slots):
    return {"nom": "S", "du": period[0], "au": period[1], "creneaux": list(slots)}


def stage(period, *lines, kind="stage_initiation"):
    return {"lieu": "L1", "type": kind, "debut": period[0], "fin": period[1], "horaires": [
        {"jour": day, "debut": start, "fin": end, "semaine": letter} for day, start, end, letter in lines]}


def found(weeks, stages, rank=1, name="Éducation musicale"):
    """(kept at the collège, taught elsewhere, dispensed), minutes a week of a discipline in the week model of that
    rank."""
    plan = plan_of(read({"emploi_du_temps": {"semaines": weeks}, "stages": stages}), "B")
    one = [one for one in dispenses(plan, plan.models[rank], "3e") if one.name == name][0]
    return one.college, one.taught, one.dispensed


TUESDAY, FRIDAY = lesson("mardi", "09:00", "10:00"), lesson("vendredi", "09:00", "10:00")
ON_TUESDAY = ("mardi", "08:00", "12:00", "")


def test_a_lesson_under_a_stage_is_dispensed_although_the_grid_is_held():
    assert found([week(JANUARY, TUESDAY, FRIDAY), week(SECOND, FRIDAY)], [stage(SECOND, ON_TUESDAY)]) == (60, 0, 60)
    assert found([week(JANUARY, TUESDAY, FRIDAY), week(SECOND, FRIDAY)], []) == (60, 0, 0)


def test_all_the_lessons_of_a_discipline_under_a_stage_are_dispensed():
    twice = [TUESDAY, lesson("mardi", "10:00", "11:00")]
    assert found([week(JANUARY, *twice), week(SECOND)], [stage(SECOND, ON_TUESDAY)]) == (0, 0, 120)


@pytest.mark.parametrize("kept, dispensed",
                         [((), 60), (("09:00", "09:30"), 30), (("09:00", "09:20"), 40), (("09:00", "10:00"), 0),
                          (("09:00", "11:00"), 0)])
def test_what_is_given_again_at_another_hour_is_not_dispensed(kept, dispensed):
    again = [lesson("jeudi", *kept)] if kept else []
    assert found([week(JANUARY, TUESDAY), week(SECOND, *again)], [stage(SECOND, ON_TUESDAY)])[2] == dispensed


def test_what_is_given_again_counts_once_for_two_lessons_lost():
    twice = [TUESDAY, lesson("mardi", "10:00", "11:00"), FRIDAY]
    again = [FRIDAY, lesson("jeudi", "09:00", "09:30")]
    assert found([week(JANUARY, *twice), week(SECOND, *again)], [stage(SECOND, ON_TUESDAY)]) == (90, 0, 90)


def test_more_hours_given_than_lost_take_nothing_from_the_other_lessons_lost():
    weeks = [week(JANUARY, TUESDAY, lesson("mardi", "10:00", "11:00", "Techno"),
                  lesson("jeudi", "08:00", "10:00", "Techno")),
             week(SECOND, FRIDAY, lesson("vendredi", "14:00", "15:00"), lesson("jeudi", "08:00", "10:00", "Techno"))]
    assert found(weeks, [stage(SECOND, ON_TUESDAY)])[2] == 0
    assert found(weeks, [stage(SECOND, ON_TUESDAY)], name="Technologie")[2] == 60


@pytest.mark.parametrize("day", ["lundi", "samedi", "dimanche"])
def test_a_lesson_of_any_day_of_the_week_may_be_replaced(day):
    lost = lesson(day, "09:00", "10:00")
    stay = stage(("2027-01-11", "2027-01-17"), (day, "08:00", "12:00", ""))
    assert found([week(JANUARY, FRIDAY, lost), week(("2027-01-11", "2027-01-17"), FRIDAY)], [stay])[2] == 60


def test_a_lesson_is_replaced_once_however_many_stages_and_periods():
    stages = [stage(SECOND, ON_TUESDAY), stage(SECOND, ("mardi", "09:30", "11:00", "")),
              stage(("2027-01-18", "2027-01-22"), ON_TUESDAY)]
    weeks = [week(JANUARY, TUESDAY, FRIDAY), week(("2027-01-11", "2027-01-22"), FRIDAY)]
    assert found(weeks, stages)[2] == 60


def test_a_stage_during_the_only_week_model_replaces_nothing():
    assert found([week(JANUARY, TUESDAY)], [stage(SECOND, ON_TUESDAY)], rank=0) == (60, 0, 0)
    assert found([week(JANUARY, TUESDAY)], [stage(SECOND, ON_TUESDAY, kind="mini_stage")], rank=0) == (60, 0, 0)


def test_another_stage_of_another_week_model_replaces_nothing_in_this_one():
    weeks = [week(JANUARY, TUESDAY, FRIDAY), week(SECOND, FRIDAY), week(("2027-01-18", "2027-01-22"), FRIDAY)]
    stages = [stage(("2027-01-18", "2027-01-22"), ON_TUESDAY)]
    assert [found(weeks, stages, rank)[2] for rank in (1, 2)] == [0, 60]


@pytest.mark.parametrize("letter, college, dispensed", [("", 0, 60), ("A", 30, 30), ("B", 30, 30)])
def test_a_stage_of_one_week_in_two_replaces_half(letter, college, dispensed):
    kept = [lesson("mardi", "09:00", "10:00", letter="B" if letter == "A" else "A")] if letter else []
    stay = stage(SECOND, ("mardi", "08:00", "12:00", letter))
    assert found([week(JANUARY, TUESDAY), week(SECOND, *kept)], [stay]) == (college, 0, dispensed)


def test_the_lessons_of_the_day_of_a_mini_stage_are_taught_elsewhere_but_for_those_kept_that_day():
    halves = stage(SECOND, ON_TUESDAY, ("mardi", "13:00", "16:00", ""), kind="visite_information")
    assert found([week(JANUARY, TUESDAY), week(SECOND)], [halves]) == (0, 60, 0)
    three = [TUESDAY, lesson("mardi", "10:00", "11:00"), lesson("mardi", "16:00", "17:00")]
    stay = stage(SECOND, ON_TUESDAY, kind="mini_stage")
    assert found([week(JANUARY, TUESDAY), week(SECOND)], [stay]) == (0, 60, 0)
    assert found([week(JANUARY, *three), week(SECOND)], [stay]) == (0, 180, 0)
    assert found([week(JANUARY, *three), week(SECOND, lesson("mardi", "16:00", "17:30"))], [stay]) == (90, 90, 0)
    assert found([week(JANUARY, *three), week(SECOND, lesson("mardi", "16:00", "17:00", "Chorale"))],
                 [stay]) == (0, 180, 0)
    assert found([week(JANUARY, TUESDAY), week(SECOND)],
                 [stage(SECOND, ("lundi", "08:00", "12:00", ""), kind="mini_stage")]) == (0, 0, 60)


def observed(days, period=SECOND, letters=("",), weeks=None):
    """What is found of the only week model, without any lesson of music, with observation on those days."""
    lines = [(day, "09:00", "15:00", letter) for day in days for letter in letters]
    return found(weeks or [week(period)], [stage(period, *lines, kind="sequence_observation")], rank=0)


WORKED = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")


def test_a_whole_week_in_teaching_elsewhere_dispenses_from_nothing():
    assert observed(WORKED) == (0, 60, 0)
    assert observed(WORKED, letters=("A", "B")) == (0, 60, 0)
    stay = stage(SECOND, *[(day, "09:00", "15:00", "") for day in WORKED], kind="mini_stage")
    for end, kept, taught in (("16:20", 20, 40), ("17:00", 60, 0), ("17:30", 90, 0)):
        assert found([week(SECOND, lesson("mardi", "16:00", end))], [stay], rank=0) == (kept, taught, 0)


@pytest.mark.parametrize("day", WORKED)
def test_one_day_of_class_without_teaching_is_not_a_whole_week(day):
    assert observed([one for one in WORKED if one != day]) == (0, 0, 60)
    assert observed([one for one in WORKED if one != day], ("2027-01-12", "2027-01-18")) == (0, 0, 60)


@pytest.mark.parametrize("letter", ["A", "B"])
def test_one_week_in_two_in_teaching_is_not_a_whole_week(letter):
    assert observed(WORKED, letters=(letter,)) == (0, 0, 60)


def test_days_without_class_and_other_stages_do_not_count_in_a_whole_week():
    assert observed(WORKED[:3], ("2027-01-11", "2027-01-13")) == (0, 60, 0)
    assert observed(WORKED, ("2027-01-11", "2027-01-17")) == (0, 60, 0)
    whole = stage(SECOND, *[(day, "09:00", "15:00", "") for day in WORKED], kind="sequence_observation")
    assert found([week(SECOND)], [whole, stage(SECOND, ON_TUESDAY)], rank=0) == (0, 60, 0)
    assert found([week(("2027-01-11", "2027-01-22"))], [whole], rank=0) == (0, 0, 60)


def test_weeks_that_hold_on_no_day_of_class_are_not_in_teaching():
    stay = stage(SECOND, *[(day, "09:00", "15:00", "") for day in WORKED], kind="sequence_observation")
    assert found([week(SECOND), week(SECOND)], [stay], rank=0) == (0, 0, 60)
    christmas = ("2026-12-21", "2027-01-01")
    assert observed(WORKED, christmas) == (0, 0, 60)
    assert found([week(SECOND, TUESDAY), week(SECOND)], [stage(SECOND, *[
        (day, "09:00", "15:00", "") for day in WORKED[2:]], kind="sequence_observation")]) == (0, 0, 60)


@pytest.mark.parametrize("start, end, at_once",
                         [(540, 600, True), (480, 540, False), (600, 660, False), (599, 601, True),
                          (480, 541, True), (700, 800, True)])
def test_a_slot_and_intervals_are_at_once(start, end, at_once):
    slot = type("Slot", (), {"start": start, "end": end})
    assert overlaps(slot, [(540, 600), (720, 780)]) is at_once


def test_each_reference_has_its_grid_and_is_measured_once():
    plan = plan_of(read({"emploi_du_temps": {"semaines": [week(SECOND)]}}))
    assert dispenses(plan, plan.models[0], "segpa") is None
    assert dispenses(plan, plan.models[0], "3e") is dispenses(plan, plan.models[0], "3e")
    assert [dispenses(plan, plan.models[0], reference)[0].grid for reference in ("3e", "4e")] == [240, 270]
