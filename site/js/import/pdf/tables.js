/**
 * Where the objects of a PDF stand, as its tables say (ISO 32000-1, 7.5.4 to 7.5.8). `put(number, place)` is given each
 * entry: {at} in the file, {within} a stream of objects, null for an object that is no longer there.
 */

import { Broken, Reader } from './objects.js';

/** Read the lines of a table, after « xref », and give its trailer. */
export function readLines(reader, put) {
  for (;;) {
    reader.blanks();
    if (reader.takes('trailer')) break;
    const first = reader.whole();
    const many = reader.whole();
    for (let index = 0; index < many; index++) {
      const place = reader.whole();
      reader.whole();
      const kind = reader.next();
      if (kind !== 'n' && kind !== 'f') throw new Broken();
      put(first + index, kind === 'n' && place > 0 ? { at: place } : null);
    }
  }
  const trailer = reader.object();
  if (!(trailer instanceof Map)) throw new Broken();
  return trailer;
}

/** How the dictionary of a table in a stream lays out its entries: bytes of each column, and [first, many, …]. */
export function layoutOf(dictionary) {
  const widths = [].concat(dictionary.get('W')).slice(0, 3);
  const index = dictionary.get('Index') ?? [0, dictionary.get('Size')];
  if (!Array.isArray(index) || widths.length < 3 || !widths.every((one) => one >= 0 && one <= 8)) throw new Broken();
  return { widths, index };
}

/** Read the entries of a table in a stream. */
export function readEntries({ widths, index }, bytes, put) {
  const width = widths[0] + widths[1] + widths[2];
  if (!(width > 0)) throw new Broken();
  let from = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    for (let entry = 0; entry < index[pair + 1] && from + width <= bytes.length; entry++) {
      const [kind, place] = widths.map((size) => {
        let number = 0;
        for (const end = from + size; from < end; from++) number = number * 256 + bytes[from];
        return number;
      });
      const found = widths[0] === 0 || kind === 1 ? { at: place } : kind === 2 ? { within: place } : null;
      put(index[pair] + entry, found);
    }
  }
}

/** The objects of a stream of objects: their places by number, and how to read one, whose bytes `spend` is told. */
export function packedObjects(bytes, dictionary, spend) {
  const first = dictionary.get('First');
  const many = dictionary.get('N');
  if (!Number.isInteger(first) || !Number.isInteger(many)) throw new Broken();
  const heads = new Reader(bytes);
  const places = new Map();
  for (let index = 0; index < many; index++) {
    const one = heads.whole();
    const offset = heads.whole();
    if (!places.has(one)) places.set(one, first + offset);
  }
  const read = (one) => {
    if (!places.has(one)) throw new Broken();
    const reader = new Reader(bytes, places.get(one));
    const value = reader.object();
    spend(reader.at - places.get(one) + 1);
    return value;
  };
  return { places, read };
}
