"""Day arithmetic against ``datetime``, and times in every usual writing."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules.words import dates, horaires

DAYS = st.dates(datetime.date(1, 1, 1), datetime.date.max)


@given(DAYS)
def test_a_day_is_the_ordinal_of_datetime(day):
    number = dates.parse_iso(day.isoformat())
    assert number == day.toordinal()
    assert dates.to_iso(number) == day.isoformat()
    assert dates.weekday(number) == day.weekday()


@given(st.text(max_size=12) | st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True))
def test_only_existing_days_are_read(text):
    try:
        expected = datetime.datetime.strptime(text, "%Y-%m-%d").date().toordinal() if len(text) == 10 else None
    except ValueError:
        expected = None
    if expected is not None and not text.isascii():
        expected = None
    assert dates.parse_iso(text) == expected


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)), st.integers(0, 120 * 366))
def test_age_counts_birthdays(born, days):
    on = born + datetime.timedelta(days)
    birthdays = sum(1 for year in range(born.year + 1, on.year + 1)
                    if _birthday(born, year) <= on)
    assert dates.age(born.toordinal(), on.toordinal()) == birthdays


def _birthday(born, year):
    try:
        return born.replace(year=year)
    except ValueError:
        return datetime.date(year, 3, 1)


def test_a_birth_on_29_february_counts_on_1_march_in_common_years():
    born = dates.parse_iso("2012-02-29")
    assert dates.age(born, dates.parse_iso("2027-02-28")) == 14
    assert dates.age(born, dates.parse_iso("2027-03-01")) == 15
    assert dates.age(born, dates.parse_iso("2028-02-29")) == 16


@pytest.mark.parametrize("typed, stored", [
    ("8h30", "08:30"), ("8 h 30", "08:30"), ("8:30", "08:30"), ("8.30", "08:30"), ("0830", "08:30"), ("830", "08:30"),
    ("8", "08:00"), ("8h", "08:00"), ("08H05", "08:05"), ("23:59", "23:59"), ("8 heures", "08:00"),
    ("8\u202fh\u202f30 min", "08:30"), ("24:00", None), ("8h60", None), ("demain", None), ("", None), ("8h3O", None)])
def test_times_are_read_in_every_usual_writing(typed, stored):
    assert horaires.read_time(typed) == stored


@given(st.integers(0, 24 * 60 - 1))
def test_times_round_trip(minutes):
    assert horaires.parse_time(horaires.to_time(minutes)) == minutes
    assert horaires.read_time(horaires.in_words(minutes)) == horaires.to_time(minutes)
