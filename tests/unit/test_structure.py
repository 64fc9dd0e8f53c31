"""The tree of the file: examples are the format, blanks, key order, unknown keys, JSON text."""

import copy
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules import received
from pid_rules.dossier import items, structure
from pid_rules.dossier.json_schema import json_schema
from pid_rules.dossier.json_text import canonical, contract_text, to_json
from pid_rules.dossier.paths import concrete, get, pattern_of, put
from pid_rules.form import FORM
from pid_rules.questions.kinds import Text
from pid_rules.questions.schema import Form, Page
from tests.support.examples import EXAMPLES

JSON_VALUES = st.recursive(st.none() | st.booleans() | st.integers(-10**9, 10**9) | st.text(),
                           lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4))


@pytest.fixture(params=sorted(EXAMPLES))
def example(request):
    return copy.deepcopy(EXAMPLES[request.param])


def test_an_example_is_exported_as_it_is(example):
    exported = structure.ordered(FORM, example)
    assert exported == example
    assert list(exported) == list(example)
    assert json.loads(to_json(exported)) == example


@pytest.mark.parametrize("name, unknown", [("complet", []), ("clos", []), ("desordre", [
    "etablissement.secteur_bureau", "situation.mesures.2.encadrant", "parcours.objectifs.1.couleur"])])
def test_every_key_of_an_example_is_known_but_those_of_another_program(name, unknown):
    assert structure.unknown_keys(FORM, EXAMPLES[name]) == unknown
    assert received.misshapen(FORM, EXAMPLES[name]) == ""


def test_an_unknown_key_is_reported_and_kept(example):
    before = structure.unknown_keys(FORM, example)
    example["eleve"]["surnom"] = {"a": 1}
    example["parcours"]["objectifs"][1]["teinte"] = "vert"
    assert sorted(structure.unknown_keys(FORM, example)) == sorted([*before, "eleve.surnom",
                                                                    "parcours.objectifs.1.teinte"])
    assert structure.ordered(FORM, example) == example


def test_a_missing_key_is_read_as_unanswered(example):
    whole = copy.deepcopy(example)
    del example["eleve"]["regime"], example["parcours"]["dispenses"], example["decision"]
    exported = structure.ordered(FORM, example)
    assert exported["eleve"]["regime"] == "" and exported["parcours"]["dispenses"] == []
    assert exported["decision"] is None
    assert list(exported["eleve"]) == list(whole["eleve"])


@pytest.mark.parametrize("path, value", [("eleve", []), ("stages", {}), ("parcours.objectifs.0", None),
                                         ("stages.0.horaires", "lundi"), ("eleve.nom", 3), ("eleve.nom", ["a"]),
                                         ("situation.difficultes", [1])])
def test_a_wrong_json_type_is_named(example, path, value):
    put(example, path, value)
    assert received.misshapen(FORM, example) == path


def test_a_blank_dossier_holds_every_key_and_no_answer():
    blank = structure.blank_dossier(FORM)
    assert structure.ordered(FORM, blank) == blank
    assert list(blank) == list(EXAMPLES["complet"])


def test_an_identifier_between_two_others_is_not_given_again(example):
    items.add_item(FORM, example, "parcours.objectifs", "parcours.objectifs")
    last = example["parcours"]["objectifs"][-1]["id"]
    del example["parcours"]["objectifs"][1]
    path = items.add_item(FORM, example, "parcours.objectifs", "parcours.objectifs")
    assert get(example, path + ".id") == "O" + str(int(last[1:]) + 1)


def test_new_items_have_free_identifiers(example):
    objectives, commitments = len(example["parcours"]["objectifs"]), len(example["engagements"]["eleve"])
    path = items.add_item(FORM, example, "parcours.objectifs", "parcours.objectifs")
    expected = "O" + str(int(example["parcours"]["objectifs"][-2]["id"][1:]) + 1)
    assert (path, get(example, path + ".id")) == (f"parcours.objectifs.{objectives}", expected)
    below = items.add_item(FORM, example, "parcours.objectifs[].strategies", path + ".strategies")
    assert get(example, below + ".id") == expected + "S1"
    assert items.add_item(FORM, example, "engagements.eleve",
                              "engagements.eleve") == f"engagements.eleve.{commitments}"
    assert example["engagements"]["eleve"][commitments] == ""


