"""A visit is one event: the note that tells it closes the planned one, and one that is done is told."""

import copy

import pytest

from pid_rules.suivi.visites import closed_by, note_of, told_by, untold
from tests.support.examples import EXAMPLES

VISIT = "stages.0.visites.0"


def dossier(*visits, **stage):
    """The complete example, its first stage with these visits."""
    made = copy.deepcopy(EXAMPLES["complet"])
    made["stages"][0].update(stage)
    if visits:
        made["stages"][0]["visites"] = [
            {"id": f"S1V{rank + 1}", "date": day, "visiteur": "", "faite_le": done, "observation": ""}
            for rank, (day, done) in enumerate(visits)]
    return made


def note(day, kind="visite", place="L1"):
    return {"id": "J1", "date": day, "type": kind, "lieu": place, "texte": "Tout va bien."}


def test_a_visit_noted_at_the_place_of_a_stage_closes_the_planned_one():
    assert EXAMPLES["complet"]["stages"][0]["visites"][0]["date"] == "2027-01-19"
    assert closed_by(dossier(), note("2027-01-21")) == VISIT


@pytest.mark.parametrize("other", [
    note("2027-01-19", kind="appel"), note("2027-01-19", kind=""), note("2027-01-19", place=""),
    note("2027-01-19", place="college"), note("2027-01-19", place="L2"), note(""), note("2027-02-31"),
    note("2026-11-30"), note("2027-06-30")])
def test_control_another_note_closes_none(other):
    assert closed_by(dossier(), other) == ""


def test_of_several_visits_the_nearest_is_told():
    made = dossier(("2027-01-12", ""), ("2027-01-26", ""))
    assert [told_by(made, note(day)) for day in ("2027-01-13", "2027-01-19", "2027-01-20")] == [
        VISIT, VISIT, "stages.0.visites.1"]


def test_a_visit_that_is_done_stays_as_it_is_and_the_next_one_is_not_closed_for_it():
    made = dossier(("2027-01-12", "2027-01-12"), ("2027-01-26", ""))
    assert (told_by(made, note("2027-01-13")), closed_by(made, note("2027-01-13"))) == (VISIT, "")


def test_a_visit_without_a_planned_day_is_told_where_there_is_no_other():
    assert closed_by(dossier(("", "")), note("2027-01-13")) == VISIT
    assert closed_by(dossier(("", ""), ("2027-01-29", "")), note("2027-01-13")) == "stages.0.visites.1"


def test_a_stage_that_is_broken_off_is_not_visited():
    made = dossier(convention={"statut": "rompue", "date_signature": ""})
    assert closed_by(made, note("2027-01-19")) == ""


def test_a_note_of_the_log_is_found_again_for_the_visit_that_it_tells():
    made = dossier()
    made["journal"] = [note("2027-01-22"), note("2027-01-20"), note("2027-01-20", kind="appel"), "abîmé"]
    assert note_of(made, VISIT)["date"] == "2027-01-20"
    assert note_of(dossier(), VISIT) is None


def test_a_visit_done_that_the_log_does_not_tell_is_listed():
    made = dossier(("2027-01-12", "2027-01-13"), ("2027-01-26", "2027-01-27"), ("2027-01-28", ""))
    made["journal"] = [note("2027-01-13")]
    assert untold(made) == ["stages.0.visites.1"]


def test_odd_lists_are_read_without_harm():
    made = dossier()
    made["stages"][0]["visites"] = ["abîmé", None]
    made["journal"] = None
    assert (closed_by(made, note("2027-01-19")), untold(made), note_of(made, VISIT)) == ("", [], None)
