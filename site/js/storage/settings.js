/** Settings of this browser, and what it says of its own memory. */

import { announce } from './channel.js';
import { localTime } from '../clock.js';
import { reading, writing } from './database.js';
import { SEALED } from './sealed.js';
import { decodeSetting, encodeSetting, withVault } from './vault.js';

const SENTINEL = 'sentinelle';

/** The text of a setting, or null; waits for the passphrase where it is needed. */
export async function getSetting(key) {
  return decodeSetting(key, (await reading((database) => database.get('reglages', key))) ?? null);
}

/** `vault` is that for which the setting is encrypted, undefined where it is never. */
async function put(vault, key, text) {
  const stored = await encodeSetting(vault, key, text);
  await writing(['reglages'], (transaction) => transaction.objectStore('reglages').put(stored, key), vault);
}

/** Write the text of a setting; resolves once it is on the disk. */
export async function putSetting(key, text) {
  await (SEALED.includes(key) ? withVault((vault) => put(vault, key, text)) : put(undefined, key, text));
  announce({ type: 'reglage', id: key, rev: 0 });
}

/**
 * Leave a mark in the browser, unless a previous visit left one. Where a browser forgets at each closing (school
 * policies, private window), writes succeed and `premiere_visite` is true at each visit: the page can then say so.
 */
async function sentinel() {
  const now = localTime();
  const mark = await writing(['reglages'], async (transaction) => {
    const store = transaction.objectStore('reglages');
    const found = await store.get(SENTINEL);
    if (!found) await store.put(now, SENTINEL);
    return found;
  });
  return { premiere_visite: !mark, depuis: mark ?? now };
}

let firstLook = null;

/** Ask the browser never to evict the drafts by itself: true, false, or null where it does not answer. */
export async function askPersistence() {
  try {
    return (await navigator.storage?.persist?.()) ?? null;
  } catch {
    return null;
  }
}

/**
 * What this browser promises, without asking it anything: {premiere_visite, depuis, persistant, place}.
 * `persistant` is true, false (it may evict the drafts when the disk is full) or null (unknown). `place` is how many
 * bytes are left for the site, or null. Rejects with `Interdit` where nothing can be kept.
 */
export async function state() {
  firstLook ??= sentinel();
  firstLook.catch(() => { firstLook = null; });
  const mark = await firstLook;
  const storage = navigator.storage;
  const [persistant, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => null) ?? null,
    storage?.estimate?.().catch(() => null) ?? null,
  ]);
  return { ...mark, persistant, place: estimate ? Math.max(0, estimate.quota - estimate.usage) : null };
}
