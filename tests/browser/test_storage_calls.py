"""Whichever call of the database fails, in a journey through everything that the storage can do, it never lies.

What it confirmed is there, what it refused has changed nothing, what it read is true; with a real lack of room too.
"""

import pytest

from tests.support.browsers.chromium import close
from tests.support.pages.steps import go, open_new, ready, until
from tests.support.pages.storage import FAULT, HOUSEKEEPING, NAME

pytestmark = pytest.mark.campaign

MORE_CALLS = """
const MORE = [[IDBFactory, ['open']], [IDBObjectStore, ['getKey', 'getAllKeys', 'openCursor', 'count', 'clear']]];
for (const [owner, names] of MORE) {
  for (const name of names) {
    const real = owner.prototype[name];
    owner.prototype[name] = function (...given) {
      if (due()) throw new DOMException('panne injectée', 'UnknownError');
      return real.apply(this, given);
    };
  }
}
"""
JOURNEY = """async ({ mode, at }) => {
  const first = await pidStore.create({ json: 'a1', titre: 'a1' });
  const before = (await pidStore.list()).length;
  const model = { drafts: { [first.id]: { json: 'a1', rev: 1, versions: undefined } }, bin: {}, setting: null };
  const refused = [];
  const lies = [];
  const attempt = async (work, then) => {
    try { then(await work()); } catch (error) {
      const known = { Ecriture: 1, Quota: 1, Indisponible: 1, Absent: 1, HorsCorbeille: 1, Conflit: 1 };
      if (!error.message || !(error.name in known)) lies.push(String(error));
      refused.push(error.name);
    }
  };
  const held = (id) => model.drafts[id];
  const save = (id, json) => attempt(
    () => pidStore.save({ id, expected_rev: held(id)?.rev ?? 0, json, titre: json }),
    ({ rev }) => Object.assign(held(id), { json, rev }));
  const read = (id) => attempt(() => pidStore.get(id), (record) => {
    if ((record?.json ?? null) !== (held(id)?.json ?? null)) lies.push(`get ${id}`);
  });
  await pidStore.putSetting('essai', '0');
  model.setting = '0';
  window.calls = 0;
  window.fault = { mode, at };
  let left = false;
  await attempt(
    () => pidStore.save({ id: first.id, expected_rev: 1, json: 'a2', titre: 'a2', motif: 'remplacement' }),
    ({ rev }) => { left = true; Object.assign(held(first.id), { json: 'a2', rev }); });
  let second = null;
  await attempt(() => pidStore.create({ json: 'b1', titre: 'b1' }), ({ id }) => {
    second = id;
    model.drafts[id] = { json: 'b1', rev: 1, versions: undefined };
  });
  await attempt(() => pidStore.keepVersions(first.id, 'v1'), () => { held(first.id).versions = 'v1'; });
  await attempt(() => pidStore.putSetting('essai', '1'), () => { model.setting = '1'; });
  await attempt(() => pidStore.getSetting('essai'), (text) => text === model.setting || lies.push('getSetting'));
  await read(first.id);
  await attempt(() => pidStore.remove(first.id), () => {
    model.bin[first.id] = model.drafts[first.id];
    delete model.drafts[first.id];
  });
  await attempt(() => pidStore.removed(), (all) => (
    all.some(({ id }) => id === first.id) === first.id in model.bin || lies.push('removed')));
  await attempt(() => pidStore.restore(first.id), () => {
    model.drafts[first.id] = model.bin[first.id];
    delete model.bin[first.id];
  });
  if (held(first.id)) await save(first.id, 'a3');
  await attempt(() => pidStore.history(first.id), (states) => (
    states.every(({ json, motif }) => json === 'a1' && motif === 'remplacement') || lies.push('history')));
  const present = () => before - 1 + Object.keys(model.drafts).length;
  await attempt(() => pidStore.list(), (all) => all.length === present() || lies.push('list'));
  const calls = window.calls;
  window.fault = null;
  for (const [id, expected] of Object.entries(model.drafts)) {
    const record = await pidStore.get(id);
    const held = record?.json === expected.json && record.rev === expected.rev;
    if (!held || record.versions !== expected.versions) lies.push(`draft ${id}`);
    const states = await pidStore.history(id);
    if (id === first.id && (states.length === 1) !== left) lies.push(`history ${id}`);
  }
  const bin = (await pidStore.removed()).map(({ id }) => id);
  if (bin.includes(first.id) !== first.id in model.bin) lies.push('bin');
  if (await pidStore.getSetting('essai') !== model.setting) lies.push('setting');
  if ((await pidStore.list()).length !== present()) lies.push('a draft too many, or too few');
  return { calls, refused, lies };
}"""
FULL = """async (count) => {
  const { id } = await pidStore.create({ json: 'avant', titre: 'avant' });
  const large = 'x'.repeat(4_000_000);
  const outcome = { refused: 0, intact: 0 };
  for (let turn = 0; turn < count; turn++) {
    const change = { id, expected_rev: 1, json: large + turn, titre: 'trop', motif: 'remplacement' };
    try { await pidStore.save(change); } catch ({ name }) {
      outcome.refused += name === 'Quota';
    }
    const record = await pidStore.get(id);
    outcome.intact += record.json === 'avant' && record.rev === 1 && (await pidStore.history(id)).length === 0;
  }
  const { rev } = await pidStore.save({ id, expected_rev: 1, json: 'après' });
  return { ...outcome, rev };
}"""
FILL = """async () => {
  for (const length of [40_000, 4_000]) {
    for (let full = false; !full;) {
      await pidStore.putSetting(`place ${Math.random()}`, 'x'.repeat(length)).catch(() => { full = true; });
    }
  }
}"""
TRIALS = 20


