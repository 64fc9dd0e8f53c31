"""Week models drawn from the stages (``planning/stage_weeks.py``): the rules find nothing to say of them."""

import copy
import random

import pytest

from pid_rules.dossier.items import as_new, identify
from pid_rules.form import FORM
from pid_rules.form.options import JOURS
from pid_rules.planning.breaks import break_in, parted
from pid_rules.planning.draft import plan_of, read, stays_of, week_at
from pid_rules.planning.stage_weeks import StageWeeks
from pid_rules.rules.coherence import contradictions
from pid_rules.words.dates import parse_iso, to_iso
from tests.support.judging import BASES, judge, paths_of

BEGIN, END = parse_iso("2026-12-07"), parse_iso("2027-06-11")
TYPES = ("stage_initiation", "stage_application", "mini_stage", "sequence_observation", "autre_action")
HALVES = ((("08:00", "12:00"), ("13:00", "17:30")), (("08:30", "12:15"), ("13:45", "16:00")))


def weeks(dossier):
    return dossier["emploi_du_temps"]["semaines"]


def drawn(dossier, redrawn=()):
    """Put in the dossier what drawing makes of it, and tell what that was."""
    drawing = StageWeeks(dossier, redrawn)
    dossier["emploi_du_temps"]["semaines"] = drawing.weeks
    identify(FORM, dossier, "emploi_du_temps")
    return drawing


@pytest.fixture
def ordinary():
    """The complete dossier, of which only the ordinary week was typed."""
    dossier = copy.deepcopy(BASES["complet"])
    del weeks(dossier)[1:]
    return dossier


def lesson(rng, day, start):
    return {"id": "", "jour": day, "debut": f"{start:02}:00", "fin": f"{start:02}:55", "lieu": "college",
            "activite": rng.choice(("Français", "Maths", "EPS")), "semaine": rng.choice(("", "", "", "A", "B")),
            "discipline": ""}


def random_ordinary(rng, first, last):
    slots = [lesson(rng, day, start) for day, _ in JOURS[:5] for start in range(8, 17) if rng.random() < 0.7]
    return {"id": "", "nom": "Ordinaire", "du": to_iso(first), "au": to_iso(last), "creneaux": slots}


def random_stage(rng, place, free):
    """A stage on half days that no other takes."""
    first = rng.randrange(BEGIN, END - 20)
    lines = []
    for _ in range(rng.randrange(1, 5)):
        if not free:
            break
        day, half, letter = free.pop(rng.randrange(len(free)))
        start, end = rng.choice(HALVES)[half]
        pause = ("10:00", "10:15") if half == 0 and rng.random() < 0.4 else ("", "")
        lines.append({"id": "", "jour": day, "debut": start, "fin": end, "pause_debut": pause[0],
                      "pause_fin": pause[1], "semaine": letter})
    return {"id": "S" + place, "lieu": place, "type": rng.choice(TYPES), "debut": to_iso(first),
            "fin": to_iso(min(END, first + rng.choice((0, 1, 4, 11, 25, 60)))), "horaires": lines}


def random_dossier(rng):
    dossier = copy.deepcopy(BASES["complet"])
    dossier["parcours"].update(debut=to_iso(BEGIN), fin=to_iso(END))
    middle = rng.randrange(BEGIN, END)
    dossier["emploi_du_temps"]["semaines"] = [random_ordinary(rng, BEGIN, END)] + rng.choice(
        ([], [random_ordinary(rng, middle, min(END, middle + 30))]))
    dossier["emploi_du_temps"]["lundis_a"] = rng.choice(([], ["2026-12-07", "2027-01-04", "2027-01-18"]))
    free = [(day, half, letter) for day, _ in JOURS[:5] for half in (0, 1)
            for letter in rng.choice((("",), ("A", "B")))]
    places = [place["id"] for place in dossier["lieux"]] + ["college"]
    dossier["stages"] = [stage for stage in [random_stage(rng, rng.choice(places), free)
                                             for _ in range(rng.randrange(1, 5))] if stage["horaires"]]
    return dossier


