/**
 * Reads a ZIP. The format authenticates ours in part only: every byte of ours must be the one that we would write. Of
 * those of other programs the content is authenticated, and the headings are only looked at (ADR 0008). No path is ever
 * used.
 */

import LIMITS from 'pid:limites';
import { TooLarge } from '../import/inflate.js';
import { decryptEntry } from './zip_aes.js';
import { entriesOf, expanded, must } from './zip_entries.js';
import { AES, ENCRYPTED, NO_DAY, OURS, STORED, aesField } from './zip_format.js';
import { archive } from './zip_write.js';

/** Bytes of a PDF with scans, and of all that is read together. */
const LARGEST_PDF = 50_000_000;
const LARGEST_ALL = 60_000_000;
const AES_FIELD = 0x9901;

/** An archive under a cipher that this reader does not know. */
export class OtherArchive extends Error {}

const equal = (left, right) => left.length === right.length && left.every((value, index) => value === right[index]);

/** The field of AES among extra fields, null where it is missing. */
function aesExtra(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === AES_FIELD) return bytes.subarray(at, at + 11);
  }
  return null;
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

const largest = (beginning) =>
  new TextDecoder('latin1').decode(beginning.subarray(0, 1024)).includes('%PDF-') ? LARGEST_PDF : LIMITS.largest;

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
  const { body, record } = entry;
  if (!isAes(entry)) return isLocked(entry) ? null : expanded(body, record.method, record, true, largest);
  const field = aesExtra(entry.extra);
  must(field);
  const clear = await decryptEntry(body, code, field[8]);
  return expanded(clear, field[9] + 256 * field[10], record, field[4] === 1, largest);
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
