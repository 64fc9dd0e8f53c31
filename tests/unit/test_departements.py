"""One set of rules, several départements: what a letter founds says so, the rest keeps its severity and is a choice of
the tool."""

import copy
import json

import pytest

import demonstration
from pid_rules.documents.catalogue import BY_SLUG
from pid_rules.documents.document import Edition, compose
from pid_rules.dossier.paths import put
from pid_rules.files import read_profile
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.questions.schema import STEPS
from pid_rules.rules import CATALOGUE
from pid_rules.sources.lettre import GROUNDS, Ground
from pid_rules.suivi.echeances import deadlines
from pid_rules.words import dates
from tests.support.examples import EXAMPLES, FICTION

TODAY = dates.parse_iso("2026-11-20")
MAINE_ET_LOIRE, HAUTE_FICTION = read_profile("49"), read_profile(FICTION)
WITHOUT_LETTER = {table: held for table, held in MAINE_ET_LOIRE.items() if table not in ("lettre", "fonde")}
LETTER, OTHER_LETTER = MAINE_ET_LOIRE["lettre"]["titre"], HAUTE_FICTION["lettre"]["titre"]
OUTIL = "Choix de l’outil"
SPOKEN_OTHERWISE = ("EL-02", "AV-01")
"""The rules whose message speaks of the letter."""


def findings(dossier, step, profile):
    return evaluate(FORM, CATALOGUE, dossier, step, TODAY, profile, "f").as_dict()["findings"]


def emptied(dossier):
    """A dossier in which a good part is missing: many rules speak of it."""
    made = copy.deepcopy(dossier)
    for path, value in (("parcours.objectifs", []), ("signatures", []), ("situation.mesures", []), ("referent.nom", ""),
                        ("eleve.niveau", "5e"), ("avis.psyen.sens", "")):
        put(made, path, value)
    for stage in made["stages"]:
        stage.update(visites=[], convention={**stage["convention"], "statut": "pressentie"})
    return made


DOSSIERS = [*EXAMPLES.values(), emptied(EXAMPLES["complet"])]
PAIRS = [(one, step) for one in DOSSIERS for step in STEPS]


def test_without_a_letter_each_rule_keeps_its_severity_and_says_that_the_tool_chose():
    chosen = 0
    for dossier, step in PAIRS:
        here, elsewhere = findings(dossier, step, MAINE_ET_LOIRE), findings(dossier, step, WITHOUT_LETTER)
        assert len(here) == len(elsewhere)
        for one, other in zip(here, elsewhere):
            expected = {**one, "source": OUTIL if one["source"] == LETTER else one["source"]}
            if one["rule"] in SPOKEN_OTHERWISE:
                expected["message"] = CATALOGUE.by_id[one["rule"]].elsewhere[1].replace("{niveau}", "5e")
            assert other == expected
            chosen += other["source"] == OUTIL
    assert chosen > 20


def test_another_letter_founds_what_its_profile_quotes_and_nothing_else():
    sources = {(one["rule"], one["source"]) for dossier,
               step in PAIRS for one in findings(dossier, step, HAUTE_FICTION)}
    assert LETTER not in {source for _, source in sources}
    assert {("SI-01", OTHER_LETTER), ("ST-05", OTHER_LETTER), ("PR-02", OUTIL), ("PR-05", OUTIL),
            ("ST-02", OUTIL)} <= sources


@pytest.mark.parametrize("profile, founded",
                         [(MAINE_ET_LOIRE, len(GROUNDS)), (HAUTE_FICTION, 3), (WITHOUT_LETTER, 0), ({}, 0)])
def test_a_ground_is_the_letter_where_the_profile_quotes_it(profile, founded):
    cited = [ground.under(profile) for ground in GROUNDS]
    assert len([one for one in cited if one.label() != OUTIL]) == founded
    assert all(one.extract for one in cited) and len({ground.name for ground in GROUNDS}) == len(GROUNDS)


def test_what_the_tool_says_in_the_place_of_a_letter_is_a_sentence():
    assert [ground.extract for ground in GROUNDS
            if not (ground.extract[0].isupper() and ground.extract[-1] == ".")] == []


