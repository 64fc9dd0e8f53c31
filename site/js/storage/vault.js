/**
 * The vault of this browser: where it exists, drafts are encrypted. Its code, coffre.js, is loaded at first need only,
 * so that drafts in clear are not slowed; here is what every write must know of it.
 */

import { announce, onChange } from './channel.js';
import { reading, writing } from './database.js';
import { storageError } from './errors.js';

/** Another tab may begin or stop encrypting between the encryption of a draft and its transaction. */
const ATTEMPTS = 5;

let known;

/** The record of the vault, or null where drafts are in clear. */
export async function current() {
  known ??= reading((database) => database.get('coffre', 'clef')).then((found) => found ?? null);
  try {
    return await known;
  } catch (error) {
    known = undefined;
    throw error;
  }
}

/** The vault may have changed: read it again at the next need. */
export function refresh() {
  known = undefined;
}

let loading = null;

/** The code of the vault; rejects with `Coffre` where it cannot be had. boot.js, the last script, answers the event. */
export function code() {
  loading ??= new Promise((resolve, reject) => {
    const ask = () =>
      document.dispatchEvent(new CustomEvent('pid-coffre', { cancelable: true, detail: { resolve, reject } }));
    if (ask()) document.addEventListener('DOMContentLoaded', ask, { once: true });
  }).then(() => {
    window.pidCoffre.attach({ announce, current, reading, refresh, writing });
    return window.pidCoffre;
  }).catch((cause) => {
    loading = null;
    throw storageError('Coffre', cause);
  });
  return loading;
}

/**
 * Whether the browser has lost its data: nobody has said here that the computer is not shared, and no draft is left.
 */
const isEmptied = () =>
  reading(
    async (database) => !(await database.get('reglages', 'partage')) && (await database.count('brouillons')) === 0,
  );

/**
 * `attempt(vault)`, which encrypts for that vault then writes, again if the vault has changed meanwhile. Rejects with
 * `CoffrePerdu` where the vault is gone with everything else: what was encrypted is not written in clear before
 * somebody answers again.
 */
export async function withVault(attempt) {
  for (let left = ATTEMPTS; ; left--) {
    const vault = await current();
    try {
      return await attempt(vault);
    } catch (error) {
      if (error.name !== 'AutreCoffre' || left === 0) throw error;
      refresh();
      if (vault && !await current() && await isEmptied()) {
        known = Promise.resolve(vault); // a copy that leaves this page is still encrypted
        throw storageError('CoffrePerdu');
      }
    }
  }
}

/** A draft as it is stored in `vault`, or as it is without one. */
export async function encode(vault, record) {
  return vault ? (await code()).encode(vault, record) : record;
}

/** The text kept beside a draft as it is stored. */
export async function encodeVersions(vault, id, text) {
  return vault ? (await code()).encodeVersions(vault, id, text) : text;
}

/** A setting as it is stored. */
export async function encodeSetting(vault, key, text) {
  return vault ? (await code()).encodeSetting(vault, key, text) : text;
}

/** The text of a setting from what is stored, or null. One written before it was encrypted is a text. */
export async function decodeSetting(key, stored) {
  if (stored === null || typeof stored === 'string') return stored;
  const vault = await current();
  return (await code()).decodeSetting(vault, key, stored);
}

/** A draft or a revision from what is stored, or null; waits for the passphrase where it is needed. */
export async function decode(stored) {
  if (!stored?.scelle) return stored;
  const vault = await current();
  return (await code()).decode(vault, stored);
}

/**
 * A page opened in clear must hear the lock too, once another tab has begun to encrypt: it then has the key from that
 * tab.
 */
onChange(async ({ type }) => {
  if (type !== 'coffre') return;
  refresh();
  if (await current()) await (await code()).open();
});
