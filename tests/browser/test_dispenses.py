"""« Enseignements dispensés »: a line for each discipline that the timetable reduces, an item once its box is
answered."""

import copy
import json

import pytest

from tests.support.examples import EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.looks import LOOKS, look
from tests.support.pages.steps import copy_of, go, open_new, saved, until

pytestmark = pytest.mark.without_worker

SAID = "#dispenses-calcul"
LINES = "#dispenses .calcule"


@pytest.fixture
def dispenses(site, server):
    """The page of the complete dossier, of which three items name a reduced discipline, and two do not."""
    dossier = copy.deepcopy(EXAMPLES["complet"])
    held = dossier["parcours"]["dispenses"]
    dossier["parcours"]["dispenses"] = [*held[1:4], {"id": "D8", "discipline": "EPS", "compensation": "Aucune"},
                                        {"id": "D9", "discipline": "Jonglage", "compensation": ""}]
    made = site.evaluate("(json) => pidStore.create({json, titre: '', etat: '', demonstration: true})",
                         json.dumps(dossier))
    site.goto(f"{server.address}dossier/?d={made['id']}")
    go(site, "dispenses")
    until(lambda: site.locator(LINES).count() == 8)
    return site


def listed(site):
    """The items of the file: disciplines and what compensates them."""
    return [(one["discipline"], one["compensation"]) for one in copy_of(site)["parcours"]["dispenses"]]


def line(site, name):
    return site.locator(LINES).filter(has=site.locator(".item-nom", has_text=name))


def box(site, name):
    return line(site, name).locator("textarea")


def test_a_box_that_is_answered_makes_its_item_and_what_fits_no_more_stays(dispenses):
    look(dispenses, *LOOKS[0])
    check(dispenses, "computed lines")
    assert "reste à écrire comment 5 sont compensées" in dispenses.inner_text(SAID)
    assert "2 disciplines ne sont pas de celles-ci" in dispenses.inner_text(SAID)
    before = listed(dispenses)
    go(dispenses, "dispenses")
    box(dispenses, "SVT").click()
    dispenses.keyboard.type("Fiches")
    until(lambda: "comment 4 sont compensées" in dispenses.inner_text(SAID))
    saved(dispenses)
    assert listed(dispenses) == [*before, ("SVT", "Fiches")]
    go(dispenses, "dispenses")
    dispenses.locator("#dispenses .item").last.get_by_role("button", name="Supprimer").click()
    until(lambda: "une discipline n’est pas de celles-ci" in dispenses.inner_text(SAID))
    assert box(dispenses, "SVT").input_value() == "Fiches"


def test_the_same_compensation_is_written_in_the_empty_boxes_alone(dispenses):
    box(dispenses, "LV1").fill("Plan de travail")
    dispenses.click("#meme-compensation")
    until(lambda: "Toutes ont leur compensation" in dispenses.inner_text(SAID))
    texts = [one.input_value() for one in dispenses.locator(LINES + " textarea").all()]
    assert texts.count("Plan de travail") == 5 and "" not in texts
    dispenses.click("#annuler button")
    until(lambda: "comment 4 sont compensées" in dispenses.inner_text(SAID))
    assert box(dispenses, "LV1").input_value() == "Plan de travail"


def test_a_sentence_can_be_taken_in_a_blank_line(dispenses):
    line(dispenses, "Physique-chimie").locator("[data-action=s-inspirer]").click()
    line(dispenses, "Physique-chimie").locator(".proposees button").first.click()
    until(lambda: "comment 4 sont compensées" in dispenses.inner_text(SAID))
    assert box(dispenses, "Physique-chimie").input_value() != ""
    dispenses.click("#meme-compensation")
    until(lambda: "Toutes ont leur compensation" in dispenses.inner_text(SAID))


def test_hours_before_and_during_are_drawn_and_told(dispenses):
    image = dispenses.locator("#dispenses-barres svg")
    told = image.get_attribute("aria-label")
    names = dispenses.locator(f"{LINES} .item-nom").all_inner_texts()
    assert len(names) == told.count(" avant, ") and all(name in told for name in names)
    assert image.locator("rect.lost").count() == len(names) + 1  # that of the legend
    smallest = """(image) => image.getBoundingClientRect().width / image.viewBox.baseVal.width
      * Math.min(...[...image.querySelectorAll('text')].map((one) => Number(one.getAttribute('font-size'))))"""
    assert image.evaluate(smallest) >= 12


def test_control_no_bars_without_a_timetable(site):
    open_new(site)
    go(site, "dispenses")
    until(lambda: site.locator(SAID).is_visible())
    assert not site.locator("#dispenses-barres").is_visible()
