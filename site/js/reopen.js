/**
 * The dossier attached to a PDF, found without parsing the PDF: an embedded file is always a stream object of its own,
 * even in files that another program has rewritten, so that scanning the stream objects is enough.
 */

const LARGEST = 2_000_000;
/** Bytes of an embedded file that tell a dossier. */
const BEGINNING = 2000;
const latin = new TextDecoder('latin1');
/** Longest dictionary of an embedded file, and most of them: a hostile file may hold millions. */
const LONGEST_HEAD = 4000;
const MOST_FILES = 20;
const STREAM = /\s{0,20}stream\r?\n/y;
// Texts and hexadecimal texts first: what looks like a bracket inside them is not one.
const BRACKETS = /\((?:[^()\\]|\\[^]){0,400}\)|<[0-9A-Fa-f\s]{0,400}>|<<|>>/g;

function fail(code) {
  return Object.assign(new Error(code), { code });
}

const isDossier = (beginning) => latin.decode(beginning.subarray(0, BEGINNING)).includes('pid-dossier');

/** Inflate a dossier, but never beyond LARGEST: a small file may hide a huge one. null, at its beginning, for anything else. */
async function inflated(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  const chunks = [];
  let size = 0;
  let known = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    chunks.push(value);
    if (!known && size >= BEGINNING) {
      known = isDossier(new Uint8Array(await new Blob(chunks).arrayBuffer()));
      if (!known) {
        await reader.cancel();
        return null;
      }
    }
    if (size > LARGEST) {
      await reader.cancel();
      throw fail('trop-gros');
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** The dictionary and the start of the stream around `index`, or null: one pass, as the file may be hostile. */
function headAround(text, index) {
  const earliest = Math.max(0, index - LONGEST_HEAD);
  const from = text.slice(earliest, index).lastIndexOf(' obj');
  if (from < 0) return null;
  const first = earliest + from;
  const near = text.slice(first, first + LONGEST_HEAD);
  let depth = 0;
  for (const { 0: bracket, index: at } of near.matchAll(BRACKETS)) {
    if (bracket === '<<') depth++;
    else if (bracket === '>>') depth--;
    else continue;
    if (depth > 0) continue;
    STREAM.lastIndex = at + 2;
    const opening = STREAM.exec(near);
    return opening && { dictionary: near.slice(0, at), start: first + opening.index + opening[0].length };
  }
  return null;
}

/** The bytes of a stream: by its direct /Length, or up to its « endstream » without the line end before it. */
function body(bytes, text, { dictionary, start }) {
  const direct = /\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(dictionary);
  if (direct) return bytes.subarray(start, start + Number(direct[1]));
  const end = text.indexOf('endstream', start);
  if (end < 0) throw fail('abime');
  const lineEnd = /\r?\n$/.exec(text.slice(end - 2, end))?.[0].length ?? 0;
  return bytes.subarray(start, end - lineEnd);
}

/**
 * Resolve with the bytes of the attached dossier, or null where the PDF has none.
 * Rejects with an Error of `code` 'chiffre' (encrypted) or 'trop-gros', or any other when the PDF is damaged.
 */
export async function attachedDossier(bytes) {
  const text = latin.decode(bytes);
  if (/\/Encrypt\s{1,20}\d{1,10}\s{1,20}\d{1,5}\s{1,20}R/.test(text)) throw fail('chiffre');
  let tried = 0;
  for (const type of text.matchAll(/\/Type\s{0,20}\/EmbeddedFile/g)) {
    if (++tried > MOST_FILES) break;
    const head = headAround(text, type.index);
    if (!head) continue;
    const stream = body(bytes, text, head);
    const content = /\/FlateDecode/.test(head.dictionary) ? await inflated(stream) : stream;
    if (content && isDossier(content)) return content;
  }
  return null;
}
