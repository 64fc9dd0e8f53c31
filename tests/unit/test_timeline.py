"""The calendar of a dossier: where it is cut, what holds between two cuts, which weeks and days are kept."""

import pytest

from pid_rules.planning.draft import plan_of, read, stays_of, weeks_of
from pid_rules.planning.letters import Alternation
from pid_rules.planning.timeline import Timeline
from pid_rules.words import dates

TUESDAYS = [{"jour": "mardi", "debut": "08:00", "fin": "12:00", "semaine": ""}]


def week(first, last, name="S", letter="", day="mardi"):
    return {"nom": name, "du": first, "au": last, "creneaux": [
        {"jour": day, "debut": "13:00", "fin": "14:00", "lieu": "college", "activite": "Français", "semaine": letter}]}


def stage(first, last, horaires=TUESDAYS):
    return {"lieu": "L1", "type": "stage_initiation", "debut": first, "fin": last, "horaires": horaires}


def dossier(weeks=(), stages=(), **more):
    return {"emploi_du_temps": {"semaines": list(weeks), "lundis_a": more.pop("lundis_a", [])}, "stages": list(stages),
            **more}


def day(number):
    return dates.to_iso(number)[5:]


def pieces(plan):
    """(first day, last day, name of the week model, number of stays) of each segment."""
    return [(day(one.first), day(one.last), one.week and one.week.name, len(one.stays)) for one in plan.segments]


def test_nothing_dated_makes_no_segment():
    plan = plan_of(read(dossier([week("", "2027-01-15")], [stage("2027-01-15", "2027-01-14")])), "B")
    assert (plan.segments, plan.weeks, plan.days, plan.alternates) == ([], [], [], False)
    assert plan.known and plan.holidays_known and not plan.complete_stays and not plan.complete_models
    assert [model.path for model in plan.in_force()] == ["emploi_du_temps.semaines.0"] and not plan.together()


def test_the_calendar_is_cut_at_holidays():
    plan = plan_of(read(dossier([week("2026-12-07", "2027-01-15")])), "B")
    assert [(day(one.first), day(one.last), one.closed, one.holiday) for one in plan.segments] == [
        ("12-07", "12-19", False, False), ("12-20", "12-24", True, False), ("12-25", "12-25", True, True),
        ("12-26", "12-31", True, False), ("01-01", "01-01", True, True), ("01-02", "01-03", True, False),
        ("01-04", "01-15", False, False)]
    assert plan.known and plan.holidays_known and plan.complete_models and plan.together()


def test_a_period_that_begins_or_ends_in_holidays_keeps_its_days():
    plan = plan_of(read(dossier([week("2026-12-23", "2026-12-28")])), "B")
    assert [(day(one.first), day(one.last), one.closed, one.holiday) for one in plan.segments] == [
        ("12-23", "12-24", True, False), ("12-25", "12-25", True, True), ("12-26", "12-28", True, False)]


def test_without_the_holidays_of_the_zone_no_day_is_closed_and_public_holidays_are_known():
    plan = plan_of(read(dossier([week("2026-12-07", "2027-01-15")], [stage("2027-01-04", "2027-01-08")])), "?")
    assert [day(one.first) for one in plan.segments if one.holiday] == ["12-25", "01-01"]
    assert not [one for one in plan.segments if one.closed]
    assert (plan.known, plan.holidays_known, plan.together()) == (False, True, False)
    assert [(one.closed, one.holiday)
            for one in plan_of(read(dossier([week("2050-12-20", "2050-12-31")])), "B").segments] == [(False, False)]
    assert not plan_of(read(dossier([week("2050-12-20", "2050-12-31")])), "B").holidays_known


@pytest.mark.parametrize("birth, changes, expected", [
    ("2011-01-12", ((), (16,)), [("01-05", "01-11", 15), ("01-12", "01-20", 16)]),
    ("2011-01-12", ((), (17,)), [("01-05", "01-20", 15)]),
    ("2011-01-05", ((), (16,)), [("01-05", "01-20", 16)]),
    ("2011-01-20", ((), (16,)), [("01-05", "01-19", 15), ("01-20", "01-20", 16)]),
    ("2011-01-21", ((), (16,)), [("01-05", "01-20", 15)]),
    ("", ((), (16,)), [("01-05", "01-20", None)]),
    ("", (("2027-01-05", "2027-01-06", "2027-01-20", "2027-01-21"), ()),
     [("01-05", "01-05", None), ("01-06", "01-19", None), ("01-20", "01-20", None)])])
def test_the_calendar_is_cut_at_birthdays_and_new_thresholds(birth, changes, expected):
    written = dossier([], [stage("2027-01-05", "2027-01-20")])
    plan = Timeline([], stays_of(read(written)), dates.parse_iso(birth) if birth else None, None, None, Alternation([]),
                    "B", ([dates.parse_iso(one) for one in changes[0]], changes[1]))
    assert [(day(one.first), day(one.last), one.age) for one in plan.segments] == expected


