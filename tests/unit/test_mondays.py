"""The Mondays of weeks A, proposed from the school calendar."""

from pid_rules.planning.letters import first_mondays, fortnights
from pid_rules.words.dates import parse_iso, to_iso

ZONE = "B"


def test_one_monday_in_two_but_for_holidays():
    first, last = parse_iso("2027-01-04"), parse_iso("2027-03-31")
    found = [to_iso(day) for day in fortnights(first, last, ZONE)]
    assert found == ["2027-01-04", "2027-01-18", "2027-02-01", "2027-02-15", "2027-03-15", "2027-03-29"]
    assert len(fortnights(first, last, "")) == len(found) + 1


def test_weeks_a_may_begin_on_the_first_two_mondays_of_class():
    assert [to_iso(day) for day in first_mondays(parse_iso("2027-01-05"), ZONE)] == ["2027-01-04", "2027-01-11"]
    assert [to_iso(day) for day in first_mondays(parse_iso("2027-02-15"), ZONE)] == ["2027-02-15", "2027-03-08"]
