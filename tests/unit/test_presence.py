"""Days and hours of presence, against the standard library."""

import datetime

import pytest
from hypothesis import given, strategies as st

from pid_rules import presence
from pid_rules.form import stages
from pid_rules.rule import Item

FIRST = datetime.date(2026, 9, 1).toordinal()
WEEKDAYS = st.lists(st.integers(0, 6), min_size=1, unique=True)
DEBUTS, LENGTHS = st.integers(FIRST, FIRST + 800), st.integers(-3, 400)


def listed(worked, debut, fin):
    """Days of presence, one by one."""
    return [day for day in range(debut, fin + 1) if datetime.date.fromordinal(day).weekday() in worked]


def horaire(jour="lundi", debut=540, fin=960, pause_debut=None, pause_fin=None):
    fields = (stages.HORAIRE_JOUR, stages.HORAIRE_DEBUT, stages.HORAIRE_FIN, stages.PAUSE_DEBUT, stages.PAUSE_FIN)
    values = (jour, debut, fin, pause_debut, pause_fin)
    return Item("stages.0.horaires.0", {field.path: value for field, value in zip(fields, values)})


@given(WEEKDAYS, DEBUTS, LENGTHS)
def test_days_are_those_of_the_calendar(worked, debut, length):
    assert presence.days(worked, debut, debut + length) == len(listed(worked, debut, debut + length))


@given(WEEKDAYS, DEBUTS, LENGTHS, st.integers(1, 60))
def test_weeks_hold_a_day_of_presence(worked, debut, length, most):
    mondays = sorted({day - datetime.date.fromordinal(day).weekday() for day in listed(worked, debut, debut + length)})
    assert presence.weeks(worked, debut, debut + length, most) == mondays[:most]


@pytest.mark.parametrize("horaires, expected", [
    ([], None), ([horaire(None)], None), ([horaire("dimanche"), horaire("lundi"), horaire("lundi")], [0, 6])])
def test_weekdays_are_named_once_or_unknown(horaires, expected):
    assert presence.weekdays(horaires) == expected


@pytest.mark.parametrize("horaires, expected", [
    ([], None), ([horaire(debut=None)], None), ([horaire(fin=None)], None), ([horaire(None)], None),
    ([horaire()], 2 * 420), ([horaire(pause_debut=720, pause_fin=765)], 2 * 375),
    ([horaire(pause_debut=720)], 2 * 420), ([horaire(), horaire("mardi", 540, 600)], 2 * 420 + 60)])
def test_minutes_leave_breaks_out(horaires, expected):
    monday = datetime.date(2027, 1, 4).toordinal()
    assert presence.minutes(horaires, monday, monday + 7) == expected
