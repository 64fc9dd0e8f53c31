"""What is said while somebody types: when an item or a page is left, and without moving what is typed."""

import copy

import pytest

from tests.support.examples import EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.steps import go, judged, open_demonstration, open_dossier, until
from tests.support.pages.week_steps import see_rows

pytestmark = pytest.mark.without_worker
widths = pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.campaign), 360])

BOX = """() => { const box = document.activeElement.getBoundingClientRect();
  return [box.x, box.y, box.width, box.height].map(Math.round); }"""


def is_still(page, before):
    """Whether the focused box is where it was: a page scrolls by whole points."""
    return max(abs(one - other) for one, other in zip(page.evaluate(BOX), before)) <= 1


def type_still(page, selector, text):
    """Type in a box, which moves at no keystroke."""
    page.click(selector)
    page.keyboard.press("Control+a")
    before = page.evaluate(BOX)
    for key in text:
        page.keyboard.press(key)
        page.wait_for_timeout(60)
        assert is_still(page, before), (selector, text)
    page.wait_for_timeout(600)  # a long page is judged once the person rests
    assert is_still(page, before), (selector, text)


@widths
def test_the_hours_that_are_typed_do_not_move_and_are_judged_once_their_row_is_left(site, width):
    site.set_viewport_size({"width": width, "height": 800})
    open_demonstration(site)
    judged(site)
    go(site, "stages/S1/ou-et-quand")
    row = "#stages-0-horaires-0-"
    type_still(site, row + "pause_debut", " ")
    type_still(site, row + "pause_fin", " ")
    type_still(site, row + "debut", "7h")
    type_still(site, row + "fin", "19h")
    said = site.locator(f"{row}fin-constat")
    assert said.is_hidden()
    site.click("#stages-0-horaires-1-debut")
    before = site.evaluate(BOX)
    until(said.is_visible)  # above the row that is typed now, which stays where it was
    assert is_still(site, before)
    check(site)
    type_still(site, row + "fin", "18h")
    assert said.is_visible()  # its box is under the row


@widths
def test_a_slot_that_is_typed_does_not_move(site, width):
    site.set_viewport_size({"width": width, "height": 800})
    open_demonstration(site)
    judged(site)
    go(site, "emploi-du-temps")
    see_rows(site)
    site.locator("#emploi-du-temps .creneau:not(.nouveau) [name=fin]").first.wait_for()
    first = site.locator("#emploi-du-temps .creneau:not(.nouveau) [name=fin]").first.get_attribute("id")
    type_still(site, f"#{first}", "20h")
    type_still(site, f"#{first}".replace("fin", "activite"), "Langue")


def test_an_error_that_is_corrected_leaves_its_room_until_the_box_is_left(site):
    open_demonstration(site)
    judged(site)
    go(site, "eleve")
    site.fill("#eleve-nom", "")
    site.click("#eleve [data-action=continuer]")
    error = site.locator("#eleve-nom-erreur")
    until(error.is_visible)
    type_still(site, "#eleve-nom", "Martin")
    assert error.is_hidden() and site.locator("#eleve-nom").get_attribute("aria-invalid") == "false"
    site.focus("#eleve-prenom")
    until(lambda: site.locator("#eleve .champ.faux").count() == 0)


def test_a_page_nobody_has_come_to_is_not_spoken_of_and_the_check_says_all(site, server, tmp_path):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier.update(signatures=[], signature_unique_motif="",
                   emploi_du_temps={**dossier["emploi_du_temps"], "reference": "", "semaines": [], "lundis_a": []})
    open_dossier(site, server, tmp_path, dossier)
    go(site, "stages/S1/ou-et-quand")
    shown = site.locator("#stages .constat:visible")
    assert shown.count() == 0, shown.all_inner_texts()
    go(site, "verifier")
    until(lambda: "ST-32" in site.locator("#constats").inner_text())
    go(site, "emploi-du-temps")
    go(site, "stages/S1/ou-et-quand")
    until(lambda: shown.count() > 0)
    check(site)


def test_a_new_measure_is_not_said_to_be_none(site):
    open_demonstration(site)
    judged(site)
    go(site, "mesures")
    while site.locator("#mesures [data-action=supprimer]").count():
        site.locator("#mesures [data-action=supprimer]").first.click()
    site.click("#mesures [data-action=ajouter]")
    site.wait_for_timeout(600)
    assert site.locator("#mesures .constat:visible").count() == 0
