"""The example dossiers answer what is required and bear their own fingerprints: what a new question asks of them is
told in words."""

import pytest

from pid_rules.dossier.json_text import contract_text
from pid_rules.files import digest
from pid_rules.judgement.report import REQ
from tests.support.examples import EXAMPLES
from tests.support.judging import judge

COMPLETE = (("complet", "envoi", "2026-11-20"), ("desordre", "envoi", "2026-12-18"),
            ("clos", "demarrage", "2026-12-05"), ("clos", "cloture", "2027-05-10"))
"""The steps and the days at which each of them is complete."""


@pytest.mark.parametrize("name, step, day", COMPLETE)
def test_an_example_answers_what_is_required(name, step, day):
    absent = [path for finding in judge(name, step, day).findings if finding.rule == REQ for path in finding.paths]
    assert absent == [], \
        f"answer in tests/data/{name}.json, as every dossier under way will have to: is it truly required?"


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_signature_of_an_example_bears_the_fingerprint_of_its_contract(name):
    present = digest(contract_text(EXAMPLES[name]))
    borne = {signature["empreinte"] for signature in EXAMPLES[name]["signatures"]} - {""}
    assert borne <= {present}, \
        f"what was signed has changed: write {present} in the signatures of tests/data/{name}.json"