@given(JSON_VALUES)
def test_json_text_round_trips(value):
    assert json.loads(to_json(value)) == value
    assert json.loads(canonical(value)) == value


def test_json_text_refuses_floats():
    with pytest.raises(TypeError):
        to_json({"a": 1.5})


def test_follow_up_does_not_change_the_contract_but_an_objective_does():
    assert contract_text(EXAMPLES["complet"]) == contract_text(EXAMPLES["clos"])
    changed = copy.deepcopy(EXAMPLES["complet"])
    changed["parcours"]["objectifs"][0]["echeance"] = "2027-01-30"
    assert contract_text(changed) != contract_text(EXAMPLES["complet"])


def test_the_schema_names_every_question():
    schema = json_schema(FORM)
    assert schema["$schema"].endswith("2020-12/schema")
    for pattern, field in FORM.field.items():
        node = schema
        for part in pattern.replace("[]", ".[]").split("."):
            node = node["items"] if part == "[]" else node["properties"][part]
        assert node["title"] == field.label


def test_a_question_that_waits_for_the_next_version_is_in_the_file_once_it_is_answered():
    page = Page("eleve", "Élève")
    page.ask("eleve.nom", "Nom", Text())
    page.ask("eleve.lv2", "Langue vivante 2", Text(), since=structure.VERSION + 1)
    form = Form((page,), {}, ("format", "version", "eleve"))
    dossier = structure.ordered(form, structure.blank_dossier(form))
    assert dossier["eleve"] == {"nom": ""}
    put(dossier, "eleve.lv2", "Espagnol")
    assert structure.ordered(form, dossier)["eleve"] == {"nom": "", "lv2": "Espagnol"}
    assert structure.unknown_keys(form, dossier) == []
    assert structure.ordered(form, {"eleve": {}}, structure.VERSION + 1)["eleve"] == {"nom": "", "lv2": ""}


def test_a_page_that_waits_for_the_next_version_is_in_no_file_until_it_is_answered():
    page, other = Page("eleve", "Élève"), Page("langues", "Langues")
    page.ask("eleve.nom", "Nom", Text())
    other.ask("langues.lv2", "Langue vivante 2", Text(), since=structure.VERSION + 1)
    form = Form((page, other), {}, ("format", "version", "langues", "eleve", "justifications"))
    dossier = structure.ordered(form, structure.blank_dossier(form))
    assert list(dossier) == ["format", "version", "eleve", "justifications"]
    put(dossier, "langues.lv2", "Espagnol")
    assert list(structure.ordered(form, dossier)) == ["format", "version", "langues", "eleve", "justifications"]


@pytest.mark.parametrize("pattern", ["stages[].horaires[].fin", "eleve.nom", "engagements.eleve[]"])
def test_concrete_paths_come_back_to_their_pattern(pattern):
    paths = concrete(EXAMPLES["complet"], pattern)
    assert paths and all(pattern_of(path) == pattern for path in paths)
    assert all(get(EXAMPLES["complet"], path) for path in paths)


WISHES = FORM.block["prepam.voeux"]


def ranked(*ranks):
    return {"prepam": {"voeux": [{"rang": one} for one in ranks]}}


def ranks(dossier):
    return [wish["rang"] for wish in dossier["prepam"]["voeux"]]


@pytest.mark.parametrize(("held", "then"), [
    ((), [1]), ((1, 2), [1, 2, 3]), ((None, None), [None, None, 3]), ((2, 1), [2, 1, 3]), ((1, 5), [1, 5, 6]),
    (("deux", 1), ["deux", 1, 3])])
def test_a_wish_added_comes_after_the_others_and_no_rank_given_otherwise_is_changed(held, then):
    dossier = ranked(*held)
    items.add_item(FORM, dossier, WISHES.path, WISHES.path)
    assert ranks(dossier) == then


def test_ranks_are_places_once_they_are_written_anew():
    dossier = ranked(2, 1, None)
    assert not items.is_in_order(WISHES, dossier["prepam"]["voeux"])
    items.write_ranks(WISHES, dossier["prepam"]["voeux"])
    assert ranks(dossier) == [1, 2, 3] and items.is_in_order(WISHES, dossier["prepam"]["voeux"])


def test_a_list_without_ranks_is_left_alone():
    lines = [{"role": "eleve"}]
    items.write_ranks(FORM.block["signatures"], lines)
    assert lines == [{"role": "eleve"}] and items.is_in_order(FORM.block["signatures"], lines)
