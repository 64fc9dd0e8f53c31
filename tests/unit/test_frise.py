"""The timeline: all that a dossier says on its calendar, for any number of weeks, stages and objectives, its words
never meeting."""

import copy
import random

import pytest

from pid_rules.dossier.structure import blank_dossier
from pid_rules.drawings import frise_narrow, frise_wide
from pid_rules.drawings.frise import Frise
from pid_rules.form import FORM
from pid_rules.planning.draft import read
from pid_rules.words import dates
from tests.support.examples import EXAMPLES
from tests.support.geometry import box, collisions, integers, meet, outside, words_of

TODAY = dates.parse_iso("2027-01-14")


def frise(dossier, today=TODAY, zone="B"):
    return Frise(read(dossier), today, zone)


@pytest.fixture
def complet():
    return copy.deepcopy(EXAMPLES["complet"])


def plain(words):
    return words.replace("\u00a0", " ")


def test_what_the_dossier_says_is_drawn_in_words(complet):
    words = [plain(one) for one in words_of(frise(complet).wide())]
    assert {"déc. 2026", "janv. 2027", "Menuiserie de l’Exemple, mar. et jeu.", "visite", "obj. 1", "bilan", "16 ans",
            "bilan final", "aujourd’hui", "vacances"} <= set(words)


def test_what_is_drawn_is_told_and_stands_in_the_table(complet):
    made = frise(complet)
    assert made.wide()["alt"] == made.narrow()["alt"] == made.text
    for said in ("19 semaines, dont 4 de vacances (zone B)",
                 "Menuiserie de l’Exemple, mardi et jeudi, du 5 janvier 2027", "objectif 1 le 29 janvier 2027",
                 "16 ans le 4 mars 2027", "bilan final le 13 avril 2027"):
        assert said in plain(made.text)
    assert "mar. " not in made.text and "obj." not in made.text
    rows = [tuple(map(plain, row)) for row in made.rows()]
    assert ("19 janvier 2027", "Visite du stage 1") in rows
    assert ("du 21 février 2027 au 7 mars 2027", "Vacances ou jours fériés") in rows
    assert [row for row in rows if row[1].startswith("Échéance de l’objectif 1 : Retrouver")]


def test_wider_two_weeks_that_say_nothing_share_a_line_and_no_other_does(complet):
    telephone, sheet = frise(complet).narrow(), frise(complet).narrow(frise_narrow.WIDER)
    assert 5 * sheet["height"] < 4 * telephone["height"]
    assert {"déc. 2026", "7, 14", "21, 28", "8, 15", "11", "18"} <= set(map(plain, words_of(sheet)))
    assert not [words for words in words_of(telephone) if ", " in words and words[0].isdigit()]


def test_without_dates_a_sentence_says_so():
    made = frise(blank_dossier(FORM))
    assert not made.known and made.text.startswith("Le calendrier n’est pas dessiné")


def test_an_unknown_calendar_hatches_nothing_and_says_so(complet):
    made = frise(complet, zone="")
    assert "holiday" not in [shape[-1] for shape in made.wide()["shapes"]]
    assert "ne sont pas connues" in made.text and "dont" not in made.text


def test_a_day_out_of_the_parcours_is_not_today(complet):
    assert "aujourd’hui" not in words_of(frise(complet, dates.parse_iso("2026-11-20")).wide())


def test_letters_stand_in_the_weeks_that_somebody_gave():
    letters = [words for words in words_of(frise(EXAMPLES["desordre"]).wide()) if words in ("A", "B")]
    assert letters[:4] == ["A", "B", "A", "B"]


