/**
 * After a sudden end, Chromium's database must not go on in the log that it was writing.
 *
 * Chromium keeps IndexedDB in LevelDB, whose log a sudden end can leave cut in the middle of a record. The next start
 * reads it well, but goes on writing after the cut. The start after that finds it corrupted, and Chromium then erases
 * every draft of the site (google/leveldb, issue 1287). LevelDB begins another log once it has written what its memory
 * holds, 4 MiB. So do we, at the first page that follows such an end. See docs/adr/0012.
 */

import { isNew, open } from './database.js';
import { begin, end, endedWell } from './ends.js';

const PLACE = 'journal';
const PART = 60_000; // beyond 64 KiB, Chromium writes a value in a file of its own, outside of the log
const PARTS = 80;

/** Write, and erase in the same transaction, more than LevelDB keeps before it begins another log. */
async function beginAnotherLog(opened) {
  const transaction = opened.transaction('reglages', 'readwrite', { durability: 'strict' });
  const part = crypto.getRandomValues(new Uint8Array(PART));
  for (let index = 0; index < PARTS; index++) transaction.store.put(part, PLACE);
  transaction.store.delete(PLACE);
  await transaction.done;
}

/** Called once, when a page starts. Rejects where the database is full or unavailable: the next page tries again. */
export async function mendLog() {
  // Other browsers have another database; those of this family have this object, in local files too.
  if (!('chrome' in window)) return;
  let isSound = endedWell();
  begin();
  addEventListener('pagehide', () => isSound && end());
  document.addEventListener('pid-efface', () => { isSound = false; });
  const opened = await open();
  if (!isSound && !isNew()) await beginAnotherLog(opened);
  isSound = true;
}
