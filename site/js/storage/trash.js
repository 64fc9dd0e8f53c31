/**
 * Deleted drafts, kept aside with their former states, and what is erased with time: deleted drafts and former states
 * of thirty days.
 *
 * A clock that jumps erases nothing: what is found too old is only noted, and erased by a visit of another week that
 * finds it so again. No visit erases anything while the clock cannot be right.
 */

import { clockFault, localTime } from '../clock.js';
import { announce } from './channel.js';
import { reading, writing } from './database.js';
import { storageError } from './errors.js';
import { statesOf } from './states.js';
import { decode } from './vault.js';

const KEPT_DAYS = 30;
/** Days between the visit that first finds something too old and the one that erases it. */
const SEEN_DAYS = 7;
/** The setting that says since when each thing has been found too old. */
const SEEN = 'perimes';
const STORES = ['corbeille', 'historique', 'reglages'];

/** Take a draft out of the list; resolves with its record, which `restore` takes back. Rejects with `Absent`. */
export async function remove(id) {
  const removed = await writing(['brouillons', 'corbeille'], async (transaction) => {
    const drafts = transaction.objectStore('brouillons');
    const brouillon = await drafts.get(id);
    if (!brouillon) throw storageError('Absent');
    await Promise.all([
      transaction
        .objectStore('corbeille')
        .put({ id, supprime: localTime(), brouillon, ...(clockFault() && { douteux: true }) }),
      drafts.delete(id),
    ]);
    return brouillon;
  });
  announce({ type: 'suppression', id, rev: removed.rev });
  return decode(removed);
}

/**
 * Put a deleted draft back, as it was. `draft` is its id or its record; resolves with the record. Rejects with
 * `HorsCorbeille`.
 */
export async function restore(draft) {
  const id = typeof draft === 'string' ? draft : draft.id;
  const restored = await writing(['brouillons', 'corbeille'], async (transaction) => {
    const entry = await transaction.objectStore('corbeille').get(id);
    if (!entry) throw storageError('HorsCorbeille');
    await Promise.all([
      transaction.objectStore('brouillons').add(entry.brouillon),
      transaction.objectStore('corbeille').delete(id),
    ]);
    return entry.brouillon;
  });
  announce({ type: 'restauration', id, rev: restored.rev });
  return decode(restored);
}

/**
 * What can still be restored: {id, titre, demonstration, modifie, supprime, jusque: when it may be erased}, the last
 * deleted first.
 */
export async function removed() {
  const kept = await reading((database) => database.getAll('corbeille'));
  const read = await Promise.all(kept.map(async ({ id, supprime, brouillon }) => {
    const { titre, demonstration, modifie } = await decode(brouillon);
    return { id, titre, demonstration, modifie, supprime, jusque: localTime(-KEPT_DAYS, supprime) };
  }));
  return read.sort((left, right) => (left.supprime < right.supprime ? 1 : -1));
}

/** Erase a deleted draft before its time. Rejects with `HorsCorbeille` when another tab has restored or erased it. */
export async function erase(id) {
  await writing(['corbeille', 'historique'], async (transaction) => {
    const bin = transaction.objectStore('corbeille');
    if (await bin.getKey(id) === undefined) throw storageError('HorsCorbeille');
    await Promise.all([bin.delete(id), transaction.objectStore('historique').delete(statesOf(id))]);
  });
  announce({ type: 'retrait', id, rev: 0 });
}

/** Note what is older than it may be, and erase what the visit of an earlier week had noted. */
export async function purge() {
  if (clockFault()) return;
  const present = localTime();
  const [limit, lastWeek, tomorrow] = [KEPT_DAYS, SEEN_DAYS, -1].map((days) => localTime(days));
  await writing(STORES, async (transaction) => {
    const [bin, states, settings] = STORES.map((name) => transaction.objectStore(name));
    const before = await settings.get(SEEN) ?? '{}';
    const known = JSON.parse(before);
    const seen = {};
    const found = async (key, eraseIt) => {
      const since = known[key] < present ? known[key] : present;
      if (since < lastWeek) await eraseIt();
      else seen[key] = since;
    };
    for (const { id, supprime, douteux, brouillon } of await bin.getAll()) {
      // Deleted by a clock that could not be right, or that has been set back since: its days count from now.
      if (douteux || supprime > present) await bin.put({ id, supprime: present, brouillon });
      else if (supprime < limit) await found(id, () => Promise.all([bin.delete(id), states.delete(statesOf(id))]));
    }
    for (const range of [IDBKeyRange.upperBound(limit), IDBKeyRange.lowerBound(tomorrow)]) {
      for (const key of await states.index('modifie').getAllKeys(range)) await found(key, () => states.delete(key));
    }
    const after = JSON.stringify(seen);
    if (after !== before) await settings.put(after, SEEN);
  });
}
