"""What must hold of every dossier, on generated ones: read, judged, judged again answer by answer, written."""

import copy
import json
import random

import pytest

from pid_rules.dossier.paths import concrete, get, put
from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import Inquiry, evaluate
from pid_rules.questions.kinds import BLOQUANT
from pid_rules.received import misshapen
from pid_rules.rules import CATALOGUE
from pid_rules.sources.source import A_CONFIRMER
from tests.campaigns.answers import Answers
from tests.campaigns.dossiers import case_of

SEEDS = range(200)
CASES = [case_of(seed) for seed in SEEDS]
EVERY_CASE = pytest.mark.parametrize("case", CASES, ids=[f"seed {seed}" for seed in SEEDS])


def judged(case, dossier=None):
    return evaluate(FORM, CATALOGUE, dossier or case["dossier"], case["step"], case["today"], case["profile"],
                    case["fingerprint"])


@EVERY_CASE
def test_the_dossier_has_the_types_of_the_format_and_survives_a_file(case):
    assert misshapen(FORM, case["dossier"]) == ""
    assert json.loads(json.dumps(case["dossier"])) == case["dossier"]


@EVERY_CASE
def test_judging_changes_nothing_and_points_at_known_questions(case):
    before = copy.deepcopy(case["dossier"])
    report = judged(case)
    assert case["dossier"] == before
    for finding in report.findings:
        rule = CATALOGUE.by_id.get(finding.rule)
        assert finding.paths and "{" not in finding.message.replace("{champ}", "")
        assert rule is None or finding.severity != BLOQUANT or rule.citation.source.status != A_CONFIRMER
    assert len(report.pending) == len(set(report.pending))


@EVERY_CASE
def test_the_order_of_keys_and_missing_blanks_do_not_count(case):
    whole = ordered(FORM, case["dossier"])
    assert ordered(FORM, whole) == whole
    assert [_said(finding) for finding in judged(case, whole).findings if finding.rule != "CLE"] == \
        [_said(finding) for finding in judged(case).findings if finding.rule != "CLE"]


def _said(finding):
    return finding.rule, finding.severity, finding.paths, finding.message


@EVERY_CASE
def test_one_answer_judged_again_gives_the_report_of_the_whole(case):
    rng = random.Random(str(case["today"]))
    answers = Answers(rng, "B")
    dossier = copy.deepcopy(case["dossier"])
    inquiry = Inquiry(FORM, CATALOGUE, case["step"], case["today"], case["profile"], case["fingerprint"]).load(dossier)
    for field in rng.sample(list(FORM.field.values()), 12):
        for path in concrete(dossier, field.path)[:2]:
            if get(dossier, path) is not None:
                put(dossier, path, answers.to(field, blank=0.2))
                inquiry.changed(path)
    assert inquiry.report().as_dict() == judged(case, dossier).as_dict()
