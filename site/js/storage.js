/** window.pidStore: drafts and settings kept in this browser. Plain arguments, promises of plain objects. */

import './storage/named.js';
import { onChange } from './storage/channel.js';
import { closeForEver, open } from './storage/database.js';
import { storageError } from './storage/errors.js';
import { mendLog } from './storage/fresh_log.js';
import { create, get, history, list, look, save } from './storage/drafts.js';
import { askPersistence, getSetting, putSetting, state } from './storage/settings.js';
import { erase, purge, remove, removed, restore } from './storage/trash.js';
import { code, current } from './storage/vault.js';
import { keepVersions } from './storage/versions.js';

/** A first dossier is worth asking the browser to keep it; its answer, which may take long, is in `state()`. */
async function createAndAsk(draft) {
  const created = await create(draft);
  askPersistence();
  return created;
}

/** Whether drafts are encrypted in this browser. */
async function isShared() {
  return (await current()) !== null;
}

/** The vault uses every memory of the browser: where they are forbidden, that is what is said. */
async function vault() {
  try {
    if (!indexedDB || !localStorage) throw new TypeError('absent');
  } catch (cause) {
    throw storageError('Interdit', cause);
  }
  return code();
}

/**
 * The dossier that the address names is read while the page is parsed and Python arrives, and given to the first who
 * asks for it.
 */
const named =
  document.documentElement.dataset.page === 'dossier' ? new URLSearchParams(location.search).get('d') : null;
let early = named === null ? null : get(named);
early?.catch(() => {}); // whoever asks learns it

function getOnce(id) {
  const given = id === named ? early : null;
  early = null;
  return given ?? get(id);
}

window.pidStore = Object.freeze({
  list, get: getOnce, history, look, create: createAndAsk, save, remove, restore, removed, erase,
  getSetting, putSetting, state,
  // Once erased, there is nothing left to draw again: what follows has said so.
  onChange: (listener) => onChange((news) => news.type !== 'effacement' && listener(news)),
  keepVersions, isShared, vault, close: closeForEver,
});

/** Another tab erases this computer: let it, and show nothing any more of what it held. */
onChange(({ type }) => {
  if (type !== 'effacement') return;
  closeForEver();
  document.dispatchEvent(new Event('pid-efface'));
  const words = document.createElement('p');
  words.className = 'alerte';
  words.setAttribute('role', 'alert');
  words.textContent =
    'Cet ordinateur vient d’être effacé dans un autre onglet\u00a0: rechargez la page pour recommencer.';
  document.querySelector('main').replaceChildren(words);
});

// The database opens while the page starts. Where it is unavailable, the page learns it from its own first call.
open().catch(() => {});
mendLog().catch(() => {});

/** Housekeeping waits for a quiet moment: its strict transaction would delay the first reading. */
const QUIET = 5000;
setTimeout(() => purge().catch(() => {}), QUIET);
