/** What the streams of a PDF are written with (ISO 32000-1, 7.4). */

import { TooLarge, inflate } from '../inflate.js';
import { Broken, signs } from './objects.js';

/** Bytes that are known one by one, up to a limit. */
class Output {
  constructor(limit) {
    Object.assign(this, { limit, bytes: [] });
  }

  add(added) {
    if (this.bytes.length + added.length > this.limit) throw new TooLarge(this.limit);
    for (const byte of added) this.bytes.push(byte);
  }
}

function fromHex(bytes) {
  const end = bytes.indexOf(62);
  const digits = new TextDecoder('latin1').decode(end < 0 ? bytes : bytes.subarray(0, end)).replace(/[^0-9A-Fa-f]/g, '');
  return Uint8Array.from((digits + '0').match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

function fromAscii85(bytes) {
  const output = [];
  let group = [];
  const flush = () => {
    const many = group.length - 1;
    while (group.length < 5) group.push(84);
    const number = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let index = 0; index < many; index++) output.push((number / 256 ** (3 - index)) & 255);
    group = [];
  };
  for (const sign of bytes) {
    if (sign === 126) break;
    if (sign === 122 && group.length === 0) output.push(0, 0, 0, 0);
    else if (sign >= 33 && sign <= 117 && group.push(sign - 33) === 5) flush();
  }
  if (group.length > 1) flush();
  return Uint8Array.from(output);
}

function fromRuns(bytes, limit) {
  const output = new Output(limit);
  for (let at = 0; at < bytes.length && bytes[at] !== 128;) {
    const length = bytes[at];
    output.add(length < 128 ? bytes.subarray(at + 1, at + 2 + length) : Array(257 - length).fill(bytes[at + 1]));
    at += length < 128 ? length + 2 : 2;
  }
  return Uint8Array.from(output.bytes);
}

/** LZW with codes of 9 to 12 bits; `early` is 1 where they grow one code too soon, as is usual. */
function fromLzw(bytes, limit, early) {
  const output = new Output(limit);
  let table;
  let before;
  let width = 9;
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) break;
    if (code === 256 || !table) {
      table = Array.from({ length: 258 }, (_, index) => [index]);
      before = null;
      width = 9;
      if (code === 256) continue;
    }
    const entry = table[code] ?? (before && [...before, before[0]]);
    if (!entry) throw new Broken();
    output.add(entry);
    if (before && table.length < 4096) table.push([...before, entry[0]]);
    before = entry;
    const codes = table.length + early;
    width = codes < 512 ? 9 : codes < 1024 ? 10 : codes < 2048 ? 11 : 12;
  }
  return Uint8Array.from(output.bytes);
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Undo the prediction of each line from the one before (PNG), or of each byte from the one before (TIFF, bytes only). */
function unpredicted(bytes, parameters) {
  const of = (name, usual) => Number(parameters.get(name) ?? usual);
  const predictor = of('Predictor', 1);
  if (predictor < 2) return bytes;
  const step = Math.max(1, (of('Colors', 1) * of('BitsPerComponent', 8)) >> 3);
  const width = Math.ceil((of('Colors', 1) * of('BitsPerComponent', 8) * of('Columns', 1)) / 8);
  if (!(width >= 1)) throw new Broken();
  const marked = predictor >= 10 ? 1 : 0;
  const output = new Uint8Array(Math.ceil(bytes.length / (width + marked)) * width);
  let size = 0;
  for (let from = 0; from < bytes.length; from += width + marked) {
    const kind = marked ? bytes[from] : 1;
    for (let index = 0; index < width && from + marked + index < bytes.length; index++, size++) {
      const left = index >= step ? output[size - step] : 0;
      const up = marked && size >= width ? output[size - width] : 0;
      const corner = index >= step && size >= width ? output[size - width - step] : 0;
      output[size] = bytes[from + marked + index] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind];
    }
  }
  return output.subarray(0, size);
}

/** What one filter gives back, null for one that holds no file (that of a picture); `limitOf` as for inflate. */
async function decoded(name, bytes, parameters, limitOf) {
  const limit = limitOf();
  switch (name) {
    case 'FlateDecode': {
      const opened = await inflate(bytes, 'deflate', parameters.get('Predictor') > 1 ? () => limit : limitOf);
      return opened && unpredicted(opened, parameters);
    }
    case 'LZWDecode': return unpredicted(fromLzw(bytes, limit, Number(parameters.get('EarlyChange') ?? 1)), parameters);
    case 'ASCIIHexDecode': return fromHex(bytes);
    case 'ASCII85Decode': return fromAscii85(bytes);
    case 'RunLengthDecode': return fromRuns(bytes, limit);
    default: return null;
  }
}

/** The bytes that `filters`, [[name, parameters]], give back one after the other, or null. */
export async function unfiltered(bytes, filters, limitOf) {
  let made = bytes;
  for (const [index, [name, parameters]] of filters.entries()) {
    made = made && await decoded(name, made, parameters, index + 1 < filters.length ? () => limitOf() : limitOf);
  }
  return made;
}