def test_the_last_of_the_week_models_that_hold_is_in_force():
    weeks = [week("2027-01-04", "2027-01-29", "1"), week("2027-01-11", "2027-01-22", "2"),
             week("2027-01-13", "2027-01-14", "3"),
             week("2027-01-21", "2027-01-26", "4"), week("2027-01-13", "2027-01-14", "5")]
    plan = plan_of(read(dossier(weeks)), "B")
    assert [piece[:3] for piece in pieces(plan)] == [
        ("01-04", "01-10", "1"), ("01-11", "01-12", "2"), ("01-13", "01-14", "5"), ("01-15", "01-20", "2"),
        ("01-21", "01-22", "4"), ("01-23", "01-26", "4"), ("01-27", "01-29", "1")]
    assert [model.name for model in plan.in_force()] == ["1", "2", "4", "5"]
    assert [plan.replaced(segment).name for segment in plan.segments] == ["1", "1", "3", "1", "2", "1", "1"]


def test_a_week_model_of_one_day_may_be_replaced():
    weeks = [week("2027-01-04", "2027-01-29", "1"), week("2027-01-13", "2027-01-13", "2"),
             week("2027-01-13", "2027-01-13", "3")]
    plan = plan_of(read(dossier(weeks)), "B")
    assert [plan.replaced(segment).name for segment in plan.segments] == ["1", "2", "1"]


def test_a_gap_between_two_week_models_holds_none():
    plan = plan_of(read(dossier([week("2027-01-18", "2027-01-22", "1"), week("2027-01-04", "2027-01-08", "2")],
                           [stage("2027-01-07", "2027-01-19")])), "B")
    assert pieces(plan) == [("01-04", "01-06", "2", 0), ("01-07", "01-08", "2", 1), ("01-09", "01-17", None, 1),
                            ("01-18", "01-19", "1", 1), ("01-20", "01-22", "1", 0)]
    assert [plan.replaced(segment).name for segment in plan.segments] == ["1", "1", "1", "1", "1"]


def test_week_models_are_kept_within_the_parcours_and_stays_are_not():
    weeks = [week("2027-01-04", "2027-01-29", "1"), week("2027-01-04", "2027-01-10", "before"),
             week("2027-01-23", "2027-01-29", "after"), week("2027-01-22", "2027-01-29", "last day"),
             week("2027-01-04", "2027-01-11", "first day")]
    plan = plan_of(read(dossier(weeks, [stage("2027-01-05", "2027-01-26")],
                                parcours={"debut": "2027-01-11", "fin": "2027-01-22"})), "B")
    assert pieces(plan) == [("01-05", "01-10", None, 1), ("01-11", "01-11", "first day", 1), ("01-12", "01-21", "1", 1),
                            ("01-22", "01-22", "last day", 1), ("01-23", "01-26", None, 1)]


@pytest.mark.parametrize("weeks, stages, complete_models, complete_stays, together", [
    ([], [], False, True, True), ([week("2027-01-04", "2027-01-08")], [], True, True, True),
    ([week("2027-01-04", "2027-01-08"), week("2027-01-04", "")], [], False, True, True),
    ([week("2027-01-04", "2027-01-08", day="")], [], False, True, True),
    ([week("2027-01-04", "2027-01-08")], [stage("2027-01-04", "2027-01-08")], True, True, True),
    ([week("2027-01-04", "2027-01-08", day="")], [stage("2027-01-04", "2027-01-08")], False, True, False),
    ([week("2027-01-04", "2027-01-08")], [stage("2027-01-04", "2027-01-08"), stage("2027-01-04", "2027-01-08", [])],
     True, False, False)])
def test_hours_are_judged_together_when_nothing_lacks(weeks, stages, complete_models, complete_stays, together):
    plan = plan_of(read(dossier(weeks, stages)), "B")
    assert (plan.complete_models, plan.complete_stays, plan.together()) == (complete_models, complete_stays, together)


def kept(plan):
    """(first day, letter of the Tuesday, letter of the Monday after, days that are in a segment) of each week kept."""
    return [(day(one[0].date), one[1].letter, one[7].letter, len([dated for dated in one if dated.segment]))
            for one in plan.weeks]


def test_one_week_of_each_kind_is_kept_and_one_day_of_each_kind():
    plan = plan_of(read(dossier([week("2027-01-05", "2027-01-29")], [stage("2027-01-20", "2027-01-29")])), "B")
    assert kept(plan) == [("01-04", "", "", 7), ("01-11", "", "", 8), ("01-18", "", "", 8), ("01-25", "", "", 5)]
    assert [(day(dated.date), dated.index, dated.letter) for dated in plan.days] == [("01-05", 0, ""), ("01-26", 0, "")]
    assert [(one.date - plan.weeks[0][0].date, one.segment is None, one.day.is_free())
            for one in plan.weeks[0][:3]] == [
        (0, True, True), (1, False, False), (2, False, True)]


