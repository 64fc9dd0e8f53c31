"""The way through a dossier: where « Continuer » leads, back to the check after « Modifier », what opens once it is
sent."""

import pytest

from tests.support.pages.axe import check
from tests.support.pages.steps import go, is_at, open_demonstration, open_new, ready, saved, set_date, until

pytestmark = pytest.mark.without_worker


def shown(page, slug):
    until(lambda: page.locator(f"section#{slug}").is_visible() and page.evaluate("location.hash") == f"#{slug}")


def go_on(page, slug, following):
    go(page, slug)
    while page.locator(f"#{slug}").is_visible():
        here = page.evaluate("location.hash")
        page.locator(f"#{slug} [data-action=continuer]").click()
        until(lambda here=here: page.evaluate("location.hash") != here
              and is_at(page, page.evaluate("location.hash.slice(1)")))
    shown(page, following)


def test_the_last_page_before_the_sending_leads_to_the_check(site):
    open_demonstration(site)
    go_on(site, "signatures", "pieces")
    go_on(site, "pieces", "verifier")


def test_the_pages_that_follow_the_sending_end_at_the_follow_up(site):
    open_new(site)
    assert listed(site)[-1] == "transmission" and "decision" not in listed(site)
    go(site, "transmission")
    set_date(site, "transmission-date", "20", "11", "2026")
    go(site, "taches")
    slugs = listed(site, "#groupe-suite ")
    assert slugs == ["transmission", "decision", "journal", "bilans", "bilan-final", "prepam"]
    assert listed(site)[0] == "transmission"  # what follows the sending is on top
    for slug, following in zip(slugs, slugs[1:] + ["suivi"]):
        go_on(site, slug, following)


def listed(page, group=""):
    rows = page.locator(f"{group}.taches li:visible")
    return [row.get_attribute("data-page-slug") for row in rows.all()]


def bottom(page, slug):
    """What « Précédent » and « Continuer » are called."""
    return page.locator(f"#{slug} .suite").inner_text().replace("\u00a0", " ")


def test_a_page_says_its_place_and_leads_to_the_pages_beside(site):
    open_new(site)
    go(site, "lieux")
    assert site.locator("#lieux .place").inner_text() == "Où et quand, page 1 sur 3"
    assert bottom(site, "lieux") == "Continuer : Emploi du temps Précédent : Objectifs et stratégies"
    site.click("#lieux [data-action=ajouter]")
    until(lambda: is_at(site, "lieux/L1"))
    assert bottom(site, "lieux") \
        == "Continuer : Lieux de formation Ajouter un autre lieu Précédent : Lieux de formation"
    site.click("#lieux .precedent")
    until(lambda: is_at(site, "lieux"))
    assert bottom(site, "lieux") == "Continuer : Stages Précédent : Objectifs et stratégies"
    site.click("#lieux .precedent")
    shown(site, "objectifs")
    go(site, "dossier")
    assert site.locator("#dossier .precedent").is_hidden()
    go(site, "taches")
    assert "stages" in listed(site)
    check(site)


def test_a_page_that_lacks_answers_can_be_passed_and_says_what_is_missing(site):
    open_new(site)
    go(site, "eleve")
    site.fill("#eleve-nom", "Martin")
    site.click("#eleve [data-action=continuer]")
    until(lambda: site.locator("#eleve .resume-erreurs").is_visible())
    check(site)
    site.click("#eleve .passer")
    shown(site, "responsables")
    go(site, "taches")
    row = site.locator("li[data-page-slug=eleve]")
    until(lambda: "Il manque : prénom, date de naissance, " in row.inner_text().replace("\u00a0", " "))
    assert " et 1 autre réponse." in row.inner_text() and site.locator(".manque:visible").count() == 1
    go(site, "eleve")
    assert site.locator("#eleve-nom").input_value() == "Martin"


def modify(page, path="eleve.classe"):
    """From the check, the answers of a page unfolded, to one of them."""
    go(page, "verifier")
    page.click("#reponses-eleve summary")
    page.click(f'#recapitulatif [data-reponse="{path}"]')
    shown(page, "eleve")


def is_back(page, path="eleve.classe"):
    shown(page, "verifier")
    until(lambda: page.evaluate("document.activeElement.dataset.reponse") == path)
    assert page.locator("#reponses-eleve").get_attribute("open") is not None
    assert page.locator(f'#recapitulatif [data-reponse="{path}"]').is_visible()
    until(lambda: page.evaluate("scrollY") > 0)


def test_continue_comes_back_to_the_check_after_a_correction(site):
    open_demonstration(site)
    modify(site)
    assert bottom(site, "eleve").startswith("Continuer : Vérifier et envoyer")
    site.fill("#eleve-classe", "3e Z")
    site.locator("#eleve [data-action=continuer]").click()
    is_back(site)
    assert "3e Z" in site.locator("#reponses-eleve").inner_text()


def test_so_does_the_browser_s_back(site):
    open_demonstration(site)
    modify(site)
    site.go_back()
    is_back(site)


def test_a_finding_is_come_back_to_and_its_place_when_it_is_gone(site):
    open_demonstration(site)
    go(site, "eleve")
    site.fill("#eleve-nom", "")
    go(site, "verifier")
    site.click('#manquants [data-reponse="eleve.nom"]')
    shown(site, "eleve")
    site.fill("#eleve-nom", "Martin")
    site.locator("#eleve [data-action=continuer]").click()
    is_back(site, "eleve.prenom")


def test_going_elsewhere_meanwhile_forgets_the_check(site):
    open_demonstration(site)
    modify(site)
    site.click("#eleve .retour a")
    shown(site, "taches")
    go_on(site, "eleve", "responsables")


def test_a_dossier_that_was_sent_opens_on_what_is_to_be_done(site, server):
    open_new(site)
    go(site, "eleve")
    site.fill("#eleve-nom", "Envoyée")
    go(site, "transmission")
    for part, text in (("jour", "20"), ("mois", "11"), ("annee", "2026")):
        site.fill(f"#transmission-date-{part}", text)
    saved(site)
    site.goto(server.address)
    until(lambda: ready(site))
    site.click("#dossiers .ouvrir")
    until(lambda: site.locator("section#suivi").is_visible())
    until(lambda: "Envoyée" in site.locator("#suivi-dossier").inner_text())
    until(lambda: site.locator("#suivi-bilan-echeances").inner_text() != "")
    site.click("#suivi .retour a")
    shown(site, "taches")
    address = site.url.split("#")[0]
    site.goto("about:blank")
    site.goto(address + "#eleve")
    until(lambda: site.locator("section#eleve").is_visible())


def test_control_a_dossier_that_was_not_opens_on_its_pages(site):
    open_new(site)
    assert site.locator("section#taches").is_visible() and site.locator("section#suivi").is_hidden()
