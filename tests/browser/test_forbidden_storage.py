"""A browser that lets the site keep nothing: one French sentence at once, said again by what cannot be done."""

import re

import pytest

from tests.support.pages.steps import ready, until

FORBIDDEN = {
    "throws": "Object.defineProperty(window, 'indexedDB', { get() { "
              "throw new DOMException('The operation is insecure.', 'SecurityError'); } });",
    "absent": "Object.defineProperty(window, 'indexedDB', { value: undefined });",
    "refused": "{ const real = IDBFactory.prototype.open; IDBFactory.prototype.open = function (...given) {"
               "const request = real.apply(this, given);"
               "request.addEventListener('upgradeneeded', (event) => {"
               "event.stopImmediatePropagation(); request.transaction.abort(); }); return request; }; }",
    "every memory": "for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) Object.defineProperty(window, "
                    "name, { get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });"
                    "window.BroadcastChannel = class { constructor() {"
                    "throw new DOMException('The operation is insecure.', 'SecurityError'); } };",
}
SAID = "Ce navigateur ne laisse pas ce site enregistrer"
ENGLISH = re.compile(r"\b(the|cannot|operation|undefined|insecure|failed|denied|error)\b", re.IGNORECASE)
PAGES = ("", "eligibilite/index.html", "etablissement/index.html", "ouvrir/index.html", "dossier/index.html?d=abc")


def opened(server, page, kind, path=""):
    """A page of the site, ready, in a browser that forbids; what it says."""
    page.add_init_script(FORBIDDEN[kind])
    page.goto(server.address + path)
    until(lambda: ready(page))
    until(lambda: SAID in page.locator("#alerte-enregistrement").inner_text())
    return page.locator("#alerte-enregistrement")


def is_said_once(page):
    text = page.locator("body").inner_text()
    assert text.count(SAID) == 1 and not ENGLISH.search(text), text
    assert page.locator("#erreur-inattendue").is_hidden()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("kind", FORBIDDEN)
def test_it_is_said_at_once(server, page, kind, path):
    words = opened(server, page, kind, path).inner_text()
    for way_out in ("autre navigateur", "clé", "formulaire vierge"):
        assert way_out in words
    is_said_once(page)


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_a_button_says_it_again(server, page, kind):
    alert = opened(server, page, kind)
    # A browser that only fails to open what is there can still erase it.
    for action in ["nouveau-dossier", "demonstration", "partage-oui"] + ["effacer"] * (kind != "refused"):
        page.locator("main").focus()
        page.locator(f"[data-action={action}]:visible").first.click()
        if action == "effacer":
            page.click("[data-action=confirmer-effacement]")
        if action in ("nouveau-dossier", "demonstration"):
            until(lambda: page.evaluate("document.activeElement.id") == "alerte-enregistrement")
        assert SAID in alert.inner_text()
    assert not ENGLISH.search(page.locator("body").inner_text())
    assert page.locator("#erreur-inattendue").is_hidden()


def test_so_does_eligibility(server, page):
    opened(server, page, "throws", "eligibilite/index.html")
    page.click("[data-action=verifier-eligibilite]")
    page.click("[data-action=creer-avec-ces-reponses]")
    until(lambda: page.evaluate("document.activeElement.id") == "alerte-enregistrement")
    is_said_once(page)


def test_so_does_the_profile(server, page):
    opened(server, page, "throws", "etablissement/index.html")
    page.fill("#etablissement-uai", "0490060Z")
    page.click("[data-action=enregistrer-etablissement]")
    until(lambda: page.evaluate("document.activeElement.id") == "alerte-enregistrement")
    is_said_once(page)


def test_so_does_the_single_file(built, page):
    page.add_init_script(FORBIDDEN["throws"])
    page.goto((built / "dossier-pid.html").as_uri())
    until(lambda: ready(page))
    until(lambda: SAID in page.locator("#alerte-enregistrement").inner_text())
    is_said_once(page)
