"""The catalogue holds every rule of the domain study, section C, with the severities and the steps that were decided."""

from pid_rules.rules import CATALOGUE
from tests.support.cases_replay import load_cases, report_of

BEFORE_START = {"contrat", "envoi", "demarrage"}
SENT = {"envoi", "demarrage"}
STEPS = {
    "SI": SENT, "ST-02": SENT, "ST-04": SENT, "ST-31": SENT, "DE": {"demarrage"}, "EV-02": BEFORE_START | {"cloture"},
    "EV-03": {"bilan", "cloture"}, "EV-04": {"bilan", "cloture"}, "EV-05": {"bilan"}, "EV-06": {"cloture"}, "EV-07": {"bilan"},
    "EV-08": {"bilan", "cloture"},
    "PM": {"prepam"},
}
"""Steps of the rules, by id or by family; all the others are judged before the parcours begins."""

SEVERITIES = {
    "EL": "b a b i i i a a a a a", "PE": "b a a ab ab i", "PR": "b b a a a b i abi a a a a a i", "SI": "b ab b b a b a b",
    "AV": "i i a", "DE": "ai ab a ai",
    "ST": "abi ab a ab b b b b - b ab a ab b a a ab b ab b b b ab ab a b ab a a a b ab i b i",
    "EV": "a ab b a a b a a", "PM": "ab ai",
}
"""By family, in the order of the numbers, each severity with which a rule speaks: b, a or i.

Where the study gives one severity, another is said of what it leaves open: PE-02 of an end after the last day of class,
PR-08 of a grid that was not read or a language without rank, ST-01 of a class without professional training, ST-24 of the bar
that is elsewhere, ST-32 of two lessons at once, DE-02 of conditions or reasons left out, EV-02 of a final bilan already made too late,
PM-01 of strategies not rated, PM-02 of a birthday that a rentrée not published yet may precede, ST-04 and DE-01 of what
is dated after today. Two rules are not of the study: EL-11, as the level and the grid are two answers that may disagree,
and EV-08, of what no other rule reads and is dated after today.
"""


def expected():
    return {f"{family}-{number:02}": set(letters) for family, listed in SEVERITIES.items()
            for number, letters in enumerate(listed.split(), 1) if letters != "-"}


def test_every_rule_of_the_study_is_there_and_no_other():
    assert {rule.id for rule in CATALOGUE.rules} == set(expected())


def test_a_rule_speaks_with_its_severities_and_with_each_of_them():
    said = {rule.id: set() for rule in CATALOGUE.rules}
    for case in load_cases():
        for finding in report_of(case)["findings"]:
            if finding["rule"] in said:
                said[finding["rule"]].add(finding["severity"][0])
    assert said == expected()


def test_a_rule_is_judged_at_the_steps_of_the_format():
    for rule in CATALOGUE.rules:
        assert set(rule.steps) == STEPS.get(rule.id, STEPS.get(rule.id[:2], BEFORE_START)), rule.id
