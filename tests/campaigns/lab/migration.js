/**
 * Steps of a change of schema under a storage script of the lab.
 *
 * - ?step=prepare fills the database of the site as it is;
 * - ?step=migrate opens it with one more migration;
 * - ?step=check says what is there, before and after opening it again;
 * - ?step=ring fills a base of the third schema, whose history is the last ten saves;
 * - ?step=states opens it with the storage of the site;
 * - ?step=history says what its history holds, by motive.
 *
 * Of a change of format, by the page of a dossier: ?step=former keeps drafts of version 1, ?step=drafts tells every
 * draft.
 */

const COUNT = 300;
const LENGTH = 20_000;
const NAME = 'dossier-pid';

function load(script) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${script} ne se charge pas`));
    element.src = script;
    document.head.append(element);
  });
}

function textOf(number) {
  const body = `${number} Zoé ; `.repeat(LENGTH / 8).slice(0, LENGTH);
  return JSON.stringify({ number, sum: sum(body), body });
}

/** 'old', 'new', or 'broken': how a record reads. A new record has its form in its title and around its text. */
function formOf({ titre, json }) {
  try {
    const content = JSON.parse(json);
    const text = content.forme ? content.texte : content;
    if (sum(text.body) !== text.sum || text.body.length !== LENGTH) return 'broken';
    if (content.forme === 2 && titre === 'forme 2') return 'new';
    return content.forme || titre === 'forme 2' ? 'broken' : 'old';
  } catch {
    return 'broken';
  }
}

/** {version, old, new, broken}: what the database holds, read without the storage of the site. */
function look() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME);
    asked.onupgradeneeded = () => reject(new Error('la base n’est plus là'));
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      const found = { version: asked.result.version, old: 0, new: 0, broken: 0 };
      const all = asked.result.transaction('brouillons').objectStore('brouillons').getAll();
      all.onsuccess = () => {
        all.result.forEach((record) => { found[formOf(record)] += 1; });
        asked.result.close();
        resolve(found);
      };
    };
  });
}

/** Drafts of version 1 of the format, as the mailbox gives them: {text, kept}, in the order of the identifiers told. */
async function keepFormer() {
  await load('storage.js');
  const ids = [];
  for (const { text, kept } of await (await fetch('former.json')).json()) {
    const { id } = await pidStore.create({ json: text, titre: 'Ancien' });
    await pidStore.keepVersions(id, kept);
    ids.push(id);
  }
  await tell('prepared', { ids });
}

/** Every draft as the storage gives it. */
async function allDrafts() {
  await load('storage.js');
  const drafts = await Promise.all((await pidStore.list()).map(({ id }) => pidStore.get(id)));
  await tell('drafts', { drafts });
}

const SAVES = 10;
const STORES = { brouillons: 'id', historique: ['id', 'rev'], corbeille: 'id', reglages: undefined, coffre: undefined };

/** COUNT drafts of ten saves, of which the fifth was followed by a pause. */
function fillRing(asked) {
  const all = asked.result.transaction(['brouillons', 'historique'], 'readwrite');
  for (let number = 0; number < COUNT; number++) {
    const json = textOf(number);
    for (let rev = 1; rev <= SAVES; rev++) {
      const one = { id: `draft ${number}`, rev, json, modifie: `2026-11-29T${rev > 5 ? '14' : '09'}:00:0${rev % 10}` };
      all.objectStore('historique').put(one);
      if (rev === SAVES)
        all.objectStore('brouillons').put({ ...one, titre: `titre ${number}`, etat: '', demonstration: false });
    }
  }
  return new Promise((resolve) => { all.oncomplete = resolve; });
}

async function prepareRing() {
  const asked = indexedDB.open(NAME, 3);
  asked.onupgradeneeded = () =>
    Object.entries(STORES).forEach(([name, keyPath]) => asked.result.createObjectStore(name, keyPath && { keyPath }));
  await new Promise((resolve) => { asked.onsuccess = resolve; });
  await fillRing(asked);
  asked.result.close();
  await tell('prepared');
}

/** {version, and how many entries of the history have each motive}. */
function lookAtHistory() {
  return new Promise((resolve) => {
    const asked = indexedDB.open(NAME);
    asked.onsuccess = () => {
      const found = { version: asked.result.version };
      asked.result.transaction('historique').objectStore('historique').getAll().onsuccess = ({ target }) => {
        for (const { motif, rev } of target.result) {
          const name = motif ? `${motif} ${rev}` : 'save';
          found[name] = (found[name] ?? 0) + 1;
        }
        asked.result.close();
        resolve(found);
      };
    };
  });
}

const STEPS = {
  ring: prepareRing,
  async states() {
    await tell('opening');
    await load('storage.js');
    const { length } = await pidStore.list();
    await tell('migrated', { length });
  },
  async history() {
    const state = await lookAtHistory();
    await load('storage.js');
    const { length } = await pidStore.list();
    await tell('history', { state, length, after: await lookAtHistory() });
  },
  former: keepFormer,
  drafts: allDrafts,
  async prepare() {
    await load('storage.js');
    for (let number = 0; number < COUNT; number++)
      await pidStore.create({ json: textOf(number), titre: `titre ${number}` });
    await tell('prepared', await look());
  },
  async migrate() {
    await tell('opening');
    await load('storage-next.js');
    const { length } = await pidStore.list();
    await tell('migrated', { length });
  },
  async check() {
    await tell('state', await look());
    await load('storage-next.js');
    const { length } = await pidStore.list();
    await tell('after', { length, ...await look() });
  },
};

STEPS[asked.get('step')]().catch((error) => tell('failed', { words: String(error) }));
