"""What one line gives to several boxes is spread, said, and taken back; Enter goes to the next question that waits."""

import pytest

from tests.support.pages.axe import check
from tests.support.pages.steps import copy_of, go, judged, open_new, saved, until

pytestmark = pytest.mark.without_worker

UNDO = "#annuler [data-action=annuler]"
PERSON = ("nom", "prenom", "fonction", "courriel")
DAY = ("jour", "mois", "annee")


def values(page, prefix, names):
    return [page.locator(f"#{prefix}-{name}").input_value() for name in names]


def said(page):
    return page.locator("#annuler p").inner_text()


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.dataset.action || ''")


def write(page, control, text):
    page.locator(control).press_sequentially(text)
    page.keyboard.press("Enter")


@pytest.fixture
def fresh(site):
    """A new dossier of 2026-2027, judged once."""
    open_new(site)
    judged(site)
    go(site, "dossier")
    site.fill("#dossier-annee_scolaire", "2026-2027")
    return site


def test_a_person_in_one_line_fills_the_blank_boxes_and_is_taken_back(fresh):
    go(fresh, "redacteur")
    check(fresh, "a page that says what a line may give")
    line = "Exemple, Nadia, cpe, nadia@exemple.fr"
    write(fresh, "#redacteur-nom", line)
    until(lambda: values(fresh, "redacteur", PERSON) == ["Exemple", "Nadia", "cpe", "nadia@exemple.fr"])
    assert said(fresh) == "Réparti\u00a0: nom, prénom, fonction, adresse électronique professionnelle."
    assert focused(fresh) == "continuer", "nothing is left to answer on this page"
    saved(fresh)
    assert copy_of(fresh)["redacteur"]["fonction"] == "cpe"
    fresh.click(UNDO)
    until(lambda: values(fresh, "redacteur", PERSON) == [line, "", "", ""])
    fresh.fill("#redacteur-prenom", "Nadège")
    fresh.focus("#redacteur-nom")
    fresh.keyboard.press("End")
    write(fresh, "#redacteur-nom", " ")
    told = fresh.locator("#redacteur-nom + .constat")
    until(lambda: "«\u00a0Nadia\u00a0» n’a pas de place libre" in told.inner_text())
    assert values(fresh, "redacteur", PERSON)[1:] == ["Nadège", "", ""], "what is written is never replaced"


def test_a_pupil_an_address_and_a_level(fresh):
    go(fresh, "eleve")
    write(fresh, "#eleve-nom", "Exemple, Zoé, 11/3/11, 3 B, demi")
    until(lambda: values(fresh, "eleve", ("nom", "prenom", "niveau", "classe")) == ["Exemple", "Zoé", "3e", "3 B"])
    assert values(fresh, "eleve-date_naissance", DAY) == ["11", "3", "2011"]
    assert fresh.locator("#eleve-regime-demi_pensionnaire").is_checked() and focused(fresh) == "eleve-adresse"
    write(fresh, "#eleve-adresse", "12 rue des Lilas, 49300 Cholet")
    address = ("adresse", "code_postal", "ville")
    until(lambda: values(fresh, "eleve", address) == ["12 rue des Lilas", "49300", "Cholet"])
    assert focused(fresh) == "eleve-deplacement"
    fresh.select_option("#eleve-niveau", "")
    fresh.fill("#eleve-classe", "")
    write(fresh, "#eleve-classe", "4e C")
    until(lambda: values(fresh, "eleve", ("niveau",)) == ["4e"])
    assert said(fresh) == "Niveau\u00a0: 4e, d’après la classe."


def test_a_period_in_one_box_and_a_day_without_its_year(fresh):
    go(fresh, "parcours")
    write(fresh, "#parcours-debut-jour", "du 14/12 au 9/4")
    until(lambda: values(fresh, "parcours-debut", DAY) == ["14", "12", "2026"])
    assert values(fresh, "parcours-fin", DAY) == ["9", "4", "2027"]
    go(fresh, "referent")
    planned = "evaluation-bilan_final_prevu"
    write(fresh, f"#{planned}-jour", "1")
    assert focused(fresh) == planned + "-mois"
    write(fresh, f"#{planned}-mois", "6")
    until(lambda: values(fresh, planned, DAY) == ["1", "6", "2027"])
    assert focused(fresh) == "continuer", "no question without answer comes after"
    fresh.click(f"#{planned}-annee")
    fresh.keyboard.type("28")
    fresh.keyboard.press("Tab")
    until(lambda: values(fresh, planned, DAY) == ["1", "6", "2028"])
    go(fresh, "eleve")
    fresh.keyboard.press("Enter")
    assert focused(fresh) == "eleve-nom", "from the title, the first question without answer"
    write(fresh, "#eleve-date_naissance-jour", "1")
    write(fresh, "#eleve-date_naissance-mois", "12")
    assert values(fresh, "eleve-date_naissance", DAY) == ["1", "12", ""], "a birth may be of any year"


def test_a_colleague_has_the_domain_of_the_college(fresh):
    go(fresh, "etablissement")
    write(fresh, "#etablissement-courriel", "ce.0490000j@exemple.fr")
    go(fresh, "redacteur")
    write(fresh, "#redacteur-courriel", "nadia@")
    until(lambda: values(fresh, "redacteur", ("courriel",)) == ["nadia@exemple.fr"])
    assert said(fresh) == "Adresse électronique complétée\u00a0: nadia@exemple.fr."
