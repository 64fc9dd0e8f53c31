"""Days and hours of presence of a stage, against the standard library."""

import datetime

import pytest
from hypothesis import given, strategies as st

from pid_rules.form import stages
from pid_rules.planning import stays
from pid_rules.planning.letters import Alternation
from pid_rules.rule import Item

FIRST = datetime.date(2026, 9, 1).toordinal()
WEEKDAYS = st.lists(st.integers(0, 6), min_size=1, unique=True)
DEBUTS, LENGTHS = st.integers(FIRST, FIRST + 800), st.integers(-3, 400)


def listed(worked, debut, fin):
    """Days of presence, one by one."""
    return [day for day in range(debut, fin + 1) if datetime.date.fromordinal(day).weekday() in worked]


def every_week(worked):
    return {weekday: [""] for weekday in worked}


def horaire(jour="lundi", debut=540, fin=960, pause_debut=None, pause_fin=None, semaine=None):
    fields = (stages.HORAIRE_JOUR, stages.HORAIRE_DEBUT, stages.HORAIRE_FIN, stages.PAUSE_DEBUT, stages.PAUSE_FIN,
              stages.HORAIRE_SEMAINE)
    values = (jour, debut, fin, pause_debut, pause_fin, semaine)
    return Item("stages.0.horaires.0", {field.path: value for field, value in zip(fields, values)})


@given(WEEKDAYS, DEBUTS, LENGTHS)
def test_days_are_those_of_the_calendar(worked, debut, length):
    assert stays.days(every_week(worked), debut, debut + length) == len(listed(worked, debut, debut + length))


@given(WEEKDAYS, DEBUTS, LENGTHS, st.integers(1, 60))
def test_weeks_hold_a_day_of_presence(worked, debut, length, most):
    mondays = sorted({day - datetime.date.fromordinal(day).weekday() for day in listed(worked, debut, debut + length)})
    assert stays.weeks(every_week(worked), debut, debut + length, most) == mondays[:most]


@pytest.mark.parametrize("horaires, expected", [
    ([], None), ([horaire(None)], None),
    ([horaire("dimanche"), horaire("lundi"), horaire("lundi", semaine="A")], {6: [""], 0: ["", "A"]})])
def test_weekdays_are_named_with_their_letters_or_unknown(horaires, expected):
    assert stays.weekdays(horaires) == expected


MONDAY = datetime.date(2027, 1, 4).toordinal()


def stay(horaires, first=MONDAY, last=MONDAY + 7):
    return stays.Stay(Item("stages.0", {stages.STAGE_LIEU.path: "L1", stages.STAGE_TYPE.path: "stage_initiation",
                                        stages.STAGE_DEBUT.path: first, stages.STAGE_FIN.path: last,
                                        stages.HORAIRES.path: horaires}))


@pytest.mark.parametrize("horaires", [[], [horaire(debut=None)], [horaire(fin=None)], [horaire(None)], [horaire(fin=500)],
                                      [horaire(pause_debut=720)], [horaire(pause_debut=780, pause_fin=720)],
                                      [horaire(pause_debut=300, pause_fin=400)]])
def test_hours_that_lack_something_or_contradict_themselves_are_not_counted(horaires):
    assert not stay(horaires).complete and stay(horaires).minutes_between(MONDAY, MONDAY + 7) == 0


@pytest.mark.parametrize("horaires, expected", [
    ([horaire()], 2 * 420), ([horaire(pause_debut=720, pause_fin=765)], 2 * 375),
    ([horaire(), horaire("mardi", 540, 600)], 2 * 420 + 60), ([horaire(semaine="A")], 420)])
def test_minutes_leave_breaks_out(horaires, expected):
    assert stay(horaires).complete and stay(horaires).minutes_between(MONDAY, MONDAY + 7) == expected


def test_one_week_in_two_is_counted_as_half_until_its_mondays_are_known():
    lone = stay([horaire(semaine="A")], last=MONDAY + 4 * 7)
    assert lone.minutes_between(MONDAY, MONDAY + 28) == 3 * 420
    assert lone.dates(Alternation([])) is None
    given = Alternation([MONDAY, MONDAY + 14, MONDAY + 21])
    assert [day for day, _ in lone.dates(given)] == [MONDAY, MONDAY + 14, MONDAY + 21]
    assert (lone.weekly(0), lone.weekly(1)) == (420, 0)


def test_a_letter_has_no_date_outside_of_the_mondays_given():
    given = Alternation([MONDAY + 2, MONDAY + 14])
    assert [given.index(MONDAY + 7 * week) for week in (-1, 0, 1, 2, 3, 4)] == [None, 0, 1, 0, 1, None]
    assert given.variants(MONDAY) == [(0, 1)] and given.variants(MONDAY + 21) == [(1, 0), (1, 1)]
    assert Alternation([]).variants(MONDAY) == [(0, 1), (1, 0)]
