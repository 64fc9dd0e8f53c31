"""Replacing a draft by a file received: what it held can be taken back."""

import json

from tests.browser.steps import open_new, ready, saved, until
from tests.firefox import both_engines
from tests.unit.test_structure import DATA


def stored(page):
    """(revision, last name) of each draft of this browser."""
    records = page.evaluate("pidStore.list().then((all) => Promise.all(all.map((one) => pidStore.get(one.id))))")
    return [(record["rev"], json.loads(record["json"])["eleve"]["nom"]) for record in records]


def choose(page, path):
    page.set_input_files("#fichier", path)
    until(lambda: page.locator("#apercu").is_visible())


@both_engines
def test_a_replacement_can_be_undone(site, server, tmp_path):
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    choose(site, DATA / "complet.json")
    site.click("[data-action=nouveau]")
    site.wait_for_url("**/dossier/**")
    changed = json.loads((DATA / "complet.json").read_text(encoding="utf-8"))
    before = changed["eleve"]["nom"]
    changed["eleve"]["nom"] = "Autre"
    (tmp_path / "autre.json").write_text(json.dumps(changed), encoding="utf-8")
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    choose(site, tmp_path / "autre.json")
    assert "«\u00a0Autre\u00a0»" in site.locator("#differences").inner_text()
    site.click("[data-action=remplacer]")
    until(lambda: site.locator("#remplacement").is_visible())
    assert stored(site) == [(2, "Autre")]
    site.keyboard.press("Tab")
    site.keyboard.press("Enter")
    until(lambda: site.locator("#remplacement").is_hidden())
    assert stored(site) == [(3, before)]


def test_a_draft_changed_meanwhile_is_not_replaced(site, server):
    open_new(site)
    reference = site.locator("#reference").inner_text()
    assert reference
    other = site.context.new_page()
    other.goto(server.address + "ouvrir/")
    until(lambda: ready(other))
    text = site.evaluate("pidStore.list().then(([one]) => pidStore.get(one.id)).then((record) => record.json)")
    other.set_input_files("#fichier", {"name": "d.json", "mimeType": "application/json", "buffer": text.encode()})
    until(lambda: other.locator("#apercu").is_visible())
    site.evaluate("location.hash = '#eleve'")
    site.fill("#eleve-nom", "Écrit entre-temps")
    saved(site)
    other.click("[data-action=remplacer]")
    until(lambda: other.locator("#alerte-enregistrement").is_visible())
    assert "rien n’a été remplacé" in other.locator("#alerte-enregistrement").inner_text()
    assert stored(other)[0][1] == "Écrit entre-temps"
