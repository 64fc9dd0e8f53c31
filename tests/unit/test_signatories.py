"""Who is awaited to sign, whose line is whose, and the lines that say no more than a ready row."""

import copy

import pytest

from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.judgement.signatories import lines_of, of_the_contract, of_the_family
from tests.support.examples import EXAMPLES


@pytest.fixture
def complet():
    return copy.deepcopy(EXAMPLES["complet"])


def said(awaited):
    return [(one.words.replace("\u00a0", " "), one.nom) for one in awaited]


def line(role, nom="", **more):
    return {"id": "G1", "role": role, "lieu": "", "nom": nom, "date": "", "empreinte": "", **more}


def test_those_awaited_are_named_by_the_dossier(complet):
    assert said(of_the_contract(complet)) == [
        ("Élève", "Łukasz Doğan-Lefèvre"), ("Responsable légal 1", "Elif Doğan"),
        ("Responsable légal 2", "Noël Lefèvre"), ("Chef d’établissement", "Aïcha Exemple-Chef"),
        ("Référent", "Maëlys Exemple-Référent"),
        (f"Organisme d’accueil : {complet['lieux'][0]['nom']}", "José Exemple-Patron"),
        (f"Organisme d’accueil : {complet['lieux'][1]['nom']}", "Anne Exemple-Proviseur")]


@pytest.mark.parametrize("name", ["complet", "clos"])
def test_each_signature_of_an_example_is_that_of_somebody_awaited(name):
    dossier = EXAMPLES[name]
    assert sorted(lines_of(of_the_contract(dossier), dossier["signatures"])) == list(range(len(dossier["signatures"])))


def test_a_parent_without_authority_is_not_awaited(complet):
    complet["responsables"][0]["autorite_parentale"] = "sans"
    assert [one.given["role"] for one in of_the_family(complet)] == ["responsable_2"]


def test_before_anybody_is_named_the_same_are_awaited_as_on_the_printed_contract():
    assert said(of_the_contract(blank_dossier(FORM))) == [
        ("Élève", ""), ("Responsable légal 1", ""), ("Chef d’établissement", ""), ("Référent", "")]


def test_a_place_without_a_name_is_called_by_its_identifier_and_one_that_is_gone_by_no_code(complet):
    complet["lieux"][0]["nom"] = ""
    del complet["lieux"][1]
    assert [words for words, _ in said(of_the_contract(complet))[-2:]] == [
        "Organisme d’accueil : L1", "Organisme d’accueil : ce lieu n’existe plus"]


@pytest.mark.parametrize(("held", "theirs"), [
    (line("eleve", "Łukasz Doğan-Lefèvre"), True), (line("eleve"), True), (line("eleve", "dogan lefevre LUKASZ"), True),
    (line("eleve", "Quelqu’un d’autre"), False), (line("referent", "Łukasz Doğan-Lefèvre"), False),
    (line("eleve", ["Łukasz"]), False), (None, False), ("eleve", False), ({}, False)])
def test_a_line_is_somebody_s_by_role_and_name(complet, held, theirs):
    assert (lines_of(of_the_contract(complet)[:1], [held]) == [0]) is theirs


def test_the_line_of_a_host_is_that_of_its_place(complet):
    hosts = of_the_contract(complet)[-2:]
    assert lines_of(hosts, [line("organisme_accueil", lieu="L2"), line("organisme_accueil", lieu="L1")]) == [1, 0]
    assert lines_of(hosts, [line("organisme_accueil", lieu="")]) == [None, None]


def test_a_line_belongs_to_one_person_and_the_dated_one_first(complet):
    pupil = of_the_contract(complet)[:1]
    assert lines_of(pupil, [line("eleve"), line("eleve", date="2026-11-18")]) == [1]
    assert lines_of(pupil + pupil, [line("eleve")]) == [0, None]


@pytest.mark.parametrize(("held", "bare"), [
    (line("eleve", "Łukasz Doğan-Lefèvre"), True), (line("eleve"), True), (line("eleve", empreinte="a" * 64), True),
    (line("eleve", date="2026-11-18"), False), (line("eleve", date="18//"), False), (line("eleve", "Autre"), False),
    (line("eleve", lieu="L1"), False), (line("eleve", note="d’un autre logiciel"), False),
    (line("eleve", note=""), True)])
def test_a_line_without_a_date_that_says_no_more_than_its_row(complet, held, bare):
    assert of_the_contract(complet)[0].is_all(held) is bare


def test_an_agreement_says_no_more_than_its_role(complet):
    assert of_the_family(complet)[0].is_all({"id": "K1", "role": "responsable_1", "date": ""})
