/** Deleted drafts: kept aside with their revisions, restorable for thirty days, then erased at the next visit. */

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

/** Put a deleted draft back, as it was. `draft` is its id or its record; resolves with the record. */
export async function restore(draft) {
  const id = typeof draft === 'string' ? draft : draft.id;
  const restored = await writing(['brouillons', 'corbeille'], async (transaction) => {
    const entry = await transaction.objectStore('corbeille').get(id);
    if (!entry) throw storageError('Absent');
    await Promise.all([
      transaction.objectStore('brouillons').add(entry.brouillon),
      transaction.objectStore('corbeille').delete(id),
    ]);
    return entry.brouillon;
  });
  announce({ type: 'restauration', id, rev: restored.rev });
  return decode(restored);
}

/** What can still be restored: {id, titre, supprime}, the last deleted first. */
export async function removed() {
  const entries = await reading((database) => database.getAll('corbeille'));
  const read = await Promise.all(entries.map(async ({ id, supprime, brouillon }) => {
    const { titre } = await decode(brouillon);
    return { id, titre, supprime };
  }));
  return read.sort((left, right) => (left.supprime < right.supprime ? 1 : -1));
}

/** Erase the deleted drafts that are too old to be restored; resolves with their number. */
export async function purge() {
  const limit = localTime(KEPT_DAYS);
  const old = (await reading((database) => database.getAll('corbeille'))).filter(({ supprime }) => supprime < limit);
  if (old.length === 0) return 0;
  await writing(['corbeille', 'historique'], (transaction) => Promise.all(old.flatMap(({ id }) => [
    transaction.objectStore('corbeille').delete(id),
    transaction.objectStore('historique').delete(revisionsOf(id)),
  ])));
  return old.length;
}
