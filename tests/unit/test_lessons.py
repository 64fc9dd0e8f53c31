"""Lessons counted as lessons, names as school software writes them, weeks A and B against the compulsory grid."""

import copy
import pathlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pid_rules.files import PROFILE, read_profile
from pid_rules.form import FORM
from pid_rules.form.options import JOURS
from pid_rules.judgement.evaluate import evaluate
from pid_rules.planning.disciplines import OUTSIDE, UNKNOWN, UNRANKED, discipline, meaning
from pid_rules.planning.dispense import dispenses
from pid_rules.planning.draft import plan_of, read
from pid_rules.planning.lessons import counted, likely_length
from pid_rules.rules import CATALOGUE
from pid_rules.seuils.grilles import GRILLES
from pid_rules.words import dates
from pid_rules.words.horaires import in_words, parse_time, to_time
from tests.support.cases_replay import bases

BASES = bases()
PROFILE_49 = read_profile(PROFILE)
TODAY = dates.parse_iso("2026-11-20")
TABLE = pathlib.Path(__file__).resolve().parents[1] / "data" / "disciplines.tsv"
NAMES = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.mark.parametrize("length, start, end, hours", [
    (55, "08:05", "09:00", "1 h"), (55, "13:30", "15:20", "2 h"), (55, "08:05", "10:15", "2 h"),
    (55, "08:05", "09:30", "1 h 30"),
    (55, "08:05", "08:35", "0 h 30"), (60, "08:30", "10:30", "2 h"), (60, "08:30", "10:00", "1 h 30"),
    (55, "08:00", "08:50", "1 h"), (55, "08:00", "09:00", "1 h"), (55, "08:00", "08:49", "1 h"),
    (55, "08:00", "09:01", "1 h"),
    (55, "08:00", "10:15", "2 h"), (55, "08:00", "10:16", "2 h 30"), (55, "08:00", "09:45", "2 h"),
    (55, "08:00", "09:44", "2 h"),
    (55, "08:00", "08:01", "0 h 30"), (55, "08:00", "08:41", "0 h 30"), (55, "08:00", "08:42", "1 h"),
    (45, "08:00", "09:30", "2 h"), (50, "08:00", "09:45", "2 h"), (60, "08:00", "13:00", "5 h"),
    (60, "08:00", "11:00", "3 h"), (None, "08:05", "09:00", "0 h 55"), (None, "08:00", "09:30", "1 h 30")])
def test_hours_of_a_slot(length, start, end, hours):
    assert in_words(counted(parse_time(end) - parse_time(start), length)).replace("\u00a0", " ") == hours


@given(st.integers(45, 60), st.integers(1, 8), st.integers(-5, 5), st.lists(st.integers(0, 20), min_size=7, max_size=7))
def test_lessons_and_their_breaks_are_whole_hours(length, lessons, loose, breaks):
    minutes = length * lessons + loose + sum(breaks[:lessons - 1])
    # Long breaks may hold the time of another lesson: the count is never below the lessons taught.
    assert counted(minutes, length) >= lessons * 60
    assert counted(length * lessons + loose, length) == lessons * 60


@given(st.integers(45, 60), st.integers(1, 700))
def test_a_count_is_in_halves_and_never_nothing(length, minutes):
    found = counted(minutes, length)
    assert found >= 30 and found % 30 == 0


@pytest.mark.parametrize("slots, length",
                         [([55] * 20 + [110] * 4, 55), ([60, 60, 55], 60), ([55, 60], None), ([], None),
                          ([30, 110], None), ([55, 55, 60], 55), ([45, 45, 60], 45), ([44, 44, 60], 60)])
def test_the_length_that_slots_say(slots, length):
    assert likely_length(slots) == length


@pytest.mark.parametrize("written, name", [(written, name) for written, name, _ in NAMES],
                         ids=lambda value: value or "rien")
def test_a_name_of_school_software_is_read(written, name):
    assert (discipline(written) or "") == (name if name != "?" else "")
    assert (meaning(written) == UNRANKED) == (name == "?")