def test_both_letters_are_kept_while_nobody_said_which_weeks_are_a():
    plan = plan_of(read(dossier([week("2027-01-04", "2027-01-29", letter="A")])), "B")
    assert plan.alternates and [segment.alternates for segment in plan.segments] == [True]
    assert kept(plan) == [(monday, *letters, count) for monday, count in (("01-04", 8), ("01-11", 8), ("01-25", 5))
                          for letters in ((("A", "B"), ("B", "A")) if count == 8 else (("A", ""), ("B", "")))]
    assert [(day(dated.date), dated.index, dated.letter) for dated in plan.days] == [("01-05", 0, "A")]


EVERY_B = [{**TUESDAYS[0], "semaine": "B"}]
EITHER, LAST = [("A", "B", 8), ("B", "A", 8)], [("A", "", 5), ("B", "", 5)]
"""The letters of a full week and of the next one while neither is known, those of the last week."""


@pytest.mark.parametrize("mondays, expected", [
    ([], {"01-04": EITHER, "01-11": EITHER, "03-22": LAST}),
    # From the first week A to the week that follows the last, one week of each way in which letters follow each other.
    # The week before may be of either letter, and so may those after.
    (["2027-01-25", "2027-02-08"], {
        "01-04": EITHER, "01-11": EITHER, "01-18": [("A", "A", 8), ("B", "A", 8)], "02-01": [("B", "A", 8)],
        "02-08": [("A", "B", 8)], "02-15": [("B", "A", 8), ("B", "B", 8)], "02-22": EITHER, "03-22": LAST}),
    (["2027-01-11", "2027-01-25", "2027-02-08", "2027-02-22"], {
        "01-04": [("A", "A", 8), ("B", "A", 8)], "01-11": [("A", "B", 8)], "01-18": [("B", "A", 8)],
        "01-25": [("A", "B", 8)], "03-01": [("B", "A", 8), ("B", "B", 8)], "03-08": EITHER, "03-22": LAST}),
    (["2026-12-28", "2027-01-11", "2027-02-01", "2027-03-22"], {
        "01-04": [("B", "A", 8)], "01-11": [("A", "B", 8)], "01-18": [("B", "B", 8)], "01-25": [("B", "A", 8)],
        "03-22": [("A", "", 5)]}),
    (["2027-03-15"], {"01-04": EITHER, "01-11": EITHER, "03-08": [("A", "A", 8), ("B", "A", 8)],
                      "03-22": [("B", "", 5), ("B", "", 5)]})])
def test_the_mondays_given_say_which_weeks_are_kept(mondays, expected):
    # The holidays of an unknown zone cut nothing: no public holiday falls between these days.
    plan = plan_of(read(dossier([week("2027-01-04", "2027-03-26")], [stage("2027-01-04", "2027-03-26", EVERY_B)],
                                lundis_a=mondays)), "?")
    assert [segment.alternates for segment in plan.segments] == [True]
    found = {}
    for monday, *letters in kept(plan):
        found.setdefault(monday, []).append(tuple(letters))
    assert found == expected


def test_a_letter_is_said_only_where_weeks_differ():
    plan = plan_of(read(dossier([week("2027-01-04", "2027-01-17"), week("2027-01-18", "2027-01-24", letter="B")])), "B")
    assert [segment.alternates for segment in plan.segments] == [False, True]
    assert {(day(one[0].date), one[1].letter, one[1].index, one[7].letter) for one in plan.weeks} == {
        ("01-04", "", 0, ""), ("01-11", "", 0, "A"), ("01-11", "", 0, "B"), ("01-18", "A", 0, ""),
        ("01-18", "B", 1, "")}
    assert [(day(dated.date), dated.index, dated.letter) for dated in plan.days] == [("01-05", 0, ""),
                                                                                     ("01-19", 1, "B")]


def test_the_presences_of_a_day_are_in_order_and_the_college_is_closed_in_holidays():
    late = [{"jour": "mardi", "debut": "14:00", "fin": "15:00", "semaine": ""}]
    plan = plan_of(read(dossier([week("2026-12-15", "2026-12-22")],
                                [stage("2026-12-15", "2026-12-22", late), stage("2026-12-15", "2026-12-22")])), "B")
    open_day, closed_day = plan.segments[0].day(1, 0), plan.segments[-1].day(1, 0)
    assert [one.start for one in open_day.presences] == [480, 840] and open_day is plan.segments[0].day(1, 0)
    assert (open_day.inside, closed_day.inside, closed_day.outside) == (60, 0, 300)
    assert closed_day.week is open_day.week is plan.models[0] and plan.segments[0].day(2, 0).is_free()
    assert [model.path
            for model in weeks_of(read(dossier([week("2026-12-15", "2026-12-22")])))] == ["emploi_du_temps.semaines.0"]


def test_a_sunday_is_of_the_letter_of_its_week():
    sundays = [{"jour": "dimanche", "debut": "08:00", "fin": "12:00", "semaine": "A"}]
    plan = plan_of(read(dossier([], [stage("2027-01-04", "2027-01-31", sundays)])), "B")
    assert {(one[6].letter, one[7].letter, bool(one[6].day.presences)) for one in plan.weeks if one[7].segment} == {
        ("A", "B", True), ("B", "A", False)}
