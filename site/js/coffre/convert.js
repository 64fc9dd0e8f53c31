/**
 * From clear drafts to encrypted ones and back: everything in one transaction, so that a cut leaves one or the other.
 */

import { milliseconds } from '../clock.js';
import { SEALED } from '../storage/sealed.js';
import { lockUp } from './cipher.js';
import { drop, share } from './key.js';
import { canonical } from './phrase.js';
import { decode, decodeSetting, encode, encodeSetting } from './records.js';

const STORES = ['brouillons', 'historique', 'corbeille'];
const SETTINGS = 'reglages';
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

/** What a transaction finds in the three stores of drafts, then the settings that name people. */
const held = (transaction) => Promise.all([
  ...STORES.map((name) => transaction.objectStore(name).getAll()),
  inTurn(SEALED, (key) => transaction.objectStore(SETTINGS).get(key)),
]);

/** `draft` applied to every draft, those of the bin being one level below, and `setting` to what each setting holds. */
async function converted([drafts, revisions, bin, settings], { draft, setting }) {
  return [
    await inTurn(drafts, draft),
    await inTurn(revisions, draft),
    await inTurn(bin, async (entry) => ({ ...entry, brouillon: await draft(entry.brouillon) })),
    await Promise.all(settings.map((kept, index) => kept === undefined ? kept : setting(SEALED[index], kept))),
  ];
}

/** Write all of it again, in a transaction. */
const putAll = (transaction, made) => [
  ...STORES.flatMap((name, index) => made[index].map((record) => transaction.objectStore(name).put(record))),
  ...made[STORES.length].map((kept, index) =>
    kept === undefined || transaction.objectStore(SETTINGS).put(kept, SEALED[index])),
];

/** Rewrite every store and the vault, or nothing at all. */
async function rewrite(storage, before, after, convert) {
  for (let left = ATTEMPTS; left > 0; left--) {
    const read = await storage.reading((database) => held(database.transaction([...STORES, SETTINGS])));
    const made = await converted(read, convert);
    const written = await storage.writing([...STORES, SETTINGS, 'coffre'], async (transaction) => {
      const vaults = transaction.objectStore('coffre');
      const present = await held(transaction);
      if ((await vaults.get('clef'))?.marque !== before?.marque) return null;
      if (!isSame(present, read)) return false;
      await Promise.all([...putAll(transaction, made), after ? vaults.put(after, 'clef') : vaults.delete('clef')]);
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

/** The text of a setting that `vault` opens, or that was written before it was encrypted. */
const settingText = async (vault, key, kept) => typeof kept === 'string' ? kept : decodeSetting(vault, key, kept);

/**
 * Encrypt every draft of this browser under a passphrase, with a new key; `before` is the vault that opens them now. A
 * key kept under another passphrase would still be opened by the former one, from a recovery file left beside.
 */
export async function encryptAll(storage, phrase, before = null) {
  const { vault, key } = await lockUp(canonical(phrase));
  const open = { ...vault, ouverte: key };
  await rewrite(storage, before, vault, {
    draft: async (record) => encode(open, before ? await decode(before, record) : record),
    setting: async (name, kept) => encodeSetting(open, name, await settingText(before, name, kept)),
  });
  share({ marque: vault.marque, clef: key, depuis: milliseconds() });
}

/** Write every draft of this browser in clear again. */
export async function decryptAll(storage) {
  const vault = await storage.current();
  await rewrite(storage, vault, null, {
    draft: (record) => decode(vault, record),
    setting: (name, kept) => settingText(vault, name, kept),
  });
  drop();
}
