"""Ten idle minutes lock a shared computer, not without a warning that can be put off; erasing it is proved; axe on each
state."""

import pytest

from tests.support.pages.axe import check
from tests.support.pages.looks import look, looks
from tests.support.pages.shared_steps import home, is_locked, share, states, unlock
from tests.support.pages.steps import go, open_new, saved, until

WARNED = "#verrouillage-proche"


@pytest.fixture
def timed(server, page):
    """The home page of a shared computer, whose clock the test moves; its worker is in charge."""
    page.clock.install(time="2026-11-25T10:00:00")
    home(page, server)
    until(lambda: page.evaluate("navigator.serviceWorker.controller !== null"), 40)
    page.phrase = share(page)
    open_new(page)
    go(page, "eleve")
    page.fill("#eleve-prenom", "Zélie")
    saved(page)
    page.keyboard.press("Shift")  # somebody is there: the ten minutes begin
    return page


def advance(page, seconds):
    page.clock.run_for(seconds * 1000)


def test_nothing_is_said_before_nine_minutes_then_a_minute_is_left_to_stay(timed):
    advance(timed, 8 * 60)
    assert timed.locator(WARNED).count() == 0 and not is_locked(timed)
    advance(timed, 65)
    until(lambda: timed.locator(WARNED).count() == 1)
    assert timed.locator(WARNED).get_attribute("role") == "alert"
    assert "dans une minute" in timed.locator(WARNED).inner_text()
    advance(timed, 38)
    until(lambda: "vingt secondes" in timed.locator(WARNED).inner_text())
    assert not is_locked(timed)
    timed.keyboard.press("Shift")  # any key is enough
    until(lambda: timed.locator(WARNED).count() == 0)
    advance(timed, 8 * 60)
    assert timed.locator(WARNED).count() == 0 and not is_locked(timed)


def test_the_button_of_the_warning_puts_the_lock_off(timed):
    advance(timed, 9 * 60 + 5)
    box = timed.locator(WARNED + " button").bounding_box()
    timed.mouse.click(box["x"] + 20, box["y"] + 10)
    until(lambda: timed.locator(WARNED).count() == 0)
    advance(timed, 3 * 60)
    assert not is_locked(timed)


@pytest.mark.campaign
def test_a_click_without_a_pointer_such_as_that_of_a_screen_reader_puts_the_lock_off(timed):
    advance(timed, 9 * 60 + 5)
    timed.evaluate("document.querySelector('#verrouillage-proche button').click()")
    assert timed.locator(WARNED).count() == 0


@pytest.mark.campaign
def test_a_clock_that_is_set_back_does_not_put_the_lock_off_by_as_much(timed):
    timed.clock.set_system_time("2026-11-25T07:00:00")
    advance(timed, 9 * 60 + 30)
    assert timed.locator(WARNED).count() == 1
    advance(timed, 90)
    until(lambda: is_locked(timed), 30)


def test_after_ten_minutes_the_page_is_saved_blanked_and_found_again(timed):
    timed.evaluate("""() => {
      const control = document.getElementById('eleve-nom');
      control.value = 'Dernier mot';
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }""")
    advance(timed, 9 * 60 + 10)
    advance(timed, 70)
    until(lambda: is_locked(timed), 30)
    assert "Zélie" not in timed.content() and "Dernier mot" not in timed.content()
    assert timed.evaluate("[...document.querySelectorAll('input:not([type=radio], [type=checkbox]), "
                          "textarea')].map((one) => one.value).join('')") == ""
    unlock(timed, timed.phrase)
    until(lambda: timed.locator("#eleve-nom").input_value() == "Dernier mot", 20)


def test_a_computer_that_wakes_after_a_long_sleep_is_locked_at_once(timed):
    timed.clock.fast_forward(45 * 60 * 1000)
    until(lambda: is_locked(timed), 30)


def test_somebody_who_works_in_another_tab_keeps_this_one_open(timed, server):
    other = timed.context.new_page()
    other.goto(server.address)
    until(lambda: other.locator("#dossiers li").count() == 1, 20)
    advance(timed, 9 * 60 + 5)
    until(lambda: timed.locator(WARNED).count() == 1)
    other.keyboard.press("Shift")
    until(lambda: timed.locator(WARNED).count() == 0)


@pytest.mark.campaign
def test_a_page_loaded_again_while_locked_stays_locked(timed):
    timed.click("#verrouiller")
    until(lambda: is_locked(timed), 30)
    timed.reload()
    until(lambda: is_locked(timed), 30)
    assert "Zélie" not in timed.content()


def test_erasing_is_asked_twice_proved_and_says_what_is_out_of_reach(site, server):
    open_new(site)
    go(site, "eleve")
    site.fill("#eleve-nom", "Zélie")
    saved(site)
    other = site.context.new_page()
    other.goto(site.url)
    until(lambda: other.locator("#eleve-nom").is_visible())
    home(site, server)
    site.click("[data-action=effacer]")
    site.click("[data-action=annuler-effacement]")
    assert site.locator("#effacement").is_hidden() and site.locator("#dossiers li").count() == 1
    site.click("[data-action=effacer]")
    site.click("[data-action=confirmer-effacement]")
    until(lambda: site.locator("#bilan-effacement").is_visible(), 40)
    report = site.locator("#bilan-effacement").inner_text()
    assert report.count("vide, vérifié") == 3 and "définitivement" not in report
    assert "fichiers déjà sortis" in report and "n’étaient pas chiffrés" in report
    assert site.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    assert site.evaluate("caches.keys().then((all) => all.length)") == 0
    assert site.evaluate("localStorage.length + sessionStorage.length") == 0
    assert "vient d’être effacé" in other.locator("main").inner_text() and "Zélie" not in other.content()
    home(site, server)
    until(site.locator("#liste-vide").is_visible)


@pytest.mark.campaign
def test_once_erased_there_is_nothing_left_to_lock(timed, server):
    timed.goto(server.address)
    until(timed.locator("#verrouiller").is_visible, 20)
    timed.click("[data-action=effacer]")
    timed.click("[data-action=confirmer-effacement]")
    until(lambda: timed.locator("#bilan-effacement").is_visible(), 40)
    assert timed.locator("#verrouiller").count() == 0
    advance(timed, 11 * 60)
    assert timed.locator(WARNED).count() == 0 and timed.locator("#bilan-effacement").is_visible()
    assert timed.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_lost_phrase_leaves_a_way_to_erase_and_begin_again(site, server):
    until(lambda: site.evaluate("navigator.serviceWorker.controller !== null"), 40)
    share(site)
    open_new(site)
    site.goto(server.address)
    until(lambda: site.locator("#verrouiller, #deverrouillage").count() > 0, 20)
    if not is_locked(site):
        site.click("#verrouiller")
    until(lambda: is_locked(site), 30)
    assert site.locator("#dossiers").is_hidden()
    assert site.locator("#cet-ordinateur button:visible").all_inner_texts() == ["Effacer cet ordinateur…"]
    site.click("[data-action=effacer]")
    site.click("[data-action=confirmer-effacement]")
    until(lambda: site.locator("#bilan-effacement").is_visible(), 40)


@looks
def test_axe_on_every_state(site, server, scheme, width):
    look(site, scheme, width)
    for state in states(site):
        check(site, state)
