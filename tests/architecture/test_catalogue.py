"""Rules and cases say the same: each severity with which a rule speaks is awaited by a case, the first as the catalogue
shows it.

A severity that changes, a rule that is taken away or added thus fails here or in its cases, with the words to write in
tests/cases.
"""

import pytest

from pid_rules.judgement.report import ENTRY_RULES
from pid_rules.rules import CATALOGUE
from tests.support.cases_replay import load_cases, reports

BEFORE_START = {"contrat", "envoi", "demarrage"}
SENT = {"envoi", "demarrage"}
STEPS = {
    "SI": SENT, "ST-02": SENT, "ST-04": SENT, "ST-31": SENT, "DE": {"demarrage"}, "EV-02": BEFORE_START | {"cloture"},
    "EV-03": {"bilan", "cloture"}, "EV-04": {"bilan", "cloture"}, "EV-05": {"bilan"}, "EV-06": {"cloture"},
    "EV-07": {"bilan"}, "EV-08": {"bilan", "cloture"},
    "PM": {"prepam"},
}
"""Steps of the rules, by id or by family; all the others are judged before the parcours begins."""
EVERY_RULE = pytest.mark.parametrize("rule", CATALOGUE.rules, ids=lambda rule: rule.id)
CASES = load_cases()


def awaited(rule):
    """The severities with which the cases await a rule, in their order, those of the cases that bear its name first."""
    own, other = [], []
    for case in CASES:
        for named, severity, *_ in [words.split() for words in case["expect"]]:
            if named == rule:
                (own if f" – {rule} : " in case["name"] else other).append(severity)
    return own + other


def unawaited(rule, spoken, expected):
    """A sentence for each severity {severity: where} of which no case says anything, with what to write."""
    return [f'{rule} speaks as « {severity} » ({where}), and no case awaits it: write expect = ["{rule} {severity}"] '
            f'in a case of '
            f"tests/cases named « {rule} : … »" for severity,
            where in sorted(spoken.items()) if severity not in expected]


@EVERY_RULE
def test_each_severity_of_a_rule_is_awaited_by_a_case(rule):
    spoken = {severity: "as it is declared" for severity in (rule.severity, *rule.severity_at.values())}
    spoken |= {finding["severity"]: f"in the case « {case['name'].partition(' – ')[2]} »" for case, report in reports()
               for finding in report["findings"] if finding["rule"] == rule.id}
    found = unawaited(rule.id, spoken, awaited(rule.id))
    assert not found, "\n".join(found)


@EVERY_RULE
def test_the_catalogue_shows_a_rule_as_its_first_case_awaits_it(rule):
    first = [*awaited(rule.id), None][0]
    assert first == rule.severity, (
        f"the catalogue shows {rule.id} as « {rule.severity} », and the first of its cases awaits « {first} »: one of "
        f"the two is wrong, "
        "or the case that shows it is to be put before the others")


def test_a_case_names_rules_that_exist():
    known = {rule.id for rule in CATALOGUE.rules} | {name for name, *_ in ENTRY_RULES}
    unknown = [f"« {case['name']} » names {words.split()[0]}, which is no rule: write its case anew, or take it away"
               for case in CASES for key in ("expect", "absent", "pending", "unasked") for words in case[key]
               if words.split()[0] not in known]
    assert not unknown, "\n".join(unknown)


def test_control_a_severity_without_a_case_is_told_with_what_to_write():
    told, = unawaited("EL-01", {"bloquant": "as it is declared", "information": "in the case « x »"}, awaited("EL-01"))
    assert told.startswith("EL-01 speaks as « information » (in the case « x »)")
    assert 'write expect = ["EL-01 information"]' in told


@EVERY_RULE
def test_a_rule_is_judged_at_the_steps_of_the_format(rule):
    expected = STEPS.get(rule.id, STEPS.get(rule.id[:2], BEFORE_START))
    assert set(rule.steps) == expected, (
        f"{rule.id} is judged at {sorted(rule.steps)}, its family at {sorted(expected)}: say in STEPS why it is "
        f"another")
