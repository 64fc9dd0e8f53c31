"""A shared computer seen from several tabs: what locks, shares, converts or erases in one is true at once in the
others."""

import pytest

from tests.support.pages.shared_steps import home, is_locked, lock, raw, share, unlock
from tests.support.pages.steps import go, open_new, ready, saved, until

pytestmark = pytest.mark.campaign

PUPIL = "Zélindaëlle"


@pytest.fixture
def site(site):
    """The home page with its worker in charge: before that, on a first visit, each page asks for the passphrase."""
    until(lambda: site.evaluate("navigator.serviceWorker.controller !== null"), 40)
    return site


def type_pupil(page):
    go(page, "eleve")
    page.fill("#eleve-prenom", PUPIL)
    saved(page)


def beside(site, server, path=""):
    """Another tab of the same person, that has the key."""
    other = site.context.new_page()
    home(other, server)
    until(other.locator("#verrouiller").is_visible, 20)
    if path:
        other.goto(server.address + path)
        until(other.locator("#verrouiller").is_visible, 20)
    return other


def test_a_tab_that_is_slow_to_lock_does_not_open_the_others_again(site, server):
    phrase = share(site)
    open_new(site)
    slow = beside(site, server)
    open_new(slow)
    go(slow, "eleve")
    slow.evaluate("""() => {
      const control = document.getElementById('eleve-nom');
      control.value = 'Dernier mot';
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
      // the lock, then the question, wait here
      setTimeout(() => { for (const end = Date.now() + 4000; Date.now() < end;); }, 20);
    }""")
    lock(site)
    until(lambda: is_locked(slow), 30)
    slow.wait_for_timeout(1000)
    assert is_locked(site) and is_locked(slow)
    unlock(site, phrase)
    until(lambda: slow.locator("#eleve-nom").input_value() == "Dernier mot", 20)


def test_a_page_that_reads_no_draft_locks_with_the_others(site, server):
    share(site)
    open_new(site)
    type_pupil(site)
    rules = beside(site, server, "regles/index.html")
    rules.click("#verrouiller")
    until(lambda: is_locked(site), 30)
    until(lambda: rules.locator("#verrouiller").count() == 0)
    site.reload()
    until(lambda: is_locked(site), 30)
    assert PUPIL not in site.content()


def test_the_page_of_a_key_holds_it_no_longer_than_the_others(site, server):
    share(site)
    keys = beside(site, server, "cles/index.html")  # it has no storage at all, and what is typed there is nowhere else
    keys.fill("#secret", "AGE-SECRET-KEY-1")
    lock(site)
    until(lambda: keys.locator("#verrouiller").count() == 0, 20)
    assert keys.input_value("#secret") == "AGE-SECRET-KEY-1"
    site.reload()
    until(lambda: is_locked(site), 30)


def test_a_tab_opened_in_clear_is_locked_with_the_others_once_the_computer_is_shared(site, server):
    open_new(site)
    type_pupil(site)
    other = site.context.new_page()
    home(other, server)
    share(other)
    until(site.locator("#verrouiller").is_visible, 20)
    lock(other)
    until(lambda: is_locked(site), 30)
    assert PUPIL not in site.content()


def test_a_computer_shared_again_is_open_in_the_tabs_of_before(site, server):
    share(site)
    other = beside(site, server)
    open_new(other)
    site.click("[data-action=ne-plus-partager]")
    site.click("[data-action=confirmer-clair]")
    until(lambda: "non partagé" in site.locator("#partage-etat").inner_text(), 20)
    share(site)
    type_pupil(other)
    assert not is_locked(other) and "lindaëlle" not in str(raw(site))
    lock(site)
    until(lambda: is_locked(other), 30)


def test_another_phrase_locks_no_tab_and_all_of_them_open_with_it(site, server):
    former = share(site)
    other = beside(site, server)
    open_new(other)
    chosen = "Les canards du lac de Maine à midi"
    assert site.evaluate("([former, next]) => pidStore.vault().then((vault) => vault.changePhrase(former, next))",
                         [former, chosen]) is True
    type_pupil(other)
    assert not is_locked(other)
    lock(site)
    until(lambda: is_locked(other), 30)
    unlock(other, chosen)
    until(lambda: other.locator("#eleve-prenom").input_value() == PUPIL, 20)
    until(lambda: not is_locked(site), 20)


def test_two_tabs_that_share_at_once_make_one_vault_and_the_later_says_so(site, server):
    open_new(site)
    type_pupil(site)
    home(site, server)
    other = site.context.new_page()
    home(other, server)
    tabs = (site, other)
    phrases = []
    for tab in tabs:
        tab.locator("[data-action=partage-oui]:visible").first.click()
        until(lambda: tab.locator("#phrase-choisie").input_value() != "")
        phrases.append(tab.locator("#phrase-choisie").input_value())
        tab.fill("#phrase-copie", phrases[-1])
    for tab in tabs:
        tab.evaluate("document.querySelector('[data-action=chiffrer]').click()")
    until(lambda: sum(tab.locator("#partage-fait").is_visible() for tab in tabs) == 1, 30)
    won = next(index for index, tab in enumerate(tabs) if tab.locator("#partage-fait").is_visible())
    until(lambda: "changer dans un autre onglet" in tabs[1 - won].locator("#alerte-enregistrement").inner_text(), 30)
    assert not any(is_locked(tab) for tab in tabs)
    assert [tab.locator("#dossiers li").count() for tab in tabs] == [1, 1]
    lock(site)
    unlock(site, phrases[won])
    until(lambda: PUPIL in site.locator("#dossiers").inner_text())


def test_a_page_that_the_browser_has_kept_gives_no_key_once_all_is_locked(site, server):
    share(site)
    open_new(site)
    # What happens to a page that comes back from the memory of the browser, after a worker that has forgotten the lock.
    site.evaluate("""() => {
      window.before = true;
      const post = ServiceWorker.prototype.postMessage;
      ServiceWorker.prototype.postMessage = function (message, ...rest) {
        sessionStorage.setItem('temoin', (sessionStorage.getItem('temoin') ?? '') + message.type + ' ');
        return post.call(this, message, ...rest);
      };
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    }""")
    until(lambda: not site.evaluate("window.before === true") and ready(site))
    site.wait_for_timeout(500)
    assert "garder-clef" not in (site.evaluate("sessionStorage.getItem('temoin')") or "")


def test_erasing_leaves_no_error_in_the_other_tabs_and_empties_their_own_memory(site, server):
    open_new(site)
    type_pupil(site)
    home(site, server)
    share(site)
    other = beside(site, server)
    errors = []
    other.on("pageerror", lambda error: errors.append(str(error)))
    other.evaluate("['pid-secours', 'pid-place'].forEach((name) => sessionStorage.setItem(name, '{}'))")
    site.click("[data-action=effacer]")
    site.click("[data-action=confirmer-effacement]")
    until(lambda: site.locator("#bilan-effacement").is_visible(), 40)
    until(lambda: "vient d’être effacé" in other.locator("main").inner_text())
    other.wait_for_timeout(300)
    assert errors == [] and other.locator("#erreur-inattendue").is_hidden()
    assert other.evaluate("sessionStorage.length") == 0
    assert "saisie automatique" in site.locator("#bilan-effacement").inner_text()
