/** What lies in a ZIP, as its list says: no path is ever used, and nothing comes out beyond a limit. */

import { TooLarge, inflate } from '../import/inflate.js';
import { CENTRAL, DEFLATED, END, LOCAL, STORED, decode, sizeOf } from './zip_format.js';

const MOST_ENTRIES = 200;
const LONGEST_COMMENT = 65_535;

export function must(condition) {
  if (!condition) throw new Error('zip');
}

/** Where the list of the entries ends: the record that is last, before its comment. */
function endOf(bytes) {
  const last = bytes.length - sizeOf(END);
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 5) continue;
    const end = decode(END, bytes, at);
    if (at + sizeOf(END) + end.commentLength === bytes.length) return end;
  }
  throw new Error('zip');
}

/** The files of an archive: [{label, record, extra, body}]. */
export function entriesOf(bytes) {
  const end = endOf(bytes);
  must(end.entries > 0 && end.entries <= MOST_ENTRIES);
  const entries = [];
  let at = end.offset;
  for (let index = 0; index < end.entries; index++) {
    const record = decode(CENTRAL, bytes, at);
    const nameAt = at + sizeOf(CENTRAL);
    const extraAt = nameAt + record.nameLength;
    const commentAt = extraAt + record.extraLength;
    const local = decode(LOCAL, bytes, record.offset);
    const bodyAt = record.offset + sizeOf(LOCAL) + local.nameLength + local.extraLength;
    const label = bytes.subarray(nameAt, extraAt);
    entries.push({
      label,
      record,
      extra: bytes.subarray(extraAt, commentAt),
      body: bytes.subarray(bodyAt, bodyAt + record.packed),
    });
    at = commentAt + record.commentLength;
  }
  return entries.filter(({ label }) => ![0x2f, 0x5c].includes(label.at(-1)));
}

function crcOf(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/**
 * What an entry holds; null for a compression that this reader does not know. `largest`, given its beginning, says how
 * many bytes at most. Throws TooLarge, and another Error where it is not what the list says.
 */
export async function expanded(bytes, method, { size, crc }, hasCrc, largest) {
  if (![STORED, DEFLATED].includes(method)) return null;
  const content = method === STORED ? bytes : await inflate(bytes, 'deflate-raw', largest);
  if (content.length > largest(content)) throw new TooLarge(0);
  must(content.length === size && (!hasCrc || crcOf(content) === crc));
  return content;
}
