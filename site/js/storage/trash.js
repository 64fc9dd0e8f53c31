/** Deleted drafts: kept aside with their revisions, restorable for thirty days or until erased, then erased at the next visit. */

import { announce } from './channel.js';
import { localTime } from './clock.js';
import { reading, writing } from './database.js';
import { revisionsOf } from './drafts.js';
import { storageError } from './errors.js';
import { decode } from './vault.js';

const KEPT_DAYS = 30;

/** Take a draft out of the list; resolves with its record, which `restore` takes back. Rejects with `Absent`. */
export async function remove(id) {
  const removed = await writing(['brouillons', 'corbeille'], async (transaction) => {
    const drafts = transaction.objectStore('brouillons');
    const brouillon = await drafts.get(id);
    if (!brouillon) throw storageError('Absent');
    await Promise.all([
      transaction.objectStore('corbeille').put({ id, supprime: localTime(), brouillon }),
      drafts.delete(id),
    ]);
    return brouillon;
  });
  announce({ type: 'suppression', id, rev: removed.rev });
  return decode(removed);
}

/** Put a deleted draft back, as it was. `draft` is its id or its record; resolves with the record. Rejects with `HorsCorbeille`. */
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

const entries = () => reading((database) => database.getAll('corbeille'));

/** Whether a deleted draft has been kept for as long as it may be. */
const isOld = ({ supprime }) => supprime < localTime(KEPT_DAYS);

/** What can still be restored: {id, titre, demonstration, supprime, jusque: when it is to be erased}, the last deleted first. */
export async function removed() {
  const kept = (await entries()).filter((entry) => !isOld(entry));
  const read = await Promise.all(kept.map(async ({ id, supprime, brouillon }) => {
    const { titre, demonstration } = await decode(brouillon);
    return { id, titre, demonstration, supprime, jusque: localTime(-KEPT_DAYS, supprime) };
  }));
  return read.sort((left, right) => (left.supprime < right.supprime ? 1 : -1));
}

/** Erase deleted drafts and their revisions, but those that another tab has restored or erased; resolves with their number. */
function eraseThose(ids) {
  return writing(['corbeille', 'historique'], async (transaction) => {
    const bin = transaction.objectStore('corbeille');
    const held = (await Promise.all(ids.map((id) => bin.getKey(id)))).filter((id) => id !== undefined);
    await Promise.all(held.flatMap((id) => [bin.delete(id), transaction.objectStore('historique').delete(revisionsOf(id))]));
    return held.length;
  });
}

/** Erase a deleted draft before its time. Rejects with `HorsCorbeille` when it is no longer among those. */
export async function erase(id) {
  if (await eraseThose([id]) === 0) throw storageError('HorsCorbeille');
  announce({ type: 'retrait', id, rev: 0 });
}

/** Erase the deleted drafts that are too old to be restored; resolves with their number. */
export async function purge() {
  const old = (await entries()).filter(isOld);
  return old.length && eraseThose(old.map(({ id }) => id));
}
