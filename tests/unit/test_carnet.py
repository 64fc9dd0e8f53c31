"""The carnet: made of a dossier, refused where it is none, merged line by line into another copy of the dossier."""

import copy
import json
import random

import pytest

from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM
from pid_rules.received import CARNET_ITEMS, CARNET_KEYS, MOST_CARNET, carnet_fault
from pid_rules.suivi.carnet import carnet_of, naming
from pid_rules.suivi.carnet_taken import (
    ABSENT,
    BOTH,
    HERE,
    NEW,
    NOTE,
    OTHERWISE,
    SAME,
    THEIRS,
    VISIT,
    is_full,
    lines,
    merged,
)
from tests.campaigns.dossiers import case_of
from tests.support.carnets import MOMENT, SPOILED, carnet, dossier, note, spoiled
from tests.support.examples import EXAMPLES, identifiers


def taken(base, given, choose=lambda line, base: line.choice):
    return merged(FORM, base, [(line, choose(line, base)) for line in lines(base, given)])


def without_identifiers(made):
    return {**made, "journal": [{**one, "id": ""} for one in made["journal"]]}


def test_it_holds_the_log_and_the_visits_done_and_nothing_else():
    made = carnet(note("J1"), note("J2", day="", text=" "), done=("2027-01-19", "Le poste lui plaît."))
    assert made == {
        "format": "pid-carnet", "version": 1, "reference": EXAMPLES["complet"]["dossier"]["reference"],
        "empreinte": "ab" * 32, "le": MOMENT, "journal": [note("J1"), note("J2", day="", text=" ")],
        "visites": [{"id": "S1V1", "stage": "S1", "date": "2027-01-19", "faite_le": "2027-01-19",
                     "observation": "Le poste lui plaît."}]}


def test_no_name_of_the_dossier_is_in_it():
    text = json.dumps(carnet_of(FORM, EXAMPLES["clos"], "", MOMENT), ensure_ascii=False)
    pupil = EXAMPLES["clos"]["eleve"]
    assert pupil["nom"] not in text and pupil["prenom"] not in text
    assert [one["representant"]["nom"] for one in EXAMPLES["clos"]["lieux"] if one["representant"]["nom"] in text] == []


def test_a_note_that_names_the_pupil_is_told():
    name = EXAMPLES["complet"]["eleve"]["prenom"]
    made = dossier(note("J1", text=f"Appel de {name.upper()}."), note("J2", day="2027-01-20", text=f"{name}ette"))
    made["stages"][0]["visites"][0].update({"faite_le": "2027-01-21", "observation": f"{name}, à l’heure."})
    assert naming(made, carnet_of(FORM, made, "", MOMENT)) == ["2027-01-19", "2027-01-21"]
    made["eleve"].update({"nom": "", "prenom": "É"})
    assert naming(made, carnet_of(FORM, made, "", MOMENT)) == []


def test_one_made_here_is_one():
    assert carnet_fault(carnet(note("J1"), done=("2027-01-19", ""))) == ""
    assert carnet_fault(carnet_of(FORM, EXAMPLES["clos"], "", MOMENT)) == ""


@pytest.mark.parametrize(("path", "value", "said"), SPOILED)
def test_another_shape_is_refused_and_named(path, value, said):
    assert carnet_fault(spoiled(path, value)) == said


@pytest.mark.parametrize("key", ["version", "reference", "journal", "visites", "empreinte", "le"])
def test_a_missing_key_is_refused(key):
    made = carnet(note("J1"))
    del made[key]
    assert carnet_fault(made) == key


def test_what_is_read_is_what_is_made():
    assert {key: list(carnet(note("J1"), done=("2027-01-19", ""))[key][0]) for key in CARNET_ITEMS} == {
        key: list(names) for key, names in CARNET_ITEMS.items()}
    assert list(carnet())[2:] == list(CARNET_KEYS)
    assert MOST_CARNET == FORM.block["journal"].maximum


def test_each_line_is_told_beside_the_dossier():
    here = dossier(note("J1"), note("J2", text="Un appel."), done=("", ""))
    given = carnet(note("J1"), note("J2", text="Un autre."), note("J3", day="2027-01-20"), done=("2027-01-19", "Bien."))
    found = lines(here, given)
    assert [(line.kind, line.state, line.path, line.choice) for line in found] == [
        (NOTE, SAME, "journal.0", HERE), (NOTE, OTHERWISE, "journal.1", BOTH), (NOTE, NEW, "", THEIRS),
        (VISIT, NEW, "stages.0.visites.0", THEIRS)]


def test_a_visit_is_filled_where_blank_and_asked_where_it_says_otherwise():
    given = carnet(done=("2027-01-19", "Bien."))
    assert [lines(dossier(done=done), given)[0].state for done in (
        ("", ""), ("2027-01-19", ""), ("2027-01-19", "Bien."), ("2027-01-20", ""), ("2027-01-19", "Mal."))] == [
        NEW, NEW, SAME, OTHERWISE, OTHERWISE]
    given["visites"][0]["stage"] = "S2"
    assert lines(dossier(), given)[0].state == ABSENT


