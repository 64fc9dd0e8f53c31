/**
 * Reads a ZIP encrypted with AES-256, ours or 7-Zip's. The format authenticates what is encrypted but nothing else: every
 * other byte must therefore be the only possible one, or the same in both records of an entry. No path is ever used.
 */

import { decryptEntry } from './zip_aes.js';
import { AES, CENTRAL, DEFLATED, ENCRYPTED, END, LOCAL, OURS, STORED, aesField, decode, sizeOf } from './zip_format.js';

const MOST_ENTRIES = 5;
const LARGEST_ENTRY = 2_000_000;
/** 7-Zip's version of the format, and the systems that it says it runs on. */
const SEVEN_ZIP = [0x003f, 0x033f];
const UTF_8 = 0x800;
const LEVEL = 6;
const AES_FIELD = 0x9901;
const SHARED = ['needed', 'flags', 'method', 'time', 'date', 'crc', 'packed', 'size', 'nameLength'];

/** An archive that is whole, but that this reader does not open. */
export class OtherArchive extends Error {}

function must(condition) {
  if (!condition) throw new Error('zip');
}

/** The field of AES among extra fields, which must fill their place exactly; and whether there are others. */
function aesExtra(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let found = null;
  let at = 0;
  let others = false;
  while (at < bytes.length) {
    const end = at + 4 + view.getUint16(at + 2, true);
    must(end <= bytes.length);
    if (view.getUint16(at, true) === AES_FIELD) found = [...bytes.subarray(at, end)];
    else others = true;
    at = end;
  }
  return { found, others };
}

const equal = (left, right) => left.length === right.length && left.every((value, index) => value === right[index]);

/** One entry of the central directory at `at`, compared with its local record, which must start at `expected`. */
function entryAt(bytes, at, expected) {
  const central = decode(CENTRAL, bytes, at);
  const local = decode(LOCAL, bytes, central.offset);
  must(central.offset === expected && SHARED.every((name) => central[name] === local[name]));
  must(central.disk === 0 && central.internal === 0 && central.commentLength === 0);
  const nameAt = at + sizeOf(CENTRAL);
  const localNameAt = central.offset + sizeOf(LOCAL);
  const name = bytes.subarray(nameAt, nameAt + central.nameLength);
  must(equal(name, bytes.subarray(localNameAt, localNameAt + local.nameLength)));
  const extraAt = nameAt + central.nameLength;
  const extra = bytes.subarray(extraAt, extraAt + central.extraLength);
  const dataAt = localNameAt + local.nameLength + local.extraLength;
  const end = dataAt + central.packed;
  must(end <= bytes.length);
  return {
    central, name: new TextDecoder().decode(name), body: bytes.subarray(dataAt, end), end,
    next: extraAt + central.extraLength, extra: aesExtra(extra),
    localExtra: aesExtra(bytes.subarray(localNameAt + local.nameLength, dataAt)),
  };
}

/** How an encrypted entry is compressed; throws unless every field is one that we or 7-Zip write. */
function compression({ central, extra, localExtra }) {
  must(extra.found && localExtra.found && equal(extra.found, localExtra.found) && !localExtra.others);
  const method = extra.found[9];
  const version = extra.found[4];
  must([1, 2].includes(version) && [STORED, DEFLATED].includes(method) && equal(extra.found, aesField(version, method)));
  if (central.made === OURS) {
    must(!extra.others && central.external === 0 && central.needed === OURS && central.flags === ENCRYPTED && method === STORED);
    must(version === 2 && central.crc === 0);
  } else {
    must(SEVEN_ZIP.includes(central.made) && central.external !== 0 && central.needed === OURS);
    must((central.flags & ~(ENCRYPTED | UTF_8 | LEVEL)) === 0);
  }
  return method;
}

/** Inflate, but never beyond the largest entry: a small one may hide a huge one. */
async function inflated(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks = [];
  let size = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length;
    if (size > LARGEST_ENTRY) {
      await reader.cancel();
      throw new Error('too large');
    }
    chunks.push(step.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function entriesOf(bytes) {
  const endAt = bytes.length - sizeOf(END);
  const end = decode(END, bytes, endAt);
  must(end.disk === 0 && end.startDisk === 0 && end.commentLength === 0 && end.here === end.entries);
  must(end.entries > 0 && end.entries <= MOST_ENTRIES && end.offset + end.length === endAt);
  const entries = [];
  let at = end.offset;
  let expected = 0;
  for (let index = 0; index < end.entries; index++) {
    const entry = entryAt(bytes, at, expected);
    entries.push(entry);
    at = entry.next;
    expected = entry.end;
  }
  must(at === endAt && expected === end.offset);
  return entries;
}

/** Whether no entry is encrypted with AES: neither its method nor its extra fields say so, which one changed byte cannot do. */
function isOther(bytes) {
  const end = decode(END, bytes, bytes.length - sizeOf(END));
  let at = end.offset;
  for (let index = 0; index < Math.max(1, Math.min(end.entries, MOST_ENTRIES)); index++) {
    const { method, nameLength, extraLength, commentLength } = decode(CENTRAL, bytes, at);
    at += sizeOf(CENTRAL) + nameLength;
    if (method === AES || aesExtra(bytes.subarray(at, at + extraLength)).found) return false;
    at += extraLength + commentLength;
  }
  return true;
}

/**
 * The files of an archive, [{name, bytes}], every one of them verified, the names without their folders.
 * Rejects with OtherArchive for an archive without AES encryption, and with any other Error when the code is not the right
 * one or when a byte has been changed.
 */
export async function readZip(bytes, code) {
  if (isOther(bytes)) throw new OtherArchive();
  const files = [];
  for (const entry of entriesOf(bytes)) {
    must(entry.central.method === AES && (entry.central.flags & ENCRYPTED) !== 0);
    const method = compression(entry);
    must(entry.central.packed <= LARGEST_ENTRY);
    const opened = await decryptEntry(entry.body, code);
    const content = method === STORED ? opened : await inflated(opened);
    must(content.length === entry.central.size);
    files.push({ name: entry.name.split(/[/\\]/).pop(), bytes: content });
  }
  return files;
}
