/** A ZIP whose entries are encrypted with AES-256, for 7-Zip and programs like it. */

import { joined } from '../import/inflate.js';
import { encryptEntry } from './zip_aes.js';
import { AES, CENTRAL, ENCRYPTED, END, LOCAL, NO_DAY, OURS, STORED, aesField, encode } from './zip_format.js';

/** AE-2: no checksum of the clear text, which would tell something of it. */
const AE_2 = 2;

/**
 * The bytes of an archive of encrypted entries, [{label, body, size}]: its reader makes it again to compare it byte for
 * byte.
 */
export function archive(entries) {
  const parts = [];
  const directory = [];
  const extra = aesField(AE_2, STORED);
  let offset = 0;
  for (const { label, body, size } of entries) {
    const shared = {
      needed: OURS, flags: ENCRYPTED, method: AES, date: NO_DAY, packed: body.length, size,
      nameLength: label.length, extraLength: extra.length,
    };
    const head = [...encode(LOCAL, shared), ...label, ...extra];
    directory.push(...encode(CENTRAL, { ...shared, made: OURS, offset }), ...label, ...extra);
    parts.push(new Uint8Array(head), body);
    offset += head.length + body.length;
  }
  const count = entries.length;
  parts.push(
    new Uint8Array(directory),
    new Uint8Array(encode(END, { here: count, entries: count, length: directory.length, offset })),
  );
  return joined(parts);
}

/**
 * The bytes of an archive of `files` ([{name, bytes}], ASCII names) that `code` opens; names and sizes stay readable.
 */
export async function writeZip(files, code) {
  const entries = [];
  for (const { name, bytes } of files) {
    entries.push({ label: new TextEncoder().encode(name), body: await encryptEntry(bytes, code), size: bytes.length });
  }
  return archive(entries);
}
