"""What the pages are once printed by the browser: folded lists and long texts are whole, and the screen comes back as
it was."""

import subprocess

import pytest

from tests.support.examples import LINES
from tests.support.pages.steps import go, open_demonstration, open_new, ready, saved, until
from tests.support.programs import tool

pytestmark = pytest.mark.without_worker

OPEN = "[...document.querySelectorAll('#verifier details')].filter((one) => one.open).map((one) => one.id)"
NAIVE = "addEventListener('beforeprint', (event) => event.stopImmediatePropagation(), true)"
"""Takes from the page what it does before it is printed."""

oldest_and_present = pytest.mark.parametrize("engine", ["chromium_109", "chromium"], indirect=True)
"""The first has no `field-sizing`, as WebKit."""


@pytest.fixture
def home(server, page, engine):
    page.goto(server.address)
    until(lambda: ready(page))
    return page


def paper(page):
    """The words of the page as it is printed."""
    done = subprocess.run([tool("pdftotext"), "-raw", "-", "-"], input=page.pdf(), capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace("\u00a0", " ").split())


def checked(page):
    open_demonstration(page)
    go(page, "verifier")
    until(lambda: page.locator("#recapitulatif details").count() > 5)
    page.click("#reponses-eleve summary")


ANSWERS = """[...document.querySelectorAll('#recapitulatif dd')].map((one) => one.firstChild.textContent.trim()
  .split(/\\s+/).slice(0, 3).join(' ')).filter(Boolean)"""
"""How each answer of the check begins."""


@oldest_and_present
def test_the_answers_are_printed_and_the_lists_come_back_as_they_were(home):
    checked(home)
    words, shown = paper(home), home.evaluate(ANSWERS)
    missing = [text for text in shown if text not in words]
    assert len(shown) > 60 and len(missing) < len(shown) / 20, missing
    assert home.evaluate(OPEN) == ["reponses-eleve"]


def test_control_without_it_they_are_not(home):
    home.add_init_script(NAIVE)
    home.reload()
    until(lambda: ready(home))
    checked(home)
    words, shown = paper(home), home.evaluate(ANSWERS)
    assert len([text for text in shown if text not in words]) > len(shown) / 3


def test_lists_that_are_made_once_unfolded_are_made_for_paper(home):
    open_new(home)
    go(home, "signatures")
    until(lambda: home.locator("#brouillon-contrat details").count() == 1)
    assert home.locator("#brouillon-contrat li").count() == 0
    words = paper(home)
    assert "Indiquez" in words.partition("le contrat porterait")[2]
    until(lambda: home.locator("#brouillon-contrat details").get_attribute("open") is None)


def test_the_grid_of_the_week_is_on_paper(home):
    open_demonstration(home)
    go(home, "emploi-du-temps")
    until(lambda: home.locator(".case").count() > 5)
    assert "Mathématiques" in paper(home)


ABOUT_TO_PRINT = "window.dispatchEvent(new Event('beforeprint'))"
PRINTED = "window.dispatchEvent(new Event('afterprint'))"
CUT = "(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)(document.getElementById('situation-constats'))"
"""Whether the box shows less than its text."""


def long_text(page):
    """A long text typed, the page as it is on paper."""
    open_new(page)
    go(page, "situation")
    page.fill("#situation-constats", "\n".join(LINES))
    page.emulate_media(media="print")


@pytest.mark.parametrize("engine", ["chromium_109"], indirect=True)
def test_a_long_text_stands_whole_in_the_place_of_its_box(home):
    long_text(home)
    assert home.evaluate(CUT)
    home.evaluate(ABOUT_TO_PRINT)
    assert home.locator(".papier").inner_text().split("\n") == LINES and home.locator("#situation-constats").is_hidden()
    home.evaluate(PRINTED)
    assert home.locator(".papier").count() == 0 and home.locator("#situation-constats").is_visible()


def test_a_box_that_grows_with_its_text_is_left_as_it_is(home):
    long_text(home)
    home.evaluate(ABOUT_TO_PRINT)
    assert home.locator(".papier").count() == 0 and not home.evaluate(CUT)


@oldest_and_present
def test_a_long_line_is_whole_on_paper(home):
    open_new(home)
    go(home, "etablissement")
    home.fill("#etablissement-adresse", "12 rue " + "très " * 40 + "longue")
    home.evaluate(ABOUT_TO_PRINT)
    assert home.locator(".papier").text_content().endswith("très longue")
    home.evaluate(PRINTED)
    saved(home)
