"""The hours of a dossier that is being filled: what is blank or cannot be read is left out, the rest is counted."""

import pytest

from pid_rules.form.emploi_du_temps import LUNDIS_A
from pid_rules.planning import alternation_of
from pid_rules.planning.draft import plan_of, read, stay_at, week_at
from pid_rules.words import dates
from tests.support.cases_replay import bases

MONDAY = dates.parse_iso("2026-12-07")


def test_the_mondays_of_weeks_a_are_those_that_can_be_read():
    def mondays(listed):
        return alternation_of(read({"emploi_du_temps": {"lundis_a": listed}})[LUNDIS_A]).mondays

    assert mondays(["2026-12-07", "", "hier", None, "2026-12-21"]) == {MONDAY, MONDAY + 14}
    assert mondays(None) == mondays("") == alternation_of(read({})[LUNDIS_A]).mondays == set()


@pytest.mark.parametrize("name", [7, "", None, ["S"]])
def test_a_name_that_is_no_text_is_none(name):
    assert week_at({"emploi_du_temps": {"semaines": [{"nom": name}]}}, "emploi_du_temps.semaines.0").name is None


def test_an_hour_or_a_day_that_is_no_text_is_none():
    written = {"emploi_du_temps": {"semaines": [{"creneaux": [{"jour": 1, "debut": 9, "fin": "10:00"}]}]}}
    slot = week_at(written, "emploi_du_temps.semaines.0").slots[0]
    assert (slot.day, slot.start, slot.end) == (None, None, 600)


def test_each_place_is_read_at_its_path():
    dossier = bases()["complet"]
    assert week_at(dossier, "emploi_du_temps.semaines.1").name == "Semaines de stage en menuiserie"
    stay = stay_at(dossier, "stages.1")
    assert (stay.path, stay.kind, [presence.path for presence in stay.presences]) == (
        "stages.1", "mini_stage", ["stages.1.horaires.0", "stages.1.horaires.1"])


def test_the_plan_is_within_the_dates_of_the_parcours_and_of_the_zone():
    dossier = bases()["complet"]
    plan = plan_of(read(dossier), "B")
    assert (plan.segments[0].first, plan.segments[-1].last) == (MONDAY, dates.parse_iso("2027-04-09")) and plan.known
    assert not plan_of(read(dossier)).known
    del dossier["parcours"]
    dossier["emploi_du_temps"]["semaines"][0]["au"] = "2027-04-16"
    assert plan_of(read(dossier), "B").segments[-1].last == dates.parse_iso("2027-04-16")
