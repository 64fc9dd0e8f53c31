"""Installed once, the site answers without any network, under any folder of a host; no page breaks its policy."""

import shutil

import pytest

from tests.support.browsers.firefox import both_engines_at_length
from tests.support.pages.steps import until
from tests.support.pages.watched import PATHS, SPY, install
from tests.support.server import StaticServer


@pytest.fixture
def under_a_folder(built, tmp_path):
    """The site in a sub-folder of its host."""
    shutil.copytree(built, tmp_path / "ecole" / "pid")
    running = StaticServer(tmp_path)
    yield running
    running.kill()


@pytest.mark.parametrize("path", PATHS)
def test_a_page_respects_the_policy_and_raises_nothing(server, page, path):
    page.add_init_script(SPY)
    heard = []
    page.on("console", lambda message: message.type == "error" and heard.append(message.text))
    page.goto(server.address + path)
    page.wait_for_load_state("load")
    assert page.evaluate("problems") == []
    assert heard == []


@both_engines_at_length
def test_every_page_opens_once_the_server_is_dead(under_a_folder, page):
    root = under_a_folder.address + "ecole/pid/"
    install(page, root)
    under_a_folder.kill()
    for path in PATHS:
        page.goto(root + path)
        # /dossier/ shows itself once it is ready
        until(lambda: page.evaluate("document.querySelector('main').innerText.length") > 20)
        assert page.evaluate("problems") == [], path


@both_engines_at_length
def test_an_unknown_address_is_answered_without_network(server, page):
    install(page, server.address)
    server.kill()
    page.goto(server.address + "inconnu/")
    assert page.evaluate("document.querySelector('main') !== null")


@both_engines_at_length
def test_nothing_is_asked_of_the_server_after_installation(server, page):
    install(page, server.address)
    before = len(server.requests)
    for path in PATHS:
        page.goto(server.address + path)
    # the browser itself looks for a new version of the service worker at each navigation
    assert {path for path in server.requests[before:] if not path.endswith("/sw.js")} == set()


def test_a_browser_that_blocks_workers_is_told_that_it_needs_the_network(browser, server):
    context = browser.new_context(locale="fr-FR", service_workers="block")
    blocked = context.new_page()
    blocked.goto(server.address)
    until(lambda: "impossible dans ce navigateur" in blocked.locator("#etat-hors-connexion").inner_text())
    assert blocked.locator("#erreur-inattendue").is_hidden()
    context.close()
