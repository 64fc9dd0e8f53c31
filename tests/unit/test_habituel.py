"""What « Mon établissement » keeps of a dossier, and proposes to the next ones."""

import copy
import random

import pytest

from pid_rules.dossier.paths import concrete, get, is_blank, pattern_of, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM, eleve, etablissement, parcours
from pid_rules.form.habituel import INSURER, PLACE, UNITS
from pid_rules.handover import habituel
from tests.support.examples import EXAMPLES
from tests.support.markers import MARKER, marked

COMPLETE = EXAMPLES["complet"]
REFERENT = next(unit for unit in UNITS if parcours.REFERENT_NOM in unit.fields)
MAY_BE_KEPT = {field.path for unit in UNITS for field in unit.fields} | {field.path for field in PLACE}


def nothing():
    return habituel.only_kept({}, {})


def kept_of(dossier):
    """All that a dossier offers, kept."""
    kept = nothing()
    habituel.keep(kept, dossier, habituel.offers(dossier, kept))
    return kept


def again(kept):
    """What is read of both settings where it was written."""
    usual = dict(kept)
    return habituel.only_kept(usual.pop("etablissement", {}), usual)


def take(dossier, kept, unit, place=""):
    blank, differing = habituel.proposed(dossier, kept, unit, place)
    for path, value in blank.items():
        put(dossier, path, value)
    return differing


def take_all(dossier, kept):
    for unit in UNITS:
        for place in concrete(dossier, "stages[]") if unit is INSURER else [""]:
            take(dossier, kept, unit, place)


def test_no_datum_of_the_pupil_is_kept_or_told_whatever_the_dossier_holds():
    dossier, paths = marked()
    told = " ".join(offer.words for offer in habituel.offers(dossier, nothing()))
    for text in (str(kept_of(dossier)), told):
        assert {pattern_of(paths[mark]) for mark in MARKER.findall(text)} <= MAY_BE_KEPT
    held = {pattern_of(paths[mark]) for mark in MARKER.findall(str(kept_of(dossier)))}
    assert held == {path for path in MAY_BE_KEPT if path in map(pattern_of, paths.values())}


def test_the_family_is_never_named_in_what_may_be_kept():
    assert not [path for path in MAY_BE_KEPT if path.startswith(("eleve", "responsables", "situation", "parcours",
                                                                 "engagements", "signatures", "journal", "bilan"))]


def test_a_place_and_an_insurer_are_kept_only_where_somebody_ticks_them():
    found = habituel.offers(COMPLETE, nothing())
    assert [one.label for one in found if not one.assumed] == ["Assurance", "Lieu", "Lieu"]
    assert [one.words for one in found if one.unit is None] \
        == ["Menuiserie de l'Exemple, Angers", "Lycée professionnel de démonstration, Angers"]


def test_what_is_kept_already_is_no_longer_offered_and_a_change_says_what_it_replaces():
    kept = kept_of(COMPLETE)
    assert habituel.offers(COMPLETE, again(kept)) == []
    other = copy.deepcopy(COMPLETE)
    put(other, parcours.REFERENT_NOM.path, "Autre")
    put(other, parcours.REFERENT_TELEPHONE.path, "")
    [offer] = habituel.offers(other, kept)
    assert "Autre" in offer.words and "Exemple-Référent" in offer.replaced and not offer.assumed
    habituel.keep(kept, other, [offer])
    assert kept["referent"]["nom"] == "Autre" and kept["referent"]["telephone"] == ""  # nothing of the former is left


def test_a_blank_dossier_takes_everything_back_and_another_pupil_nothing_else():
    kept, made = again(kept_of(COMPLETE)), blank_dossier(FORM)
    habituel.establish(made, kept)
    assert made["etablissement"] == COMPLETE["etablissement"]
    for unit in UNITS:
        if unit is not INSURER:
            assert take(made, kept, unit) == []
    assert [get(made, field.path) for field in REFERENT.fields] == [get(COMPLETE, f.path) for f in REFERENT.fields]
    place = habituel.add_place(FORM, made, kept["lieux"][0])
    assert get(made, place) == {**COMPLETE["lieux"][0], "id": "L1"}
    assert is_blank(get(made, eleve.NOM.path)) and made["stages"] == []


def test_only_blank_answers_are_filled_and_a_difference_is_left_to_choose():
    kept, made = kept_of(COMPLETE), blank_dossier(FORM)
    put(made, parcours.REFERENT_NOM.path, "exemple-referent")  # the same, otherwise written
    put(made, parcours.REFERENT_TELEPHONE.path, "0600000000")
    differing = take(made, kept, REFERENT)
    assert [one.values for one in differing] == [{"referent.nom": "Exemple-Référent"},
                                                 {"referent.telephone": "0241000001"}]
    assert made["referent"]["courriel"] and made["referent"]["telephone"] == "0600000000"


