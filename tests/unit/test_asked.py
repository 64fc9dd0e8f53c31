"""Questions that depend on another answer: neither required nor awaited where they are not asked, on every path."""

import copy

import pytest

from pid_rules.documents.answers import Answers
from pid_rules.dossier import structure
from pid_rules.dossier.asked import is_asked, is_shown
from pid_rules.dossier.json_schema import json_schema
from pid_rules.dossier.paths import concrete, get, put
from pid_rules.form import FORM
from pid_rules.form.stages import DEBIT_BOISSONS, LIEU_TYPE, SERVICE_BAR, STAGE_LIEU
from pid_rules.judgement.evaluate import Inquiry, evaluate
from pid_rules.questions.schema import ENVOI
from pid_rules.rules import CATALOGUE
from tests.support.examples import EXAMPLES
from tests.support.judging import PROFILE_49

DAY = 739950


@pytest.fixture
def complet():
    return copy.deepcopy(EXAMPLES["complet"])


def missing(dossier):
    return [finding.paths[0] for finding in evaluate(FORM, CATALOGUE, dossier, ENVOI, DAY, PROFILE_49).findings
            if finding.rule == "REQ"]


@pytest.mark.parametrize("kind, held, asked", [
    ("entreprise", "", True), ("", "", True), ("lycee_professionnel", "", False), ("cfa", "", False)])
def test_a_school_is_no_bar(complet, kind, held, asked):
    complet["lieux"][0].update(type=kind, debit_boissons=held)
    assert is_asked(complet, DEBIT_BOISSONS, "lieux.0.debit_boissons") is asked
    assert ("lieux.0.debit_boissons" in missing(complet)) is asked


@pytest.mark.parametrize("debit, place, asked", [(True, "L1", True), (False, "L1", False), ("", "L1", False),
                                                 (True, "", False), (True, "L9", False), (True, "college", False)])
def test_the_service_of_a_bar_is_asked_in_a_bar(complet, debit, place, asked):
    complet["lieux"][0]["debit_boissons"] = debit
    complet["stages"][0].update(lieu=place, service_bar="")
    assert is_asked(complet, SERVICE_BAR, "stages.0.service_bar") is asked
    assert ("stages.0.service_bar" in missing(complet)) is asked


def test_a_rule_is_not_left_pending_by_a_question_that_is_not_asked(complet):
    complet["lieux"][1]["debit_boissons"] = ""
    complet["stages"][1]["service_bar"] = ""
    assert complet["lieux"][1]["type"] == "lycee_professionnel"
    report = evaluate(FORM, CATALOGUE, complet, ENVOI, DAY, PROFILE_49)
    assert "ST-24" not in report.pending and "ST-24" not in [finding.rule for finding in report.findings]


def test_an_answer_given_before_stays_and_is_shown_where_it_says_something(complet):
    complet["lieux"][1].update(debit_boissons=True)
    assert not is_asked(complet, DEBIT_BOISSONS, "lieux.1.debit_boissons")
    assert is_shown(complet, DEBIT_BOISSONS, "lieux.1.debit_boissons")
    assert structure.ordered(FORM, complet)["lieux"][1]["debit_boissons"] is True
    complet["lieux"][1].update(debit_boissons=False)
    assert not is_shown(complet, DEBIT_BOISSONS, "lieux.1.debit_boissons")
    assert structure.ordered(FORM, complet)["lieux"][1]["debit_boissons"] is False


CHANGES = [("lieux.0.type", kind) for kind in ("cfa", "entreprise", "")] + [
    ("lieux.0.debit_boissons", value) for value in (True, "", False)] + [
    ("stages.0.lieu", place) for place in ("L2", "", "L1")]


@pytest.mark.parametrize("first", CHANGES)
@pytest.mark.parametrize("then", CHANGES)
def test_answer_by_answer_or_whole_the_judgement_is_the_same(complet, first, then):
    for stage in complet["stages"]:
        stage["service_bar"] = ""
    complet["lieux"][0]["debit_boissons"] = complet["lieux"][1]["debit_boissons"] = ""
    inquiry = Inquiry(FORM, CATALOGUE, ENVOI, DAY, PROFILE_49).load(complet)
    for path, value in (first, then):
        put(complet, path, value)
        inquiry.changed(path)
        assert inquiry.report().as_dict() == evaluate(FORM, CATALOGUE, complet, ENVOI, DAY, PROFILE_49).as_dict()


def test_paper_leaves_no_line_for_what_is_not_asked(complet):
    complet["stages"][0]["service_bar"] = ""
    assert Answers(FORM, complet).row(SERVICE_BAR, "stages.0") == []
    complet["lieux"][0]["debit_boissons"] = True
    assert Answers(FORM, complet).row(SERVICE_BAR, "stages.0") == [[SERVICE_BAR.label, ""]]
    complet["lieux"][0]["debit_boissons"] = False
    assert Answers(FORM, complet, blank_form=True).row(SERVICE_BAR, "stages.0") != [], "nobody knows yet"


def test_what_decides_knows_it():
    assert LIEU_TYPE.decides == [DEBIT_BOISSONS]
    assert DEBIT_BOISSONS.decides == STAGE_LIEU.decides == [SERVICE_BAR]


def test_every_question_that_depends_has_a_blank_that_its_file_allows():
    for field in FORM.field.values():
        if field.asked_when is not None:
            kind = type(field.asked_when.unasked).__name__
            assert {"bool": "boolean"}[kind] in str(field.kind.schema()), field
            assert [get(EXAMPLES["complet"], path) for path in concrete(EXAMPLES["complet"], field.path)]
    assert json_schema(FORM)