def test_no_ground_is_left_that_nothing_rests_on():
    cited = {rule.citation.name for rule in CATALOGUE.rules if isinstance(rule.citation, Ground)}
    assert {ground.name for ground in GROUNDS} - cited == {"nature", "organisation"}  # printed by the contract


@pytest.mark.parametrize("niveau, said", [("5e", "AV-01 EL-02")])
@pytest.mark.parametrize("profile, words", [
    (MAINE_ET_LOIRE, ("la lettre ne l’exige pas", "la lettre donne la priorité aux classes de 4e et de 3e.")),
    (HAUTE_FICTION,
     ("l’outil ne l’exige pas", "le parcours est proposé en priorité aux classes de 4e et de 3e (choix de l’outil)."))])
def test_a_message_speaks_of_the_letter_where_it_is_true(profile, words, niveau, said):
    spoken = {one["rule"]: one["message"] for one in findings(DOSSIERS[-1], "envoi", profile)}
    assert all(part in spoken[rule] for part, rule in zip(words, said.split()))


@pytest.mark.parametrize("profile, quoted", [
    (MAINE_ET_LOIRE, ["destiné à un nombre très limité d’élèves", "Il repose sur une organisation"]),
    (HAUTE_FICTION, ["«\u00a0Ce parcours est une parenthèse, jamais une sortie.\u00a0» (Lettre de l’IA-DASEN de "
                     "Haute-Fiction"]), (WITHOUT_LETTER, [])])
def test_the_contract_quotes_the_letter_of_its_departement(profile, quoted):
    dossier, document = EXAMPLES["complet"], BY_SLUG["contrat"]
    report = evaluate(FORM, CATALOGUE, dossier, document.step, TODAY, profile)
    made = compose(document, dossier, Edition(FORM, CATALOGUE, profile, TODAY, report), "", False)
    text = json.dumps(made, ensure_ascii=False)
    assert all(part in text for part in quoted)
    assert ("Lettre de l’IA-DASEN" in text) == bool(quoted) and OUTIL not in text
    assert "des dispositifs spécifiques à vocation transitoire" in text


def test_the_deadlines_name_the_letter_that_asks_them():
    def cited(profile):
        return {one.kind: one.citation.label() for one in deadlines(EXAMPLES["complet"], TODAY, profile)}

    assert cited(MAINE_ET_LOIRE)["visite"] == cited(MAINE_ET_LOIRE)["objectif"] == LETTER
    assert (cited(HAUTE_FICTION)["visite"], cited(HAUTE_FICTION)["objectif"]) == (OTHER_LETTER, OUTIL)


def test_the_demonstration_happens_in_its_departement():
    here, elsewhere = demonstration.of_departement(MAINE_ET_LOIRE), demonstration.of_departement(HAUTE_FICTION)
    assert here == EXAMPLES["complet"]
    text = json.dumps(elsewhere, ensure_ascii=False)
    assert [words for words in ("Angers", "ac-nantes", '"49000"') if words in text] == []
    assert elsewhere["eleve"]["ville"] == "Fictionville" and elsewhere["dossier"] == here["dossier"]


@pytest.mark.parametrize("zone", "ABC")
def test_the_demonstration_is_ready_to_send_in_every_zone(zone):
    profile = {**HAUTE_FICTION, "departement": {**HAUTE_FICTION["departement"], "zone": zone}}
    found = findings(demonstration.of_departement(profile), "envoi", profile)
    assert [one for one in found if one["severity"] == "bloquant"] == []


def test_the_holidays_are_those_of_the_zone():
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["stages"][0].update(debut="2027-02-22", fin="2027-02-26")

    def on_holiday(profile):
        return "PE-05" in [one["rule"] for one in findings(dossier, "envoi", profile)]

    zones = {zone: on_holiday({**HAUTE_FICTION, "departement": {**HAUTE_FICTION["departement"], "zone": zone}})
             for zone in "ABC"}
    assert zones["A"] == on_holiday(HAUTE_FICTION) and len(set(zones.values())) == 2
