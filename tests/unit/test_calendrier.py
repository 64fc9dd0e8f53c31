"""School years and public holidays: known and unknown years, and the summer whose end is not published."""

import copy
import datetime
import re

import pytest
from jours_feries_france import JoursFeries
from vacances_scolaires_france import SchoolHolidayDates

from pid_rules.files import PROFILE, read_profile
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.rules import CATALOGUE
from pid_rules.seuils.calendrier import (
    closures,
    holiday_days,
    is_public_holiday,
    school_year,
    school_year_of,
    weeks_of_class,
)
from pid_rules.seuils.vacances import ANNEES
from pid_rules.words import dates
from pid_rules.words.dates import parse_iso
from pipeline import calendar
from tests.support.cases_replay import bases
from tests.support.known_years import known_until

ZONES = ("A", "B", "C")
WEEKS = 52 * 7


@pytest.fixture
def as_in_2026():
    """The calendar when 2027-2028 was the last school year published."""
    with known_until(2027):
        yield


def test_school_year_of_maine_et_loire():
    year = school_year("B", 2026)
    assert (year.start, year.end, year.last_class_day) == (
        parse_iso("2026-09-01"), parse_iso("2027-09-01"), parse_iso("2027-07-03"))
    assert year.known_until == year.end


@pytest.mark.parametrize("zone", ZONES)
def test_school_years_follow_one_another(zone):
    years = sorted(ANNEES[zone])
    assert years == list(range(2016, years[-1] + 1)) and years[-1] >= 2027
    for year in years[:-1]:
        assert school_year(zone, year).end + 1 == school_year(zone, year + 1).start


@pytest.mark.parametrize("zone", ZONES)
def test_a_year_before_the_texts_is_that_of_the_library_from_the_day_after_the_last_class(zone):
    known = SchoolHolidayDates()
    first, last = datetime.date(2024, 9, 2), datetime.date(2025, 8, 31)
    named = {day: about["nom_vacances"] for year in (2024, 2025)
             for day, about in known.holidays_for_year_and_zone(year, zone).items()}
    expected = [day.toordinal() for day in sorted(named) if first <= day <= last
                and (named[day] == calendar.ASCENSION or named.get(day - datetime.timedelta(days=1)) == named[day])]
    assert holiday_days(zone, first.toordinal(), last.toordinal()) == expected


@pytest.mark.parametrize("zone, winter, spring", [
    ("A", ("2028-02-20", "2028-03-05"), ("2028-04-23", "2028-05-08")),
    ("B", ("2028-02-06", "2028-02-20"), ("2028-04-09", "2028-04-23")),
    ("C", ("2028-02-13", "2028-02-27"), ("2028-04-16", "2028-05-01"))])
def test_the_calendar_read_for_2027_2028(as_in_2026, zone, winter, spring):
    year = school_year(zone, 2027)
    read = [("2027-10-24", "2027-11-07"), ("2027-12-19", "2028-01-02"), winter, spring, ("2028-05-25", "2028-05-28"),
            ("2028-07-05", "2028-07-05")]
    assert year.holidays == [(parse_iso(first), parse_iso(last)) for first, last in read]
    assert (year.start, year.last_class_day, year.end) == (parse_iso("2027-09-02"), parse_iso("2028-07-04"), None)


@pytest.mark.parametrize("day, over", [
    ("2027-09-01", False), ("2028-07-05", False), ("2028-07-06", None), ("2028-12-31", None), ("2029-01-01", True)])
def test_a_rentree_that_is_not_published_leaves_its_calendar_year_open(as_in_2026, day, over):
    assert school_year("B", 2027).is_over(parse_iso(day)) is over


def test_a_published_rentree_ends_the_year_on_its_eve():
    year = school_year("B", 2026)
    assert year.is_over(parse_iso("2027-09-01")) is False and year.is_over(parse_iso("2027-09-02")) is True


