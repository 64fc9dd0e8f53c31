"""What stands in a text pasted whole in one box."""

import pytest

from pid_rules.dossier.becoming import become
from pid_rules.dossier.structure import blank_dossier, unbegin
from pid_rules.form import FORM
from pid_rules.questions.pasted import address, phones

ADDRESSES = [
    ("12 rue des Lilas, 49300 Cholet", ("12 rue des Lilas", "49300", "Cholet")),
    ("12 rue des Lilas\n49300 Cholet\nFrance", ("12 rue des Lilas", "49300", "Cholet")),
    ("Bâtiment B\r\n12, rue des Lilas\r\n49 300\u00a0Saint-Léger-sous-Cholet",
     ("Bâtiment B, 12, rue des Lilas", "49300", "Saint-Léger-sous-Cholet")),
    ("F-49300 Cholet", ("", "49300", "Cholet")),
    ("BP 10250 – 3 place du 11 Novembre 49102 Angers CEDEX 02",
     ("BP 10250 – 3 place du 11 Novembre", "49102", "Angers CEDEX 02")),
    ("3 chemin Vert\t98735\tUturoa", ("3 chemin Vert", "98735", "Uturoa")),
    ("12 rue X – 49000 Angers", ("12 rue X", "49000", "Angers")),
    ("12 rue X F49000 Angers FRANCE", ("12 rue X", "49000", "Angers")),
    ("12 rue X\n49000 Angers\nTél. 02 41 00 00 00", ("12 rue X", "49000", "Angers")),
    ("Unter den Linden 1, 10115 Berlin, Allemagne", ("Unter den Linden 1", "10115", "Berlin")),
    ("1 rue X CS 40001 49004 Angers CEDEX 01", ("1 rue X CS 40001", "49004", "Angers CEDEX 01")),
]
NO_ADDRESSES = ["12 rue des Lilas", "49300", "12 rue du 8 mai 1945", "lot 12345", "", "49300, France",
                "1 rue X CS 40001 Angers", "B.P. 10250 Angers", "TSA 20001 Paris"]


@pytest.mark.parametrize(("text", "parts"), ADDRESSES)
def test_an_address_is_spread(text, parts):
    assert address(text) == parts


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_control_what_is_no_address_stays_as_it_is(text):
    assert address(text) is None


@pytest.mark.parametrize("text", ["02 41 00 00 00 / 06 11 22 33 44", "02.41.00.00.00\n06.11.22.33.44",
                                  "02 41 00 00 00 ou 06 11 22 33 44", "0241000000;+33 6 11 22 33 44"])
def test_several_numbers_are_told_apart(text):
    assert len(phones(text)) == 2


@pytest.mark.parametrize("text", ["02/41/00/00/00", "+33(0)2 41 00 00 00", "poste 12", ""])
def test_control_one_number_is_one(text):
    assert len(phones(text)) < 2


@pytest.mark.parametrize(("typed", "kept"), [("95 %", 95), ("95\u202f%", 95), ("95%", 95), ("95", 95), ("", None),
                                             ("%", "%"), ("95 % environ", "95 % environ")])
def test_a_percentage_may_have_its_sign(typed, kept):
    assert FORM.field["bilans[].assiduite.college"].kind.accept(typed) == kept


def test_control_a_count_is_no_percentage():
    assert FORM.field["bilans[].assiduite.demi_journees"].kind.accept("12 %") == "12 %"


def test_a_block_in_which_nothing_is_left_is_no_longer_begun():
    dossier = blank_dossier(FORM)
    dossier["decision"] = {"date": "", "avis_ien_io": {"date": "", "sens": ""}, "actes": []}
    assert unbegin(FORM, dossier, "decision.date") and dossier["decision"] is None
    dossier["prepam"] = {"date": "", "voeux": [{"rang": None}]}
    assert not unbegin(FORM, dossier, "prepam.date") and not unbegin(FORM, dossier, "eleve.nom")
    assert dossier["prepam"] is not None and dossier["eleve"] is not None


def test_a_dossier_becomes_another_in_place():
    held = {"a": [{"id": "1", "n": 1}, {"id": "2", "n": 2}], "b": {"c": True, "gone": 1}, "t": ["x"]}
    second, below = held["a"][1], held["b"]
    wanted = {"a": [{"id": "2", "n": 3}], "b": {"c": 1}, "t": ["x", "y"], "new": ""}
    assert become(held, wanted) == ["a.0", "b.gone", "b.c", "t.1", "new"]
    assert held == wanted and held["a"][0] is second and held["b"] is below
    assert become(held, wanted) == []


def test_items_of_one_identifier_stay_apart():
    """Places that designate another may bear one identifier twice: the file holds both."""
    for wanted in ([{"id": "L1", "n": "A"}, {"id": "L1", "n": "B"}, {"id": "L2", "n": "C"}],
                   [{"id": "", "n": 1}, {"id": "", "n": 2}],
                   [{"id": "L2", "n": "C"}, {"id": "L1", "n": "B"}, {"id": "L1", "n": "A"}]):
        held = {"lieux": [{"id": "L1", "n": "A"}, {"id": "L1", "n": "B"}]}
        become(held, {"lieux": wanted})
        assert held["lieux"] == wanted and len({id(one) for one in held["lieux"]}) == len(wanted)