@pytest.mark.parametrize("written, name", [
    ("FRANCAIS - GR1", "Français"), ("TECHN.", "Technologie"), ("ARTS PL.", "Arts plastiques"), ("AGL1", "LV1"),
    ("ESP2", "LV2"),
    ("MATHS 3B", "Mathématiques"), ("Cours de maths", "Mathématiques"), ("SVT gr. 2", "SVT"),
    ("Physique Chimie TP", "Physique-chimie"),
    ("HIST / GEO", "Histoire-géographie-EMC"), ("Allemand LV2 groupe 1", "LV2"), ("Langue vivante (LV1)", "LV1"),
    ("EDUC. PHYSIQUE ET SPORTIVE", "EPS"), ("ANGLAIS LV1 [3BGR2] <S12>", "LV1"), ("E.M.C.", "Histoire-géographie-EMC")])
def test_other_names_of_the_same_kinds(written, name):
    assert discipline(written) == name


@pytest.mark.parametrize("written, known", [
    ("SOUTIEN MATHEMATIQUES", OUTSIDE), ("CHORALE", OUTSIDE), ("Heure de vie de classe", OUTSIDE),
    ("AP Français", OUTSIDE),
    ("AS football", OUTSIDE), ("Option latin", OUTSIDE), ("Devoirs faits (maths)", OUTSIDE),
    ("Section euro anglais", OUTSIDE),
    ("LV1 / LV2", UNKNOWN), ("Français / Maths", UNKNOWN), ("Sciences", UNKNOWN), ("Arts", UNKNOWN),
    ("Mme Dupont", UNKNOWN),
    ("SVT + techno", UNKNOWN), ("Maths en allemand", UNKNOWN), ("?", UNKNOWN), ("espagnol", UNRANKED),
    ("Italien gr 2", UNRANKED)])
def test_what_is_no_line_of_the_grid_is_told_apart(written, known):
    assert discipline(written) is None and meaning(written) == known


GOOD = {}
for _written, _name, _ in NAMES:
    if _name and _name != "?":
        GOOD.setdefault(_name, []).append(_written)


@st.composite
def whole_weeks(draw):
    """(reference, length, slots): a week that holds exactly the grid, in lessons, alternating or not, under any
    names."""
    reference = draw(st.sampled_from(sorted(GRILLES)))
    length = draw(st.sampled_from([50, 55, 60]))
    slots, clock = [], {"day": 0, "start": 8 * 60}

    def put(lessons, letter, name):
        minutes = lessons * length if lessons >= 1 else length // 2
        if clock["start"] + minutes > 18 * 60:
            clock.update(day=(clock["day"] + 1) % 6, start=8 * 60 + clock["day"])
        slots.append({"jour": JOURS[clock["day"]][0], "debut": to_time(clock["start"]),
                      "fin": to_time(clock["start"] + minutes),
                      "lieu": "college", "activite": name, "semaine": letter, "discipline": ""})
        clock["start"] += minutes

    for name, minutes in GRILLES[reference].history[-1].value.items():
        whole, half = divmod(minutes, 60)
        while whole:
            lessons = min(whole, draw(st.integers(1, 2)))
            put(lessons, "", draw(st.sampled_from(GOOD[name])))
            whole -= lessons
        if half and draw(st.booleans()):
            put(1, draw(st.sampled_from("AB")), draw(st.sampled_from(GOOD[name])))
        elif half:
            put(0.5, "", draw(st.sampled_from(GOOD[name])))
    for outside in draw(st.lists(st.sampled_from(["VIE DE CLASSE", "Devoirs faits", "LCA LATIN"]), max_size=2)):
        put(1, draw(st.sampled_from(["", "A", "B"])), outside)
    return reference, length, slots


@settings(max_examples=200, deadline=None)
@given(whole_weeks())
def test_a_timetable_that_holds_the_grid_dispenses_from_nothing(week):
    reference, length, slots = week
    dossier = copy.deepcopy(BASES["complet"])
    dossier["emploi_du_temps"] = {"reference": reference, "duree_seance": length, "lundis_a": [], "semaines": [
        {"nom": "Semaine ordinaire", "du": "2026-12-07", "au": "2027-04-09", "creneaux": slots}]}
    dossier["parcours"]["dispenses"] = []
    plan = plan_of(read(dossier))
    assert [one.name for one in dispenses(plan, plan.models[0], reference) if one.dispensed] == []
    report = evaluate(FORM, CATALOGUE, dossier, "contrat", TODAY, PROFILE_49)
    assert [finding.message for finding in report.findings if finding.rule in ("PR-08", "PR-10", "PR-12")] == []
    assert not {"PR-08", "PR-09", "PR-10", "PR-12"} & set(report.pending)