def test_a_visit_without_words_takes_none_away():
    made = taken(dossier(done=("", "Bien.")), carnet(done=("2027-01-19", "")))
    assert made["stages"][0]["visites"][0]["observation"] == "Bien."
    assert made["stages"][0]["visites"][0]["faite_le"] == "2027-01-19"


@pytest.mark.parametrize(("choice", "texts"), [(HERE, ["D’ici."]), (THEIRS, ["Du carnet."]),
                                               (BOTH, ["Du carnet.", "D’ici."])])
def test_of_two_texts_under_one_identifier_each_choice_is_what_it_says(choice, texts):
    made = taken(dossier(note("J1", text="D’ici.")), carnet(note("J1", text="Du carnet.")), lambda line, base: choice)
    assert [one["texte"] for one in made["journal"]] == texts
    assert len({one["id"] for one in made["journal"]}) == len(texts)


def test_a_note_comes_at_its_day_and_the_others_stay_in_their_order():
    here = dossier(note("J1", "2027-01-22"), note("J2", "2027-01-12"), note("J3", ""))
    made = taken(here, carnet(note("J7", "2027-01-20"), note("J8", "", "Un oubli.")))
    assert [one["id"] for one in made["journal"]] == ["J7", "J1", "J2", "J3", "J8"]


def test_an_identifier_of_the_carnet_never_is_that_of_something_else():
    made = taken(dossier(note("J1", text="D’ici.")), carnet(note("J1", text="Du carnet."), note("J2"), note("L1")))
    given = [one for one in identifiers(ordered(FORM, made)) if one]
    assert len(given) == len(set(given))


def test_a_log_too_full_is_noticed():
    full = dossier(*[note(f"J{rank}", text=str(rank)) for rank in range(MOST_CARNET)])
    assert not is_full(full)
    assert is_full(taken(full, carnet(note("K1"))))


# on random dossiers

SEEDS = range(60)


def followed(seed):
    """(a random dossier, two carnets of copies of it that were followed apart)."""
    chance = random.Random(seed)
    base = ordered(FORM, case_of(seed)["dossier"])
    base["dossier"]["reference"] = EXAMPLES["complet"]["dossier"]["reference"]
    if seed % 2:
        base = ordered(FORM, EXAMPLES["clos"])
        base["journal"] = base["journal"][:chance.randrange(5)]
    return base, [carnet_of(FORM, lived(base, chance), "", MOMENT) for _ in range(2)]


def lived(base, chance):
    """A copy in which notes were written, changed and removed, and visits made."""
    made = copy.deepcopy(base)
    notes = made["journal"]
    for _ in range(chance.randrange(6)):
        notes.append(note(f"J{len(notes) + 1}", f"2027-01-{chance.randrange(10, 14)}", chance.choice("abc"),
                          chance.choice(["visite", "appel"])))
    for one in [one for one in notes if chance.random() < 0.2]:
        one["texte"] = chance.choice("abc")
    made["journal"] = [one for one in notes if chance.random() < 0.9]
    for stage in made["stages"]:
        for visit in stage["visites"]:
            if chance.random() < 0.5:
                visit["faite_le"] = chance.choice(["2027-01-19", "2027-01-20"])
    return made


def smallest(line, base):
    """Whoever chooses by what is written: both notes, the first of two visits."""
    if line.kind == NOTE or line.state != OTHERWISE:
        return line.choice
    stage, rank = line.path.split(".")[1::2]
    return THEIRS if line.item["faite_le"] < base["stages"][int(stage)]["visites"][int(rank)]["faite_le"] else HERE


@pytest.mark.parametrize("seed", SEEDS)
def test_a_carnet_taken_twice_and_two_in_any_order_give_the_same_and_touch_nothing_else(seed):
    base, (one, other) = followed(seed)
    assert carnet_fault(one) == carnet_fault(other) == ""
    before = copy.deepcopy(base)
    made = taken(base, one, smallest)
    assert base == before
    assert taken(made, one, smallest) == made
    there, back = taken(made, other, smallest), taken(taken(base, other, smallest), one, smallest)
    assert without_identifiers(there) == without_identifiers(back)
    assert {key: there[key] for key in there if key not in ("journal", "stages")} == \
        {key: base[key] for key in base if key not in ("journal", "stages")}
    assert unvisited(there) == unvisited(base)
    words = [one["texte"] for one in there["journal"]]
    assert [text for text in [one["texte"] for one in base["journal"]] if text not in words] == []


def unvisited(made):
    """The stages without what a visit says once it is done."""
    stages = copy.deepcopy(made["stages"])
    for stage in stages:
        for visit in stage["visites"]:
            visit.update({"faite_le": "", "observation": ""})
    return stages
