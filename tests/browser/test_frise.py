"""The timeline of the dossier on its pages: drawn from the answers, told, and as a table."""

import copy

import pytest

from tests.support.examples import EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.looks import look, looks
from tests.support.pages.steps import go, open_demonstration, open_dossier, open_new, saved, set_date, until

pytestmark = pytest.mark.without_worker

PAGES = ("taches", "parcours", "stages", "suivi")
SMALLEST = """(page) => Math.min(...[...document.querySelectorAll(`#${page} .frise text`)].map((one) =>
  Number(one.getAttribute('font-size')) * one.ownerSVGElement.getBoundingClientRect().width
  / one.ownerSVGElement.viewBox.baseVal.width))"""


def image(site, page):
    return site.locator(f"#{page} .frise svg")


def drawn(site, page):
    """Go to a page, and give its timeline once it is drawn."""
    go(site, page)
    until(lambda: image(site, page).is_visible())
    return image(site, page)


def told(site, page):
    return words(drawn(site, page))


def words(picture):
    return picture.get_attribute("aria-label").replace("\u00a0", " ")


def rows(site, page):
    return [tuple(row) for row in site.locator(f"#{page} .frise tbody tr").evaluate_all(
        "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent))")]


@looks
def test_the_pages_show_it_readable_told_and_as_a_table(site, scheme, width):
    look(site, scheme, width)
    open_demonstration(site)
    for page in PAGES:
        assert told(site, page).startswith("Calendrier, du ")
        assert site.evaluate(SMALLEST, page) >= (12 if width > 928 else 10.4), page  # 12 in a window of 360 px
        assert site.evaluate("document.documentElement.scrollWidth") <= width
        site.click(f"#{page} .frise summary")
        assert "Bilan final" in [what for _, what in rows(site, page)]
        check(site, page)


def test_at_360_px_its_letters_have_12(site):
    look(site, "light", 360)
    open_demonstration(site)
    drawn(site, "parcours")
    assert site.evaluate(SMALLEST, "parcours") >= 12


def test_it_follows_an_answer_of_its_page_and_keeps_its_table_open(site):
    open_demonstration(site)
    before = told(site, "parcours")
    site.click("#parcours .frise summary")
    set_date(site, "parcours-fin", "30", "4", "2027")
    saved(site)
    until(lambda: words(image(site, "parcours")) != before)
    assert "au 30 avril 2027" in words(image(site, "parcours"))
    assert site.locator("#parcours .frise table").is_visible()


def test_an_answer_that_it_does_not_read_leaves_it_alone(site):
    open_demonstration(site)
    drawn(site, "parcours").evaluate("(image) => { window.before = image }")
    site.fill("#parcours-retour", "À la fin des stages.")
    saved(site)
    site.wait_for_timeout(400)
    assert site.evaluate("document.querySelector('#parcours .frise svg') === window.before")


def test_it_follows_what_other_pages_answer_and_what_is_taken_back(site):
    open_demonstration(site)
    before = told(site, "stages")
    go(site, "stages/S1/ou-et-quand")
    assert not image(site, "stages").is_visible()
    set_date(site, "stages-0-debut", "12", "1", "2027")
    saved(site)
    for page in ("stages", "taches"):  # what was drawn before stands there for a moment
        until(lambda page=page: told(site, page) not in ("", before))
    site.click("[data-action=annuler]")
    until(lambda: "#stages/S1" in site.url)
    until(lambda: told(site, "stages") == before)


def test_without_dates_one_sentence_tells_it_where_they_are_asked(site):
    open_new(site)
    go(site, "parcours")
    until(lambda: site.locator("#parcours .frise p").is_visible())
    assert "n’est pas indiqué" in site.locator("#parcours .frise p").inner_text()
    assert image(site, "parcours").count() == site.locator(".frise details:visible").count() == 0
    for page in ("taches", "stages", "suivi"):
        go(site, page)
        site.wait_for_timeout(400)
        assert not site.locator(f"#{page} .frise").is_visible()
    go(site, "parcours")
    set_date(site, "parcours-debut", "7", "12", "2026")
    set_date(site, "parcours-fin", "9", "4", "2027")
    saved(site)
    assert "7 décembre 2026" in told(site, "parcours")
    assert not site.locator("#parcours .frise p").is_visible()


def test_nothing_of_it_takes_the_focus_but_its_table(site):
    open_demonstration(site)
    drawn(site, "parcours")
    assert site.evaluate("""[...document.querySelectorAll('#parcours .frise *')].filter((one) => one.tabIndex >= 0)
      .map((one) => one.localName)""") == ["summary"]


def test_a_stage_more_is_drawn(site, server, tmp_path):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["stages"] = dossier["stages"][:1]
    open_dossier(site, server, tmp_path, dossier)
    bars = drawn(site, "taches").locator("rect.stage, rect.other").count()
    open_dossier(site, server, tmp_path, EXAMPLES["complet"])
    assert drawn(site, "taches").locator("rect.stage, rect.other").count() > bars
