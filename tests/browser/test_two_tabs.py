"""A second tab shows what the first one writes, without being asked, and keeps its focus, its caret and what is being
typed."""

import pytest

from tests.support.pages.steps import begin, go, open_demonstration, ready, saved, until

pytestmark = pytest.mark.without_worker


def second(site):
    """Another tab on the same dossier, at the same page of it."""
    other = site.context.new_page()
    other.goto(site.url)
    until(lambda: other.evaluate("'juge' in document.documentElement.dataset"))
    return other


def told(page):
    return page.locator("#etat-enregistrement").inner_text()


def test_an_answer_written_in_one_tab_is_shown_in_the_other(site):
    begin(site, "Dupont")
    other = second(site)
    other.locator("#eleve-classe").press_sequentially("3e C")
    saved(other)
    other.evaluate("document.getElementById('eleve-classe').setSelectionRange(1, 3)")
    site.fill("#eleve-nom", "Durand")
    site.keyboard.press("Tab")
    until(lambda: other.locator("#eleve-nom").input_value() == "Durand")
    assert site.locator("#eleve-classe").input_value() == "3e C" and "autre onglet" in told(other)
    assert other.evaluate("[document.activeElement.id, document.activeElement.selectionStart, "
                          "document.activeElement.selectionEnd]") == \
        ["eleve-classe", 1, 3]
    other.keyboard.type("B")  # it goes on from what both have written: no conflict
    saved(other)
    until(lambda: site.locator("#eleve-classe").input_value() == "3BC")
    assert other.locator("#conflit").is_hidden() and site.locator("#conflit").is_hidden()


def test_lists_and_judged_pages_are_shown_anew(site):
    open_demonstration(site)
    go(site, "objectifs/O1")
    other = second(site)
    other.locator("#parcours-objectifs-0-intitule").focus()
    go(site, "objectifs")
    site.locator("#objectifs > .bloc > [data-action=ajouter]").click()
    items = "#objectifs > .bloc > .items > .item"
    until(lambda: other.locator(items).count() == site.locator(items).count() == 3)
    assert other.evaluate("document.activeElement.id") == "parcours-objectifs-0-intitule"
    go(other, "verifier")
    until(lambda: "Intitulé" in other.locator("#manquants").inner_text() or other.locator("#manquants li").count())
    missing = other.locator("#manquants li").count()
    go(site, "objectifs")
    site.locator(items).last.locator("[data-action=supprimer]").first.click()
    until(lambda: other.locator("#manquants li").count() < missing)


def test_a_page_that_is_not_seen_says_nothing_of_weeks_that_are_gone(site):
    open_demonstration(site)
    go(site, "emploi-du-temps")
    site.locator("[data-action=semaine-ouvrir]").last.click()
    go(site, "eleve")
    other = second(site)
    go(other, "emploi-du-temps")
    until(lambda: other.locator(".semaine").count() == 3)
    other.locator("[data-action=semaine-supprimer]").last.click()
    until(lambda: "autre onglet" in told(site))
    site.evaluate("window.dispatchEvent(new Event('beforeprint'))")  # an error of the page fails the test
    go(site, "emploi-du-temps")
    until(lambda: site.locator(".semaine").count() == 2)


def test_control_what_waits_to_be_saved_is_never_replaced(site):
    begin(site, "Dupont")
    other = second(site)
    other.locator("#eleve-prenom").press_sequentially("Z")
    site.fill("#eleve-nom", "Durand")
    site.keyboard.press("Tab")
    until(lambda: other.locator("#eleve-nom").input_value() == "Durand" or other.locator("#conflit").is_visible()
          or site.locator("#conflit").is_visible())
    assert other.locator("#eleve-prenom").input_value() == "Z"


def test_a_dossier_deleted_in_one_tab_is_told_in_the_other(site, server):
    begin(site, "Dupont")
    other = second(site)
    site.goto(server.address)
    until(lambda: site.locator("#dossiers li").count() == 1)
    site.click("#dossiers [data-action=supprimer]")
    until(lambda: other.locator("#alerte-enregistrement").is_visible())
    assert "supprimé dans un autre onglet" in other.locator("#alerte-enregistrement").inner_text()
    site.click("#annuler button")
    until(lambda: other.locator("#alerte-enregistrement").is_hidden())


def test_the_list_of_dossiers_keeps_its_focus_and_deletions_are_undone_one_by_one(site, server):
    for name in ("Un", "Deux", "Trois"):
        begin(site, name)
        site.goto(server.address)
        until(lambda: ready(site))
    until(lambda: site.locator("#dossiers li").count() == 3)
    other = second_list(site)
    other.locator("#dossiers li:last-child [data-action=telecharger]").focus()
    for _ in range(2):
        left = site.locator("#dossiers li").count()
        site.locator("#dossiers [data-action=supprimer]").first.click()
        until(lambda: site.locator("#dossiers li").count() == left - 1)
    until(lambda: other.locator("#dossiers li").count() == 1)
    assert other.evaluate("document.activeElement.dataset.action") == "telecharger"
    for count in (2, 3):
        site.keyboard.press("Control+z")
        until(lambda: site.locator("#dossiers li").count() == other.locator("#dossiers li").count() == count)


def second_list(site):
    other = site.context.new_page()
    other.goto(site.url)
    until(lambda: other.locator("#dossiers li").count() == 3)
    return other


def test_the_profile_of_the_establishment_too(site, server):
    site.goto(server.address + "etablissement/")
    other = site.context.new_page()
    other.goto(server.address + "etablissement/")
    until(lambda: ready(site) and ready(other))
    other.focus("#etablissement-nom")
    site.fill("#etablissement-ville", "Cholet")
    saved(site)
    until(lambda: other.locator("#etablissement-ville").input_value() == "Cholet")
    assert other.evaluate("document.activeElement.id") == "etablissement-nom"