@pytest.mark.parametrize("named", [{"referent.nom": "Autre"}, {"referent.prenom": "Autre"}])
def test_somebody_else_is_never_mixed_with_the_one_who_is_kept(named):
    kept, made = kept_of(COMPLETE), blank_dossier(FORM)
    for path, value in named.items():
        put(made, path, value)
    [whole] = take(made, kept, REFERENT)
    assert is_blank(made["referent"]["courriel"])
    assert whole.values == {field.path: get(COMPLETE, field.path) for field in REFERENT.fields}


def test_another_college_is_known_by_its_uai():
    kept, made = kept_of(COMPLETE), blank_dossier(FORM)
    put(made, etablissement.UAI.path, "0490842Z")
    [whole] = take(made, kept, UNITS[0])
    assert made["etablissement"]["adresse"] == "" and whole.values["etablissement.uai"] == "0490000J"
    put(made, etablissement.UAI.path, "")
    put(made, etablissement.NOM.path, "Un autre collège")
    assert len(take(made, kept, UNITS[0])) == 1 and made["etablissement"]["uai"] == ""


def test_a_place_kept_again_is_the_same_one_by_its_siret_or_its_name():
    kept, moved = kept_of(COMPLETE), copy.deepcopy(COMPLETE)
    moved["lieux"][0].update(nom="Nouveau nom", ville="Cholet")
    moved["lieux"][1]["telephone"] = ""
    moved["lieux"][1]["activite"] = "Autre"
    found = habituel.offers(moved, kept)
    assert [one.replaced for one in found] == ["Menuiserie de l'Exemple, Angers",
                                               "Lycée professionnel de démonstration, Angers"]
    habituel.keep(kept, moved, found)
    assert [habituel.words_of_place(one) for one in kept["lieux"]] \
        == ["Nouveau nom, Cholet", "Lycée professionnel de démonstration, Angers"]


def test_an_insurer_goes_to_each_stage_that_has_none():
    kept, made = kept_of(COMPLETE), blank_dossier(FORM)
    for words in ("", "MAIF 7", ""):
        made["stages"].append({"assurance": {"etablissement": words}})
    habituel.insure(made, kept)
    assert [one["assurance"]["etablissement"] for one in made["stages"]] == ["MAIF 0000001", "MAIF 7", "MAIF 0000001"]


def test_two_stages_insured_alike_offer_one_insurer_and_otherwise_two():
    dossier = copy.deepcopy(COMPLETE)
    assert len([one for one in habituel.offers(dossier, nothing()) if one.unit is INSURER]) == 1
    put(dossier, "stages.1.assurance.etablissement", "MAE 3")
    assert [one.words for one in habituel.offers(dossier, nothing()) if one.unit is INSURER] \
        == ["MAIF 0000001", "MAE 3"]


@pytest.mark.parametrize("held", ["", None, [], "texte", 4, {"lieux": "x"}, {"lieux": [None, 3, {"nom": 4}]},
                                  {"referent": "x", "stages": [], "eleve": {"nom": "Dupont"}}])
def test_whatever_the_browser_holds_is_read_and_nothing_else_is_kept(held):
    assert habituel.only_kept(held, held) == {"lieux": []}


def test_the_profile_of_before_is_read():
    former = {"uai": "0490842Z", "nom": "Collège", "chef": {"nom": "Chef"}, "inconnu": "x"}
    assert habituel.only_kept(former, {}) == {
        "etablissement": {"uai": "0490842Z", "nom": "Collège", "chef": {"nom": "Chef"}}, "lieux": []}


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_chosen_nothing_answered_is_written_over_and_taking_twice_changes_nothing(seed):
    chance = random.Random(seed)
    kept = nothing()
    habituel.keep(kept, COMPLETE, [one for one in habituel.offers(COMPLETE, kept) if chance.random() < 0.7])
    made = copy.deepcopy(EXAMPLES[chance.choice(sorted(EXAMPLES))])
    for unit in UNITS:
        for field in unit.fields:
            for path in concrete(made, field.path):
                if chance.random() < 0.5:
                    put(made, path, "")
    before = copy.deepcopy(made)
    take_all(made, kept)
    taken = copy.deepcopy(made)
    take_all(made, kept)
    assert made == taken
    for path in (path for pattern in FORM.field for path in concrete(before, pattern)):
        assert is_blank(get(before, path)) or get(made, path) == get(before, path)
