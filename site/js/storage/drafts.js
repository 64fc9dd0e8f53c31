/** Drafts: every write reads the present revision and writes the next one in the same transaction. */

import { announce } from './channel.js';
import { localTime } from '../clock.js';
import { reading, writing } from './database.js';
import { storageError } from './errors.js';
import { isPause, leave, statesOf } from './states.js';
import { decode, encode, withVault } from './vault.js';

function identifier() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @param {WholeDraft} record @returns {Draft} */
function summary({ json, versions, ...record }) {
  return record;
}

function newestFirst(left, right) {
  return left.modifie < right.modifie ? 1 : left.modifie > right.modifie ? -1 : 0;
}

/** The records of every draft without their text, the last modified first. */
export async function list() {
  const records = await reading((database) => database.getAll('brouillons'));
  return (await Promise.all(records.map(decode))).map(summary).sort(newestFirst);
}

/** The record of a draft, or null. */
export async function get(id) {
  return decode((await reading((database) => database.get('brouillons', id))) ?? null);
}

/**
 * Resolves where a draft is still among those of this browser. Rejects with `Absent` where it was deleted, `Disparu`
 * where nothing is left.
 */
export async function look(id) {
  if (await reading((database) => database.get('brouillons', id))) return;
  throw storageError(await isDeleted(id) ? 'Absent' : 'Disparu');
}

/** The former states of a draft, {id, rev, json, etat, modifie, motif}, the newest first. */
export async function history(id) {
  const states = await reading((database) => database.getAll('historique', statesOf(id)));
  const read = await Promise.all(states.reverse().map(decode));
  return read.map(({ rev, json, etat, modifie, motif }) => ({ id, rev, json, etat, modifie, motif }));
}

/**
 * Write a new draft of revision 1; resolves with {id, rev, modifie} once it is on the disk. `copie` is the moment at
 * which what it holds was copied into a file, kept until the draft changes.
 */
export async function create({ json, titre = '', etat = '', demonstration = false, copie }) {
  const record = {
    id: identifier(),
    rev: 1,
    json,
    titre,
    etat,
    modifie: localTime(),
    demonstration,
    ...(copie && { copie }),
  };
  await withVault(async (vault) => {
    const stored = await encode(vault, record);
    await writing(['brouillons'], (transaction) => transaction.objectStore('brouillons').put(stored), vault);
  });
  announce({ type: 'creation', id: record.id, rev: 1 });
  return { id: record.id, rev: 1, modifie: record.modifie };
}

/**
 * Write the next revision of a draft; resolves with {rev, modifie} once it is on the disk.
 * Rejects with `Conflit` (`.courant` = present record) when the revision is no longer `expected_rev`, with `Absent`
 * when the draft has been deleted, with `Disparu` when the browser has lost it. What is not given keeps its value, but
 * for `copie`. The state that is replaced is kept among the former ones where a pause follows it, or where a `motif` is
 * given.
 */
export async function save(
  /** @type {Written & { id: string, expected_rev: number }} */ { id, expected_rev, ...given },
) {
  try {
    const saved = await withVault((vault) => saveIn(vault, id, expected_rev, given));
    announce({ type: 'modification', id, rev: saved.rev });
    return { rev: saved.rev, modifie: saved.modifie };
  } catch (error) {
    if (error.courant) error.courant = await decode(error.courant);
    if (error.name === 'Absent' && !(await isDeleted(id))) throw storageError('Disparu', error);
    throw error;
  }
}

/** Whether a draft stands among the deleted ones: else nothing is left of it here. */
const isDeleted = async (id) => Boolean(await reading((database) => database.get('corbeille', id)));

/** Encrypting cannot be awaited inside a transaction: it is done before, for the revision that is expected. */
async function saveIn(vault, id, expected, /** @type {Written & { motif?: string }} */ { motif, ...given }) {
  const modifie = localTime();
  const rev = expected + 1;
  const prepared = vault && await encode(vault, { ...await completed(id, given), id, rev, modifie });
  return writing(['brouillons', 'historique'], async (transaction) => {
    const drafts = transaction.objectStore('brouillons');
    const courant = await drafts.get(id);
    if (!courant) throw storageError('Absent');
    if (courant.rev !== expected) throw storageError('Conflit', undefined, { courant });
    const { versions } = courant;
    const record = prepared ? { ...prepared, versions } : { ...merged(courant, given), id, rev, modifie, versions };
    const left = motif ?? (isPause(courant.modifie, modifie) && 'pause');
    if (left) await leave(transaction.objectStore('historique'), courant, left);
    await drafts.put(record);
    return record;
  }, vault);
}

/** What is given, and the rest as it is in the record. */
function merged(record, /** @type {Written} */ { json, titre, etat, demonstration, copie }) {
  return {
    json,
    ...copie && { copie },
    titre: titre ?? record.titre,
    etat: etat ?? record.etat,
    demonstration: demonstration ?? record.demonstration,
  };
}

/** The whole content of an encrypted draft; the transaction checks that what was read is still the present revision. */
async function completed(id, given) {
  const { titre, etat, demonstration } = given;
  const isWhole = [titre, etat, demonstration].every((one) => (one ?? null) !== null);
  return merged(isWhole ? {} : await get(id) ?? {}, given);
}
