/** The PDF worker, started on first demand, so that neither its code nor its work weighs on the page. */

let worker = null;
let asked = 0;
const waiting = new Map();

function receive({ data }) {
  const { resolve, reject } = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.error) reject(new Error(data.error));
  else resolve({ bytes: data.bytes, missing: data.missing });
}

function fail() {
  worker = null;
  for (const { reject } of waiting.values()) reject(new Error('Le document n’a pas pu être composé.'));
  waiting.clear();
}

/** Load the worker ahead of the demand, for instance when the page that has the button opens. */
export function warmPdf(address) {
  if (worker) return;
  worker = new Worker(address);
  worker.addEventListener('message', receive);
  worker.addEventListener('error', fail);
}

/**
 * Compose a PDF from the JSON text of its blocks, with the dossier attached.
 * Resolves with {bytes: Uint8Array, missing: characters that the fonts do not have}.
 */
export function makePdf(address, blocks, dossier) {
  warmPdf(address);
  const id = asked++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, blocks: JSON.parse(blocks), dossier });
  });
}
