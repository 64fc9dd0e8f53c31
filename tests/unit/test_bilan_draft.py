"""A bilan begins with what the dossier and its log already say, and no answer is ever replaced."""

import copy

import pytest

from pid_rules.dossier.paths import concrete, get, is_blank, pattern_of
from pid_rules.dossier.structure import blank_dossier, unknown_keys
from pid_rules.form import FORM
from pid_rules.received import misshapen
from pid_rules.suivi.bilan_draft import JUDGED, begin_bilan, begin_final, complete
from pid_rules.words import dates
from tests.support.examples import EXAMPLES, identifiers


def day(iso):
    return dates.parse_iso(iso)


@pytest.fixture
def dossier():
    """The closed example before anybody has written a bilan."""
    opened = copy.deepcopy(EXAMPLES["clos"])
    opened.update(bilans=[], bilan_final=None, prepam=None)
    return opened


def test_a_first_bilan_covers_the_parcours_until_today(dossier):
    place, made = begin_bilan(FORM, dossier, day("2027-02-01"))
    bilan = dossier["bilans"][0]
    assert place == "bilans.0" and [one.path for one in made[:4]] == [
        "bilans.0.numero", "bilans.0.date", "bilans.0.periode.du", "bilans.0.periode.au"]
    assert (bilan["numero"], bilan["date"]) == (1, "2027-02-01")
    assert bilan["periode"] == {"du": "2026-12-07", "au": "2027-02-01"}
    assert bilan["assiduite"] == {"college": None, "exterieur": None, "demi_journees": 1}
    assert [one["objectif"] for one in bilan["objectifs"]] == ["O1", "O2"]
    assert [one["strategie"] for one in bilan["strategies"]] == ["O1S1", "O1S2", "O2S1", "O2S2"]
    assert [(one["stage"], one["visite"]) for one in bilan["stages"]] == [("S1", "2027-01-19")]
    assert {one["degre"] for one in bilan["objectifs"]} == {""} and bilan["signatures"] == []


def test_the_next_bilan_begins_on_the_morrow_and_leaves_out_stages_already_assessed(dossier):
    begin_bilan(FORM, dossier, day("2027-02-01"))
    place, _ = begin_bilan(FORM, dossier, day("2027-03-20"))
    bilan = dossier["bilans"][1]
    assert place == "bilans.1" and bilan["numero"] == 2
    assert bilan["periode"] == {"du": "2027-02-02", "au": "2027-03-20"}
    assert [one["stage"] for one in bilan["stages"]] == ["S2"]
    assert is_blank(bilan["assiduite"]["demi_journees"])


def test_each_line_of_a_bilan_has_an_identifier_of_its_own(dossier):
    begin_bilan(FORM, dossier, day("2027-02-01"))
    begin_bilan(FORM, dossier, day("2027-03-20"))
    begin_final(FORM, dossier, day("2027-04-13"))
    found = identifiers(dossier)
    assert len(found) > 60 and "" not in found and len(set(found)) == len(found)


def test_the_final_bilan_covers_the_whole_parcours(dossier):
    begin_bilan(FORM, dossier, day("2027-02-01"))
    place, _ = begin_final(FORM, dossier, day("2027-04-13"))
    final = dossier["bilan_final"]
    assert place == "bilan_final" and final["date"] == "2027-04-13"
    assert final["periode"] == {"du": "2026-12-07", "au": "2027-04-09"}
    assert [one["stage"] for one in final["stages"]] == ["S1", "S2"]
    assert final["assiduite"]["demi_journees"] == 1


@pytest.mark.parametrize("today, au", [("2027-04-08", "2027-04-08"), ("2027-04-09", "2027-04-09"),
                                       ("2027-04-10", "2027-04-09"), ("2026-12-07", "2026-12-07")])
def test_the_period_ends_today_or_with_the_parcours(dossier, today, au):
    begin_bilan(FORM, dossier, day(today))
    assert dossier["bilans"][0]["periode"]["au"] == au


def test_before_the_parcours_no_end_is_proposed(dossier):
    begin_bilan(FORM, dossier, day("2026-12-06"))
    assert dossier["bilans"][0]["periode"] == {"du": "2026-12-07", "au": ""}
    assert dossier["bilans"][0]["stages"] == []


@pytest.mark.parametrize("written, counted", [("2026-12-06", 1), ("2026-12-07", 2), ("2027-02-01", 2),
                                              ("2027-02-02", 1), ("", 1), ("31/2/2027", 1)])
def test_absences_are_counted_inside_the_period(dossier, written, counted):
    dossier["journal"].append({"date": written, "type": "absence", "lieu": "college", "texte": ""})
    begin_bilan(FORM, dossier, day("2027-02-01"))
    assert dossier["bilans"][0]["assiduite"]["demi_journees"] == counted


@pytest.mark.parametrize("today, stages", [("2027-01-28", []), ("2027-01-29", ["S1"]), ("2027-03-15", ["S1"]),
                                           ("2027-03-16", ["S1", "S2"])])
def test_a_stage_is_assessed_once_it_is_over(dossier, today, stages):
    begin_bilan(FORM, dossier, day(today))
    assert [one["stage"] for one in dossier["bilans"][0]["stages"]] == stages


