/**
 * The key of the drafts, in the memory of the open pages and nowhere else. Going from a page to another, it is left
 * with the service worker, in memory, for a few seconds (js/sw/key_keeper.js); a new tab asks the others for it.
 */

import { milliseconds } from '../clock.js';
import { openWith, lockUp, ROUNDS } from './cipher.js';
import { channelOf } from '../storage/tabs.js';
import { canonical } from './phrase.js';

/** How long the other tabs have to answer before the passphrase is asked; a later answer is taken all the same. */
const ANSWER_MS = 250;

// On file://, every local page would hear and could answer: each page there asks for the passphrase. They are locked
// together.
const isServed = location.protocol !== 'file:';
const channel = channelOf('dossier-pid-coffre');
const keyChannel = isServed ? channel : null;
const worker = () => (isServed ? navigator.serviceWorker?.controller ?? null : null);

let held = null;
let obtaining = null;
/** The mark of the vault whose key is being had: a key of another vault, held from before, gives way to it. */
let wanted = '';
/** No key typed before that moment is given or taken any more. */
let lockedAt = 0;
/** @type {(vault: object) => void} */
let askPhrase = () => {};
const heldListeners = new Set();
let arrival = () => {};
let onLock = () => {};
let onActivity = () => {};

/** Take `given`, {marque, clef, depuis: when the passphrase was typed}, as the key, and tell who waits for it. */
function hold(given) {
  held = given;
  arrival();
  heldListeners.forEach((listener) => listener());
}

/** Hold a key that comes from another page, unless it was locked meanwhile. */
function take(given) {
  if (given?.depuis > lockedAt && (!held || given.marque === wanted)) hold(given);
}

/**
 * All is being locked: a tab that still has to save must not open the others again, nor a page that is just arriving.
 */
export function refuse() {
  lockedAt = milliseconds();
  worker()?.postMessage({ type: 'oublier-clef' });
}

/** Call `listener()` each time that a key is held. */
export function whenHeld(listener) {
  heldListeners.add(listener);
  if (held) listener();
}

export const isHeld = () => held !== null;

/** How the passphrase is asked, and what other tabs say: `ask(vault)`, `locked()`, `active()`. */
export function listen({ ask, locked, active }) {
  askPhrase = ask;
  onLock = locked;
  onActivity = active;
}

/** Tell the other tabs that this one is used, or that all must be locked. */
export const tell = (type) => channel?.postMessage({ type });

/** The key of a vault; waits until it is had from a page, from a tab or from the passphrase. */
export async function keyOf(vault) {
  if (vault.ouverte) return vault.ouverte; // a vault that is being made
  if (held?.marque === vault.marque) return held.clef;
  obtaining ??= obtain(vault).finally(() => { obtaining = null; });
  await obtaining;
  return keyOf(vault);
}

async function obtain(vault) {
  const fits = () => held?.marque === vault.marque;
  wanted = vault.marque;
  await takeOver();
  if (fits()) return;
  const arrived = /** @type {Promise<void>} */ (new Promise((resolve) => { arrival = () => fits() && resolve(); }));
  keyChannel?.postMessage({ type: 'demande', marque: wanted });
  await Promise.race([arrived, new Promise((resolve) => { setTimeout(resolve, keyChannel ? ANSWER_MS : 0); })]);
  if (!fits()) {
    askPhrase(vault);
    await arrived;
  }
}

let takingOver = null;

/** Take the key that the page before this one has left, if it has: once, for it is given once. */
export function takeOver() {
  takingOver ??= takeFrom(worker());
  return takingOver;
}

async function takeFrom(keeper) {
  if (!keeper || held) return;
  const { port1, port2 } = new MessageChannel();
  const answered = /** @type {Promise<void>} */ (new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      port1.close();
      // Given once: a slow answer, after the passphrase is asked, is taken all the same.
      take(data);
      resolve();
    };
    setTimeout(resolve, 4 * ANSWER_MS);
  }));
  keeper.postMessage({ type: 'prendre-clef' }, [port2]);
  await answered;
}

/** Whether the passphrase opens the vault; if so its key is held, and given to the tabs that wait for it. */
export async function unlock(vault, phrase, rewrite) {
  const opened = await openWith(canonical(phrase), vault);
  if (!opened) return false;
  if (vault.derivation.tours < ROUNDS) {
    const { vault: stronger } = await lockUp(canonical(phrase), vault.marque, opened.raw);
    await rewrite(stronger).catch(() => {}); // it will be raised another time
  }
  share({ marque: vault.marque, clef: opened.key, depuis: milliseconds() });
  return true;
}

/** Hold a key and give it to the tabs that wait for it. */
export function share(given) {
  hold(given);
  keyChannel?.postMessage({ type: 'clef', ...given });
}

/** Forget the key, here and where it may wait. */
export function drop() {
  held = null;
  worker()?.postMessage({ type: 'oublier-clef' });
}

channel?.addEventListener('message', ({ data }) => {
  const { type, ...given } = data;
  if (type === 'demande') {
    if (held?.marque === given.marque && held.depuis > lockedAt) keyChannel?.postMessage({ type: 'clef', ...held });
  } else if (type === 'clef') isServed && take(given);
  else if (type === 'verrou') onLock();
  else if (type === 'activite') onActivity();
});

window.addEventListener('pagehide', () => {
  if (held) worker()?.postMessage({ type: 'garder-clef', clef: held });
});
// A page that the browser has kept as it was may have been locked since.
window.addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  document.documentElement.dataset.verrou = '';
  held = null;
  location.reload();
});
