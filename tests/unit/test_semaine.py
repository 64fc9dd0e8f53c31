"""The week drawn: every slot as long as it lasts, A and B apart, words that hold in their cell; told as it is drawn."""

import copy
import random

import pytest

from pid_rules.drawings import semaine
from pid_rules.drawings.barres import Barres
from pid_rules.drawings.frise import Frise
from pid_rules.drawings.measure import hyphened
from pid_rules.drawings.places import Places
from pid_rules.planning.dispense_table import DispenseTable
from pid_rules.planning.draft import read, stays_of, weeks_of
from pid_rules.words.horaires import in_words
from tests.support.examples import EXAMPLES
from tests.support.geometry import box, collisions, integers, outside, words_of

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def drawn(dossier):
    """(places, week models) of a dossier."""
    root = read(dossier)
    return Places(root), weeks_of(root)


def pair(dossier):
    places, models = drawn(dossier)
    ordinary = semaine.ordinary_of(models)
    return semaine.side_by_side(places, ordinary, semaine.with_stage_of(models), ordinary)


def rects(drawing, kind):
    return [box(shape) for shape in drawing["shapes"] if shape[0] == "rect" and shape[-1] == kind]


def plain(words):
    return words.replace("\u00a0", " ")


def test_a_slot_is_as_tall_as_it_lasts():
    places, models = drawn(EXAMPLES["complet"])
    drawing = semaine.one_week(places, models[1])
    hours = [shape[2] for shape in drawing["shapes"] if shape[0] == "text" and plain(shape[-1]) in ("10 h", "11 h")]
    stage = rects(drawing, "stage")[0]
    assert len(hours) == 2 and abs((stage[3] - stage[1]) - (hours[1] - hours[0]) * 7.5) <= 1


def test_what_the_ordinary_week_gives_and_the_other_does_not_is_dashed_where_nothing_stands():
    drawing = pair(EXAMPLES["complet"])
    assert len(rects(drawing, "lost")) == 3 and "cours de la semaine ordinaire qui n’a pas lieu" in words_of(drawing)
    assert len(rects(drawing, "stage")) == 2 and words_of(drawing).count("l’Exemple") == 2


def test_a_word_wider_than_its_cell_is_in_two_at_a_syllable_and_never_lost():
    words = words_of(pair(EXAMPLES["complet"]))
    assert words.count("Menuise-") == 2 and words.count("rie de") == 2
    assert hyphened("Menuiserie", 100, 8) == "Menuiserie" and hyphened("W" * 30, 38, 8) == "W" * 30
    assert hyphened("l’Exemple", 32, 8) == "l’Exem- ple" and hyphened("Architecte", 38, 8) == "Archi- tecte"
    assert hyphened("ÉLECTRICITÉ", 50, 8) == "ÉLECTRI- CITÉ"


def test_no_letter_on_paper_is_smaller_than_eight_points():
    drawings = [pair(EXAMPLES["desordre"]), Barres(EXAMPLES["desordre"], "B").drawing(),
                Frise(read(EXAMPLES["desordre"]), 739000, "B").wide(), semaine.by_hand()]
    assert {shape[3] for drawing in drawings for shape in drawing["shapes"] if shape[0] == "text"} <= {8, 9}


def test_a_week_beside_itself_loses_nothing():
    places, models = drawn(EXAMPLES["complet"])
    assert rects(semaine.side_by_side(places, models[0], models[0], models[0]), "lost") == []


def test_a_mini_stage_has_a_shape_of_its_own():
    places, models = drawn(EXAMPLES["complet"])
    drawing = semaine.one_week(places, models[2])
    assert len(rects(drawing, "other")) == 2 and rects(drawing, "stage") == []


def test_letters_split_their_day_in_two():
    places, models = drawn(EXAMPLES["desordre"])
    drawing = semaine.one_week(places, models[0])
    halves = {shape[-1]: box(shape) for shape in drawing["shapes"] if shape[0] == "text" and shape[-1] in "AB"}
    assert halves["A"][2] < halves["B"][0]
    widths = [one[2] - one[0] for one in rects(drawing, "college")]
    assert 2 * min(widths) <= max(widths)


def test_the_week_is_told_slot_by_slot():
    places, models = drawn(EXAMPLES["complet"])
    said = plain(semaine.one_week(places, models[1])["alt"])
    assert "lundi : 8 h 30 – 10 h 30, Français ; 13 h 30 – 15 h, Mathématiques ; 15 h 15 – 16 h 45, LV1. mardi : " \
        "9 h – 16 h 30, Menuiserie de l’Exemple" in said


