"""« Quel type de stage ? »: the rules themselves answer, for each type."""

import pytest

from pid_rules.form import stages
from pid_rules.words import dates
from tests.support.judging import PROFILE_49
from ui.rules.types_of_stage import verdicts

MONDAY = dates.parse_iso("2027-01-11")


def said(level, age, days, place="entreprise"):
    """The rules that speak, but for the one that every stage of work is told: ST-35."""
    return {value: [finding.rule for finding in findings if finding.rule != "ST-35"]
            for value, _, findings in verdicts(level, age, days, MONDAY, place, PROFILE_49)}


def test_every_type_is_told():
    assert [value for value, _, _ in verdicts("3e", 15, 5, MONDAY, "entreprise", PROFILE_49)] == [
        value for value, _ in stages.STAGE_TYPE.kind.options]


@pytest.mark.parametrize("level, age, days, presence, rules", [
    ("3e", 15, 5, "sequence_observation", []), ("3e", 15, 10, "sequence_observation", ["ST-11"]),
    ("3e", 15, 3, "visite_information", ["ST-10"]), ("3e", 15, 2, "visite_information", []),
    ("3e", 15, 10, "stage_initiation", ["ST-01"]), ("3e_segpa", 15, 10, "stage_initiation", []),
    ("3e", 15, 30, "stage_initiation", ["ST-01", "ST-12"]), ("3e", 15, 10, "pfmp", ["ST-01"]),
    ("3e_segpa", 12, 10, "stage_initiation", ["EL-09", "ST-07"])])
def test_what_the_rules_say_of_a_type(level, age, days, presence, rules):
    assert said(level, age, days)[presence] == rules


def test_the_place_counts():
    assert "ST-34" in said("3e", 15, 2)["mini_stage"] and said("3e", 15, 2, "lycee_professionnel")["mini_stage"] == []


def test_what_is_said_of_every_type_is_not_about_the_type():
    in_the_holidays = dates.parse_iso("2026-12-21")
    found = verdicts("3e", 15, 5, in_the_holidays, "entreprise", PROFILE_49)
    rules = [{finding.rule for finding in findings} for _, _, findings in found]
    assert set.intersection(*rules) == set()