def test_days_after_the_first_of_an_endless_summer_are_of_no_known_year(as_in_2026):
    last = parse_iso("2028-07-05")
    assert school_year_of("B", last).year == 2027 and school_year_of("B", last + 1) is None
    assert holiday_days("B", last - 1, last) == [last] and holiday_days("B", last - 1, last + 1) is None
    assert weeks_of_class("B", parse_iso("2028-06-26"), last) == 2
    assert closures("B", last - 1, last) == [(last, last, False)]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("step", ["contrat", "envoi", "demarrage"])
def test_a_parcours_of_2027_2028_is_judged_as_one_of_the_year_before(zone, step):
    """Every date 52 weeks later, the same days of the week: the same findings, and nothing pending for the calendar."""
    profile = read_profile(PROFILE)
    profile["departement"]["zone"] = zone
    now, later = copy.deepcopy(bases()["complet"]), _moved(bases()["complet"])
    later["dossier"]["annee_scolaire"] = "2027-2028"
    today = parse_iso("2026-11-20")
    first, second = (evaluate(FORM, CATALOGUE, one, step, day, profile, "").as_dict()
                     for one, day in ((now, today), (later, today + WEEKS)))
    assert second["pending"] == first["pending"]
    said = [[(finding["rule"], finding["paths"]) for finding in one["findings"]] for one in (first, second)]
    assert said[0] == said[1]


def _moved(value):
    if isinstance(value, dict):
        return {key: _moved(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_moved(one) for one in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return dates.to_iso(parse_iso(value) + WEEKS)
    return value


def test_the_calendar_read_for_2025_2026_in_zone_b():
    """« 18/10–3/11/2025 ; 20/12–5/1/2026 ; 14/2–2/3/2026 ; 11/4–27/4/2026 ; Ascension 13/5 (soir)–18/5/2026 ; été
    4/7/2026 »."""
    read = [("2025-10-18", "2025-11-03"), ("2025-12-20", "2026-01-05"), ("2026-02-14", "2026-03-02"),
            ("2026-04-11", "2026-04-27"), ("2026-05-13", "2026-05-18"), ("2026-07-04", "2026-09-01")]
    assert school_year("B", 2025).holidays == [(parse_iso(last) + 1, parse_iso(back) - 1) for last, back in read]
    assert [day - parse_iso("2026-05-13")
            for day in holiday_days("B", parse_iso("2026-05-13"), parse_iso("2026-05-18"))] \
        == [1, 2, 3, 4]


@pytest.mark.parametrize("zone, year", [("B", 2015), ("B", 2028), ("Z", 2026)])
def test_unknown_school_year_is_none(as_in_2026, zone, year):
    assert school_year(zone, year) is None


def test_a_day_outside_known_years_has_no_school_year():
    assert school_year_of("B", parse_iso("2016-08-31")) is None
    assert school_year_of("B", parse_iso("2027-09-02")).year == 2027
    assert school_year_of("B", parse_iso("2027-09-01")).year == 2026
    assert school_year_of("B", parse_iso("2026-09-01")).year == 2026
    assert school_year_of("B", parse_iso("2026-08-31")).year == 2025


@pytest.mark.parametrize("first, last, weeks", [
    ("2026-12-07", "2026-12-18", 2), ("2026-12-07", "2027-01-03", 2), ("2026-12-07", "2027-01-04", 3),
    ("2026-12-05", "2026-12-06", 0), ("2026-12-19", "2027-01-03", 0)])
def test_weeks_of_class_leave_holidays_out(first, last, weeks):
    assert weeks_of_class("B", parse_iso(first), parse_iso(last)) == weeks


def test_weeks_of_class_of_an_unknown_year_are_none(as_in_2026):
    assert weeks_of_class("B", parse_iso("2028-06-01"), parse_iso("2028-09-30")) is None
    assert holiday_days("B", parse_iso("2016-08-31"), parse_iso("2016-09-30")) is None


def test_public_holidays_are_those_of_the_library():
    for year in range(2016, 2029):
        expected = set(JoursFeries.for_year(year).values())
        first = datetime.date(year, 1, 1)
        days = [first + datetime.timedelta(days=count) for count in range(366)]
        assert {day for day in days if is_public_holiday(day.toordinal()) and day.year == year} == expected
    assert is_public_holiday(parse_iso("2040-01-01")) is None
