"""The addresses of the screens of a dossier: an item by its identifier, the step in which an answer is asked."""

import copy

import pytest

from pid_rules.dossier.items import copied, taken
from pid_rules.dossier.paths import concrete
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.judgement.addresses import address_of, addresses, index_of, items_of, name_of, paged
from pid_rules.judgement.naming import called
from pid_rules.judgement.summary import page_of
from pid_rules.questions.kinds import Text
from pid_rules.questions.schema import Form, Page
from tests.support.examples import EXAMPLES


@pytest.fixture
def complet():
    return copy.deepcopy(EXAMPLES["complet"])


@pytest.mark.parametrize("path, address", [
    ("eleve.nom", "eleve"), ("lieux", "lieux"), ("lieux.1", "lieux"), ("lieux.1.tuteur.nom", "lieux/L2"),
    ("lieux.9.nom", "lieux"), ("lieux.0.inconnu", "lieux/L1"),
    ("parcours.objectifs.0.strategies.1.intitule", "objectifs/O1"),
    ("stages.1.visites.0.date", "stages/S2/convention"), ("stages.0.service_bar", "stages/S1/securite"),
    ("bilan_final.synthese", "bilan-final/suite"), ("bilan_final.date", "bilan-final/seance"),
    ("parcours.fin", "parcours"), ("parcours.dispenses.0.discipline", "dispenses")])
def test_the_address_of_an_answer(complet, path, address):
    assert address_of(FORM, complet, path) == address


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_an_item_is_found_again_by_its_name_wherever_it_stands(name):
    dossier = EXAMPLES[name]
    for page in FORM.pages:
        items = items_of(dossier, paged(page)) if paged(page) else []
        for order in (items, items[::-1]):
            names = [name_of(order, index) for index in range(len(order))]
            assert len(set(names)) == len(names)
            assert [index_of(order, one) for one in names] == list(range(len(order)))


@pytest.mark.parametrize("items, names", [
    ([{"id": "L1"}, {"id": "L1"}], ["L1", "2"]), ([{"id": ""}, {}], ["1", "2"]), ([None, "L1", {"id": 4}],
    ["1", "2", "3"]), ([{"id": "a/b"}, {"id": "é"}, {"id": "7"}, {"id": "L 1"}], ["1", "2", "3", "4"])])
def test_what_has_no_name_of_its_own_goes_by_its_rank(items, names):
    assert [name_of(items, index) for index in range(len(items))] == names
    assert [index_of(items, name) for name in names] == list(range(len(names)))
    assert index_of(items, "L9") is None and index_of(items, "") is None


def test_every_answer_of_a_dossier_has_an_address_that_its_page_lists(complet):
    for pattern in FORM.field:
        for path in concrete(complet, pattern):
            address = address_of(FORM, complet, path)
            listed = addresses(FORM, complet, page_of(FORM, path).slug)
            assert address == "suivi" if FORM.field[pattern].afterwards else address in listed, path


def test_a_step_holds_what_is_declared_in_it():
    page = Page("choses", "Choses")
    block = page.repeat("choses", "Choses", "chose", ids="C", paged=True)
    block.step("un", "Un")
    block.section("Titre")
    block.ask("a", "A", Text())
    block.step("deux", "Deux")
    block.ask("ab", "AB", Text())
    inner = block.repeat("b", "B", "b")
    inner.ask("c", "C", Text())
    form = Form((page,), {}, ("choses",))
    dossier = {"choses": [{"id": "C1"}]}
    assert [address_of(form, dossier, "choses.0." + end) for end in ("id", "a", "ab", "b", "b.0.c")] == [
        "choses/C1/un", "choses/C1/un", "choses/C1/deux", "choses/C1/deux", "choses/C1/deux"]
    assert addresses(form, dossier, "choses") == ["choses", "choses/C1/un", "choses/C1/deux"]


def test_every_question_of_an_item_that_has_steps_is_in_one():
    for block in FORM.block.values():
        if block.steps:
            assert [content for content in block.contents if content not in
                    [one for step in block.steps for one in step.contents]] == [block.identifier], block
            assert len({step.slug for step in block.steps}) == len(block.steps)


def test_items_are_called_as_people_do(complet):
    assert called(complet, "lieux.0") == "Menuiserie de l'Exemple"
    assert called(complet, "parcours.objectifs.0").startswith("Retrouver une présence régulière")
    complet["parcours"]["objectifs"][0]["intitule"] = "mot " * 100
    assert called(complet, "parcours.objectifs.0") == "mot " * 19 + "mot…"
    assert called(complet, "stages.0") == "Menuiserie de l'Exemple"
    complet["stages"][0]["lieu"] = "college"
    assert called(complet, "stages.0") == "Collège"
    complet["stages"][0]["lieu"] = "L9"
    assert called(complet, "stages.0") == "Stage d’initiation"
    assert called(EXAMPLES["clos"], "bilans.0") == "1er février 2027".replace(" ", "\u00a0")
    assert called({"bilans": [{"numero": 2}]}, "bilans.0") == "n°\u00a02"
    assert called(blank_dossier(FORM), "lieux.0") == ""


def test_a_copy_has_identifiers_of_its_own(complet):
    before = taken(complet)
    objectif = copy.deepcopy(complet["parcours"]["objectifs"][0])
    assert copied(FORM, complet, "parcours.objectifs", "parcours.objectifs", 0) == "parcours.objectifs.1"
    made = complet["parcours"]["objectifs"][1]
    assert complet["parcours"]["objectifs"][0] == objectif
    assert made["id"] == "O3" and [one["id"] for one in made["strategies"]] == ["O3S1", "O3S2"]
    assert not {made["id"], *[one["id"] for one in made["strategies"]]} & set(before)
    assert made["intitule"] == objectif["intitule"] and len(complet["parcours"]["objectifs"]) == 3
