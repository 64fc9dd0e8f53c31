/**
 * The dossier attached to a PDF, found without parsing the PDF: an embedded file is always a stream object of its own,
 * even in files that another program has rewritten, so that scanning the stream objects is enough.
 */

const LARGEST = 8_000_000;
const latin = new TextDecoder('latin1');
const HEAD = /<<(?:[^<>]|<<[^]*?>>|<[0-9A-Fa-f\s]*>)*>>\s*stream\r?\n/g;

function fail(code) {
  return Object.assign(new Error(code), { code });
}

/** Inflate, but never beyond LARGEST: a small file may hide a huge one. */
async function inflated(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw fail('trop-gros');
    }
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** The bytes of a stream: by its direct /Length, or up to its « endstream » without the line end before it. */
function body(bytes, text, dictionary, start) {
  const direct = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(dictionary);
  if (direct) return bytes.subarray(start, start + Number(direct[1]));
  const end = text.indexOf('endstream', start);
  const lineEnd = /\r?\n$/.exec(text.slice(end - 2, end))?.[0].length ?? 0;
  return bytes.subarray(start, end - lineEnd);
}

/**
 * Resolve with the bytes of the attached dossier, or null where the PDF has none.
 * Rejects with an Error of `code` 'chiffre' (encrypted) or 'trop-gros', or any other when the PDF is damaged.
 */
export async function attachedDossier(bytes) {
  const text = latin.decode(bytes);
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) throw fail('chiffre');
  for (const type of text.matchAll(/\/Type\s*\/EmbeddedFile/g)) {
    const from = text.lastIndexOf(' obj', type.index);
    HEAD.lastIndex = from;
    const head = HEAD.exec(text.slice(0, type.index + 4000));
    if (!head) continue;
    const stream = body(bytes, text, head[0], head.index + head[0].length);
    const content = /\/FlateDecode/.test(head[0]) ? await inflated(stream) : stream;
    if (latin.decode(content.subarray(0, 2000)).includes('pid-dossier')) return content;
  }
  return null;
}
