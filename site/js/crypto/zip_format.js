/**
 * The records of a ZIP as lists of little-endian numbers: names of the fields with their sizes in bytes (APPNOTE 6.3).
 */

export const LOCAL = { signature: 0x04034b50, fields: [
  ['needed', 2], ['flags', 2], ['method', 2], ['time', 2], ['date', 2], ['crc', 4], ['packed', 4], ['size', 4],
  ['nameLength', 2], ['extraLength', 2]] };
export const CENTRAL = {
  signature: 0x02014b50,
  fields: [
    ['made', 2],
    ['needed', 2],
    ['flags', 2],
    ['method', 2],
    ['time', 2],
    ['date', 2],
    ['crc', 4],
    ['packed', 4],
    ['size', 4],
    ['nameLength', 2],
    ['extraLength', 2],
    ['commentLength', 2],
    ['disk', 2],
    ['internal', 2],
    ['external', 4],
    ['offset', 4],
  ],
};
export const END = { signature: 0x06054b50, fields: [
  ['disk', 2], ['startDisk', 2], ['here', 2], ['entries', 2], ['length', 4], ['offset', 4], ['commentLength', 2]] };

export const AES = 99;
export const STORED = 0;
export const DEFLATED = 8;
export const ENCRYPTED = 1;
/** Version of the format that brought AES, which our files name and other programs do not: it tells them apart. */
export const OURS = 51;
/** 1 January 1980, the first day that the format knows: the day of the work is nobody's business. */
export const NO_DAY = 0x21;

/** Size of a record without its name and other parts of free length. */
export const sizeOf = ({ fields }) => fields.reduce((sum, [, size]) => sum + size, 4);

/** A record as bytes; a field that is not given is 0. */
export function encode({ signature, fields }, values) {
  const bytes = [];
  for (const [name, size] of [['signature', 4], ...fields]) {
    const value = name === 'signature' ? signature : values[name] ?? 0;
    for (let index = 0; index < size; index++) bytes.push((value >>> (8 * index)) & 255);
  }
  return bytes;
}

/** The record at `start`, its fields by name; throws where there is none. */
export function decode(record, bytes, start) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(start, true) !== record.signature) throw new Error('signature');
  const values = {};
  let at = start + 4;
  for (const [name, size] of record.fields) {
    values[name] = size === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
    at += size;
  }
  return values;
}

/**
 * The extra field that says how an entry is encrypted: AE version, vendor « AE », AES-256, then how it is compressed.
 */
export function aesField(version, method) {
  return [0x01, 0x99, 7, 0, version, 0, 0x41, 0x45, 3, method, 0];
}