def made_up(seed):
    """A dossier of 1 to 45 weeks with up to twelve stages, thirty objectives, ten bilans, names of any length."""
    chance = random.Random(seed)
    dossier = copy.deepcopy(EXAMPLES["complet"])
    first = dates.parse_iso("2026-09-07") + chance.randrange(60)
    last = first + chance.choice((1, 6, 20, 60, 120, 315)) + chance.randrange(6)

    def day():
        return dates.to_iso(chance.randint(first, last))
    dossier["parcours"].update(debut=dates.to_iso(first), fin=dates.to_iso(last))
    for lieu in dossier["lieux"]:
        lieu["nom"] = chance.choice(("Bar", "SARL Établissements Œuvré-Grandmaison et associés", "W" * 90, "Ets 🦄"))
    stages = []
    for number in range(chance.choice((0, 1, 2, 12))):
        ends = sorted((day(), day()))
        stage = copy.deepcopy(chance.choice(dossier["stages"]))
        stage.update(id=f"S{number + 1}", debut=ends[0], fin=ends[1])
        stage["visites"] = [dict(stage["visites"][0], date=day()) for _ in range(chance.randrange(4))]
        stages.append(stage)
    dossier["stages"] = stages
    objective = dossier["parcours"]["objectifs"][0]
    dossier["parcours"]["objectifs"] = [dict(copy.deepcopy(objective), id=f"O{number}", echeance=day())
                                        for number in range(1, chance.choice((1, 3, 30)) + 1)]
    dossier["evaluation"].update(bilans_etape_prevus=[day() for _ in range(chance.randrange(10))],
                                 bilan_final_prevu=dates.to_iso(last + chance.randrange(-5, 60)))
    if chance.randrange(2):
        dossier["emploi_du_temps"]["lundis_a"] = [dates.to_iso(dates.monday_of(first) + 14 * rank)
                                                  for rank in range(10)]
    return dossier, chance.randint(first - 5, last + 5)


@pytest.mark.parametrize("seed", range(60))
def test_nothing_runs_out_and_no_words_meet(seed):
    dossier, today = made_up(seed)
    made = frise(dossier, today)
    for drawing in (made.wide(), made.wide(300), made.narrow(), made.narrow(frise_narrow.WIDER)):
        assert outside(drawing) == [] and collisions(drawing) == [] and integers(drawing)
        assert not {shape[-1] for shape in drawing["shapes"]} & {""}
    assert made.wide()["height"] <= 110


@pytest.mark.parametrize("seed", range(60))
def test_no_mark_crosses_words(seed):
    dossier, today = made_up(seed)
    drawing = frise(dossier, today).wide()
    marks = [box(shape) for shape in drawing["shapes"] if shape[0] == "lines" and shape[-1] == "mark"]
    words = [box(shape) for shape in drawing["shapes"] if shape[0] == "text" and shape[-2] == "mark"]
    assert [(mark, word) for mark in marks for word in words
            if meet((mark[0] - 1, mark[1], mark[2] + 1, mark[3] - 2), word)] == []


@pytest.mark.parametrize("seed", range(60))
def test_every_day_is_in_the_table_whatever_the_room(seed):
    dossier, today = made_up(seed)
    rows = "\n".join(plain(" ".join(row)) for row in frise(dossier, today).rows())
    for rank, objective in enumerate(dossier["parcours"]["objectifs"]):
        day = plain(dates.in_words(dates.parse_iso(objective["echeance"])))
        assert f"{day} Échéance de l’objectif {rank + 1} " in rows
    assert rows.count("Stage :") == len(dossier["stages"])


def test_stages_without_a_lane_are_counted(complet):
    complet["stages"] = [dict(copy.deepcopy(complet["stages"][0]), id=f"S{rank}", visites=[]) for rank in range(1, 13)]
    drawing = frise(complet).wide()
    lanes = {shape[2] for shape in drawing["shapes"] if shape[0] == "rect" and shape[-1] == "stage"
             and shape[4] == frise_wide.LANE - 2}
    assert len(lanes) == frise_wide.MOST_LANES and "+ 9 sans nom" in words_of(drawing)


def test_a_mistyped_year_does_not_stretch_the_drawing(complet):
    complet["parcours"]["fin"] = "2031-12-31"
    assert len(frise(complet).course.weeks) == 53 and outside(frise(complet).wide()) == []
