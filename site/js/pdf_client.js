/** The PDF worker, started on first demand, so that neither its code nor its work weighs on the page. */

let worker = null;
let asked = 0;
const waiting = new Map();

function receive({ data }) {
  const { resolve, reject } = waiting.get(data.id);
  waiting.delete(data.id);
  if (data.error) reject(new Error(data.error));
  else resolve(data);
}

function fail() {
  worker = null;
  for (const { reject } of waiting.values()) reject(new Error('Le document n’a pas pu être composé.'));
  waiting.clear();
}

/** Load the worker: asking what it cannot print, when a page opens, comes ahead of the demand. */
function warmPdf(address) {
  if (worker) return;
  worker = new Worker(address);
  worker.addEventListener('message', receive);
  worker.addEventListener('error', fail);
}

function ask(address, question) {
  warmPdf(address);
  const id = asked++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, ...question });
  });
}

/**
 * Compose a PDF from the JSON text of its blocks, with the dossier attached.
 * Resolves with {bytes: Uint8Array, missing: signs printed by their number}.
 */
export const makePdf = (address, blocks, dossier) => ask(address, { blocks: JSON.parse(blocks), dossier });

/** Resolves with {missing: the signs of a text that would be printed by their number}. */
export const lookAtSigns = (address, text) => ask(address, { text });
