"""Ctrl+S saves the draft and says so; a page that the browser keeps as a file is never a broken one, and shows no
name."""

import pytest

from tests.support.pages.steps import begin, deaf, go, open_new, ready, until

pytestmark = pytest.mark.without_worker

KEPT = "pidStore.list().then(([one]) => pidStore.get(one.id)).then(({ json }) => JSON.parse(json).eleve.nom)"
PRESSED = """window.pressed = [];
window.addEventListener('keydown', (event) => setTimeout(() => window.pressed.push(event.defaultPrevented)));"""
OUTER = "'<!doctype html>' + document.documentElement.outerHTML"
"""What a browser writes of a page that it keeps « whole »."""


def seen(page, engine):
    """The pixels of what is seen, in Chromium: for those of Firefox the driver writes a style, which the policy
    refuses."""
    return page.screenshot() if engine == "chromium" else None


def settled(page, engine):
    """What is seen once it is the same half a second later: a judgement or an announcement may be on its way."""
    looks = [seen(page, engine)]

    def same():
        page.wait_for_timeout(500)
        looks.insert(0, seen(page, engine))
        return looks[0] == looks[1]
    until(same)
    return looks[0]


def said(page):
    return page.locator("#annonce").inner_text()


@pytest.mark.parametrize("keys", ["Control+s", *[pytest.param(keys, marks=pytest.mark.campaign)
                                                 for keys in ("Meta+s", "Control+S")]])
def test_the_draft_is_saved_at_once_and_that_is_announced_each_time(site, keys):
    open_new(site)
    go(site, "eleve")
    site.evaluate(PRESSED)
    site.fill("#eleve-nom", "Autre")
    site.keyboard.press(keys)
    until(lambda: "Enregistré à" in said(site))
    assert site.evaluate(KEPT) == "Autre" and site.evaluate("window.pressed").pop() is True
    site.evaluate("window.again = 0; new MutationObserver(() => { window.again += 1; })"
                  ".observe(document.getElementById('annonce'), { childList: true })")
    site.keyboard.press(keys)
    until(lambda: site.evaluate("window.again") >= 2 and "Enregistré à" in said(site))


def test_where_nothing_has_changed_it_is_said(site):
    open_new(site)
    site.keyboard.press("Control+s")
    until(lambda: "Rien n’a changé depuis l’ouverture" in said(site))


def test_what_could_not_be_saved_is_not_said_to_be(site, server):
    begin(deaf(site), "Premier")
    other = site.context.new_page()
    other.goto(site.url)
    until(lambda: other.locator("#eleve-nom").is_visible())
    other.fill("#eleve-nom", "Second")
    until(lambda: "Enregistré à" in other.locator("#etat-enregistrement").inner_text())
    site.fill("#eleve-nom", "Troisième")
    site.keyboard.press("Control+s")
    until(lambda: site.locator("#conflit").is_visible())
    site.keyboard.press("Control+s")
    until(lambda: "L’autre version" in said(site))
    assert site.evaluate(KEPT) == "Second"


@pytest.mark.parametrize("path", ["", *[pytest.param(path, marks=pytest.mark.campaign)
                                        for path in ("ouvrir/", "eligibilite/", "cles/")]])
def test_a_page_without_draft_is_not_kept_either_and_says_why(page, server, path):
    page.goto(server.address + path)
    until(lambda: path == "cles/" or ready(page))
    page.evaluate(PRESSED)
    page.keyboard.press("Control+s")
    until(lambda: "d’eux-mêmes" in said(page))
    assert page.evaluate("window.pressed").pop() is True


@pytest.mark.campaign
def test_the_establishment_is_kept(page, server):
    page.goto(server.address + "etablissement/")
    until(lambda: ready(page))
    page.fill("#etablissement-nom", "Collège d’essai")
    page.keyboard.press("Control+s")
    until(lambda: "Enregistré à" in said(page))
    assert "Collège d’essai" in page.evaluate("pidStore.getSetting('etablissement')")


@pytest.mark.campaign
@pytest.mark.parametrize("where", ["dossier", pytest.param("accueil", marks=pytest.mark.campaign)])
def test_a_page_of_the_single_file_kept_by_the_browser_starts_as_the_file(single, tmp_path, where, engine):
    page, _ = single
    begin(page, "Zélindaëlle")
    if where == "accueil":
        page.click("nav [href='?page=accueil']")
        until(lambda: "Zélindaëlle" in page.locator("#dossiers").inner_text())
    shown = settled(page, engine)
    page.evaluate("window.dispatchEvent(new Event('blur'))")  # as the question of the browser does: under what name?
    assert seen(page, engine) == shown
    kept = tmp_path / "Dossier PID.html"
    kept.write_text(page.evaluate(OUTER), encoding="utf-8")
    assert "lindaëlle" not in kept.read_text(encoding="utf-8")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    until(lambda: "lindaëlle" in page.evaluate(OUTER))
    page.evaluate("async () => { for (const one of await pidStore.list()) { await pidStore.remove(one.id); await "
                  "pidStore.erase(one.id); } }")
    again = page.context.new_page()  # the policy says there what it refuses of a file that the browser has written
    again.goto(kept.as_uri())
    until(lambda: ready(again) and again.locator("#liste-vide").is_visible())
    assert "Zélindaëlle" not in again.locator("body").inner_text() and again.locator("main").count() == 1
    begin(again, "Autre")
    again.reload()
    until(lambda: again.locator("#eleve-nom").input_value() == "Autre")


FOCUS_BACK = "['blur', 'focus'].forEach((name) => window.dispatchEvent(new Event(name)))"


def test_what_is_clicked_once_the_page_is_kept_finds_its_texts(single):
    page, _ = single
    begin(page, "Zélindaëlle")
    page.click("nav [href='?page=accueil']")
    page.click("[data-action=supprimer]")
    until(lambda: page.locator("#supprimes").is_visible())
    page.click("#supprimes summary")
    kept = page.evaluate("() => { " + FOCUS_BACK + "; return " + OUTER + "; }")
    assert "lindaëlle" not in kept  # the browser writes it a moment later
    page.evaluate(FOCUS_BACK)
    title = page.evaluate("() => { document.querySelector('[data-action=retirer]').click(); "
                          "return document.getElementById('retrait-titre').textContent; }")
    assert "Zélindaëlle" in title
