"""What the pages are once printed by the browser: folded lists and long texts are whole, and the screen comes back as it was."""

import subprocess

import pytest

from tests.browser.steps import go, open_demonstration, open_new, ready, saved, until

pytestmark = pytest.mark.without_worker

OPEN = "[...document.querySelectorAll('#verifier details')].filter((one) => one.open).map((one) => one.id)"
NAIVE = "addEventListener('beforeprint', (event) => event.stopImmediatePropagation(), true)"
"""Takes from the page what it does before it is printed."""
LINES = [f"ligne {number} du constat" for number in range(1, 41)]

oldest_and_present = pytest.mark.parametrize("engine", ["chromium_109", "chromium"], indirect=True)
"""The first has no `field-sizing`, as WebKit."""


@pytest.fixture
def home(server, page, engine):
    page.goto(server.address)
    until(lambda: ready(page))
    return page


def paper(page):
    """The words of the page as it is printed."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=page.pdf(), capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace("\u00a0", " ").split())


def checked(page):
    open_demonstration(page)
    go(page, "verifier")
    until(lambda: page.locator("#recapitulatif details").count() > 5)
    page.click("#reponses-eleve summary")


@oldest_and_present
def test_the_answers_are_printed_and_the_lists_come_back_as_they_were(home):
    checked(home)
    words = paper(home)
    shown = home.evaluate("[...document.querySelectorAll('#recapitulatif dd')].map((one) => one.textContent.trim()).filter(Boolean)")
    missing = [text for text in shown if " ".join(text.split())[:20] not in words]
    assert len(shown) > 100 and len(missing) < len(shown) / 50, missing
    assert home.evaluate(OPEN) == ["reponses-eleve"]


def test_control_without_it_they_are_not(home):
    home.add_init_script(NAIVE)
    home.reload()
    until(lambda: ready(home))
    checked(home)
    shown = home.evaluate("document.querySelector('#reponses-objectifs dd').textContent.trim()")
    assert shown and shown[:20] not in paper(home)


def test_lists_that_are_made_once_unfolded_are_made_for_paper(home):
    open_new(home)
    go(home, "signatures")
    until(lambda: home.locator("#brouillon-contrat details").count() == 1)
    assert home.locator("#brouillon-contrat li").count() == 0
    reasons = int(home.inner_text("#brouillon-contrat summary").split(":")[1].split()[0])
    words = paper(home)
    assert "Indiquez" in words.partition("le contrat porterait")[2]
    until(lambda: home.locator("#brouillon-contrat details").get_attribute("open") is None)
    assert home.locator("#brouillon-contrat li").count() == reasons


def test_the_week_is_printed_as_a_list_too(home):
    open_demonstration(home)
    go(home, "emploi-du-temps")
    until(lambda: home.locator(".vue[data-vue=grille] td").count() > 5)
    assert "Aucun créneau" in paper(home) and home.locator(".vue[data-vue=liste]").get_attribute("open") is None


@oldest_and_present
def test_long_texts_are_whole_on_paper(home):
    open_new(home)
    go(home, "situation")
    home.fill("#situation-constats", "\n".join(LINES))
    go(home, "etablissement")
    home.fill("#etablissement-adresse", "12 rue " + "très " * 40 + "longue")
    saved(home)
    assert "très longue" in paper(home)
    go(home, "situation")
    words = paper(home)
    assert [line for line in LINES if line not in words] == []
    assert home.locator(".papier").count() == 0 and home.locator("#situation-constats").is_visible()


@pytest.mark.parametrize("engine", ["chromium_109"], indirect=True)
def test_control_a_box_cuts_a_long_text(home):
    home.add_init_script(NAIVE)
    home.reload()
    until(lambda: ready(home))
    open_new(home)
    go(home, "situation")
    home.fill("#situation-constats", "\n".join(LINES))
    assert LINES[-1] not in paper(home)
