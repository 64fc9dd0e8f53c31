/** The files attached to an e-mail that was saved as a file (RFC 5322, 2045, 2231): nothing else of it is read. */

const MOST_PARTS = 200;
const DEEPEST = 8;
const latin = new TextDecoder('latin1');

/** By hand: as it goes through its argument sign by sign, Uint8Array.from would take seconds for a scan. */
function bytesOf(signs) {
  const bytes = new Uint8Array(signs.length);
  for (let index = 0; index < signs.length; index++) bytes[index] = signs.charCodeAt(index);
  return bytes;
}

const unquoted = (text) =>
  text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, pair) => String.fromCharCode(parseInt(pair, 16)));

function fromBase64(text) {
  const signs = text.replace(/[^A-Za-z0-9+/]/g, '');
  return bytesOf(atob(signs.slice(0, signs.length - (signs.length % 4 === 1 ? 1 : 0))));
}

/** Words such as « =?utf-8?B?w6k=?= » and « utf-8''%C3%A9 » as they are read. */
function words(text) {
  return text.replace(/=\?[^?]+\?([bq])\?([^?]*)\?=\s*/gi, (_, way, coded) => new TextDecoder()
    .decode(/b/i.test(way) ? fromBase64(coded) : bytesOf(unquoted(coded.replaceAll('_', ' ')))))
    .replace(/^[\w-]+''(.*)$/, (whole, coded) => {
      try {
        return decodeURIComponent(coded);
      } catch {
        return whole;
      }
    });
}

/** A parameter such as « filename="x" » of the headings. */
function parameter(headings, name) {
  const found = new RegExp(`\\b${name}(?:\\*0)?\\*?=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(headings);
  return found ? words(found[1] ?? found[2]) : '';
}

function decoded(bytes, encoding) {
  if (encoding === 'base64') return fromBase64(latin.decode(bytes));
  return encoding === 'quoted-printable' ? bytesOf(unquoted(latin.decode(bytes))) : bytes;
}

function read(bytes, depth, found) {
  const text = latin.decode(bytes);
  const gap = /\r?\n\r?\n/.exec(text) ?? { index: text.length, 0: '' };
  const headings = text.slice(0, gap.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = bytes.subarray(gap.index + gap[0].length);
  const heading = (name) => new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, 'im').exec(headings)?.[1] ?? '';
  const type = heading('Content-Type');
  const boundary = /^multipart\//i.test(type) && parameter(type, 'boundary');
  if (boundary && depth < DEEPEST) {
    let from = -1;
    for (
      let at = text.indexOf(`--${boundary}`);
      at >= 0 && found.length < MOST_PARTS;
      at = text.indexOf(`\n--${boundary}`, at + 1)
    ) {
      if (from >= 0) read(bytes.subarray(from, at), depth + 1, found);
      from = text.indexOf('\n', at + 1) + 1 || text.length;
    }
    return;
  }
  const content = decoded(body, heading('Content-Transfer-Encoding').trim().toLowerCase());
  if (/^message\/rfc822/i.test(type) && depth < DEEPEST) {
    read(content, depth + 1, found);
    return;
  }
  const name = parameter(heading('Content-Disposition'), 'filename') || parameter(type, 'name');
  if (name) found.push(new File([content], name.replace(/^.*[/\\]/, '')));
}

/** The attached files. */
export function attachedFiles(bytes) {
  const found = [];
  read(bytes, 0, found);
  return found;
}
