"""A file that the browser refuses to write: the page cannot know, and claims no more than it did."""

import pytest

from tests.support.browsers.chromium import close
from tests.support.pages.steps import go, open_demonstration, ready, until

pytestmark = pytest.mark.chromium_only(reason="this Firefox is driven without a refusal of downloads")


@pytest.fixture
def refusing(browser, server):
    """The home page in a browser that refuses every download, as a policy of the school may."""
    context = browser.new_context(locale="fr-FR", accept_downloads=False)
    page = context.new_page()
    page.goto(server.address)
    until(lambda: ready(page))
    yield page
    close(context)


def refused(page, button):
    """Use a button whose file is refused; what is said beside it."""
    with page.expect_download() as started:
        button.click()
    assert started.value.failure() is not None
    said = page.locator(".remise")
    until(lambda: started.value.suggested_filename in said.inner_text())
    words = said.inner_text()
    assert words.startswith("Fichier ") and "remis au navigateur" in words
    assert "S’il n’est pas dans vos téléchargements" in words
    assert page.locator("#annonce").inner_text() == words
    below = said.bounding_box()["y"] - button.bounding_box()["y"]
    assert 0 < below < 200
    return words


@pytest.mark.campaign
def test_every_page_says_it_beside_the_button(refusing, server):
    open_demonstration(refusing)
    refused(refusing, refusing.locator("#taches [data-action=telecharger-copie]"))
    go(refusing, "verifier")
    refused(refusing, refusing.locator("[data-action=telecharger-json]"))
    refused(refusing, refusing.locator("[data-action=telecharger-pdf]"))
    assert refusing.locator("#telechargement").inner_text() == ""
    refusing.click("[data-action=envoi-preparer]")
    until(lambda: refusing.locator("#envoi").is_visible())
    refused(refusing, refusing.locator("[data-action=envoi-fichier]").first)
    assert "Ouvrez-le" in refused(refusing, refusing.locator("[data-action=envoi-eml]"))
    refusing.click("[data-action=envoi-fait]")
    refused(refusing, refusing.locator("[data-action=envoi-recu]").first)
    go(refusing, "documents")
    refused(refusing, refusing.locator("[data-action=document-pdf]").nth(2))
    assert refusing.locator("#etat-document").inner_text() == ""
    go(refusing, "suivi")
    refused(refusing, refusing.locator("[data-action=suivi-agenda]"))
    refusing.goto(server.address)
    refused(refusing, refusing.locator("#dossiers [data-action=telecharger]"))


def test_so_does_the_page_of_the_keys(refusing, server):
    refusing.goto(server.address + "cles/")
    refusing.click("#faire")
    until(lambda: refusing.locator("#faite").is_visible(), 60)
    refused(refusing, refusing.locator("#privee"))
    refused(refusing, refusing.locator("#publique"))
