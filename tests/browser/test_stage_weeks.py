"""« Dessiner les semaines de stage » in the page: in one gesture, then following the stages; each can be undone."""

import copy
import json

import pytest

from tests.support.examples import EXAMPLES
from tests.support.pages.steps import go, saved, until
from tests.support.pages.week_steps import see_rows

pytestmark = pytest.mark.without_worker

BOX = "#semaines-de-stage"


def opened(site, server, weeks, **changes):
    """The timetable of the complete dossier with so many of its week models."""
    dossier = copy.deepcopy(EXAMPLES["complet"])
    del dossier["emploi_du_temps"]["semaines"][weeks:]
    dossier["emploi_du_temps"].update(changes)
    made = site.evaluate("(json) => pidStore.create({json, titre: '', etat: '', demonstration: true})",
                         json.dumps(dossier))
    site.goto(f"{server.address}dossier/?d={made['id']}")
    go(site, "emploi-du-temps")


@pytest.fixture
def ordinary(site, server):
    """The timetable of which only the ordinary week was typed."""
    opened(site, server, 1)
    until(lambda: site.locator(BOX).is_visible())
    return site


def periods(site):
    """The periods of the week models of the draft, and when its stages end on a Tuesday."""
    saved(site)
    dossier = json.loads(site.evaluate("pidStore.get(new URLSearchParams(location.search).get('d')).then((one) => "
                                       "one.json)"))
    weeks = dossier["emploi_du_temps"]["semaines"]
    return [(week["du"], week["au"], *[slot["fin"] for slot in week["creneaux"]
                                       if slot["jour"] == "mardi" and slot["lieu"] != "college"]) for week in weeks]


ORDINARY = ("2026-12-07", "2027-04-09")
DRAWN = [ORDINARY, ("2027-01-05", "2027-01-29", "16:30"), ("2027-03-15", "2027-03-16", "16:00")]


def test_the_weeks_of_the_stages_are_drawn_in_one_gesture_and_follow_them(ordinary):
    assert "demandent 2 semaines types" in ordinary.locator(BOX).inner_text()
    ordinary.click("text=Dessiner les semaines de stage (2)")
    assert not ordinary.locator(BOX).is_visible()
    assert periods(ordinary) == DRAWN
    assert "Semaines de stage dessinées" in ordinary.inner_text("#annuler p")
    go(ordinary, "stages/S1/ou-et-quand")
    ordinary.fill("#stages-0-horaires-0-fin", "17h")
    until(lambda: periods(ordinary)[1][2] == "17:00")
    assert "ont suivi" in ordinary.inner_text("#annuler p")
    ordinary.click("#annuler button")
    until(lambda: periods(ordinary) == DRAWN)
    until(lambda: ordinary.input_value("#stages-0-horaires-0-fin") == "16:30")


def test_a_drawn_week_that_somebody_edits_is_left_and_drawn_again_when_asked(ordinary):
    ordinary.click("text=Dessiner les semaines de stage (2)")
    ordinary.click(".semaine >> nth=1 >> [data-action=semaine-ouvrir]")
    see_rows(ordinary)
    ordinary.locator("[data-action=creneau-supprimer]").first.click()
    until(lambda: "modifiée à la main" in ordinary.locator(BOX).inner_text())
    ordinary.click("text=La redessiner d’après les stages")
    assert not ordinary.locator(BOX).is_visible()
    ordinary.click("#annuler button")
    until(lambda: "modifiée à la main" in ordinary.locator(BOX).inner_text())


def test_a_slot_of_a_stage_stops_during_the_break_in_one_gesture(ordinary):
    ordinary.click("text=Dessiner les semaines de stage (2)")
    ordinary.click(".semaine >> nth=1 >> [data-action=semaine-ouvrir]")
    ordinary.locator(".saisie td.ailleurs .case").first.click()
    whole = ordinary.locator(".saisie td.ailleurs").count()
    ordinary.click("[data-action=creneau-pause] >> visible=true")
    assert "s’arrête pendant la pause" in ordinary.inner_text("#annuler p")
    assert ordinary.locator(".saisie td.ailleurs").count() == whole + 1
    ordinary.click("#annuler button")
    until(lambda: ordinary.locator(".saisie td.ailleurs").count() == whole)


def test_the_ordinary_week_is_begun_by_the_first_button_of_the_page(site, server):
    opened(site, server, 0, reference="", duree_seance=None)
    site.click("[data-action=semaine-commencer]")
    assert site.is_checked("#emploi_du_temps-reference-3e") and periods(site) == [ORDINARY]
    assert site.input_value("#emploi_du_temps-semaines-0-nom") == "Semaine ordinaire"
    assert site.evaluate("document.activeElement.id") == "emploi_du_temps-duree_seance"
    assert not site.locator("#premiere-semaine").is_visible()
    site.keyboard.press("Control+z")
    until(lambda: site.locator(".semaine").count() == 0)


def test_the_first_week_takes_the_grid_of_the_level_and_the_dates_of_the_parcours(site, server):
    opened(site, server, 0, reference="")
    site.click("[data-action=semaine-ajouter]")
    assert "viennent du niveau" in site.inner_text("[data-action=semaine-ajouter] + .constat")
    assert site.is_checked("#emploi_du_temps-reference-3e")
    assert periods(site) == [ORDINARY]
    assert site.locator("#grille-autre").is_hidden()
    site.check("#emploi_du_temps-reference-4e")
    until(site.locator("#grille-autre").is_visible)