def test_capitals_of_a_program_are_said_as_the_grid_says_them():
    places, models = drawn(EXAMPLES["desordre"])
    assert "Maths" in words_of(semaine.one_week(places, models[0]))


def test_the_days_of_a_stage_bear_their_hours_and_no_break():
    stay = stays_of(read(EXAMPLES["complet"]))[0]
    drawing = semaine.of_stage(stay)
    assert [plain(words) for words in words_of(drawing)].count("9 h – 12 h") == 2
    assert "mardi, 9 h – 12 h ; mardi, 13 h – 16 h 30" in plain(drawing["alt"])


def made_up(seed):
    """Week models of any slots: at any hour, one on another, of any name, incomplete ones too."""
    chance = random.Random(seed)
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["lieux"][0]["nom"] = chance.choice(("Bar", "Établissements Œuvré-Grandmaison et associés", "W" * 60, "🦄"))
    for week in dossier["emploi_du_temps"]["semaines"]:
        pattern = week["creneaux"][0]
        week["creneaux"] = []
        for number in range(chance.choice((0, 1, 30, 60))):
            start = chance.randrange(0, 1380, 5)
            end = min(1439, start + chance.choice((5, 55, 120, 480)))
            week["creneaux"].append(dict(
                pattern, id=f"C{number}", jour=chance.choice((*DAYS[:chance.choice((5, 7))], "")),
                debut=f"{start // 60:02}:{start % 60:02}", fin=f"{end // 60:02}:{end % 60:02}",
                lieu=chance.choice(("college", "college", "L1", "L2", "")), semaine=chance.choice(("", "", "A", "B")),
                activite=chance.choice(("Français", "ANGLAIS LV1 - 3 B GR1", "Vie de classe", "", "x" * 80))))
    return dossier


@pytest.mark.parametrize("seed", range(60))
def test_nothing_runs_out_and_no_words_meet(seed):
    places, models = drawn(made_up(seed))
    for drawing in (semaine.one_week(places, models[0]), semaine.one_week(places, models[1], size=semaine.LARGE),
                    semaine.side_by_side(places, models[0], models[1], models[2])):
        assert outside(drawing) == [] and collisions(drawing) == [] and integers(drawing)


def test_an_empty_grid_is_drawn_to_be_filled():
    drawing = semaine.by_hand()
    assert "à remplir à la main" in drawing["alt"] and outside(drawing) == []
    assert outside(semaine.by_hand(size=semaine.LARGE)) == []
    assert not [shape for shape in drawing["shapes"] if shape[0] == "rect"]


@pytest.mark.parametrize("example", ["complet", "clos", "desordre"])
def test_each_figure_of_the_bars_is_the_one_of_the_table(example):
    bars = Barres(EXAMPLES[example], "B")
    found = {row.lesson.name: row.lesson for row in DispenseTable(EXAMPLES[example], "B").rows}
    for name, before, left, lost in bars.rows():
        assert (before, lost) == (in_words(found[name].grid), in_words(found[name].dispensed))
        assert left == in_words(max(0, found[name].grid - found[name].dispensed))
    drawing = bars.drawing()
    assert outside(drawing) == [] and collisions(drawing) == [] and drawing["alt"] == bars.text
    for narrow in (bars.drawing(236), bars.drawing(213)):  # page one, a telephone
        assert outside(narrow) == [] and collisions(narrow) == []
        assert min(shape[3] for shape in narrow["shapes"] if shape[0] == "text") >= 8


def test_what_is_wholly_lost_comes_first():
    left = [row[2] == in_words(0) for row in Barres(EXAMPLES["desordre"], "B").rows()]
    assert left == sorted(left, reverse=True) and True in left and False in left


def test_hours_that_nobody_can_tell_are_not_said():
    dossier = copy.deepcopy(EXAMPLES["complet"])
    for week in dossier["emploi_du_temps"]["semaines"]:
        week["creneaux"][-1].update(activite="Xyz")
    bars = Barres(dossier, "B")
    assert {row[2] for row in bars.rows()} == {"à préciser"} and rects(bars.drawing(), "college") == []


def test_without_anything_dispensed_there_are_no_bars():
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["emploi_du_temps"]["semaines"] = []
    assert not Barres(dossier).known
