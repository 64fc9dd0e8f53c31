/**
 * What the single file offers before it is closed: a copy of each dossier that changed since its last one.
 *
 * A browser lets no page download while it closes: closing is held by the browser's own question, and who stays finds
 * the copies under the eyes. Going from a page of the file to another asks nothing.
 */

import { dayInWords } from '../clock.js';
import { download } from '../files.js';

const SETTING = 'copies';
/** Milliseconds during which a navigation that was announced is the one that unloads the page. */
const ANNOUNCED = 1000;

let copied = {};
let waiting = [];
let inside = false;

const region = () => document.getElementById('avant-de-fermer');
const isHere = (address) => new URL(address, location.href).pathname === location.pathname;

function announceInside() {
  inside = true;
  setTimeout(() => { inside = false; }, ANNOUNCED);
}

/** A title, with when it was changed where another dossier bears the same. */
function called({ id, titre, modifie }) {
  const isAlone = waiting.every((other) => other.titre !== titre || other.id === id);
  return isAlone ? titre : `${titre}, ${dayInWords(modifie.slice(0, 10))} à ${modifie.slice(11, 19)}`;
}

function row(draft) {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'bouton secondaire';
  button.textContent = `Télécharger la copie\u00a0: ${called(draft)}`;
  button.addEventListener('click', () => give(draft.id));
  item.append(button);
  return item;
}

/** Look again at what has changed; a demonstration is worth no copy. */
async function refresh() {
  copied = JSON.parse(await window.pidStore.getSetting(SETTING) || '{}');
  const drafts = await window.pidStore.list();
  waiting = drafts.filter(({ id, rev, demonstration }) => !demonstration && copied[id] !== rev);
  region().querySelector('ul').replaceChildren(...waiting.map(row));
  region().hidden = waiting.length === 0;
}

/** Remember that the present revision of a draft has a copy, and forget the drafts that are no longer there. */
async function remember(id, rev) {
  const drafts = await window.pidStore.list();
  const kept = drafts.filter((draft) => draft.id in copied).map((draft) => [draft.id, copied[draft.id]]);
  await window.pidStore.putSetting(SETTING, JSON.stringify({ ...Object.fromEntries(kept), [id]: rev }));
  await refresh();
}

/**
 * On a shared computer the copy is encrypted as the drafts are: ui/home/this_computer.py gives it, and
 * `downloadAndNote` sees it.
 */
async function give(id) {
  const { json, demonstration } = await window.pidStore.get(id);
  // Not in the region, which goes away with the last copy that it offers.
  window.__BRYTHON__.pid_call(
    'ui.home.this_computer',
    'give_copy_of',
    json,
    demonstration,
    document.getElementById('contenu').lastElementChild,
  );
}

/**
 * The same as `download`, that also knows a copy of a draft when it sees one: `dossier` is what an encrypted `data`
 * holds.
 */
export function downloadAndNote(button, name, mime, data, more, dossier = data) {
  download(button, name, mime, data, more);
  if (mime !== 'application/json' || typeof dossier !== 'string') return;
  waiting.forEach(async ({ id }) => {
    const { rev, json } = await window.pidStore.get(id);
    if (json === dossier) await remember(id, rev);
  });
}

/** The drafts are erased: no name is left, and nothing waits for a copy any more. */
function forget() {
  waiting = [];
  region().querySelector('ul').replaceChildren();
  region().hidden = true;
}

function hold(event) {
  if (waiting.length === 0 || inside) return;
  event.preventDefault();
  // Runs only where the person has chosen to stay.
  setTimeout(() => {
    region().focus();
    region().scrollIntoView();
  });
}

/** Watch the drafts and the closing, on the pages that have a storage. */
export function watchLeaving() {
  if (!window.pidStore) return;
  const look = () => refresh().catch(() => {}); // the page itself says that nothing can be read
  look();
  window.pidStore.onChange(look);
  document.addEventListener('pid-enregistre', look);
  document.addEventListener('pid-efface', forget);
  window.addEventListener('beforeunload', hold);
  window.addEventListener('pid-navigation', announceInside);
  document.addEventListener('click', (/** @type {any} */ { target }) => {
    const link = target.closest('a[href]');
    if (link && isHere(link.href)) announceInside();
  });
  window.navigation?.addEventListener('navigate', ({ destination, hashChange }) => {
    if (!hashChange && isHere(destination.url)) announceInside();
  });
}
