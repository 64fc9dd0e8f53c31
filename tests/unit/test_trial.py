"""The try of « Que dit la règle ? »: which rules it concerns, and what they say of one presence on one day."""

import pytest

from pid_rules.files import PROFILE, read_profile
from pid_rules.form import eleve, stages
from pid_rules.words import dates
from ui.rules import trial

PROFILE_49 = read_profile(PROFILE)
TODAY = dates.parse_iso("2026-11-20")


def verdict(born="2011-06-15", level="3e", kind="stage_initiation", day="2027-01-05",
            hours=("09:00", "12:00", "13:00", "16:30")):
    answers = {eleve.DATE_NAISSANCE.path: born, eleve.NIVEAU.path: level, stages.STAGE_TYPE.path: kind,
               stages.STAGE_DEBUT.path: day, **{field.path: hour for field, hour in zip(trial.HOURS, hours)}}
    findings, silent, pending = trial.judge(trial.complete(answers), TODAY, PROFILE_49)
    return {finding.rule for finding in findings}, {rule.id for rule in silent}, {rule.id for rule in pending}


def test_an_ordinary_day_has_nothing_against_it():
    spoken, silent, pending = verdict()
    assert spoken == {"EL-04", "ST-01", "ST-35"}
    assert {"EL-02", "EL-03", "EL-09", "PE-05", "ST-07", "ST-13", "ST-17", "ST-18", "ST-21", "ST-32"} <= silent
    assert pending == set()


@pytest.mark.parametrize("changes, rule", [
    ({"level": "5e"}, "EL-03"), ({"level": "5e"}, "EL-02"), ({"born": "2012-01-06"}, "EL-09"),
    ({"day": "2026-12-22"}, "PE-05"), ({"hours": ("08:00", "12:00", "13:00", "16:31")}, "ST-13"),
    ({"hours": ("13:00", "", "", "20:01")}, "ST-17"), ({"hours": ("08:00", "", "", "13:00")}, "ST-18"),
    ({"day": "2027-03-29"}, "ST-21"), ({"kind": "pfmp"}, "ST-01"), ({"born": "2013-01-06"}, "ST-07")])
def test_what_breaks_a_rule_is_said(changes, rule):
    assert rule in verdict(**changes)[0]


def test_a_missing_answer_leaves_its_rules_waiting():
    spoken, silent, pending = verdict(born="", kind="")
    assert {"EL-03", "EL-04", "EL-09"} <= pending and spoken.isdisjoint({"EL-01", "REQ"})


def test_rules_on_what_is_not_asked_keep_silent():
    every = set().union(*verdict(), *verdict(born="", level="", kind="", day="", hours=("", "", "", "")))
    assert every.isdisjoint({"EL-01", "PE-01", "PE-04", "PR-01", "SI-01", "AV-01", "ST-02", "ST-05"})


@pytest.mark.parametrize("age", (13, 14, 15, 16, 18))
def test_an_age_gives_a_day_of_birth_of_that_age(age):
    day = dates.parse_iso("2028-02-29")
    born = trial.born_for(age, day)
    assert dates.age(born, day) == age and dates.age(born, day - 100) == age
