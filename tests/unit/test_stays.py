"""Days and weeks that a stage takes, against the standard library."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules.form import stages
from pid_rules.judgement.item import Item
from pid_rules.planning import stays

FIRST = datetime.date(2026, 9, 1).toordinal()
WEEKDAYS = st.lists(st.integers(0, 6), min_size=1, unique=True)
DEBUTS, LENGTHS = st.integers(FIRST, FIRST + 800), st.integers(-3, 400)


def listed(worked, debut, fin):
    """Days of presence, one by one."""
    return [day for day in range(debut, fin + 1) if datetime.date.fromordinal(day).weekday() in worked]


def every_week(worked):
    return {weekday: [""] for weekday in worked}


def line(jour, semaine=None):
    return Item("stages.0.horaires.0", {stages.HORAIRE_JOUR.path: jour, stages.HORAIRE_SEMAINE.path: semaine})


@given(WEEKDAYS, DEBUTS, LENGTHS)
def test_days_are_those_of_the_calendar(worked, debut, length):
    assert stays.days(every_week(worked), debut, debut + length) == len(listed(worked, debut, debut + length))


@given(WEEKDAYS, DEBUTS, LENGTHS, st.integers(1, 60))
def test_weeks_hold_a_day_of_presence(worked, debut, length, most):
    mondays = sorted({day - datetime.date.fromordinal(day).weekday() for day in listed(worked, debut, debut + length)})
    assert stays.weeks(every_week(worked), debut, debut + length, most) == mondays[:most]


@pytest.mark.parametrize("horaires, expected", [
    ([], None), ([line(None)], None),
    ([line("dimanche"), line("lundi"), line("lundi", "A")], {6: [""], 0: ["", "A"]})])
def test_weekdays_are_named_with_their_letters_or_unknown(horaires, expected):
    assert stays.weekdays(horaires) == expected


MONDAY = datetime.date(2027, 1, 4).toordinal()


@pytest.mark.parametrize("letters, half", [(["A"], True), (["A", "A"], True), (["A", "B"], False), (["A", ""], False),
                                           (["", "A"], False)])
def test_a_lone_letter_holds_one_week_in_two(letters, half):
    last = MONDAY + 34
    assert stays.days({0: letters}, MONDAY, last) == (3 if half else 5)
    assert stays.days({0: letters, 6: [""]}, MONDAY, last) == (8 if half else 10)
    step = 14 if half else 7
    assert stays.weeks({0: letters}, MONDAY, last, 10) == list(range(MONDAY, last, step))


def test_weeks_begin_at_the_first_day_of_presence():
    assert stays.weeks({1: ["A"]}, MONDAY + 2, MONDAY + 40, 10) == [MONDAY + 7, MONDAY + 21, MONDAY + 35]
    assert stays.weeks({0: ["A"], 2: ["B"]}, MONDAY, MONDAY + 13, 10) == [MONDAY, MONDAY + 7]
    assert stays.weeks({0: ["A"], 2: ["A"]}, MONDAY, MONDAY + 14, 10) == [MONDAY, MONDAY + 14]
    assert stays.weeks({6: [""]}, MONDAY, MONDAY + 6, 10) == [MONDAY] and stays.weeks({6: [""]}, MONDAY, MONDAY + 5,
                                                                                      10) == []
