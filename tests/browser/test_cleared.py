"""The data of the site are cleared under an open dossier: it stays on screen, the true reason is told, nothing is said
to be saved."""

import json
from pathlib import Path

import pytest

from tests.support.browsers.firefox import both_engines
from tests.support.pages.shared_steps import home, raw, share
from tests.support.pages.steps import go, open_new, ready, saved, until
from tests.support.pages.storage import TYPED, WIPE, tells


@pytest.fixture
def site(site):
    """The home page once the offline installation holds it."""
    until(lambda: site.evaluate("Boolean(navigator.serviceWorker.controller)"))
    return site


def clear(page, server):
    """« Effacer les données » of Chromium, under every page of the site."""
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", {"origin": server.address.rstrip("/"), "storageTypes": "all"})


def text(page, selector):
    return page.locator(selector).inner_text()


def typed(page, server):
    """A new dossier in which something is saved."""
    if "dossier" in page.url or page.url == "about:blank":
        home(page, server)
    open_new(page)
    go(page, "situation")
    page.fill("#situation-constats", TYPED)
    saved(page)


def copy_of(page):
    """The text of the copy that the warning offers."""
    with page.expect_download() as started:
        page.click("#conflit [data-action=telecharger-copie]")
    return Path(started.value.path()).read_text(encoding="utf-8")


def holds(page):
    """The dossier is still on screen, in the same document."""
    return page.input_value("#situation-constats") == TYPED and page.evaluate("window.sameDocument === true")


def test_a_cleared_browser_leaves_the_dossier_on_screen_and_says_why(site, server):
    typed(site, server)
    site.evaluate("window.sameDocument = true")
    clear(site, server)
    until(lambda: tells(site), 10)
    assert holds(site)
    assert not site.locator("#nouvelle-version").is_visible()
    assert site.locator("#conflit [data-action=recharger]").is_hidden()
    assert json.loads(copy_of(site))["situation"]["constats"] == TYPED


def test_the_dossier_goes_on_in_a_new_draft(site, server):
    typed(site, server)
    clear(site, server)
    until(lambda: tells(site), 10)
    site.click("#conflit [data-action=garder-les-deux]")
    until(lambda: ready(site) and site.locator("#situation-constats").count()
          and site.input_value("#situation-constats") == TYPED, 20)
    site.fill("#situation-constats", TYPED + " Suite.")
    saved(site)


@pytest.mark.campaign
def test_each_of_three_tabs_keeps_its_dossier(site, server):
    tabs = [site, site.context.new_page(), site.context.new_page()]
    for tab in tabs:
        typed(tab, server)
        tab.evaluate("window.sameDocument = true")
    clear(site, server)
    for tab in tabs:
        until(lambda tab=tab: tells(tab), 70)
        assert holds(tab)


@pytest.mark.campaign
def test_a_letter_typed_after_the_clearing_is_told_the_same(site, server):
    typed(site, server)
    site.evaluate("window.sameDocument = true")
    site.evaluate("document.addEventListener('pid-donnees-perdues', (event) => event.stopImmediatePropagation(), true)")
    clear(site, server)
    site.locator("#situation-constats").press_sequentially("!")
    until(lambda: tells(site), 10)
    assert "Dossiers supprimés" not in text(site, "#conflit") + text(site, "#alerte-enregistrement")
    assert site.input_value("#situation-constats").replace("!", "") == TYPED


def test_what_was_encrypted_is_not_written_in_clear_before_the_question_is_answered_again(site, server):
    share(site)
    typed(site, server)
    site.evaluate("window.sameDocument = true")
    clear(site, server)
    until(lambda: tells(site), 10)
    site.click("#conflit [data-action=garder-les-deux]")
    until(lambda: "Cet ordinateur avait été dit partagé" in text(site, "#alerte-enregistrement"), 10)
    assert holds(site)
    assert TYPED not in copy_of(site)
    assert all(TYPED not in store for store in raw(site).values())


def test_once_the_question_is_answered_the_dossier_goes_on_encrypted(site, server):
    share(site)
    typed(site, server)
    clear(site, server)
    until(lambda: tells(site), 10)
    other = site.context.new_page()
    home(other, server)
    share(other)
    site.bring_to_front()
    site.click("#conflit [data-action=garder-les-deux]")
    until(lambda: "d=" in site.url and ready(site) and not site.locator("#conflit").is_visible(), 20)
    assert all(TYPED not in store for store in raw(site).values())


@both_engines
def test_a_database_erased_by_another_page_is_told(site, server):
    typed(site, server)
    site.evaluate("window.sameDocument = true")
    other = site.context.new_page()
    other.goto(server.address + "plan/")
    other.evaluate(WIPE)
    until(lambda: tells(site), 20)
    assert holds(site)


@pytest.mark.campaign
def test_a_dossier_deleted_in_another_tab_is_still_said_to_be_among_the_deleted(site, server):
    """Control: what is in the bin is not lost."""
    typed(site, server)
    other = site.context.new_page()
    home(other, server)
    other.evaluate("pidStore.list().then(([one]) => pidStore.remove(one.id))")
    site.fill("#situation-constats", TYPED + " Encore.")
    until(lambda: "Dossiers supprimés" in text(site, "#alerte-enregistrement"), 10)
    assert not site.locator("#conflit").is_visible()
