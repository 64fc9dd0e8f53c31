/**
 * From clear drafts to encrypted ones and back: everything in one transaction, so that a cut leaves one or the other.
 */

import { milliseconds } from '../clock.js';
import { lockUp } from './cipher.js';
import { drop, share } from './key.js';
import { canonical } from './phrase.js';
import { decode, encode } from './records.js';

const STORES = ['brouillons', 'historique', 'corbeille'];
/** Other tabs may save while this one converts: what was read is then read again. */
const ATTEMPTS = 8;

const CHANGED = 'Le chiffrement de cet ordinateur vient de changer dans un autre onglet\u00a0: rechargez la page.';

const inTurn = (stores, work) => Promise.all(stores.map(work));

function isSame(left, right) {
  if (left === right) return true;
  if (ArrayBuffer.isView(left) && ArrayBuffer.isView(right)) {
    return /** @type {Uint8Array} */ (left).length === /** @type {Uint8Array} */ (right).length
      && /** @type {Uint8Array} */ (left).every((byte, index) => byte === right[index]);
  }
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return false;
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => isSame(left[name], right[name]));
}

/** `convert` applied to every draft of the three stores: those of the bin are one level below. */
async function converted([drafts, revisions, bin], convert) {
  return [
    await inTurn(drafts, convert),
    await inTurn(revisions, convert),
    await inTurn(bin, async (entry) => ({ ...entry, brouillon: await convert(entry.brouillon) })),
  ];
}

/** Rewrite every store and the vault, or nothing at all. */
async function rewrite(storage, before, after, convert) {
  for (let left = ATTEMPTS; left > 0; left--) {
    const read = await storage.reading((database) => inTurn(STORES, (name) => database.getAll(name)));
    const made = await converted(read, convert);
    const written = await storage.writing([...STORES, 'coffre'], async (transaction) => {
      const vaults = transaction.objectStore('coffre');
      const present = await inTurn(STORES, (name) => transaction.objectStore(name).getAll());
      if ((await vaults.get('clef'))?.marque !== before?.marque) return null;
      if (!isSame(present, read)) return false;
      const puts = STORES.flatMap((name, index) =>
        made[index].map((record) => transaction.objectStore(name).put(record)),
      );
      await Promise.all([...puts, after ? vaults.put(after, 'clef') : vaults.delete('clef')]);
      return true;
    });
    if (written === null) throw new Error(CHANGED);
    if (written) {
      storage.refresh();
      storage.announce({ type: 'coffre', id: '', rev: 0 });
      return;
    }
  }
  throw new Error(
    'Les dossiers changent sans cesse dans un autre onglet\u00a0: fermez les autres onglets, puis recommencez.',
  );
}

/**
 * Encrypt every draft of this browser under a passphrase, with a new key; `before` is the vault that opens them now. A
 * key kept under another passphrase would still be opened by the former one, from a recovery file left beside.
 */
export async function encryptAll(storage, phrase, before = null) {
  const { vault, key } = await lockUp(canonical(phrase));
  const open = { ...vault, ouverte: key };
  await rewrite(storage, before, vault, async (record) => encode(open, before ? await decode(before, record) : record));
  share({ marque: vault.marque, clef: key, depuis: milliseconds() });
}

/** Write every draft of this browser in clear again. */
export async function decryptAll(storage) {
  const vault = await storage.current();
  await rewrite(storage, vault, null, (record) => decode(vault, record));
  drop();
}
