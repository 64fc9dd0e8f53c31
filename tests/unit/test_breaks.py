"""A slot of a stage stops during its break, on asking."""

import pytest

from pid_rules.planning.breaks import break_in, parted
from pid_rules.planning.draft import read, stays_of
from tests.support.weeks import slot, week

STAGE = slot("mardi", "08:30", "17:00", "L1", "Stage")


def stays(**more):
    hours = {"jour": "mardi", "debut": "08:30", "fin": "17:00", "pause_debut": "12:00", "pause_fin": "13:30",
             "semaine": "", **more}
    return stays_of(read({"stages": [{"lieu": "L1", "debut": "2027-01-04", "fin": "2027-02-04", "horaires": [hours]}]}))


@pytest.mark.parametrize("changed, hours, pause", [
    ({}, {}, (720, 810)), ({"lieu": "L2"}, {}, None), ({"jour": "jeudi"}, {}, None), ({"fin": "12:00"}, {}, None),
    ({"semaine": "A"}, {}, None), ({"semaine": "A"}, {"semaine": "A"}, (720, 810)), ({"debut": "12:00"}, {}, None),
    ({}, {"pause_debut": "", "pause_fin": ""}, None), ({"fin": ""}, {}, None)])
def test_the_break_of_a_slot_is_that_of_the_presence_it_holds(changed, hours, pause):
    assert break_in(week({**STAGE, **changed}).slots[0], stays(**hours)) == pause


def test_a_slot_stops_during_the_break():
    other = slot("lundi")
    made = parted([other, {"id": "M1C2", **STAGE}, other], 1, (720, 810))
    assert [(one["debut"], one["fin"]) for one in made[1:3]] == [("08:30", "12:00"), ("13:30", "17:00")]
    assert [made[1]["id"], made[2]["activite"], made[0], made[3]] == ["M1C2", "Stage", other, other]
    assert made[2].get("id") != "M1C2"
