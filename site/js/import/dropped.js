/** The files of a drop, those of dropped folders included. */

const MOST = 200;

const asked = (method) => new Promise(method);

async function filesOf(entry, found) {
  if (entry.isFile) found.push(await asked((done, failed) => entry.file(done, failed)));
  const reader = entry.isDirectory && entry.createReader();
  // A folder gives its entries some at a time.
  for (let some = [1]; reader && some.length && found.length < MOST;) {
    some = await asked((done, failed) => reader.readEntries(done, failed));
    for (const one of some) await filesOf(one, found);
  }
}

/** Resolve with the files, at most 200; what was dropped is asked for at once, as the event does not outlive its moment. */
export async function dropped(transfer) {
  const entries = Array.from(transfer.items ?? [], (item) => (item.kind === 'file' ? item.webkitGetAsEntry?.() : null));
  const files = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  const found = [];
  for (const entry of entries) if (entry) await filesOf(entry, found);
  return found.slice(0, MOST);
}
