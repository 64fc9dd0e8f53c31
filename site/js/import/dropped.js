/** The files of a drop, those of dropped folders included. */

const MOST = 200;

const asked = (method) => new Promise(method);

async function filesOf(entry, found) {
  /** What the browser cannot read has its place among the files: it is told where it is read, and hides no other. */
  const lost = (error) => {
    found.push({ name: entry.name, slice: () => { throw error; } });
    return [];
  };
  if (entry.isFile) await asked((done, failed) => entry.file(done, failed)).then((file) => found.push(file), lost);
  const reader = entry.isDirectory && entry.createReader();
  // A folder gives its entries some at a time.
  for (let some = [1]; reader && some.length && found.length < MOST;) {
    some = await asked((done, failed) => reader.readEntries(done, failed)).catch(lost);
    for (const one of some) await filesOf(one, found);
  }
}

/**
 * Resolve with the files, at most 200; what was dropped is asked for at once, as the event does not outlive its moment.
 */
export async function dropped(transfer) {
  const entries = Array.from(transfer.items ?? [], (item) => (item.kind === 'file' ? item.webkitGetAsEntry?.() : null));
  const files = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  const found = [];
  for (const entry of entries) if (entry) await filesOf(entry, found);
  return found.slice(0, MOST);
}
