"""The hours laid on the calendar: disciplines, dispenses, and the same findings as a slow day-by-day oracle."""

import copy
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pid_rules.files import PROFILE, read_profile
from pid_rules.form import FORM
from pid_rules.form.options import DISCIPLINES
from pid_rules.judgement.evaluate import evaluate
from pid_rules.planning.disciplines import GRID, OUTSIDE, UNKNOWN, UNRANKED, discipline, meaning
from pid_rules.planning.dispense import dispenses
from pid_rules.planning.draft import plan_of, read, weeks_of
from pid_rules.planning.letters import Alternation
from pid_rules.planning.timeline import Timeline
from pid_rules.rules import CATALOGUE
from pid_rules.seuils.calendrier import closures, is_public_holiday
from pid_rules.seuils.grilles import GRILLES, LECTURE, grid_of
from pid_rules.words import dates
from pid_rules.words.horaires import to_time
from tests.support import naive_hours
from tests.support.cases_replay import bases

BASES = bases()
PROFILE_49 = read_profile(PROFILE)
TODAY = dates.parse_iso("2026-11-20")
ORACLE = ("ST-13", "ST-14", "ST-15", "ST-16", "ST-17", "ST-18", "ST-19", "ST-20", "ST-21")


@pytest.mark.parametrize("written, name", [
    ("Français", "Français"), ("FRANCAIS", "Français"), (" français\u00a0", "Français"), ("Maths", "Mathématiques"),
    ("mathématiques (groupe 2)", "Mathématiques"), ("Mathématiques salle 12", "Mathématiques"),
    ("H-G", "Histoire-géographie-EMC"),
    ("Hist.-géo.", "Histoire-géographie-EMC"), ("EMC", "Histoire-géographie-EMC"),
    ("Histoire-Géographie-Enseignement moral et civique", "Histoire-géographie-EMC"), ("LV 1", "LV1"),
    ("Anglais LV1", "LV1"), ("LV2 espagnol", "LV2"), ("Langue vivante 2", "LV2"), ("E.P.S.", "EPS"),
    ("Éducation physique et sportive", "EPS"), ("musique", "Éducation musicale"),
    ("ARTS PLASTIQUES", "Arts plastiques"),
    ("S.V.T.", "SVT"), ("techno", "Technologie"), ("Physique - Chimie", "Physique-chimie"),
    ("Étude", None), ("Latin", None), ("Anglais", None), ("Soutien français", None), ("", None), ("LV3", None)])
def test_discipline_is_recognised_however_it_is_written(written, name):
    assert discipline(written) == name


def test_every_discipline_of_the_lists_is_a_line_of_both_grids():
    assert [discipline(name) for name in DISCIPLINES] == list(DISCIPLINES)
    assert all(sorted(grid_of(reference, TODAY)) == sorted(DISCIPLINES) for reference in GRILLES)


def test_language_alone_has_no_rank():
    assert [meaning(name) for name in ("Anglais (groupe 1)", "Anglais LV1", "Latin", "Xyz")] == [UNRANKED, GRID,
                                                                                                 OUTSIDE, UNKNOWN]


QUOTED = re.compile(r"([A-ZÉ][^\d]*?[a-zA-Zé12])(?: \*[^\d]*)? ((?:[\d,]+ heures?(?: \+ 1 heure)? ?){3})")
LINES = {"Histoire-géographie-EMC": "Histoire-géographie Enseignement moral et civique", "LV1": "Langue vivante 1",
         "LV2": "Langue vivante 2", "EPS": "Éducation physique et sportive"}


@pytest.mark.parametrize("reference, column", [("4e", 1), ("3e", 2)])
def test_grid_is_the_one_quoted(reference, column):
    quoted = {}
    for name, figures in QUOTED.findall(LECTURE.extract):
        figure = re.findall(r"[\d,]+ heures?(?: \+ 1 heure)?", figures)[column]
        quoted[name] = sum(float(one.replace(",", ".")) for one in re.findall(r"([\d,]+) heure", figure)) * 60
    grid = dict(grid_of(reference, TODAY))
    arts = grid.pop("Arts plastiques") + grid.pop("Éducation musicale")
    assert arts == quoted.pop("Enseignements artistiques") == 120
    assert quoted == {LINES.get(name, name): value for name, value in grid.items()}
    assert sum(grid.values()) + 120 == 26 * 60


@pytest.mark.parametrize("reference", ["segpa", "3e_prepa_metiers", "autre", "", None])
def test_no_grid_is_invented(reference):
    plan = plan_of(read(BASES["complet"]))
    assert dispenses(plan, plan.models[0], reference) is None


