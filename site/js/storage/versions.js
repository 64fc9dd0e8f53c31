/** What is kept beside a draft: a text in its record. It follows the draft to the bin and back, and goes with it. */

import { writing } from './database.js';
import { storageError } from './errors.js';
import { encodeVersions, withVault } from './vault.js';

/** Write the text kept beside a draft, without making a revision of it. Rejects with `Absent`. */
export async function keepVersions(id, text) {
  await withVault(async (vault) => {
    const versions = await encodeVersions(vault, id, text);
    await writing(['brouillons'], async (transaction) => {
      const drafts = transaction.objectStore('brouillons');
      const record = await drafts.get(id);
      if (!record) throw storageError('Absent');
      await drafts.put({ ...record, versions });
    }, vault);
  });
}
