/**
 * window.pidCoffre: drafts encrypted at rest, the lock, the wipe. Loaded on shared computers, and where somebody
 * chooses or erases; never on the start of other pages.
 */

import { openWith } from './coffre/cipher.js';
import { decryptAll, encryptAll } from './coffre/convert.js';
import { keyOf, takeOver } from './coffre/key.js';
import { startLock } from './coffre/lock.js';
import { canonical, isStrong, newPhrase } from './coffre/phrase.js';
import { decode, decodeSetting, encode, encodeSetting, encodeVersions } from './coffre/records.js';
import { openRecovery, recoveryFile } from './coffre/recovery.js';
import { wipe } from './coffre/wipe.js';

/** A hint for the pages that do not open the drafts, so that they keep the key while they are read; not a secret. */
const HINT = 'pid-partage';

let given;
const attached = new Promise((resolve) => { given = resolve; });

function hint(isShared) {
  if (isShared) localStorage.setItem(HINT, '1');
  else localStorage.removeItem(HINT);
}

const lockAll = startLock(() => attached);
takeOver();

/** Begin to encrypt every draft under a passphrase. */
async function share(phrase) {
  await encryptAll(await attached, phrase);
  hint(true);
}

/** Write every draft in clear again. */
async function unshare() {
  await decryptAll(await attached);
  hint(false);
}

/** Encrypt every draft again under another passphrase; resolves with false when the former one is wrong. */
async function changePhrase(former, next) {
  const storage = await attached;
  const vault = await storage.current();
  if (!await openWith(canonical(former), vault)) return false;
  await encryptAll(storage, next, vault);
  return true;
}

window.pidCoffre = Object.freeze({
  /** Given by the storage of the page: {announce, current, reading, refresh, writing}; null where it has none. */
  attach: (storage) => given(storage),
  encode, encodeVersions, decode, encodeSetting, decodeSetting,
  newPhrase, isStrong, isSamePhrase: (left, right) => canonical(left) === canonical(right),
  share, unshare, changePhrase,
  lock: lockAll,
  open: async () => {
    const vault = await (await attached).current();
    if (vault) await keyOf(vault);
  },
  recoveryFile: async (dossier) => recoveryFile(await (await attached).current(), dossier),
  openRecovery,
  wipe: async (blocked) => wipe(await attached, blocked),
});

// A page that has read no draft is locked like the others. Once this script has run: the single file runs it inside
// `load`.
queueMicrotask(() => {
  if (window.pidStore) window.pidStore.vault().catch(() => {});
  else given(null);
});
