/**
 * The IndexedDB database « dossier-pid ».
 *
 * - brouillons, key id: {id, rev, json, titre, etat, modifie, demonstration, copie, versions}. For versions see
 *   versions.js.
 * - historique, key [id, rev]: {id, rev, json, etat, modifie, motif}, states in which drafts were left. See drafts.js.
 * - corbeille, key id: {id, supprime, brouillon}, deleted drafts that can be restored.
 * - reglages, key given apart: text; bytes for those that name people, where drafts are encrypted.
 * - coffre, key « clef », only where drafts are encrypted: {format, marque, derivation: {nom, tours, sel}, clef}.
 *
 * Where drafts are encrypted, `scelle` (bytes) takes the place of json, titre, etat, copie and demonstration, and
 * versions are bytes: see js/coffre/records.js.
 */

import { openDB } from 'idb';
import { begin } from './ends.js';
import { openingError, storageError, writingError } from './errors.js';
import { onlyPauses } from './states.js';

const NAME = 'dossier-pid';

/** Number of the schema below: it grows by one with each entry added to MIGRATIONS, which are never edited. */
const MIGRATIONS = [
  (database) => {
    database.createObjectStore('brouillons', { keyPath: 'id' });
    database.createObjectStore('historique', { keyPath: ['id', 'rev'] });
    database.createObjectStore('corbeille', { keyPath: 'id' });
    database.createObjectStore('reglages');
  },
  // A version of its own also keeps the pages of former versions from writing in clear beside encrypted drafts.
  (database) => database.createObjectStore('coffre'),
  // The stores stay as they are. Dossiers are written in the second version of their format, which former pages cannot
  // read.
  () => {},
  // The last ten saves of each draft give way to the states that a person recognises. Former pages would write those
  // saves again.
  (_database, all) => onlyPauses(all.objectStore('historique')),
];

let opening = null;
let erased = false;
let made = false;
let served = false;

/** Whether this page has made the database, in which nothing was before. */
export const isNew = () => made;

/** Tell the page that the database closed under it: what it held may be gone. */
const closedUnderThePage = () => document.dispatchEvent(new Event('pid-donnees-perdues'));

/** Asynchronous, for a browser that forbids its storage throws as soon as it is named. */
async function connect() {
  const database = await openDB(NAME, MIGRATIONS.length, {
    upgrade: (opened, oldVersion, _wanted, all) => {
      made = oldVersion === 0;
      MIGRATIONS.slice(oldVersion).forEach((migrate) => migrate(opened, all));
    },
    // Another tab upgrades or erases the database: holding it open would block that tab for ever.
    blocking: (_current, _wanted, event) => {
      opening = null;
      /** @type {IDBDatabase} */ (event.target).close();
      closedUnderThePage();
    },
    terminated: () => {
      opening = null;
      closedUnderThePage();
    },
  });
  served = true;
  return database;
}

/** The open database, shared by the page. Rejects with `Interdit`, `Indisponible`, `VersionRecente` or `Efface`. */
export function open() {
  if (erased) return Promise.reject(storageError('Efface'));
  opening ??= connect().catch((cause) => {
    opening = null;
    throw openingError(cause, served);
  });
  return opening;
}

/** Close the database for the rest of the life of this page: somebody erases this computer. */
export async function closeForEver() {
  erased = true;
  const opened = await opening?.catch(() => null);
  opening = null;
  opened?.close();
}

/** What `work(database)` reads, outside of any save. */
export async function reading(work) {
  const opened = await open();
  try {
    return await work(opened);
  } catch (cause) {
    throw writingError(cause);
  }
}

/**
 * Run `work(transaction)` in ONE strict readwrite transaction over `stores` and resolve with its result only once
 * the transaction is complete, that is once the bytes are on the disk. If the work throws, or if the browser
 * aborts at commit (quota), nothing is written and the promise rejects with a storage error.
 * Where what is written was made for a `vault` (or for none: null), it is written only if that is still the vault.
 */
export async function writing(stores, work, vault) {
  begin();
  const opened = await open();
  let transaction;
  try {
    const scope = vault === undefined ? stores : [...stores, 'coffre'];
    transaction = opened.transaction(scope, 'readwrite', { durability: 'strict' });
    // Observed now: a commit refused while the work is still being awaited must not go unhandled.
    transaction.done.catch(() => {});
    const result = await work(transaction);
    if (vault !== undefined) await sameVault(transaction, vault);
    await transaction.done;
    return result;
  } catch (cause) {
    abort(transaction);
    const error = writingError(transaction?.error ?? cause);
    if (error.name === 'Quota') await forgetLackOfRoom(opened, transaction);
    throw error;
  }
}

/** Firefox lets the first transaction that follows a lack of room only erase: an empty one is spent on that. */
async function forgetLackOfRoom(opened, transaction) {
  try {
    await transaction.done.catch(() => {});
    opened.transaction('reglages', 'readwrite');
  } catch {
    // Closed meanwhile: the next save opens the database again.
  }
}

async function sameVault(transaction, vault) {
  const present = await transaction.objectStore('coffre').get('clef');
  if (present?.marque !== vault?.marque) throw storageError('AutreCoffre');
}

function abort(transaction) {
  try {
    transaction?.abort();
  } catch {
    // Already aborted by the browser: there is nothing left to undo.
  }
}
