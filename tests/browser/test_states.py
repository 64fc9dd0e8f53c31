"""« Revenir à un état précédent »: moments that a person recognises, taken back like a file, so that nothing is ever
lost."""

import json

import pytest

from tests.support.browsers.firefox import both_engines_at_length
from tests.support.examples import DATA
from tests.support.pages.axe import check
from tests.support.pages.sending import prepare
from tests.support.pages.shared_steps import raw, share
from tests.support.pages.steps import copy_of, go, open_demonstration, preview, ready, saved, until

pytestmark = pytest.mark.without_worker

STATES = """pidStore.list().then(([one]) => pidStore.history(one.id))
  .then((all) => all.map(({ json, motif }) => [JSON.parse(json).eleve.nom, motif]))"""
NAME = "pidStore.list().then(([one]) => pidStore.get(one.id)).then(({ json }) => JSON.parse(json).eleve.nom)"
WRITE = """async (json) => {
  const [one] = await pidStore.list();
  await (one ? pidStore.save({ id: one.id, expected_rev: one.rev, json }) : pidStore.create({ json }));
}"""
FORMER = """async (entries) => {
  await new Promise((resolve) => { indexedDB.deleteDatabase('dossier-pid').onsuccess = resolve; });
  const asked = indexedDB.open('dossier-pid', 3);
  const database = await new Promise((resolve) => {
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('brouillons', { keyPath: 'id' });
      asked.result.createObjectStore('historique', { keyPath: ['id', 'rev'] });
      asked.result.createObjectStore('corbeille', { keyPath: 'id' });
      asked.result.createObjectStore('reglages');
      asked.result.createObjectStore('coffre');
    };
    asked.onsuccess = () => resolve(asked.result);
  });
  const all = database.transaction(['brouillons', 'historique'], 'readwrite');
  for (const one of entries) all.objectStore('historique').put(one);
  const { id, rev, json, modifie } = entries.at(-1);
  all.objectStore('brouillons').put({ id, rev, json, modifie, titre: 'Ancien', etat: '', demonstration: false });
  await new Promise((resolve) => { all.oncomplete = resolve; });
  database.close();
}"""


def at(page, moment):
    page.clock.set_fixed_time("2026-12-01T" + moment)


def rename(page, name, moment):
    at(page, moment)
    go(page, "eleve")
    page.fill("#eleve-nom", name)
    saved(page)
    until(lambda: page.evaluate(NAME) == name)


def unfold(page):
    go(page, "taches")
    page.click("#etats summary")
    until(lambda: page.locator("#etats p").count() > 0)


@pytest.fixture
def worked(site):
    """A dossier left twice for more than ten minutes, once for less."""
    at(site, "09:00:00")
    open_demonstration(site)
    for name, moment in (("Un", "09:01:00"), ("Deux", "09:05:00"), ("Trois", "09:15:00"), ("Quatre", "09:24:59"),
                         ("Cinq", "14:00:00")):
        rename(site, name, moment)
    return site


def test_a_state_left_before_a_pause_is_kept_and_no_other(worked):
    assert worked.evaluate(STATES) == [["Quatre", "pause"], ["Deux", "pause"]]


def test_a_state_is_taken_back_after_its_differences_and_the_present_one_is_kept(worked):
    unfold(worked)
    check(worked, "former states")
    rows = worked.locator("#etats li").all_inner_texts()
    assert "à 9\u00a0h\u00a024" in rows[0] and "avant une pause" in rows[0] and "à 9\u00a0h\u00a005" in rows[1]
    worked.locator("#etats li button").last.click()
    until(lambda: worked.locator("#etats h3").count() == 1)
    said = worked.locator("#etats").inner_text()
    assert "«\u00a0Cinq\u00a0» deviendrait «\u00a0Deux\u00a0»" in said
    check(worked, "former state previewed")
    worked.click("[data-action=etat-reprendre]")
    until(lambda: worked.evaluate(NAME) == "Deux")
    until(lambda: "est revenu à son état" in worked.locator("#etats").inner_text())
    assert worked.evaluate(STATES) == [["Cinq", "retour"], ["Quatre", "pause"], ["Deux", "pause"]]
    assert "Deux" in worked.locator("#titre-dossier").inner_text()
    go(worked, "eleve")
    assert worked.locator("#eleve-nom").input_value() == "Deux"


def test_what_was_typed_the_moment_before_is_in_the_state_that_is_kept(worked):
    unfold(worked)
    worked.locator("#etats li button").first.click()
    until(lambda: worked.locator("#etats h3").count() == 1)
    worked.evaluate("""() => {
      const name = document.getElementById('eleve-nom');
      name.value = 'Tapé';
      name.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector('[data-action=etat-reprendre]').click();
    }""")
    until(lambda: worked.evaluate(NAME) == "Quatre")
    assert worked.evaluate(STATES)[0] == ["Tapé", "retour"]


