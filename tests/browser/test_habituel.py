"""« Mon établissement », given by a dossier, given back to the next ones: on a computer of one's own, and shared."""

import copy
import json

import pytest

from tests.support.examples import EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.looks import LOOKS, look
from tests.support.pages.shared_steps import home, is_locked, raw, share, unlock
from tests.support.pages.steps import (
    copy_of,
    go,
    judged,
    open_demonstration,
    open_dossier,
    open_new,
    ready,
    saved,
    until,
)

pytestmark = pytest.mark.without_worker

KEPT = "Promise.all(['etablissement', 'habituel'].map((key) => pidStore.getSetting(key)))"
PLACE = "Menuiserie de l'Exemple"
FIRST = json.loads(json.dumps(EXAMPLES["complet"]).replace("0490000J", "0490842Z"))
"""A dossier that is no demonstration."""


def panel(page, slug):
    return page.locator(f"#{slug} .carte:has(.choix)")


def press(page, slug, name):
    page.locator(f"#{slug} [data-action={name}-habituel]:visible").first.click()


def keep_all(page, slug="etablissement"):
    """Keep everything that the open dossier offers."""
    press(page, slug, "garder")
    until(panel(page, slug).is_visible)
    for box in panel(page, slug).locator("input").all():
        box.check()
    panel(page, slug).locator(".bouton").click()
    until(lambda: "Gardé dans" in page.locator(f"#{slug}").inner_text())


def with_first(page, server, tmp_path):
    open_dossier(page, server, tmp_path, FIRST)
    go(page, "etablissement")


def begin_next(page, server):
    home(page, server)
    open_new(page)


def profile_page(page, server):
    page.goto(server.address + "etablissement/")
    until(lambda: ready(page))


def test_a_first_dossier_gives_what_is_ticked_and_the_next_one_takes_it(site, server, tmp_path):
    with_first(site, server, tmp_path)
    press(site, "etablissement", "reprendre")
    until(lambda: "n’a encore rien gardé" in site.locator("#etablissement").inner_text())
    assert site.evaluate(KEPT) == [None, None]  # a dossier opened from a file gives nothing by itself
    press(site, "etablissement", "garder")
    until(panel(site, "etablissement").is_visible)
    check(site, "what may be kept")
    ticked = panel(site, "etablissement").locator(".choix > div:has(input:checked)").all_inner_texts()
    assert len(ticked) == 7 and not [one for one in ticked if "Lieu" in one or "Assurance" in one]
    for words in (PLACE, "Assurance :"):
        panel(site, "etablissement").get_by_text(words).click()
    panel(site, "etablissement").locator(".bouton").click()
    until(lambda: "Gardé dans" in site.locator("#etablissement").inner_text())
    assert [name for name in (FIRST["eleve"]["nom"], FIRST["eleve"]["prenom"], FIRST["responsables"][0]["nom"])
            if name in "".join(site.evaluate(KEPT))] == []
    begin_next(site, server)
    go(site, "redacteur")
    press(site, "redacteur", "reprendre")
    until(lambda: site.locator("#redacteur-nom").input_value() == FIRST["redacteur"]["nom"])
    go(site, "lieux")
    site.click("[data-action=lieu-habituel]")
    until(site.locator("#lieux .carte").is_visible)
    assert site.locator("#lieux .carte li").count() == 1
    check(site, "usual places")
    site.locator("#lieux .carte button").click()
    until(lambda: site.url.endswith("#lieux/L1"))
    made = copy_of(site)
    assert made["etablissement"] == FIRST["etablissement"] and made["dossier"]["reference"].startswith("0490842Z-")
    assert made["lieux"] == [{**FIRST["lieux"][0], "id": "L1"}]
    assert made["redacteur"] == FIRST["redacteur"] and made["referent"]["nom"] == ""


def test_on_a_shared_computer_it_is_encrypted_locked_and_erased(site, server, tmp_path):
    phrase = share(site)
    made = site.evaluate("(json) => pidStore.create({ json })", json.dumps(FIRST))
    site.goto(f"{server.address}dossier/?d={made['id']}")
    unlock(site, phrase)  # without a worker, nobody has the key from page to page
    judged(site)
    go(site, "etablissement")
    keep_all(site)
    stored = raw(site)["reglages"]
    assert [words for words in ("Exemple", "0490842Z", "MAIF", "Menuiserie") if words in stored] == []
    profile_page(site, server)
    until(lambda: is_locked(site))
    assert PLACE not in site.content() and site.locator("#etablissement-uai").input_value() == ""
    unlock(site, phrase)
    until(lambda: site.locator("#etablissement-uai").input_value() == "0490842Z")
    site.evaluate("pidStore.vault().then((vault) => vault.unshare())")
    assert "0490842Z" in raw(site)["reglages"] and "Menuiserie" in raw(site)["reglages"]
    site.evaluate("pidStore.vault().then((vault) => vault.wipe(() => {}))")
    site.reload()
    until(lambda: ready(site))
    assert site.evaluate(KEPT) == [None, None]


