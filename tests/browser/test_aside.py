from tests.browser.test_shared import site, type_pupil, PUPIL, share, open_new, until, lock, unlock, is_locked
def test_work_that_cannot_be_saved_when_locking_is_put_aside_encrypted_and_found_again(site):
    phrase = share(site)
    open_new(site)
    type_pupil(site, "Premier")
    other = site.context.new_page()
    other.goto(site.url)
    until(lambda: other.locator("#verrouiller").is_visible() and other.locator("#eleve-prenom").is_visible(), 20)
    type_pupil(site, "Second")
    other.fill("#eleve-nom", PUPIL)
    until(lambda: other.locator("#conflit").is_visible())
    lock(other)
    assert "lindaëlle" not in other.evaluate("Object.values(sessionStorage).join()")
    first = other.url
    unlock(other, phrase)
    try:
        until(lambda: other.url != first and not is_locked(other) and "dossier à part" in other.locator("body").inner_text(), 15)
    except AssertionError:
        print("FAIL", first, other.url, is_locked(other), other.evaluate("JSON.stringify(sessionStorage)")[:200], other.locator("body").inner_text()[:900])
    until(lambda: other.url != first and not is_locked(other) and "dossier à part" in other.locator("body").inner_text(), 30)
    until(lambda: other.locator("#eleve-nom").input_value() == PUPIL)
    assert sorted(other.evaluate("pidStore.list().then((all) => all.map((one) => one.titre))")) == ["Premier " + PUPIL, "Second"]