def said_of(dossier):
    """What ST-32 says, at which answers."""
    return [(trip.paths, trip.message) for trip in contradictions(plan_of(read(dossier), "B"))]


@pytest.mark.parametrize("seed", range(60))
def test_the_rules_find_nothing_in_drawn_weeks(seed):
    """Random ordinary weeks and stages, letters and Mondays; then the hours of a stage change, and a date."""
    rng = random.Random(seed)
    dossier = random_dossier(rng)
    before = copy.deepcopy(weeks(dossier))
    drawn(dossier)
    assert said_of(dossier) == []
    assert weeks(dossier)[:len(before)] == [{**one, "id": kept["id"], "creneaux": kept["creneaux"]} for one, kept
                                            in zip(before, weeks(dossier), strict=False)]
    again = drawn(dossier)
    assert (again.changed, again.removed, again.edited) == (0, 0, [])
    stage = rng.choice(dossier["stages"])
    stage["horaires"][0]["fin"] = stage["horaires"][0]["fin"].replace(":00", ":10").replace(":15", ":20")
    stage["fin"] = to_iso(min(END, parse_iso(stage["fin"]) + rng.randrange(3)))
    drawn(dossier)
    assert said_of(dossier) == []
    assert drawn(dossier).changed == 0


def test_without_drawing_the_rules_speak():
    """The negative control of the property: the same dossiers, before."""
    spoken = [said_of(random_dossier(random.Random(seed))) for seed in range(20)]
    assert len([found for found in spoken if found]) > 15


def test_a_stage_is_drawn_with_its_break_and_without_the_lessons_under_it(ordinary):
    drawing = drawn(ordinary)
    assert (drawing.changed, drawing.removed) == (2, 0)
    week = weeks(ordinary)[1]
    assert (week["nom"], week["du"], week["au"]) == ("Semaines de stage\u00a0: Menuiserie de l'Exemple", "2027-01-05",
                                                     "2027-01-29")
    outside = [(slot["jour"], slot["debut"], slot["fin"], slot["activite"]) for slot in week["creneaux"]
               if slot["lieu"] == "L1"]
    assert outside == [("mardi", "09:00", "16:30", "Stage"), ("jeudi", "09:00", "16:30", "Stage")]
    assert not [slot for slot in week["creneaux"] if slot["lieu"] == "college" and slot["jour"] == "mardi"]
    assert [slot["activite"] for slot in weeks(ordinary)[2]["creneaux"] if slot["lieu"] == "L2"] == ["Mini-stage"] * 2
    report = judge("complet", "contrat", "2026-11-20", emploi_du_temps__semaines=weeks(ordinary))
    assert paths_of(report, "ST-32") == []
    assert [slot["id"] for slot in week["creneaux"]] == ["M2C" + str(rank + 1) for rank in
                                                         range(len(week["creneaux"]))]


def test_weeks_typed_by_hand_that_fit_are_left(ordinary):
    dossier = copy.deepcopy(BASES["complet"])
    drawing = StageWeeks(dossier)
    assert (drawing.changed, drawing.removed, drawing.edited) == (0, 0, [])
    assert drawing.weeks is weeks(dossier)


def test_a_short_stage_within_a_long_one_takes_one_week_more(ordinary):
    """The long one is one model, that the short one interrupts: the later wins."""
    ordinary["stages"][1].update(debut="2027-01-11", fin="2027-01-11")
    ordinary["stages"][1]["horaires"] = ordinary["stages"][1]["horaires"][:1]
    drawn(ordinary)
    assert [(week["du"], week["au"]) for week in weeks(ordinary)[1:]] == [("2027-01-05", "2027-01-29"),
                                                                          ("2027-01-11", "2027-01-11")]
    assert said_of(ordinary) == []


def test_lessons_of_the_other_letter_are_kept(ordinary):
    for line in ordinary["stages"][0]["horaires"]:
        line["semaine"] = "A"
    drawn(ordinary)
    kept = [(slot["debut"], slot["semaine"]) for slot in weeks(ordinary)[1]["creneaux"] if slot["jour"] == "mardi"]
    assert ("09:00", "A") in kept
    assert [letter for start, letter in kept if start != "09:00"] == ["B"] * (len(kept) - 1)
    assert said_of(ordinary) == []


