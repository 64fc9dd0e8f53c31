"""What the dossier already knows is proposed beside its questions: taken by a gesture, said, taken back; nothing that
is written is replaced."""

import copy

import pytest

from tests.support.examples import EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.looks import LOOKS, look
from tests.support.pages.steps import go, open_dossier, saved, until

pytestmark = pytest.mark.without_worker

UNDO = "#annuler [data-action=annuler]"
TUTOR = "#lieux-1-tuteur-"


def value(page, control):
    return page.locator(control).input_value()


def said(page):
    return page.locator("#annuler p").inner_text()


@pytest.fixture
def untidy():
    dossier = copy.deepcopy(EXAMPLES["desordre"])
    dossier["lieux"][1]["tuteur"].update(nom="", prenom="", telephone="")
    dossier["stages"][1].update(concertation="", restauration="")
    dossier["avis"]["cpe"] = {"sens": "", "nom": ""}
    dossier["evaluation"]["bilans_etape_prevus"] = ["2027-02-19"]
    return dossier


def test_the_tutor_is_the_representative_then_follows_and_both_are_taken_back(site, server, tmp_path, untidy):
    open_dossier(site, server, tmp_path, untidy)
    go(site, "lieux/L3")
    site.locator("[data-geste=tuteur]:visible").click()
    until(lambda: value(site, TUTOR + "nom") == "Guérin-Exemple")
    assert value(site, TUTOR + "telephone") == "06 39 98 01 74"
    assert "gardé\u00a0: fonction du tuteur." in said(site)
    site.fill("#lieux-1-representant-telephone", "0639980175")
    until(lambda: value(site, TUTOR + "telephone") == "06 39 98 01 75")
    assert "a suivi\u00a0: téléphone du tuteur." in said(site)
    site.click(UNDO)
    until(lambda: {value(site, one + "telephone") for one in (TUTOR, "#lieux-1-representant-")} == {"06 39 98 01 74"})
    site.click(UNDO)
    until(lambda: value(site, TUTOR + "nom") == value(site, TUTOR + "telephone") == "")
    assert value(site, TUTOR + "courriel") == "bastien.guerin@exemple.fr"


@pytest.mark.campaign
def test_a_stage_takes_what_another_has_and_a_new_one_is_born_with_its_insurer(site, server, tmp_path, untidy):
    look(site, *LOOKS[1])
    open_dossier(site, server, tmp_path, untidy)
    go(site, "stages/S3/activites")
    site.locator("[data-geste=stage]:visible").click()
    until(lambda: value(site, "#stages-1-concertation").startswith("Appel du référent chaque mardi"))
    assert value(site, "#stages-1-restauration").startswith("Au collège")
    assert value(site, "#stages-1-objectifs").startswith("Comparer avec le garage")
    check(site, "a stage with what it may take")
    go(site, "stages")
    site.locator("#stages > .bloc > [data-action=ajouter]").click()
    until(lambda: value(site, "#stages-2-assurance-etablissement").startswith("Assurance Fiction"))
    assert said(site).startswith("Repris du dossier\u00a0: responsabilité civile")
    go(site, "stages/S4/convention")
    site.locator("[data-path='stages.2.visites'] > [data-action=ajouter]").click()
    until(lambda: value(site, "#stages-2-visites-0-visiteur") == "Thibault OUÉDRAOGO-FICTION")
    names = site.locator("datalist#personnes option").evaluate_all("(all) => all.map((one) => one.value)")
    assert "Nadia BELKACEM-EXEMPLE" in names and "Enzo-Gabriel BROCHARD-EXEMPLE" not in names
    assert site.locator("#stages-2-visites-0-visiteur").get_attribute("list") == "personnes"
    check(site, "a new visit")


@pytest.mark.campaign
def test_an_opinion_names_its_author_and_a_day_is_taken_in_one_click(site, server, tmp_path, untidy):
    open_dossier(site, server, tmp_path, untidy)
    go(site, "avis")
    assert value(site, "#avis-cpe-nom") == "", "nothing is written by coming to a page"
    site.locator("#avis-cpe-sens-favorable").check()
    until(lambda: value(site, "#avis-cpe-nom") == "Nadia BELKACEM-EXEMPLE")
    assert said(site) == "Nom du CPE\u00a0: Nadia BELKACEM-EXEMPLE."
    go(site, "referent")
    site.locator("[data-path='evaluation.bilans_etape_prevus'] > [data-action=ajouter]").click()
    until(lambda: value(site, "#evaluation-bilans_etape_prevus-1-annee") == "2027")
    site.fill("#evaluation-bilans_etape_prevus-1-jour", "")
    site.fill("#evaluation-bilans_etape_prevus-1-mois", "")
    site.fill("#evaluation-bilans_etape_prevus-1-annee", "")
    go(site, "taches")
    go(site, "referent")
    check(site, "a day that is offered")
    site.locator("[data-path='evaluation.bilans_etape_prevus.1'] [data-valeur='2027-04-16']").click()
    until(lambda: value(site, "#evaluation-bilans_etape_prevus-1-jour") == "16")
    assert site.evaluate("document.activeElement.id") == "evaluation-bilans_etape_prevus-1-annee"
    assert site.locator("[data-path='evaluation.bilans_etape_prevus.1'] .propositions").count() == 0
    saved(site)


def test_what_is_found_is_repaired_by_a_gesture_beside_it_to_which_the_last_page_leads(site, server, tmp_path, untidy):
    del untidy["parcours"]["dispenses"][0]
    open_dossier(site, server, tmp_path, untidy)
    go(site, "verifier")
    link = site.locator("#constats a:text-is('Même compensation pour toutes')")
    until(lambda: link.count() == 1)
    check(site, "a gesture that repairs")
    link.click()
    repair = site.locator("#dispenses .reparation [data-action=reparer]")
    until(lambda: repair.is_visible())
    check(site, "a gesture beside what is found")
    repair.click()
    until(lambda: repair.count() == 0)
    assert site.evaluate("[...document.querySelectorAll('#dispenses .calcule textarea')].every((one) => one.value)")
    assert said(site) != ""