@pytest.mark.campaign
def test_what_a_dossier_says_otherwise_is_replaced_where_it_is_ticked_and_undone(site, server, tmp_path):
    with_first(site, server, tmp_path)
    keep_all(site)
    other = copy.deepcopy(FIRST)
    other["referent"]["telephone"], other["referent"]["courriel"] = "0611111111", ""
    other["etablissement"]["uai"] = "0490001K"
    open_dossier(site, server, tmp_path, other)
    go(site, "referent")
    press(site, "referent", "reprendre")
    until(panel(site, "referent").is_visible)
    assert site.locator("#referent-courriel").input_value() == FIRST["referent"]["courriel"]
    assert site.locator("#referent-telephone").input_value() == "0611111111"
    panel(site, "referent").locator(".bouton").click()
    assert "Cochez" in panel(site, "referent").inner_text()
    panel(site, "referent").locator("input").check()
    panel(site, "referent").locator(".bouton").click()
    until(lambda: site.locator("#referent-telephone").input_value() == FIRST["referent"]["telephone"])
    site.click("#annuler [data-action=annuler]")
    until(lambda: site.locator("#referent-telephone").input_value() == "0611111111")
    go(site, "etablissement")
    press(site, "etablissement", "reprendre")
    until(panel(site, "etablissement").is_visible)
    assert "0490001K" in panel(site, "etablissement").inner_text()
    go(site, "stages/S1/convention")
    site.fill("#stages-0-assurance-etablissement", "")
    press(site, "stages", "reprendre")
    until(lambda: site.locator("#stages-0-assurance-etablissement").input_value() == "MAIF 0000001")
    saved(site)


@pytest.mark.campaign
def test_the_page_shows_edits_and_removes_each_kept_person_and_place(site, server, tmp_path):
    with_first(site, server, tmp_path)
    keep_all(site)
    profile_page(site, server)
    places = site.locator("#lieux-habituels > details")
    until(lambda: places.count() == 2)
    look(site, *LOOKS[1])
    places.first.locator("summary").click()
    check(site, "a usual place unfolded")
    site.fill("#lieux-0-nom", "Nouvel atelier")
    assert "Nouvel atelier" in places.first.locator("summary").inner_text()
    places.nth(1).locator("summary").click()
    places.nth(1).locator("[data-action=retirer-lieu]").click()
    until(lambda: places.count() == 1)
    site.click("#annuler [data-action=annuler]")
    until(lambda: places.count() == 2)
    site.locator("details:has(#referent-nom) summary").click()
    site.locator("details:has(#referent-nom) [data-action=retirer-habituel]").click()
    until(lambda: site.locator("#referent-nom").input_value() == "")
    site.fill("#stages-0-assurance-etablissement", "MAE 3")
    until(lambda: "MAE 3" in site.evaluate(KEPT)[1])
    held = json.loads(site.evaluate(KEPT)[1])
    assert [one["nom"] for one in held["lieux"]] == ["Nouvel atelier", "Lycée professionnel de démonstration"]
    assert held["referent"]["nom"] == "" and held["lieux"][0]["siret"] == FIRST["lieux"][0]["siret"]
    site.click("[data-action=ajouter-lieu]")
    site.fill("#lieux-2-code_postal", "4")
    site.click("[data-action=enregistrer-etablissement]")
    assert site.locator(".resume-erreurs li").count() == 1
    site.reload()
    until(lambda: places.count() == 3)


@pytest.mark.campaign
def test_a_storage_that_refuses_is_told_and_nothing_is_lost(site, server, tmp_path):
    with_first(site, server, tmp_path)
    site.evaluate("""() => { const real = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (value, key) {
        if (this.name === 'reglages') throw new DOMException('plein', 'QuotaExceededError');
        return real.call(this, value, key); }; }""")
    press(site, "etablissement", "garder")
    until(panel(site, "etablissement").is_visible)
    panel(site, "etablissement").locator(".bouton").click()
    until(lambda: "plus de place" in site.locator("#alerte-enregistrement").inner_text())
    assert panel(site, "etablissement").is_visible() and panel(site, "etablissement").locator(":checked").count() == 7
    assert site.locator("#etablissement-uai").input_value() == "0490842Z"


@pytest.mark.campaign
def test_a_demonstration_gives_nothing(site):
    open_demonstration(site)
    go(site, "etablissement")
    press(site, "etablissement", "garder")
    until(lambda: "démonstration" in site.locator("#etablissement .constat:visible").first.inner_text())
    assert site.evaluate(KEPT) == [None, None]


@pytest.mark.campaign
def test_many_usual_places_are_searched_and_one_of_them_is_there_already(site, server):
    places = [{"nom": "Atelier " + name, "ville": "Angers"} for name in "un deux trois quatre cinq six".split()]
    site.evaluate("(text) => pidStore.putSetting('habituel', text)", json.dumps({"lieux": places}))
    open_new(site)
    go(site, "lieux")
    for _ in range(2):
        go(site, "lieux")
        site.click("[data-action=lieu-habituel]")
        until(site.locator("#habituel-filtre").is_visible)
        site.fill("#habituel-filtre", "ATELIER tróis")
        until(lambda: site.locator("#lieux .carte li:visible").count() == 1)
        if site.locator("#lieux .carte li:visible button").count():
            site.locator("#lieux .carte li:visible button").click()
            until(lambda: site.url.endswith("#lieux/L1"))
    assert "déjà dans ce dossier" in site.locator("#lieux .carte li:visible").inner_text()
