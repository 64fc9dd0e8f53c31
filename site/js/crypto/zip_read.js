/**
 * Reads a ZIP. The format authenticates ours in part only: every byte of ours must be the one that we would write. Of
 * those of other programs the content is authenticated, and the headings are only looked at (ADR 0008). No path is ever
 * used.
 */

import LIMITS from 'pid:limites';
import { TooLarge, inflate } from '../import/inflate.js';
import { decryptEntry } from './zip_aes.js';
import {
  AES,
  CENTRAL,
  DEFLATED,
  ENCRYPTED,
  END,
  LOCAL,
  NO_DAY,
  OURS,
  STORED,
  aesField,
  decode,
  sizeOf,
} from './zip_format.js';
import { archive } from './zip_write.js';

const MOST_ENTRIES = 200;
const LONGEST_COMMENT = 65_535;
/** Bytes of a PDF with scans, and of all that is read together. */
const LARGEST_PDF = 50_000_000;
const LARGEST_ALL = 60_000_000;
const AES_FIELD = 0x9901;

/** An archive under a cipher that this reader does not know. */
export class OtherArchive extends Error {}

function must(condition) {
  if (!condition) throw new Error('zip');
}

const equal = (left, right) => left.length === right.length && left.every((value, index) => value === right[index]);

/** The field of AES among extra fields, null where it is missing. */
function aesExtra(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === AES_FIELD) return bytes.subarray(at, at + 11);
  }
  return null;
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
function entriesOf(bytes) {
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

/** Whether we wrote it: one changed byte leaves all but one of our marks. */
function isOurs({ record, extra }) {
  const marks = [
    record.made === OURS,
    record.needed === OURS,
    record.flags === ENCRYPTED,
    record.method === AES,
    record.time === 0,
    record.date === NO_DAY,
    record.crc === 0,
    record.external === 0,
    equal(extra, aesField(2, STORED)),
  ];
  return marks.filter(Boolean).length >= marks.length - 1;
}

const isAes = ({ record, extra }) => record.method === AES || aesExtra(extra) !== null;
const isLocked = ({ record }) => (record.flags & ENCRYPTED) !== 0;

function crcOf(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const largest = (beginning) =>
  new TextDecoder('latin1').decode(beginning.subarray(0, 1024)).includes('%PDF-') ? LARGEST_PDF : LIMITS.largest;

/** What an entry holds once decrypted; null for a compression that this reader does not know. Throws TooLarge. */
async function expanded(bytes, method, { size, crc }, hasCrc) {
  if (![STORED, DEFLATED].includes(method)) return null;
  const content = method === STORED ? bytes : await inflate(bytes, 'deflate-raw', largest);
  if (content.length > largest(content)) throw new TooLarge(0);
  must(content.length === size && (!hasCrc || crcOf(content) === crc));
  return content;
}

/**
 * What an archive asks for: 'code' where AES encrypts something in it, else 'rien'; 'code' too where it cannot be read.
 */
export function askedByZip(bytes) {
  try {
    return entriesOf(bytes).some(isAes) ? 'code' : 'rien';
  } catch {
    return 'code';
  }
}

/** One entry with the code, null for one under another cipher. */
async function opened(entry, code) {
  if (!isAes(entry)) return isLocked(entry) ? null : expanded(entry.body, entry.record.method, entry.record, true);
  const field = aesExtra(entry.extra);
  must(field);
  const clear = await decryptEntry(entry.body, code, field[8]);
  return expanded(clear, field[9] + 256 * field[10], entry.record, field[4] === 1);
}

/**
 * The files of an archive, [{name, bytes}], the names without their folders, less those that are too large or written
 * otherwise. Rejects with OtherArchive for an archive under another cipher only, and with any other Error when the code
 * is not the right one or when a byte that counts has been changed.
 */
export async function readZip(bytes, code) {
  const entries = entriesOf(bytes);
  if (entries.some(isLocked) && !entries.some(isAes)) throw new OtherArchive();
  const files = [];
  let left = LARGEST_ALL;
  for (const entry of entries) {
    if (left < 0) break;
    const content = await opened(entry, code).catch((error) => {
      if (!(error instanceof TooLarge)) throw error;
      left -= error.size;
      return null;
    });
    left -= content?.length ?? 0;
    if (content) files.push({ name: new TextDecoder().decode(entry.label).split(/[/\\]/).pop(), bytes: content });
  }
  if (entries.some(isOurs)) {
    const again = await archive(entries.map(({ label, body, record }) => ({ label, body, size: record.size })));
    must(equal(bytes, again));
  }
  return files;
}