@settings(max_examples=60, deadline=None)
@given(whole_weeks(), st.data())
def test_one_lesson_less_is_dispensed_and_named(week, data):
    """The control of the property above."""
    reference, length, slots = week
    taken = data.draw(st.sampled_from([index for index, slot in enumerate(slots) if discipline(slot["activite"])]))
    dossier = copy.deepcopy(BASES["complet"])
    dossier["emploi_du_temps"] = {"reference": reference, "duree_seance": length, "semaines": [
        {"nom": "S", "du": "2026-12-07", "au": "2027-04-09", "creneaux": slots[:taken] + slots[taken + 1:]}]}
    plan = plan_of(read(dossier))
    assert [one.name for one in dispenses(plan, plan.models[0], reference)
            if one.dispensed] == [discipline(slots[taken]["activite"])]


def alternating(kind, letter, horaires_letter=None):
    """The example whose stage weeks hold one letter in two, and what the week of the stage dispenses from."""
    dossier = copy.deepcopy(BASES["complet"])
    ordinary, stage_week = dossier["emploi_du_temps"]["semaines"][:2]
    dossier["emploi_du_temps"]["semaines"] = [ordinary, stage_week]
    dossier["stages"] = dossier["stages"][:1]
    dossier["stages"][0]["type"] = kind
    for line in dossier["stages"][0]["horaires"]:
        line["semaine"] = letter
    kept = []
    for slot in copy.deepcopy(ordinary["creneaux"]):
        lost = slot["jour"] in ("mardi", "jeudi")
        kept.append({**slot, "semaine": {"A": "B", "B": "A"}.get(letter, "A") if lost else ""})
    kept = [slot for slot in kept if letter or slot["jour"] not in ("mardi", "jeudi")]
    stage_week["creneaux"] = kept + [{**slot, "semaine": letter} for slot in stage_week["creneaux"]
                                     if slot["lieu"] == "L1"]
    plan = plan_of(read(dossier))
    return {one.name: one.dispensed for one in dispenses(plan, plan.models[1], "3e")}, {
        one.name: one.dispensed for one in dispenses(plan, plan.models[0], "3e")}


@pytest.mark.parametrize("letter, share", [("", 1), ("A", 0.5), ("B", 0.5)])
def test_a_stage_dispenses_from_the_lessons_under_it_letter_by_letter(letter, share):
    found, ordinary = alternating("stage_initiation", letter)
    more = {name: found[name] - ordinary[name] for name in found if found[name] != ordinary[name]}
    assert more == {"Histoire-géographie-EMC": 120 * share, "LV1": 90 * share, "Éducation musicale": 60 * share}


@pytest.mark.parametrize("kind", ["visite_information", "sequence_observation", "mini_stage"])
@pytest.mark.parametrize("letter", ["", "A"])
def test_teaching_elsewhere_dispenses_from_nothing_more(kind, letter):
    found, ordinary = alternating(kind, letter)
    assert found == ordinary


def test_a_whole_week_of_observation_dispenses_from_nothing():
    dossier = copy.deepcopy(BASES["complet"])
    dossier["stages"] = [{**dossier["stages"][0], "type": "sequence_observation", "debut": "2027-01-04",
                          "fin": "2027-01-08",
                          "horaires": [{"jour": day, "debut": "10:00", "fin": "15:00", "pause_debut": "",
                                        "pause_fin": ""}
                                       for day, _ in JOURS[:5]]}]
    ordinary = dossier["emploi_du_temps"]["semaines"][0]
    dossier["emploi_du_temps"]["semaines"] = [ordinary, {"nom": "Observation", "du": "2027-01-04", "au": "2027-01-08",
                                                         "creneaux": [
        {"jour": day, "debut": "10:00", "fin": "15:00", "lieu": "L1", "activite": "Observation"} for day,
        _ in JOURS[:5]]}]
    plan = plan_of(read(dossier))
    by_week = [{one.name: one.dispensed for one in dispenses(plan, week, "3e")} for week in plan.models]
    assert by_week[1] == by_week[0]


def test_a_lesson_given_again_at_another_hour_is_not_lost():
    dossier = copy.deepcopy(BASES["complet"])
    dossier["emploi_du_temps"]["semaines"][1]["creneaux"].append(
        {"jour": "vendredi", "debut": "10:30", "fin": "11:30", "lieu": "college", "activite": "Éducation musicale"})
    plan = plan_of(read(dossier))
    assert [one.dispensed for one in dispenses(plan, plan.models[1], "3e") if one.name == "Éducation musicale"] == [0]