def test_hours_and_dispenses_of_the_example():
    plan = plan_of(read(BASES["complet"]))
    ordinary, internship, visit = plan.models
    assert [(week.college, week.elsewhere) for week in plan.models] == [(21 * 60, 0), (13 * 60 + 30, 15 * 60),
                                                                        (13 * 60, 15 * 60)]
    never = {"LV2": 150, "Arts plastiques": 60, "Technologie": 90}
    assert {one.name: one.dispensed for one in dispenses(plan, ordinary, "3e") if one.dispensed} == never
    french = dispenses(plan, ordinary, "4e")[0]
    assert (french.name, french.grid, french.college, french.dispensed) == ("Français", 270, 240, 30)
    # A mini-stage is teaching: its week dispenses from nothing more than the ordinary week, but for Thursday and
    # Friday.
    assert {one.name: one.dispensed for one in dispenses(plan, visit, "3e") if one.dispensed} == never


def test_hours_and_dispenses_of_a_timetable_of_lessons_in_weeks_a_and_b():
    plan = plan_of(read(BASES["desordre"]), "B")
    ordinary, garage, gardens = plan.models
    assert [(half.college // 60, half.elsewhere) for week in plan.models for half in week.halves] == [
        (28, 0), (29, 0), (16, 13 * 60 + 30), (17, 13 * 60 + 30), (14, 16 * 60), (29, 0)]
    assert [one.college for one in dispenses(plan, ordinary, "3e")] == [one.grid
                                                                        for one in dispenses(plan, ordinary, "3e")]
    # The lessons of Tuesday and Thursday: an hour of French and one of history are given again on Friday.
    assert {one.name: one.dispensed for one in dispenses(plan, garage, "3e") if one.dispensed} == {
        "Français": 60, "Mathématiques": 30, "Histoire-géographie-EMC": 90, "LV2": 120, "EPS": 60,
        "Arts plastiques": 60, "Éducation musicale": 60, "SVT": 60, "Technologie": 90, "Physique-chimie": 30}
    # One week in two, nothing given again: half of the lessons of those days in weeks A.
    assert {one.name: one.dispensed for one in dispenses(plan, gardens, "3e") if one.dispensed} == {
        "Français": 60, "Mathématiques": 30, "Histoire-géographie-EMC": 60, "LV2": 60, "EPS": 30, "Arts plastiques": 30,
        "Éducation musicale": 30, "SVT": 30, "Technologie": 60}


def test_the_same_week_with_another_type_of_stage_dispenses_half_of_the_grid():
    dossier = copy.deepcopy(BASES["complet"])
    dossier["stages"][1]["type"] = "autre_action"
    plan = plan_of(read(dossier))
    assert sum(one.dispensed for one in dispenses(plan, plan.models[2], "3e")) == 13 * 60


def test_totals_are_computed_while_the_dossier_is_being_filled():
    dossier = copy.deepcopy(BASES["complet"])
    week = dossier["emploi_du_temps"]["semaines"][0]
    week["creneaux"] = [{"jour": "lundi", "debut": "08:00", "fin": "09:00", "lieu": "college", "activite": "maths"},
                        {"jour": "", "debut": "08:00", "fin": "09:00", "lieu": "college", "activite": "maths"},
                        {"jour": "lundi", "debut": "10:00", "fin": "9h", "lieu": "college", "activite": "maths"},
                        {"jour": "lundi", "debut": "11:00", "fin": "10:00", "lieu": "college", "activite": "maths"},
                        {"jour": "mardi", "debut": "08:00", "fin": "09:30", "lieu": "college", "activite": ""},
                        {"jour": "mardi", "debut": "10:00", "fin": "11:00", "lieu": "L1"}]
    model = weeks_of(read(dossier))[0]
    assert (model.college, model.elsewhere) == (150, 60) and not model.complete
    assert model.halves[0].by_discipline == {"Mathématiques": 60}
    assert weeks_of(read({})) == [] and weeks_of(read({"emploi_du_temps": {"semaines": [{}]}}))[0].slots == []


def test_closures_are_those_of_the_zone_in_order_of_kind():
    first, last = dates.parse_iso("2027-03-08"), dates.parse_iso("2027-04-20")
    found = [(dates.to_iso(opening), dates.to_iso(closing), public)
             for opening, closing, public in closures("B", first, last)]
    assert found == [("2027-04-18", "2027-05-02", False), ("2027-03-29", "2027-03-29", True)]
    assert closures("B", first, dates.parse_iso("2031-01-01")) is None
    assert is_public_holiday(dates.parse_iso("2027-03-29")) is True
    assert is_public_holiday(dates.parse_iso("2031-01-01")) is None


def test_number_of_segments_does_not_depend_on_the_number_of_days():
    dossier = copy.deepcopy(BASES["complet"])
    week = dossier["emploi_du_temps"]["semaines"][0]
    week["du"], week["au"] = "2016-09-01", "2027-06-30"
    models = weeks_of(read(dossier))[:1]
    plan = Timeline(models, [], None, None, None, Alternation([]), "B")
    assert plan.known and len(plan.segments) < 11 * 40 and plan.in_force() == models
    assert sum(segment.last - segment.first + 1 for segment in plan.segments) == models[0].last - models[0].first + 1


QUARTERS = st.integers(5 * 4, 23 * 4 - 1).map(lambda quarter: quarter * 15)
DAYS = st.integers(dates.parse_iso("2026-12-01"), dates.parse_iso("2027-05-20"))
JOUR = st.sampled_from(naive_hours.WEEKDAYS)
LETTER = st.sampled_from(["", "", "", "", "A", "B"])


@st.composite
def lines(draw):
    """A line of hours, sometimes with a break."""
    start = draw(QUARTERS)
    end = min(start + draw(st.integers(2, 40)) * 15 + draw(st.sampled_from([0, 0, 1])), 23 * 60 + 59)
    line = {"jour": draw(JOUR), "debut": to_time(start), "fin": to_time(end), "pause_debut": "", "pause_fin": "",
            "semaine": draw(LETTER)}
    if draw(st.booleans()):
        opening = draw(st.integers(start, end - 1))
        line["pause_debut"] = to_time(opening)
        line["pause_fin"] = to_time(draw(st.integers(opening + 1, min(end, opening + 61))))
    return line


@st.composite
def slots(draw):
    """A slot of a week model."""
    start = draw(QUARTERS)
    end = min(start + draw(st.integers(1, 20)) * 15, 1439)
    return {"jour": draw(JOUR), "debut": to_time(start), "fin": to_time(end),
            "lieu": draw(st.sampled_from(["college", "college", "L1"])), "activite": "Français",
            "semaine": draw(LETTER)}


@st.composite
def dossiers(draw):
    """The example with other stages, week models and birth date."""
    dossier = copy.deepcopy(BASES["complet"])
    stages = []
    for _ in range(draw(st.integers(1, 3))):
        first = draw(DAYS)
        stages.append({**dossier["stages"][0], "debut": dates.to_iso(first),
                       "fin": dates.to_iso(first + draw(st.integers(0, 30))),
                       "horaires": draw(st.lists(lines(), min_size=1, max_size=6))})
    weeks = []
    for _ in range(draw(st.integers(1, 4))):
        first = draw(DAYS)
        weeks.append({"nom": "S", "du": dates.to_iso(first), "au": dates.to_iso(first + draw(st.integers(0, 90))),
                      "creneaux": draw(st.lists(slots(), max_size=6))})
    dossier["stages"] = stages
    dossier["emploi_du_temps"]["semaines"] = weeks
    born = draw(DAYS) - draw(st.sampled_from([14, 15, 15, 16, 17, 18])) * 365 - draw(st.integers(0, 10))
    dossier["eleve"]["date_naissance"] = dates.to_iso(born)
    if draw(st.booleans()):
        dossier["emploi_du_temps"]["lundis_a"] = [dates.to_iso(day) for day in draw(st.lists(DAYS, max_size=8))]
    if draw(st.booleans()):
        dossier["parcours"]["fin"] = dates.to_iso(draw(DAYS))
    return dossier


@settings(max_examples=300, deadline=None)
@given(dossiers())
def test_findings_are_those_of_the_day_by_day_oracle(dossier):
    report = evaluate(FORM, CATALOGUE, dossier, "envoi", TODAY, PROFILE_49)
    assert not set(ORACLE) & set(report.pending)
    found = {}
    for finding in report.findings:
        if finding.rule in ORACLE:
            paths = tuple(finding.paths)
            if finding.rule == "ST-18":  # the oracle knows the day, not which pause to add
                line = dossier["stages"][int(paths[0].split(".")[1])]["horaires"][int(paths[0].split(".")[3])]
                paths = (str(naive_hours.WEEKDAYS.index(line["jour"])),)
            found[(finding.rule, paths)] = finding.severity
    assert found == naive_hours.findings(dossier)


@settings(max_examples=60, deadline=None)
@given(dossiers())
def test_minutes_of_a_stay_are_counted_like_its_dates(dossier):
    report = evaluate(FORM, CATALOGUE, dossier, "envoi", TODAY, PROFILE_49)
    said = [finding for finding in report.findings if finding.rule == "ST-25"]
    total = 0
    for stage in dossier["stages"]:
        for line in stage["horaires"]:
            alone = {**dossier, "stages": [{**stage, "horaires": [{**line, "semaine": ""}]}]}
            days = [naive_hours.NaiveDay(alone, naive_hours.datetime.date.fromordinal(number)).outside
                    for number in range(dates.parse_iso(stage["debut"]), dates.parse_iso(stage["fin"]) + 1)]
            held = [minutes for minutes in days if minutes]
            # One week in two counts for half of the weeks, the larger half.
            total += sum(held[:(len(held) + 1) // 2] if line["semaine"] else held)
    assert bool(said) == (total > 308 * 60)
    assert not said or dates.pad(total // 60, 1) + "\u00a0h" in said[0].message