def test_what_has_left_stays_noted_whatever_state_is_taken_back(site):
    at(site, "09:00:00")
    open_demonstration(site)
    rename(site, "Un", "09:01:00")
    rename(site, "Deux", "09:30:00")
    prepare(site)
    site.click("[data-action=envoi-fait]")
    until(lambda: site.locator("#recus").is_visible())
    saved(site)
    unfold(site)
    site.locator("#etats li button").last.click()
    until(lambda: site.locator("#etats h3").count() == 1)
    said = site.locator("#etats").inner_text()
    assert "ce qui est noté de l’envoi restent tels quels" in said and "Empreinte" not in said
    site.click("[data-action=etat-reprendre]")
    until(lambda: "restent tels quels" in site.locator("#etats [role=status]").inner_text())
    until(lambda: site.locator("#revision-nouvelle").is_visible())
    saved(site)
    made = copy_of(site)
    assert (made["eleve"]["nom"], made["dossier"]["revision"], made["transmission"]["revision"]) == ("Un", 2, 1)


@pytest.mark.campaign
def test_nothing_changes_when_it_is_left(worked):
    unfold(worked)
    worked.locator("#etats li button").first.click()
    until(lambda: worked.locator("#etats h3").count() == 1)
    worked.click("[data-action=etat-laisser]")
    until(lambda: worked.locator("#etats li").count() == 2)
    assert worked.evaluate(NAME) == "Cinq" and len(worked.evaluate(STATES)) == 2


def test_the_state_before_a_replacement_by_a_file_is_kept(site, server, tmp_path):
    at(site, "08:59:00")
    open_demonstration(site)
    rename(site, "Ici", "09:00:00")
    preview(site, server, DATA / "complet.json")
    site.click("#apercu [data-action=remplacer]")
    until(lambda: site.locator("#remplacement").is_visible())
    assert site.evaluate(STATES) == [["Ici", "remplacement"]]


def test_ten_states_at_most_the_oldest_leaving(site):
    site.evaluate("""async () => {
      const { id } = await pidStore.create({ json: '{"eleve": {"nom": "0"}}' });
      for (let rev = 1; rev < 15; rev++) {
        const json = JSON.stringify({ eleve: { nom: String(rev) } });
        await pidStore.save({ id, expected_rev: rev, json, motif: 'remplacement' });
      }
    }""")
    assert [name for name, _ in site.evaluate(STATES)] == [str(number) for number in range(13, 3, -1)]


@pytest.mark.campaign
def test_the_states_of_a_draft_are_not_those_of_another(site):
    site.evaluate("""async () => {
      const { id } = await pidStore.create({ json: '{"eleve": {"nom": "seul"}}', titre: 'seul' });
      await pidStore.save({ id, expected_rev: 1, json: '{}', motif: 'remplacement' });
      const other = await pidStore.create({ json: '{}', titre: 'autre' });
      for (let rev = 1; rev < 15; rev++) {
        await pidStore.save({ id: other.id, expected_rev: rev, json: '{}', motif: 'remplacement' });
      }
    }""")
    seen = site.evaluate("pidStore.list().then((all) => Promise.all(all.map(({ id }) => "
                         "pidStore.history(id)))).then((all) => all.map((one) => one.length))")
    assert sorted(seen) == [1, 10]


def test_the_states_are_encrypted_where_the_drafts_are_and_read_again(site, server):
    share(site)
    for moment, name in (("09:01:00", "Zélindaëlle"), ("11:00:00", "Autre")):
        at(site, moment)
        site.evaluate(WRITE, json.dumps({"format": "pid-dossier", "eleve": {"nom": name}}))
    until(lambda: site.evaluate(STATES) == [["Zélindaëlle", "pause"]])
    held = raw(site)["historique"]
    assert "lindaëlle" not in held and "pid-dossier" not in held and "motif=pause" in held


@both_engines_at_length
def test_of_the_last_ten_saves_of_former_versions_those_before_a_pause_stay(page, server, engine):
    moments = ["09:00:00", "09:00:01", "09:20:00", "09:20:05", "11:00:00"]
    page.goto(server.address + "regles/changements/")
    page.evaluate(FORMER, [{"id": "a" * 24, "rev": 5 + index, "json": json.dumps({"eleve": {"nom": str(index)}}),
                            "modifie": "2026-12-01T" + moment}
                           for index, moment in enumerate(moments)])
    page.goto(server.address)
    until(lambda: ready(page))
    until(lambda: page.locator("#dossiers li").count() == 1)
    assert page.evaluate(STATES) == [["3", "pause"], ["1", "pause"]]