def test_a_stage_that_is_broken_off_is_not_proposed(dossier):
    dossier["stages"][0]["convention"]["statut"] = "rompue"
    begin_final(FORM, dossier, day("2027-04-13"))
    assert [one["stage"] for one in dossier["bilan_final"]["stages"]] == ["S2"]


@pytest.mark.parametrize("written, lieu, visit", [
    ("2027-01-05", "L1", "2027-01-05"), ("2027-01-29", "L1", "2027-01-29"), ("2027-01-04", "L1", ""),
    ("2027-01-30", "L1", ""), ("2027-01-12", "college", "")])
def test_a_visit_is_found_in_the_log_where_the_stage_does_not_say(dossier, written, lieu, visit):
    dossier["stages"][0]["visites"][0]["faite_le"] = ""
    dossier["journal"] = [{"date": written, "type": "visite", "lieu": lieu, "texte": "Vu."},
                          {"date": written, "type": "appel", "lieu": "L1", "texte": "Appel."}]
    begin_bilan(FORM, dossier, day("2027-02-01"))
    assert [one["visite"] for one in dossier["bilans"][0]["stages"]] == [visit]


def test_completing_the_written_bilans_changes_no_answer():
    for place in ("bilans.0", "bilan_final"):
        dossier = copy.deepcopy(EXAMPLES["clos"])
        before = copy.deepcopy(dossier)
        assert complete(FORM, dossier, place, day("2027-04-13")) == []
        assert dossier == before


def test_an_item_already_begun_is_kept_and_the_others_are_added(dossier):
    dossier["bilan_final"] = {"date": "2027-04-20", "objectifs": [{"objectif": "O2", "degre": "atteint"}],
                              "assiduite": {"demi_journees": 0}, "periode": {"du": "2026-12-08"},
                              "stages": [{"stage": "S2", "visite": "2027-03-15"}]}
    _, made = begin_final(FORM, dossier, day("2027-04-13"))
    final = dossier["bilan_final"]
    assert [(one["objectif"], one["degre"]) for one in final["objectifs"]] == [("O2", "atteint"), ("O1", "")]
    assert (final["date"], final["assiduite"]["demi_journees"]) == ("2027-04-20", 0)
    assert final["periode"] == {"du": "2026-12-08", "au": "2027-04-09"}
    assert [(one["stage"], one["visite"]) for one in final["stages"]] == [("S2", "2027-03-15"), ("S1", "2027-01-19")]
    assert "bilan_final.date" not in [one.path for one in made]


def test_each_proposal_is_an_answer_of_the_form_with_a_reason(dossier):
    made = begin_bilan(FORM, dossier, day("2027-02-01"))[1] + begin_final(FORM, dossier, day("2027-04-13"))[1]
    for one in made:
        assert pattern_of(one.path) in FORM.field
        assert (one.reason == "") == (one.path.split(".")[-1] in JUDGED)
        assert get(dossier, one.path) == one.value
        assert FORM.field[pattern_of(one.path)].kind.read(one.value)[1] is None
    assert misshapen(FORM, dossier) == "" and unknown_keys(FORM, dossier) == []
    assert len({one.path for one in made}) == len(made)


def test_numbers_follow_the_highest(dossier):
    dossier["bilans"] = [{"numero": 7}, {"numero": None}]
    begin_bilan(FORM, dossier, day("2027-02-01"))
    assert dossier["bilans"][2]["numero"] == 8


def test_a_blank_dossier_gives_a_bilan_of_today():
    dossier = blank_dossier(FORM)
    place, made = begin_bilan(FORM, dossier, day("2028-02-29"))
    assert {one.path: one.value for one in made} == {"bilans.0.numero": 1, "bilans.0.date": "2028-02-29"}
    assert concrete(dossier, "bilans[].objectifs") == ["bilans.0.objectifs"] and place == "bilans.0"


def test_a_bilan_is_held_on_the_first_day_planned_that_no_other_has(dossier):
    dossier["evaluation"] = {"bilans_etape_prevus": ["2027-01-22", "2027-03-01"], "bilan_final_prevu": "2027-04-13"}
    for planned, today in (("2027-01-22", "2027-01-25"), ("2027-03-01", "2027-02-26"), ("2027-03-20", "2027-03-20")):
        place, made = begin_bilan(FORM, dossier, day(today))
        assert get(dossier, place + ".date") == planned
        assert get(dossier, place + ".periode.au") == min(planned, today), "no period goes beyond its bilan"
    assert [one.reason for one in made if one.path == place + ".date"] == ["la date d’aujourd’hui"]
    begin_final(FORM, dossier, day("2027-04-20"))
    assert dossier["bilan_final"]["date"] == "2027-04-13"


@pytest.mark.parametrize(("today", "held"), [("2027-02-15", "2027-02-01"), ("2027-02-16", "2027-02-16")])
def test_a_bilan_written_long_after_the_day_planned_is_held_on_its_own_day(dossier, today, held):
    begin_bilan(FORM, dossier, day(today))
    assert dossier["bilans"][0]["date"] == dossier["bilans"][0]["periode"]["au"] == held
