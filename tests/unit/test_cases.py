"""Every case of ``tests/cases`` is judged as it says."""

import json

import pytest

from pid_rules.rules import CATALOGUE
from tests.support.cases_replay import load_cases, replay_json, report_of, shortfalls

CASES = load_cases()


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case):
    assert shortfalls(case, report_of(case)) == []
    applicable = {rule.id for rule in CATALOGUE.rules if case["step"] in rule.steps}
    assert set(case["absent"]) <= applicable, "a rule that is not judged at this step is not absent"
    assert applicable.isdisjoint(case["unasked"])


def test_every_case_awaits_something_and_has_its_own_name():
    assert all(case["expect"] or case["absent"] or case["pending"] or case["unasked"] for case in CASES)
    names = [case["name"] for case in CASES]
    assert len(names) == len(set(names))


def test_replay_holds_the_report_of_every_case():
    replayed = json.loads(replay_json())
    assert [case["name"] for case in replayed] == [case["name"] for case in CASES]
    assert replayed[0]["report"] == report_of(CASES[0])
