"""A shared computer whose browser refuses to write: what is there stays as it was, what is typed waits, and both are
said."""

import pytest

from tests.support.pages.shared_steps import home, is_locked, lock, raw, share, unlock
from tests.support.pages.steps import begin, go, until

PUPIL = "Zélindaëlle"
REFUSE = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...given) {
  const asked = put.apply(this, given);
  if (sessionStorage.getItem('refus') === this.name) asked.addEventListener('success', () => this.transaction.abort());
  return asked;
};
"""


@pytest.fixture
def site(site):
    """The home page with its worker in charge; « refus » in its session storage names the store that nothing enters."""
    until(lambda: site.evaluate("navigator.serviceWorker.controller !== null"), 40)
    site.add_init_script(REFUSE)
    site.reload()
    until(lambda: site.evaluate("'pret' in document.documentElement.dataset"))
    return site


def refuse(page, store):
    page.evaluate("(store) => sessionStorage.setItem('refus', store)", store)


def test_a_refused_conversion_leaves_every_dossier_as_it_was_and_may_be_tried_again(site, server):
    begin(site, PUPIL)
    home(site, server)
    refuse(site, "coffre")
    site.locator("[data-action=partage-oui]:visible").first.click()
    until(lambda: site.locator("#phrase-choisie").input_value() != "")
    site.fill("#phrase-copie", site.locator("#phrase-choisie").input_value())
    site.click("[data-action=chiffrer]")
    until(site.locator("#alerte-enregistrement").is_visible, 20)
    stored = raw(site)
    assert "lindaëlle" in stored["brouillons"] and stored["coffre"] == ""
    assert site.locator("#verrouiller").count() == 0 and site.evaluate("localStorage.getItem('pid-partage')") is None
    refuse(site, "")
    site.click("[data-action=chiffrer]")
    until(site.locator("#partage-fait").is_visible, 30)
    assert site.locator("#alerte-enregistrement").is_hidden() and "lindaëlle" not in str(raw(site))


@pytest.mark.campaign
def test_what_two_locks_have_put_aside_is_all_found_again(site):
    phrase = share(site)
    begin(site, "Premier")
    for name in ("Deuxième", "Troisième"):
        refuse(site, "brouillons")
        site.fill("#eleve-nom", name)
        until(lambda: "a échoué" in site.locator("#alerte-enregistrement").inner_text())
        lock(site)
        assert "ne le fermez pas" in site.locator("#deverrouillage").inner_text()
        unlock(site, phrase)
        until(lambda: "ne peut toujours pas" in site.locator("body").inner_text(), 20)
        go(site, "eleve")
        until(lambda: site.locator("#eleve-nom").input_value() == "Premier", 20)
    refuse(site, "")
    site.reload()
    # the page is loaded again for each of them
    titles = "window.pidStore ? pidStore.list().then((all) => all.map((one) => one.titre).sort()) : []"
    until(lambda: not is_locked(site) and site.evaluate(titles) == ["Deuxième", "Troisième"], 40)
