/** What the streams of a PDF are written with (ISO 32000-1, 7.4). */

import { TooLarge, inflate } from '../inflate.js';
import { Broken } from './objects.js';

/** Bytes that are known one by one, up to a limit. */
class Output {
  constructor(limit) {
    this.bytes = new Uint8Array(Math.max(0, limit));
    this.size = 0;
  }

  add(...added) {
    if (this.size + added.length > this.bytes.length) throw new TooLarge(this.size);
    for (const byte of added) this.bytes[this.size++] = byte;
  }

  get whole() {
    return this.bytes.subarray(0, this.size);
  }
}

function fromHex(bytes, output) {
  let first = -1;
  for (const sign of bytes) {
    if (sign === 62) break;
    const digit = sign < 58 ? sign - 48 : sign > 64 ? (sign | 32) - 87 : -1;
    if (digit < 0 || digit > 15) continue;
    if (first >= 0) output.add(first * 16 + digit);
    first = first < 0 ? digit : -1;
  }
  if (first >= 0) output.add(first * 16);
}

function fromAscii85(bytes, output) {
  let group = [];
  const flush = () => {
    const many = group.length - 1;
    while (group.length < 5) group.push(84);
    const number = group.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let index = 0; index < many; index++) output.add((number / 256 ** (3 - index)) & 255);
    group = [];
  };
  for (const sign of bytes) {
    if (sign === 126) break;
    if (sign === 122 && group.length === 0) output.add(0, 0, 0, 0);
    else if (sign >= 33 && sign <= 117 && group.push(sign - 33) === 5) flush();
  }
  if (group.length > 1) flush();
}

function fromRuns(bytes, output) {
  for (let at = 0; at < bytes.length && bytes[at] !== 128;) {
    const length = bytes[at];
    output.add(...length < 128 ? bytes.subarray(at + 1, at + 2 + length) : Array(257 - length).fill(bytes[at + 1]));
    at += length < 128 ? length + 2 : 2;
  }
}

/** LZW with codes of 9 to 12 bits; `early` is 1 where they grow one code too soon, as is usual. */
function fromLzw(bytes, output, early) {
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
    output.add(...entry);
    if (before && table.length < 4096) table.push([...before, entry[0]]);
    before = entry;
    const codes = table.length + early;
    width = codes < 512 ? 9 : codes < 1024 ? 10 : codes < 2048 ? 11 : 12;
  }
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/**
 * Undo the prediction of each line from the one before (PNG), or of each byte from the one before (TIFF, bytes only).
 */
function unpredicted(bytes, parameters) {
  const of = (name, usual) => Number(parameters.get(name) ?? usual);
  const predictor = of('Predictor', 1);
  if (predictor < 2) return bytes;
  const step = Math.max(1, (of('Colors', 1) * of('BitsPerComponent', 8)) >> 3);
  const width = Math.ceil((of('Colors', 1) * of('BitsPerComponent', 8) * of('Columns', 1)) / 8);
  if (!(width >= 1 && width <= bytes.length)) throw new Broken();
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

const OTHERS = {
  __proto__: null,
  LZWDecode: fromLzw,
  ASCIIHexDecode: fromHex,
  ASCII85Decode: fromAscii85,
  RunLengthDecode: fromRuns,
};

/** What one filter gives back, null for one that holds no file (that of a picture); `limitOf` as for inflate. */
async function decoded(name, bytes, parameters, limitOf) {
  const limit = limitOf();
  if (name === 'FlateDecode') {
    const opened = await inflate(bytes, 'deflate', parameters.get('Predictor') > 1 ? () => limit : limitOf);
    return opened && unpredicted(opened, parameters);
  }
  if (!OTHERS[name]) return null;
  const output = new Output(limit);
  OTHERS[name](bytes, output, Number(parameters.get('EarlyChange') ?? 1));
  return name === 'LZWDecode' ? unpredicted(output.whole, parameters) : output.whole;
}

/** The bytes that `filters`, [[name, parameters]], give back one after the other, or null. */
export async function unfiltered(bytes, filters, limitOf) {
  let made = bytes;
  for (const [index, [name, parameters]] of filters.entries()) {
    made = made && await decoded(name, made, parameters, index + 1 < filters.length ? () => limitOf() : limitOf);
  }
  return made;
}
