"""« Que dit la règle ? » in the browser: a try by keyboard, a search, and everything readable without JavaScript."""

import time

import pytest

from tests.support.pages.axe import check
from tests.support.pages.steps import go, open_new, saved, set_date, until

pytestmark = pytest.mark.without_worker


@pytest.fixture
def regles(server, page):
    """The explorer, ready, on a narrow dark screen; an error of the page fails the test."""
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(server.address + "regles/index.html")
    ready = time.monotonic() + 8
    while not page.evaluate("'pret' in document.documentElement.dataset"):
        assert time.monotonic() < ready
        time.sleep(0.05)
    yield page
    assert errors == []


def test_a_day_is_tried_by_keyboard(regles):
    regles.focus("#age")
    regles.keyboard.type("14")
    regles.keyboard.press("Tab")
    regles.keyboard.type("3e")
    regles.keyboard.press("Tab")
    regles.keyboard.type("Stage d")
    regles.keyboard.press("Tab")
    for part in ("5", "1", "2027"):
        regles.keyboard.press("Control+A")
        regles.keyboard.type(part)
        regles.keyboard.press("Tab")
    for hour in ("9h", "12h", "13h", "16h30"):
        regles.keyboard.type(hour)
        regles.keyboard.press("Tab")
    regles.keyboard.press("Enter")
    assert regles.evaluate("document.activeElement.closest('#verdict') !== null")
    assert regles.input_value("#stages-0-type") == "stage_initiation"
    spoken = regles.locator("#verdict .regle", has_text="EL-09")
    assert "14\u00a0ans" in spoken.inner_text()
    assert regles.evaluate("document.documentElement.scrollWidth <= innerWidth")
    spoken.locator("a").click()
    regles.wait_for_url("**/regles/el-09/**")
    assert "alternance" in regles.locator("main blockquote").first.inner_text()


def test_a_wrong_answer_is_said_beside_it(regles):
    regles.fill("#stages-0-horaires-0-fin", "25h")
    regles.fill("#age", "deux")
    regles.click("[data-action=essayer]")
    assert "8h30" in regles.locator("#stages-0-horaires-0-fin-erreur").inner_text()
    assert "3 à 25" in regles.locator("#age-erreur").inner_text()
    assert "Corrigez" in regles.locator("#verdict").inner_text()


def test_words_reduce_the_list_whatever_the_accents(regles):
    regles.fill("#filtre", "SIGNATURE referent")
    assert regles.locator("#SI-05").is_visible() and not regles.locator("#SI-01").is_visible()
    assert not regles.locator("#eligibilite").is_visible()
    regles.fill("#filtre", "zzz")
    assert "Aucune règle" in regles.locator("#trouvees").inner_text()
    regles.fill("#filtre", "")
    assert regles.locator("#SI-01").is_visible() and regles.locator("#trouvees").inner_text() == ""


def test_the_verdict_has_no_accessibility_fault(regles):
    regles.select_option("#eleve-niveau", "5e")
    regles.select_option("#stages-0-type", "stage_initiation")
    regles.click("[data-action=essayer]")
    assert regles.locator("#verdict .regle").count() > 0
    check(regles)


@pytest.mark.chromium_only(reason="Playwright cannot turn off the scripts of this Firefox")
def test_everything_but_the_try_is_read_without_javascript(server, browser):
    context = browser.new_context(locale="fr-FR", java_script_enabled=False)
    page = context.new_page()
    page.goto(server.address + "regles/index.html")
    assert page.locator("#SI-05").is_visible() and not page.locator("#essai").is_visible()
    page.click("#EL-05 a")
    assert "14\u00a0heures" in page.locator("main").inner_text()
    context.close()


def test_a_finding_leads_to_its_rule_and_nothing_is_lost(site):
    open_new(site)
    go(site, "parcours")
    for path, day in (("debut", "7 12 2026"), ("fin", "9 11 2026")):
        set_date(site, f"parcours-{path}", *day.split())
    saved(site)
    go(site, "verifier")
    finding = site.locator("#constats .regle", has_text="PE-01")
    until(lambda: finding.count() == 1)
    said = finding.locator("p").first.inner_text()
    assert said.endswith(". PE-01") and not said.startswith("PE-01")
    finding.locator("a", has_text="PE-01").click()
    site.wait_for_url("**/regles/pe-01/**")
    assert "transitoire" in site.locator("main blockquote").first.inner_text()
    site.go_back()
    until(lambda: finding.count() == 1)


def test_every_finding_of_the_catalogue_is_a_link(site):
    open_new(site)
    go(site, "verifier")
    until(lambda: site.locator("#constats .regle").count() > 0)
    for row in site.locator("#constats .regle").all():
        id = row.locator("small").first.inner_text()
        assert row.locator("a").first.get_attribute("href").endswith(f"regles/{id.lower()}/index.html")
