"""One history of the dossier: answers, items and weeks are taken back one after the other, and given again.

See docs/adr/0017.
"""

import json

import pytest

from tests.support.pages.steps import go, open_demonstration, saved, until

pytestmark = pytest.mark.without_worker


def dossier(page):
    """The dossier as the page would save it now, without leaving the page."""
    saved(page)
    return json.loads(page.evaluate("pidStore.get(new URLSearchParams(location.search).get('d')).then((record) => "
                                    "record.json)"))


def take_back(page, times=1):
    for _ in range(times):
        page.keyboard.press("Control+z")


def focused(page):
    return page.evaluate("document.activeElement.id")


@pytest.mark.campaign
def test_each_kind_of_change_is_a_step_back_and_forth(site):
    open_demonstration(site)
    go(site, "eleve")
    site.focus("#eleve-nom")
    site.keyboard.type("A")
    saved(site)
    site.keyboard.press("Backspace")  # the history goes back to what was before the first character
    states = [dossier(site)]
    go(site, "taches")
    go(site, "eleve")
    for act in (lambda: site.locator("#eleve-nom").press_sequentially("Autre"),
                lambda: site.locator("#eleve-regime-interne").press("Space")):
        act()
        site.keyboard.press("Tab")
        states.append(dossier(site))
    go(site, "objectifs")
    top = "#objectifs > .bloc > .items > .item"
    site.locator("#objectifs > .bloc > [data-action=ajouter]").click()
    states.append(dossier(site))
    go(site, "objectifs")
    site.locator(top).last.locator("[data-action=monter]").first.click()
    states.append(dossier(site))
    for _ in range(2):  # two deletions within the moment that a save waits
        site.locator(top).first.locator("[data-action=supprimer]").first.click()
    states.append(dossier(site))
    go(site, "emploi-du-temps")
    site.locator("[data-action=semaine-supprimer]").first.click()
    states.append(dossier(site))
    go(site, "taches")
    seen = [states[-1]]
    while seen[-1] != states[0]:
        take_back(site)
        seen.append(dossier(site))
    assert len(seen) == len(states) + 1 and [one for one in seen if one in states] == states[::-1]
    for former in seen[-2::-1]:
        site.click("#retablir")
        until(lambda former=former: dossier(site) == former)
    assert dossier(site) == states[-1] and site.locator("#retablir").is_hidden()
