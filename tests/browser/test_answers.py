"""What the pages say of an answer: errors gathered and linked, warnings that do not stop, dates as people write
them."""

import re

import pytest

from tests.support.pages.steps import file_of, go, open_demonstration, open_new, ready, saved, set_date, until

pytestmark = pytest.mark.without_worker


def test_the_profile_is_kept_as_it_is_typed_and_its_errors_are_gathered(site, server):
    site.goto(server.address + "etablissement/")
    until(lambda: ready(site))
    site.fill("#etablissement-nom", "Collège des Exemples")
    saved(site)
    site.reload()
    until(lambda: site.locator("#etablissement-nom").input_value() == "Collège des Exemples")
    site.fill("#etablissement-telephone", "12")
    site.click("[data-action=enregistrer-etablissement]")
    summary = site.locator(".resume-erreurs")
    assert summary.locator("li").count() == 1 and "Téléphone – Indiquez" in summary.inner_text()
    assert site.title().startswith("Erreur\u00a0: ")
    assert site.evaluate("document.activeElement.className") == "resume-erreurs"
    assert site.locator("#etablissement-telephone").get_attribute("aria-invalid") == "true"
    summary.locator("a").click()
    assert site.evaluate("document.activeElement.id") == "etablissement-telephone"
    site.fill("#etablissement-telephone", "02 41 00 00 00")
    site.click("[data-action=enregistrer-etablissement]")
    assert summary.is_hidden() and not site.title().startswith("Erreur")


def test_the_errors_of_eligibility_are_gathered(site, server):
    site.goto(server.address + "eligibilite/")
    until(lambda: ready(site))
    set_date(site, "eleve-date_naissance", "31", "4", "2011")
    site.click("[data-action=verifier-eligibilite]")
    summary = site.locator(".resume-erreurs")
    assert summary.locator("li").all_inner_texts() == [
        "Date de naissance – Indiquez une date qui existe\u00a0: il n’y a pas de 31 avril 2011."]
    said = site.locator("#eleve-date_naissance-erreur").inner_text()
    assert said == "Erreur\u00a0: " + summary.locator("li").inner_text()
    assert site.title().startswith("Erreur\u00a0: ") and site.locator("#resultat").is_hidden()
    summary.locator("a").click()
    assert site.evaluate("document.activeElement.id") == "eleve-date_naissance-jour"


def test_a_whole_date_goes_from_one_box_to_the_three(site):
    open_new(site)
    go(site, "parcours")
    site.focus("#parcours-debut-jour")
    site.keyboard.type("7/12/2026")  # Firefox tells no change of what a driver has filled in
    site.keyboard.press("Tab")
    assert [site.locator(f"#parcours-debut-{part}").input_value() for part in ("jour", "mois", "annee")] == \
        ["7", "12", "2026"]
    saved(site)
    go(site, "taches")
    assert file_of(site, "telecharger-copie")["parcours"]["debut"] == "2026-12-07"


def test_a_doubtful_letter_of_the_uai_warns_and_does_not_stop(site):
    open_demonstration(site)
    go(site, "etablissement")
    site.fill("#etablissement-uai", "0490060A")
    until(lambda: "la lettre attendue est Z" in site.locator("#etablissement-uai-constat").inner_text())
    site.click("#etablissement [data-action=continuer]")
    until(lambda: site.evaluate("location.hash") == "#redacteur")
    go(site, "etablissement")
    site.fill("#etablissement-uai", "0490060Z")
    until(lambda: site.locator("#etablissement-uai-constat").is_hidden())


def test_errors_name_their_item_and_the_summary_leaves_with_the_page(site):
    open_demonstration(site)
    go(site, "objectifs/O2")
    site.fill("#parcours-objectifs-1-intitule", "")
    site.click("#objectifs > .suite [data-action=continuer]")
    assert site.locator("#objectifs .resume-erreurs li").all_inner_texts() == ["Indiquez l’objectif (objectif 2)"]
    go(site, "verifier")
    assert "Indiquez l’objectif (objectif 2)" in site.locator("#manquants").inner_text()
    go(site, "objectifs/O2")
    assert site.locator("#objectifs .resume-erreurs").is_hidden()
    assert site.locator("#parcours-objectifs-1-intitule-erreur").is_visible()


def test_a_button_that_can_do_nothing_says_why_where_it_is(site):
    open_new(site)
    go(site, "responsables")
    add = site.locator("#responsables > .bloc > [data-action=ajouter]")
    for _ in range(3):
        add.click()
    assert site.locator("#responsables > .bloc > .items > .item").count() == 2
    full = site.locator("[data-action=ajouter] + .constat:visible").inner_text()
    assert full == "La liste est pleine\u00a0: 2 au plus."
    site.locator("#responsables [data-action=monter]").first.click()
    assert site.locator(".item-tete + .constat:visible").inner_text() == "Cet élément est déjà le premier."
    assert site.locator("[data-action=ajouter] + .constat").count() == 0
    site.locator("#responsables [data-action=descendre]").first.click()
    assert site.locator(".item-tete + .constat").count() == 0


def test_where_one_is_nothing_jumps_and_the_state_stays_in_sight(site):
    open_demonstration(site)
    go(site, "objectifs/O2")
    last = site.locator("#objectifs .ouvert")
    last.locator("textarea").first.fill("Un autre objectif")
    saved(site)
    last.locator(".item [data-action=supprimer]").last.scroll_into_view_if_needed()
    before = site.evaluate("scrollY")
    assert before > 200
    last.locator(".item [data-action=supprimer]").last.click()
    assert site.evaluate("scrollY") > 100
    for shown in ("#annuler", "#etat-enregistrement"):
        box = site.locator(shown).bounding_box()
        assert 0 <= box["y"] < 400, shown
    go(site, "parcours")
    assert "Suppression faite" in site.locator("#annuler p").inner_text()
    assert site.locator("#annuler button").is_visible()


def test_answers_to_read_again_are_folded_by_page_and_counted(site):
    open_demonstration(site)
    go(site, "verifier")
    parts = site.locator("#recapitulatif details")
    assert parts.count() > 10 and site.locator("#recapitulatif details[open]").count() == 0
    school = site.locator("#reponses-etablissement")
    counted = int(re.search(r"– (\d+)\u00a0réponses", school.locator("summary").inner_text())[1])
    school.locator("summary").click()
    assert counted > school.locator("dl > div").count() == school.get_by_role("link", name="Modifier").count() > 3
    school.get_by_role("link", name="Modifier").first.click()
    go(site, "verifier")
    assert site.locator("#recapitulatif details[open]").count() == 1, "what was unfolded stays so"
    site.get_by_role("button", name="Tout déplier").click()
    assert site.locator("#recapitulatif details[open]").count() == parts.count()
    site.get_by_role("button", name="Tout replier").click()
    assert site.locator("#recapitulatif details[open]").count() == 0
