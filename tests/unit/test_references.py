"""References to the items of other lists: their words, and what is said when the item is gone."""

import copy

import pytest

from pid_rules.documents.answers import Answers
from pid_rules.dossier.references import names, options
from pid_rules.form import FORM, contrat, emploi_du_temps, stages, suites
from pid_rules.judgement.evaluate import Inquiry
from pid_rules.judgement.report import FMT
from pid_rules.rules import CATALOGUE
from pid_rules.words import dates
from tests.support.examples import EXAMPLES

TODAY = dates.parse_iso("2026-11-20")


@pytest.fixture
def complet():
    return copy.deepcopy(EXAMPLES["complet"])


def wrong_in(dossier):
    """Paths and messages of the entry errors of a dossier."""
    report = Inquiry(FORM, CATALOGUE, "envoi", TODAY, {}).load(dossier).report()
    return [(finding.paths, finding.message) for finding in report.findings if finding.rule == FMT]


def test_the_choices_are_the_college_and_the_places_by_name(complet):
    assert options(FORM, complet, emploi_du_temps.CRENEAU_LIEU.kind) == [
        ("college", "Collège"), ("L1", "Menuiserie de l'Exemple"),
        ("L2", "Lycée professionnel de démonstration")]
    complet["lieux"][1]["nom"] = " "
    assert options(FORM, complet, contrat.SIGNATURE_LIEU.kind) == [
        ("L1", "Menuiserie de l'Exemple"), ("L2", "Lieu\u00a02")]
    complet["lieux"][1]["nom"] = "Menuiserie de l'Exemple"
    assert [words for _, words in options(FORM, complet, contrat.SIGNATURE_LIEU.kind)] == [
        "Menuiserie de l'Exemple\u00a0(L1)", "Menuiserie de l'Exemple\u00a0(L2)"]


def test_a_stage_is_named_by_its_type_and_its_place(complet):
    assert names(FORM, complet)["S2"] == "Mini-stage en LP ou CFA, Lycée professionnel de démonstration"
    complet["stages"][1]["lieu"] = "L9"
    assert names(FORM, complet)["S2"] == "Mini-stage en LP ou CFA"
    complet["parcours"]["objectifs"][0]["intitule"] = "Un\nlong" + " mot" * 40
    assert len(names(FORM, complet)["O1"]) == 90 and "\n" not in names(FORM, complet)["O1"]


def test_documents_show_the_name(complet):
    assert Answers(FORM, complet).text("stages.0.lieu") == "Menuiserie de l'Exemple"
    assert Answers(FORM, complet).text("emploi_du_temps.semaines.0.creneaux.0.lieu") == "Collège"
    complet["stages"][0]["lieu"] = "L9"
    assert Answers(FORM, complet).text("stages.0.lieu") == "L9"


@pytest.mark.parametrize("path, words", [("lieux", "Ce lieu"), ("stages", "Ce stage")])
def test_a_reference_to_an_item_that_is_gone_is_an_entry_error(path, words):
    dossier = copy.deepcopy(EXAMPLES["clos"])
    assert wrong_in(dossier) == []
    del dossier[path][1]
    found = wrong_in(dossier)
    assert found and all(message.endswith(" – " + words
                                          + " n’existe plus dans le dossier\u00a0: choisissez dans la liste.")
                         for _, message in found)


def test_an_answer_typed_again_is_judged_again(complet):
    inquiry = Inquiry(FORM, CATALOGUE, "envoi", TODAY, {}).load(complet)
    for value, wrong in (("L9", True), ("L2", False), ("college", False)):
        complet["stages"][0]["lieu"] = value
        inquiry.changed("stages.0.lieu")
        assert (inquiry.entry_finding("stages.0.lieu") is not None) is wrong


def test_every_reference_of_the_form_is_a_list_with_identifiers():
    found = [field for field in FORM.field.values() if field.kind.target is not None]
    assert {field.path for field in found} >= {stages.STAGE_LIEU.path, suites.JOURNAL.path + "[].lieu",
                                               "bilans[].strategies[].strategie", "signatures[].lieu"}
    assert all(field.kind.target.ids for field in found)


def test_an_act_that_another_replaces_is_named_by_its_nature_and_its_day(complet):
    complet["decision"] = {"actes": [{"id": "X1", "nature": "decision", "le": "2026-12-03"},
                                     {"id": "X2", "nature": "retrait", "le": "2027-01-04", "remplace": "X1"}]}
    assert Answers(FORM, complet).text("decision.actes.1.remplace") == "Décision du 3\u00a0décembre\u00a02026"
