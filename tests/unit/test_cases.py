"""Every case of ``tests/cases`` is judged as it says."""

import json

import pytest

from pid_rules.rules import CATALOGUE
from tests.cases_replay import load_cases, replay_json, report_of

CASES = load_cases()


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case):
    report = report_of(case)
    found = {finding["rule"] for finding in report["findings"]}
    with_severity = {f"{finding['rule']} {finding['severity']}" for finding in report["findings"]}
    assert set(case["expect"]) <= with_severity
    assert found.isdisjoint(case["absent"])
    assert set(case["pending"]) <= set(report["pending"])
    assert set(report["pending"]).isdisjoint(case["absent"])
    applicable = {rule.id for rule in CATALOGUE.rules if case["step"] in rule.steps}
    assert set(case["absent"]) <= applicable, "a rule that is not judged at this step is not absent"


def test_every_case_awaits_something_and_has_its_own_name():
    assert all(case["expect"] or case["absent"] or case["pending"] for case in CASES)
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))


def test_replay_holds_the_report_of_every_case():
    replayed = json.loads(replay_json())
    assert [case["name"] for case in replayed] == [case["name"] for case in CASES]
    assert replayed[0]["report"] == report_of(CASES[0])
