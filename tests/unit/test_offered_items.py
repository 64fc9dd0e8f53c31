"""An item that a page offers: in the file from the first answer on, out of it when nothing is left in it."""

import copy

import pytest

from pid_rules.dossier.items import add_item, begin_item, end_item, tick_item
from pid_rules.dossier.paths import get, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.form.contrat import PIECE_TYPE
from pid_rules.judgement.pieces import awaited
from pid_rules.words.horaires import read_presence

COMMITMENT, VISIT = "engagements.eleve.0", "stages.0.visites.0.date"


def test_an_item_begins_with_its_first_answer_alone():
    dossier = blank_dossier(FORM)
    assert begin_item(FORM, dossier, COMMITMENT) and not begin_item(FORM, dossier, COMMITMENT)
    assert get(dossier, "engagements.eleve") == [""]
    assert not begin_item(FORM, dossier, "engagements.eleve.2"), "an item in between would be blank"
    assert not begin_item(FORM, dossier, "eleve.nom")


def test_an_item_of_an_item_has_its_identifier_and_ends_as_it_began():
    dossier = blank_dossier(FORM)
    put(dossier, "stages", [{"id": "S1", "visites": []}])
    before = copy.deepcopy(dossier)
    assert begin_item(FORM, dossier, VISIT)
    put(dossier, VISIT, "2027-01-19")
    assert get(dossier, "stages.0.visites.0.id") == "S1V1" and not end_item(dossier, VISIT)
    put(dossier, VISIT, "")
    assert end_item(dossier, VISIT) and dossier == before


def test_only_the_last_item_ends_and_only_where_nothing_is_left_in_it():
    dossier = blank_dossier(FORM)
    put(dossier, "engagements.eleve", ["", "Venir"])
    assert not end_item(dossier, COMMITMENT) and not end_item(dossier, "engagements.eleve.1")
    put(dossier, "responsables", [{"id": "R1", "nom": "", "prenom": "Marie"}])
    assert not end_item(dossier, "responsables.0.nom") and not end_item(dossier, "eleve.nom")
    assert len(get(dossier, "engagements.eleve")) == 2 and len(get(dossier, "responsables")) == 1


def test_the_lists_typed_as_lines_are_those_of_one_answer():
    assert [path for path, block in FORM.block.items() if block.lone] == [
        "parcours.objectifs[].strategies", "engagements.eleve", "engagements.famille",
        "engagements.etablissement", "engagements.accueil"]


def test_a_box_ticked_begins_an_item_at_its_place_with_the_hours_of_the_one_before():
    dossier = blank_dossier(FORM)
    put(dossier, "stages", [{"id": "S1", "horaires": []}])
    hours = "stages[].horaires", "stages.0.horaires"
    assert tick_item(FORM, dossier, *hours, "jeudi") == "stages.0.horaires.0"
    put(dossier, "stages.0.horaires.0.debut", "08:30")
    assert tick_item(FORM, dossier, *hours, "mardi") == "stages.0.horaires.0"
    assert [(one["id"], one["jour"], one["debut"]) for one in get(dossier, hours[1])] == [
        ("S1H2", "mardi", "08:30"), ("S1H1", "jeudi", "08:30")]
    for kind in ("tutorat", "ppre"):
        tick_item(FORM, dossier, "situation.mesures", "situation.mesures", kind)
        put(dossier, "situation.mesures.0.effet", kind)
    assert [one["effet"] for one in get(dossier, "situation.mesures")] == ["ppre", "tutorat"], "nothing is copied"


def test_a_second_parent_exercises_a_joint_authority_too():
    dossier = blank_dossier(FORM)
    add_item(FORM, dossier, "responsables", "responsables")
    for authority, second in (("conjointe", "conjointe"), ("exclusive", "")):
        put(dossier, "responsables", get(dossier, "responsables")[:1])
        put(dossier, "responsables.0.autorite_parentale", authority)
        add_item(FORM, dossier, "responsables", "responsables")
        assert get(dossier, "responsables.1.autorite_parentale") == second


def test_a_new_stage_is_in_the_first_place_without_one():
    dossier = blank_dossier(FORM)
    for _ in range(2):
        add_item(FORM, dossier, "lieux", "lieux")
    for place in ("L1", "L2", ""):
        assert get(dossier, add_item(FORM, dossier, "stages", "stages") + ".lieu") == place


def test_each_kind_of_document_has_a_row_but_the_others():
    rows = awaited(blank_dossier(FORM))
    assert len(rows) == len(PIECE_TYPE.kind.options) - 1
    line = {"id": "P1", "type": "bulletins", "joint": False}
    assert [one.words for one in rows if one.may_be(line)] == ["Bulletins"]
    assert [one.is_all(line) for one in rows if one.may_be(line)] == [False] and rows[0].is_all({**line, "joint": None})


@pytest.mark.parametrize(("typed", "hours"), [
    ("8h30-12h 13h30-17h", ("08:30", "12:00", "13:30", "17:00")),
    ("8h30 - 12h, 13h30 - 17h", ("08:30", "12:00", "13:30", "17:00")),
    ("8h à midi et 13h à 17h", ("08:00", "12:00", "13:00", "17:00")),
    ("8h30-12h", None), ("8h30-14h 13h30-17h", None), ("8h30 17h", None), ("8h-9h 10h-11h 12h-13h", None)])
def test_a_day_of_presence_is_written_on_one_line(typed, hours):
    assert read_presence(typed) == hours
