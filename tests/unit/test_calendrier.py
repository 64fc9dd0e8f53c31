"""School years and public holidays: generated text, known and unknown years."""

import datetime

import pytest
from jours_feries_france import JoursFeries
from pipeline import calendar
from vacances_scolaires_france import SchoolHolidayDates

from pid_rules.dates import parse_iso
from pid_rules.seuils.calendrier import holiday_days, is_public_holiday, school_year, school_year_of, weeks_of_class

ZONES = ("A", "B", "C")


def test_committed_text_is_what_the_generator_writes():
    assert calendar.TARGET.read_text(encoding="utf-8") == calendar.module_text()


def test_school_year_of_maine_et_loire():
    year = school_year("B", 2026)
    assert (year.start, year.end, year.last_class_day) == (
        parse_iso("2026-09-01"), parse_iso("2027-08-31"), parse_iso("2027-07-03"))


@pytest.mark.parametrize("zone", ZONES)
def test_school_years_follow_one_another(zone):
    for year in calendar.SCHOOL_YEARS[:-1]:
        assert school_year(zone, year).end + 1 == school_year(zone, year + 1).start


@pytest.mark.parametrize("zone", ZONES)
def test_holidays_are_those_of_the_library_from_the_day_after_the_last_class(zone):
    known = SchoolHolidayDates()
    first, last = datetime.date(2026, 9, 1), datetime.date(2027, 8, 31)
    named = {day: about["nom_vacances"] for year in (2026, 2027)
             for day, about in known.holidays_for_year_and_zone(year, zone).items()}
    expected = [day.toordinal() for day in sorted(named) if first <= day <= last
                and (named[day] == calendar.ASCENSION or named.get(day - datetime.timedelta(days=1)) == named[day])]
    assert holiday_days(zone, first.toordinal(), last.toordinal()) == expected


def test_the_calendar_read_for_2025_2026_in_zone_b():
    """« 18/10–3/11/2025 ; 20/12–5/1/2026 ; 14/2–2/3/2026 ; 11/4–27/4/2026 ; Ascension 13/5 (soir)–18/5/2026 ; été 4/7/2026 »."""
    read = [("2025-10-18", "2025-11-03"), ("2025-12-20", "2026-01-05"), ("2026-02-14", "2026-03-02"),
            ("2026-04-11", "2026-04-27"), ("2026-05-13", "2026-05-18"), ("2026-07-04", "2026-09-01")]
    assert school_year("B", 2025).holidays == [(parse_iso(last) + 1, parse_iso(back) - 1) for last, back in read]
    assert [day - parse_iso("2026-05-13") for day in holiday_days("B", parse_iso("2026-05-13"), parse_iso("2026-05-18"))] \
        == [1, 2, 3, 4]


@pytest.mark.parametrize("zone, year", [("B", 2015), ("B", 2027), ("Z", 2026)])
def test_unknown_school_year_is_none(zone, year):
    assert school_year(zone, year) is None


def test_a_day_outside_known_years_has_no_school_year():
    assert school_year_of("B", parse_iso("2027-09-01")) is None
    assert school_year_of("B", parse_iso("2027-08-31")).year == 2026
    assert school_year_of("B", parse_iso("2026-09-01")).year == 2026
    assert school_year_of("B", parse_iso("2026-08-31")).year == 2025


@pytest.mark.parametrize("first, last, weeks", [
    ("2026-12-07", "2026-12-18", 2), ("2026-12-07", "2027-01-03", 2), ("2026-12-07", "2027-01-04", 3),
    ("2026-12-05", "2026-12-06", 0), ("2026-12-19", "2027-01-03", 0)])
def test_weeks_of_class_leave_holidays_out(first, last, weeks):
    assert weeks_of_class("B", parse_iso(first), parse_iso(last)) == weeks


def test_weeks_of_class_of_an_unknown_year_are_none():
    assert weeks_of_class("B", parse_iso("2027-06-01"), parse_iso("2027-09-30")) is None
    assert holiday_days("B", parse_iso("2016-08-31"), parse_iso("2016-09-30")) is None


def test_public_holidays_are_those_of_the_library():
    for year in range(2016, 2028):
        expected = set(JoursFeries.for_year(year).values())
        first = datetime.date(year, 1, 1)
        days = [first + datetime.timedelta(days=count) for count in range(365)]
        assert {day for day in days if is_public_holiday(day.toordinal())} == expected
    assert is_public_holiday(parse_iso("2040-01-01")) is None