FAILURES = [("chromium", "throw", 1), ("chromium", "abort", 0.4), ("chromium", "quota", 0.4), ("firefox", "throw", 1)]
"""(engine, way of failing, least part of the calls whose failure is felt)."""


@pytest.mark.parametrize("engine, mode, least", FAILURES, indirect=["engine"])
def test_whichever_call_fails_in_a_whole_journey_nothing_said_is_false(server, page, mode, least):
    page.add_init_script(FAULT + MORE_CALLS)
    page.goto(server.address)
    until(lambda: ready(page))
    whole = page.evaluate(JOURNEY, {"mode": mode, "at": 0})
    assert whole["refused"] == [] and whole["lies"] == [] and whole["calls"] > 30
    failed = 0
    for at in range(1, whole["calls"] + 1):
        found = page.evaluate(JOURNEY, {"mode": mode, "at": at})
        assert found["lies"] == [], at
        failed += found["refused"] != []
    assert failed >= (whole["calls"] - HOUSEKEEPING) * least, "the faults were not injected"


@pytest.fixture
def cramped(browser, server):
    """The home page in a browser that leaves it little room from the start: Chromium remembers for a while what is
    left."""
    context = browser.new_context(locale="fr-FR", service_workers="block")
    page = context.new_page()

    def opened(room):
        origin = server.address.rstrip("/")
        page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": room})
        page.goto(server.address)
        until(lambda: ready(page))
        return page
    yield opened
    close(context)


@pytest.mark.chromium_only(reason="the room is limited through the Chrome DevTools Protocol; test_firefox.py limits "
                                  "that of Firefox")
def test_a_real_lack_of_room_leaves_the_draft_as_it_was(cramped):
    assert cramped(1_000_000).evaluate(FULL, TRIALS) == {"refused": TRIALS, "intact": TRIALS, "rev": 2}


@pytest.mark.chromium_only(reason="the room is limited through the Chrome DevTools Protocol; test_firefox.py limits "
                                  "that of Firefox")
def test_a_real_lack_of_room_is_said_and_what_was_typed_stays(cramped):
    page = cramped(1_000_000)
    open_new(page)
    page.evaluate(FILL)
    go(page, "eleve")
    line, alert = page.locator("#etat-enregistrement"), page.locator("#alerte-enregistrement")
    for turn in range(30):
        held = page.evaluate(NAME) or ""
        page.fill("#eleve-nom", f"Essai {turn}")
        until(lambda: alert.is_visible() or "Enregistré" in line.inner_text())
        if alert.is_visible():
            break
    assert "plus de place" in alert.inner_text()
    assert "Enregistré" not in line.inner_text()
    assert page.evaluate(NAME) == held, "the version before is intact"
    assert page.locator("#eleve-nom").input_value() == f"Essai {turn}", "what was typed is still on the screen"
