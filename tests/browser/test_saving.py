"""What the screen says of the saving is true: never « Enregistré » while something is left to save."""

import re

import pytest

from tests.support.browsers.firefox import both_engines_at_length
from tests.support.pages.steps import deaf, file_of, go, in_conflict, open_demonstration, open_new, saved, until

pytestmark = pytest.mark.without_worker

SLOW = 30
TYPE = """(text) => {
  const control = document.getElementById('eleve-nom');
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return [document.getElementById('etat-enregistrement').textContent, leaving.defaultPrevented];
}"""
LEAVE = """() => {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}"""


@both_engines_at_length
def test_the_line_says_saved_only_when_nothing_is_left_to_save(site):
    open_new(site)
    go(site, "eleve")
    assert site.evaluate(LEAVE) is False
    for text in ("Premier", "Second"):
        assert site.evaluate(TYPE, text) == ["Enregistrement en cours…", True]
        saved(site)
        assert site.evaluate(LEAVE) is False


ATTEMPTS = [("chromium", 1), ("chromium", 2), ("chromium", 3), ("firefox", 1)]


@pytest.mark.parametrize("engine, attempt", ATTEMPTS, indirect=["engine"])
def test_once_the_line_says_saved_a_reload_loses_nothing(site, attempt):
    open_new(site)
    go(site, "eleve")
    site.fill("#eleve-prenom", "Avant")
    saved(site)
    site.focus("#eleve-nom")
    site.keyboard.type("Dernière frappe")
    saved(site)
    site.reload()
    until(lambda: site.locator("#eleve-nom").input_value() == "Dernière frappe")


@both_engines_at_length
def test_a_conflict_gives_both_dates_and_both_versions_can_be_kept(site, server):
    other = in_conflict(site)
    words = other.locator("#conflit p").inner_text()
    date = r"\d+(er)?\s\w+\s20\d\d à \d+\sh"
    assert re.search(f"L’autre version a été modifiée le {date}.*, celle de cet onglet le {date}", words)
    assert "Enregistré" not in other.locator("#etat-enregistrement").inner_text()
    assert other.evaluate(LEAVE) is True
    first = other.url
    other.click("[data-action=garder-les-deux]")
    until(lambda: other.evaluate("location.href") != first and other.locator("#eleve-prenom").is_visible())
    assert (other.locator("#eleve-nom").input_value(), other.locator("#eleve-prenom").input_value()) == ("", "Second")
    site.goto(server.address)
    until(lambda: site.locator("#dossiers li").count() == 2)


@pytest.mark.campaign
@pytest.mark.parametrize("count", [3, pytest.param(5, marks=pytest.mark.campaign)])
def test_among_many_tabs_each_conflict_is_shown_and_no_version_is_lost(site, server, count):
    open_new(site)
    go(site, "eleve")
    tabs = [site] + [deaf(site.context.new_page()) for _ in range(count - 1)]
    for other in tabs[1:]:
        other.goto(site.url)
        until(lambda: other.locator("#eleve-nom").is_visible(), SLOW)
    site.fill("#eleve-nom", "Onglet 0")
    saved(site)
    for index, other in enumerate(tabs[1:], 1):
        other.fill("#eleve-nom", f"Onglet {index}")
    for other in tabs[1:]:
        until(lambda: other.locator("#conflit").is_visible(), SLOW)
        assert re.search("L’autre version a été modifiée le .*, celle de cet onglet le ",
                         other.locator("#conflit p").inner_text())
        assert "Enregistré" not in other.locator("#etat-enregistrement").inner_text()
    for other in tabs[1:-1]:
        first = other.url
        other.click("[data-action=garder-les-deux]")
        until(lambda: other.evaluate("location.href") != first and other.locator("#eleve-nom").is_visible(), SLOW)
    tabs[-1].click("[data-action=recharger]")
    until(lambda: tabs[-1].locator("#eleve-nom").input_value() == "Onglet 0", SLOW)
    site.goto(server.address)
    until(lambda: site.locator("#dossiers li").count() == count - 1, SLOW)
    words = site.locator("#dossiers").inner_text()
    assert [index for index in range(count) if f"Onglet {index}" in words] == list(range(count - 1))


def test_taking_the_other_version_does_not_ask_again(site):
    other = in_conflict(site)
    asked = []
    other.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    other.click("[data-action=recharger]")
    until(lambda: other.locator("#eleve-nom").input_value() == "Premier")
    assert asked == []


def test_the_verdict_follows_the_justification_being_typed(site):
    site.clock.set_fixed_time("2026-11-24T10:00")  # PE-04 warns: the pathway begins too soon after this day
    open_demonstration(site)
    go(site, "verifier")
    boxes = site.locator("[data-justification]")
    verdict = site.locator("#verdict")
    for index in range(boxes.count()):
        assert "Rien ne s’oppose" not in verdict.inner_text()
        boxes.nth(index).focus()
        site.keyboard.type("Vu avec l’IEN-IO.\u200b")
        assert boxes.nth(index).evaluate("(box) => box === document.activeElement")
    until(lambda: verdict.inner_text() != "")
    assert "Rien ne s’oppose" in verdict.inner_text()
    saved(site)
    assert set(file_of(site)["justifications"].values()) == {"Vu avec l’IEN-IO."}
