"""A button used twice acts once: by a double click, or again while the first use is still at work."""

import pytest

from tests.support.examples import DATA
from tests.support.pages.shared_steps import home
from tests.support.pages.steps import go, open_demonstration, ready, until

pytestmark = pytest.mark.without_worker

COUNTS = "Promise.all([pidStore.list(), pidStore.removed()]).then((all) => all.map(({ length }) => length))"


def opened(page):
    """Wait until the page of a dossier has come, and started."""
    until(lambda: page.evaluate("document.documentElement?.dataset.page") == "dossier"
          and page.locator("#reference").inner_text() != "")


def test_a_button_used_twice_acts_once(site, server):
    site.evaluate("for (let use = 0; use < 2; use++) document.querySelector('[data-action=nouveau-dossier]').click()")
    opened(site)
    assert site.evaluate(COUNTS) == [1, 0]
    home(site, server)
    open_demonstration(site)
    go(site, "suivi")
    former = site.evaluate("location.search")
    site.click("[data-action=suivi-renouvellement]")
    site.dblclick("[data-action=suivi-renouvellement-confirmer]")
    until(lambda: site.evaluate("location.search") != former)
    opened(site)
    assert site.evaluate(COUNTS) == [3, 0]
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    site.set_input_files("#fichier", DATA / "complet.json")
    until(lambda: site.locator("#apercu").is_visible())
    site.dblclick("[data-action=nouveau]")
    opened(site)
    assert site.evaluate(COUNTS) == [4, 0]
    home(site, server)
    until(lambda: site.locator("#dossiers li").count() == 4)
    site.locator("#dossiers [data-action=supprimer]").first.dblclick(delay=50)
    until(lambda: site.locator("#annuler").is_visible() and site.locator("#dossiers li").count() < 4)
    assert site.evaluate(COUNTS) == [3, 1]
    site.locator("[data-action=partage-oui]:visible").first.click()
    until(lambda: site.locator("#phrase-choisie").input_value() != "")
    site.fill("#phrase-copie", site.locator("#phrase-choisie").input_value())
    site.dblclick("[data-action=chiffrer]")
    until(lambda: site.locator("#partage-fait").is_visible(), 90)  # the key takes seconds to derive, on a busy machine
    until(lambda: site.evaluate("pidStore.isShared()"))
    assert site.locator("#alerte-enregistrement").is_hidden()
