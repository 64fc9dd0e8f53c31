/**
 * The former states of a draft: how it was left before a pause, a replacement by a file, a return to a former state.
 * They are moments that a person recognises, ten at most, and none for longer than trash.js allows.
 */

const MOST = 10;
const PAUSE_MS = 600_000;

/** The key range of the states of a draft. */
export const statesOf = (id) => IDBKeyRange.bound([id, -Infinity], [id, Infinity]);

/** Whether ten minutes separate two moments of the storage; the clock may have been set back between them. */
export const isPause = (before, after) =>
  Math.abs(/** @type {any} */ (new Date(after)) - /** @type {any} */ (new Date(before))) >= PAUSE_MS;

/** Keep the state of a draft that is about to be replaced, as its record holds it, and let the oldest go. */
export async function leave(states, { id, rev, json, scelle, etat, modifie }, motif) {
  const known = await states.getAllKeys(statesOf(id));
  const state = scelle ? { id, rev, scelle, modifie, motif } : { id, rev, json, etat, modifie, motif };
  await Promise.all([states.put(state), ...known.slice(0, 1 - MOST).map((key) => states.delete(key))]);
}

/**
 * Of the last saves that former versions kept, leave those that a pause followed; `states` is in the transaction of the
 * upgrade.
 */
export async function onlyPauses(states) {
  states.createIndex('modifie', 'modifie');
  let next = null;
  for (let cursor = await states.openCursor(null, 'prev'); cursor; cursor = await cursor.continue()) {
    const { id, modifie } = cursor.value;
    const isLeft = next?.id === id && isPause(modifie, next.modifie);
    next = { id, modifie };
    await (isLeft ? cursor.update({ ...cursor.value, motif: 'pause' }) : cursor.delete());
  }
}
