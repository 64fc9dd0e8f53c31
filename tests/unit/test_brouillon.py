"""« BROUILLON »: each document is judged at its own step, by what concerns it, and says why."""

import copy

import pytest

from pid_rules.documents.brouillon import draft_reasons
from pid_rules.documents.catalogue import BY_SLUG, DOCUMENTS
from pid_rules.documents.document import Edition, compose
from pid_rules.dossier.paths import put
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.judgement.report import Finding, Report
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.questions.schema import CONTRAT, ENVOI
from pid_rules.rules import CATALOGUE
from pid_rules.words import dates
from tests.support.cases_replay import bases, load_cases
from tests.support.judging import PROFILE_49

BASES = bases()
OF_CONTRACT = [document for document in DOCUMENTS if document.step == CONTRAT]


def changed(base, changes):
    dossier = copy.deepcopy(BASES[base])
    for path, value in changes.items():
        put(dossier, path, value)
    return dossier


def reasons(slug, dossier, place="", day="2026-11-20", step=""):
    document = BY_SLUG[slug]
    report = evaluate(FORM, CATALOGUE, dossier, step or document.step, dates.parse_iso(day), PROFILE_49)
    return draft_reasons(FORM, CATALOGUE, document, place, report, dossier)


def rules(found):
    return sorted({finding.rule for finding in found})


LONG_STAGE = {"stages.0.fin": "2027-02-02", "emploi_du_temps.semaines.1.au": "2027-02-02"}


def test_a_long_stage_without_a_motive_delays_the_sending_not_the_contract():
    dossier = changed("complet", LONG_STAGE)
    assert "ST-12" in rules(reasons("complet", dossier))
    assert reasons("contrat", dossier) == []


def test_a_warning_never_makes_the_contract_a_draft_and_what_blocks_always_does():
    dossier = BASES["complet"]
    for severity, hinders in ((AVERTISSEMENT, False), (BLOQUANT, True)):
        report = Report([Finding("T-1", severity, ["eleve.niveau"], "Attention.", "Source")], [])
        for document in OF_CONTRACT:
            assert bool(draft_reasons(FORM, CATALOGUE, document, "", report, dossier)) is hinders


def test_neither_signatures_nor_what_follows_the_sending_makes_the_contract_a_draft():
    dossier = changed("complet",
                      {"signatures": [], "journal": [{"date": "31/02/2027", "type": "", "lieu": "", "texte": ""}]})
    assert {"SI-01", "FMT"} <= set(rules(reasons("complet", dossier)))
    assert reasons("contrat", dossier) == []


def test_an_absent_answer_is_a_reason_with_its_path_and_its_words():
    found = reasons("contrat", changed("complet", {"engagements.rupture": ""}))
    assert [(finding.rule, finding.paths, finding.message) for finding in found] == [
        ("REQ", ["engagements.rupture"], "Indiquez les conditions d’arrêt anticipé du parcours")]


@pytest.mark.parametrize("case", load_cases()[::7], ids=lambda case: case["name"])
def test_the_judgement_of_the_sending_gives_the_same_reasons_as_that_of_the_contract(case):
    def found(step):
        report = evaluate(FORM, CATALOGUE, case["dossier"], step, case["today"], case["profile"], case["fingerprint"])
        return [finding.as_dict()
                for finding in draft_reasons(FORM, CATALOGUE, BY_SLUG["contrat"], "", report, case["dossier"])]

    assert found(ENVOI) == found(CONTRAT)


def test_a_stage_at_fault_makes_a_draft_of_its_own_convention_and_not_of_another():
    dossier = changed("complet", {})
    dossier["stages"].append({**copy.deepcopy(dossier["stages"][0]), "id": "S9", "debut": ""})
    last = "stages." + str(len(dossier["stages"]) - 1)
    assert last + ".debut" in [path for finding in reasons("convention", dossier, last) for path in finding.paths]
    assert reasons("convention", dossier, "stages.0") == []
    assert reasons("contrat", dossier)


def test_a_bilan_is_judged_on_itself_and_neither_on_another_nor_on_the_sending():
    dossier = changed("clos", {"eleve.nom": "", "justifications": {}, **LONG_STAGE})
    dossier["bilans"].append({**copy.deepcopy(dossier["bilans"][0]), "decision": ""})
    last = len(dossier["bilans"]) - 1
    assert rules(reasons("bilan", dossier, "bilans." + str(last), "2027-05-10")) == ["REQ"]
    assert reasons("bilan", dossier, "bilans.0", "2027-05-10") == []


def test_two_bilans_that_lack_the_same_each_lead_to_their_own_answers():
    dossier = changed("clos", {})
    dossier["bilans"].append(copy.deepcopy(dossier["bilans"][0]))
    for bilan in dossier["bilans"]:
        bilan["strategies"][0]["efficacite"] = None
    for index in range(2):
        place = "bilans." + str(index)
        assert [finding.paths
                for finding in reasons("bilan", dossier, place, "2027-05-10")] == [[place + ".strategies.0.efficacite"]]


def test_a_bilan_whose_strategies_are_not_rated_says_so():
    dossier = changed("clos", {"bilans.0.strategies.0.efficacite": None})
    assert [(finding.rule, finding.paths) for finding in reasons("bilan", dossier, "bilans.0", "2027-05-10")] == [
        ("EV-04", ["bilans.0.strategies.0.efficacite"])]


@pytest.mark.parametrize("slug, changes, awaited", [
    ("bilan-final", {"bilan_final.suite": ""}, ["EV-06", "REQ"]), ("bilan-final", {"prepam.motif": ""}, []),
    ("bilan-final", {"bilans.0.decision": "", "eleve.nom": ""}, []),
    ("bilan-prepam", {"bilan_final.synthese": ""}, ["PM-01", "REQ"]), ("bilan-prepam", {"prepam.motif": ""}, []),
    ("prepam", {"prepam.motif": ""}, ["REQ"]), ("prepam", {"bilan_final.synthese": ""}, ["PM-01", "REQ"]),
    ("prepam", {"eleve.niveau": "5e"}, ["PM-02"])])
def test_the_final_bilan_and_the_prepam_file_are_judged_each_at_its_step(slug, changes, awaited):
    assert rules(reasons(slug, changed("clos", changes), day="2027-05-10")) == awaited


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.slug)
def test_a_document_is_a_draft_exactly_where_there_are_reasons(document):
    for changes in ({}, LONG_STAGE, {"engagements.rupture": "", "bilans.0.decision": "", "bilan_final.suite": ""}):
        dossier = changed("clos", changes)
        day = dates.parse_iso("2027-05-10")
        report = evaluate(FORM, CATALOGUE, dossier, document.step, day, PROFILE_49)
        place = document.places(dossier)[0]
        described = compose(document, dossier, Edition(FORM, CATALOGUE, PROFILE_49, day, report), place)
        assert described["meta"]["brouillon"] is bool(draft_reasons(FORM, CATALOGUE, document, place, report, dossier))