def test_a_drawn_week_that_was_edited_is_left_until_it_is_asked(ordinary):
    drawn(ordinary)
    weeks(ordinary)[1]["creneaux"].pop(0)
    edited = copy.deepcopy(weeks(ordinary)[1])
    ordinary["stages"][0]["horaires"][0]["fin"] = "17:00"
    drawing = drawn(ordinary)
    assert (drawing.changed, drawing.edited) == (0, [1])
    assert weeks(ordinary)[1] == edited
    drawing = drawn(ordinary, (1,))
    assert (drawing.changed, drawing.edited) == (1, [])
    assert said_of(ordinary) == []


def test_a_name_given_to_a_drawn_week_stays_when_it_follows(ordinary):
    drawn(ordinary)
    weeks(ordinary)[1]["nom"] = "Au garage"
    ordinary["stages"][0]["fin"] = "2027-02-05"
    assert drawn(ordinary).changed == 1
    assert [(week["id"], week["nom"], week["au"]) for week in weeks(ordinary)][1] == ("M2", "Au garage", "2027-02-05")


def test_weeks_of_a_stage_that_is_gone_go_but_not_while_one_is_incomplete(ordinary):
    drawn(ordinary)
    hours = ordinary["stages"][0]["horaires"]
    ordinary["stages"][0]["horaires"] = []
    drawing = drawn(ordinary)
    assert (drawing.removed, drawing.waiting) == (0, 1)
    ordinary["stages"][0]["horaires"] = hours
    del ordinary["stages"][1]
    assert drawn(ordinary).removed == 1
    assert len(weeks(ordinary)) == 2


def test_nothing_is_drawn_without_an_ordinary_week(ordinary):
    del weeks(ordinary)[:]
    assert drawn(ordinary).changed == 0
    weeks(ordinary).append(as_new(BASES["complet"]["emploi_du_temps"]["semaines"][1]))
    assert drawn(ordinary).changed == 0


def test_an_ordinary_week_with_a_workshop_keeps_it(ordinary):
    """Hours elsewhere that somebody typed in the ordinary week are not drawn twice, nor lost under another stage."""
    workshop = {**ordinary["stages"][1], "id": "S9", "lieu": "L2", "debut": "2026-12-07", "fin": "2027-04-09",
                "horaires": [{"id": "H9", "jour": "mercredi", "debut": "13:30", "fin": "15:30", "pause_debut": "",
                              "pause_fin": "", "semaine": ""}]}
    ordinary["stages"][1] = workshop
    weeks(ordinary)[0]["creneaux"].append({"id": "M1C99", "jour": "mercredi", "debut": "13:30", "fin": "15:30",
                                           "lieu": "L2", "activite": "Atelier", "semaine": "", "discipline": ""})
    assert drawn(ordinary).changed == 1
    assert said_of(ordinary) == []


def test_a_slot_of_which_the_break_was_taken_out_stays_so(ordinary):
    drawn(ordinary)
    slots = weeks(ordinary)[1]["creneaux"]
    rank = [slot["lieu"] for slot in slots].index("L1")
    held = week_at(ordinary, "emploi_du_temps.semaines.1").slots[rank]
    weeks(ordinary)[1]["creneaux"] = parted(slots, rank, break_in(held, stays_of(read(ordinary))))
    drawing = StageWeeks(ordinary)
    assert (drawing.changed, drawing.removed, drawing.edited, drawing.faithful) == (0, 0, [], [1, 2])
    ordinary["stages"][0]["horaires"][0]["fin"] = "17:00"
    drawn(ordinary)
    assert [(slot["debut"], slot["fin"]) for slot in weeks(ordinary)[1]["creneaux"]
            if slot["jour"] == "mardi" and slot["lieu"] == "L1"] == [("09:00", "12:00"), ("13:00", "17:00")]
