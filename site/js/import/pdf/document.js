/**
 * A PDF as its programs read it, from the last table of its objects back to the first (ISO 32000-1, 7.5). An object
 * that an update replaced or deleted is that of the update. Where the tables are wrong, they are made again from the
 * objects found, the last of each number, as PDF programs do.
 */

import { Unable } from '../inflate.js';
import { unfiltered } from './filters.js';
import { Broken, Reader, Ref, Stream } from './objects.js';
import { MOST_OBJECTS, find, headBefore, isBlank, isDigit, occurrences } from './search.js';
import { layoutOf, packedObjects, readEntries, readLines } from './tables.js';

const TAIL = 2048;
const MOST_TABLES = 1000;
const MOST_FILTERS = 5;
const LONGEST_HEAD = 4000;
/** Bytes of all the objects that are read, and bytes inflated to read them: a hostile file may nest them. */
const MOST_READ = 10_000_000;
const MOST_PACKED = 16_000_000;
const LARGEST_PACKED = 4_000_000;
/** How often all of the file may be gone through for the ends of streams. */
const TIMES_SEARCHED = 3;

export class PdfFile {
  #cache = new Map();
  #left = MOST_READ;
  #packedLeft = MOST_PACKED;
  #searchLeft;

  constructor(bytes) {
    this.bytes = bytes;
    this.#searchLeft = TIMES_SEARCHED * bytes.length;
    this.places = new Map();
    this.trailer = null;
    /** Once the tables were made again, the errors of what could not be read. */
    this.odd = null;
  }

  /** Whether so much was read that the rest of a long file is to be left. */
  get isLong() {
    return this.#left < MOST_READ / 2;
  }

  /** Read the tables that the file itself gives. */
  async open() {
    const at = Math.max(0, this.bytes.length - TAIL);
    const word = occurrences(this.bytes.subarray(at), 'startxref')[0];
    if (word === undefined) throw new Broken();
    const waiting = [new Reader(this.bytes, at + word + 9).whole()];
    const seen = new Set();
    while (waiting.length) {
      const table = waiting.shift();
      if (!Number.isInteger(table) || seen.has(table)) continue;
      if (seen.add(table).size > MOST_TABLES) throw new Broken();
      const trailer = await this.#table(table);
      this.trailer ??= trailer;
      waiting.unshift(trailer.get('XRefStm'), trailer.get('Prev'));
    }
  }

  /** Make the tables from what stands in the file. */
  async rebuild() {
    this.places = new Map();
    this.#cache = new Map();
    this.trailer = null;
    this.odd = [];
    const heads = new Map();
    for (const at of occurrences(this.bytes, 'obj', MOST_OBJECTS)) {
      const from = headBefore(this.bytes, at);
      if (from < 0) continue;
      const number = new Reader(this.bytes, from).whole();
      if (!heads.has(number)) heads.set(number, from);
    }
    for (const [number, at] of heads) this.places.set(number, { at });
    for (const at of occurrences(this.bytes, 'trailer')) {
      const trailer = this.#read(at + 7);
      if (trailer instanceof Map && trailer.has('Root')) this.trailer ??= trailer;
    }
    await this.#rebuildPacked(heads);
    for (const { value } of this.marked('/XRef')) if (value.dictionary?.has('Root')) this.trailer ??= value.dictionary;
    for (const { number, value } of this.marked('/Catalog')) {
      if (value instanceof Map && value.get('Type') === 'Catalog')
        this.trailer ??= new Map([['Root', new Ref(number)]]);
    }
  }

  /** Objects packed in streams, where no later object has their number. */
  async #rebuildPacked(heads) {
    for (const { number, at } of this.marked('/ObjStm')) {
      const numbers = await this.#packed(number).then(({ places }) => [...places.keys()], () => []);
      for (const one of numbers) {
        if (!(heads.get(one) > at)) {
          heads.set(one, at);
          this.places.set(one, { within: number });
        }
      }
    }
  }

  /** The last objects whose text holds this name, [{number, at, value}], the last of the file first. */
  marked(name) {
    const found = [];
    const seen = new Set();
    for (const at of occurrences(this.bytes, name)) {
      const before = this.bytes.subarray(Math.max(0, at - LONGEST_HEAD), at);
      const from = occurrences(before, 'obj').map((word) => headBefore(before, word)).find((one) => one >= 0);
      if (from === undefined) continue;
      const head = at - before.length + from;
      const number = new Reader(this.bytes, head).whole();
      if (seen.has(head) || this.places.get(number)?.at !== head) continue;
      seen.add(head);
      const value = this.#read(head, number);
      if (value instanceof Map || value instanceof Stream) found.push({ number, at: head, value });
    }
    return found;
  }

  /** The object that a value names, or the value itself. */
  async get(value) {
    if (!(value instanceof Ref)) return value ?? null;
    const { number } = value;
    if (!this.#cache.has(number)) {
      const place = this.places.get(number);
      let object = null;
      if (place?.within !== undefined) object = (await this.#packed(place.within)).read(number);
      else if (place) object = this.#at(place.at, number);
      this.#cache.set(number, object instanceof Ref ? null : object);
    }
    return this.#cache.get(number);
  }

  /** The same, null where it cannot be read though the tables were made again: an odd object hides no other. */
  look(value) {
    return this.get(value).catch((error) => {
      if (!this.odd || this.isLong || error instanceof Unable) throw error;
      this.odd.push(error);
      return null;
    });
  }

  /** The bytes of a stream without its filters, null for a picture; `limitOf` as for inflate. */
  async content({ dictionary, start }, limitOf) {
    const list = async (key) => {
      const value = await this.get(dictionary.get(key));
      return Array.isArray(value) ? Promise.all(value.map((one) => this.get(one))) : [value];
    };
    const [names, parameters] = [await list('Filter'), await list('DecodeParms')];
    if (names.length > MOST_FILTERS) throw new Broken();
    const filters = names
      .filter(Boolean)
      .map((name, index) => [name, parameters[index] instanceof Map ? parameters[index] : new Map()]);
    return unfiltered(this.bytes.subarray(start, await this.#endOf(dictionary, start)), filters, limitOf);
  }

  /** Where a stream ends: by its length if « endstream » follows, else before the next one. */
  async #endOf(dictionary, start) {
    const length = await this.get(dictionary.get('Length'));
    if (Number.isInteger(length) && length >= 0) {
      const reader = new Reader(this.bytes, start + length);
      while (isBlank(this.bytes[reader.at]) && reader.at < start + length + 9) reader.at++;
      if (reader.takes('endstream')) return start + length;
    }
    const searched = this.bytes.subarray(start, start + this.#searchLeft);
    const distance = find(searched, 'endstream');
    this.#searchLeft -= distance < 0 ? searched.length : distance;
    if (distance < 0) throw new Broken();
    const end = start + distance;
    if (this.bytes[end - 1] === 10) return end - (this.bytes[end - 2] === 13 ? 2 : 1);
    return this.bytes[end - 1] === 13 ? end - 1 : end;
  }

  #spend(bytes) {
    this.#left -= bytes;
    if (this.#left < 0) throw new Broken();
  }

  /** The object at a place where it must be, « 12 0 obj » before it. */
  #at(at, number) {
    const reader = new Reader(this.bytes, at);
    try {
      if (reader.whole() !== number || reader.whole() < 0 || reader.next() !== 'obj') throw new Broken();
      const value = reader.object();
      reader.blanks();
      if (!(value instanceof Map) || !reader.takes('stream')) return value;
      if (this.bytes[reader.at] === 13) reader.at++;
      if (this.bytes[reader.at] === 10) reader.at++;
      return new Stream(value, reader.at);
    } finally {
      this.#spend(reader.at - at + 1);
    }
  }

  /** What stands at a place, with its head where it has a number; null for what is none. */
  #read(at, number) {
    try {
      return number === undefined ? new Reader(this.bytes, at).object() : this.#at(at, number);
    } catch {
      this.#spend(100);
      return null;
    }
  }

  /** One table: its entries, where a newer one has not given them, then its trailer. */
  async #table(at) {
    const reader = new Reader(this.bytes, at);
    reader.last = this.bytes.length;
    if (isDigit(this.bytes[at])) return this.#streamTable(at, reader.whole());
    if (reader.next() !== 'xref') throw new Broken();
    return readLines(reader, (entry, place) => this.#put(entry, place));
  }

  async #streamTable(at, number) {
    const stream = this.#at(at, number);
    if (!(stream instanceof Stream)) throw new Broken();
    const { dictionary } = stream;
    const layout = layoutOf(dictionary);
    readEntries(layout, await this.#structure(stream), (entry, place) => this.#put(entry, place));
    return dictionary;
  }

  #put(number, place) {
    if (!this.places.has(number)) this.places.set(number, place);
  }

  /** The bytes of a stream of tables or objects. */
  async #structure(stream) {
    const most = Math.min(LARGEST_PACKED, this.#packedLeft);
    this.#packedLeft -= most;
    const bytes = await this.content(stream, () => most);
    if (!bytes || bytes.length > most) throw new Broken();
    this.#packedLeft += most - bytes.length;
    return bytes;
  }

  /** The objects of a stream of objects: their places by number, and how to read one. */
  async #packed(number) {
    const key = -1 - number;
    if (this.#cache.get(key)) return this.#cache.get(key);
    if (this.#cache.has(key)) throw new Broken(); // it is being read: something of it stands in itself
    this.#cache.set(key, null);
    const place = this.places.get(number);
    const stream = place?.at === undefined ? null : this.#at(place.at, number);
    if (!(stream instanceof Stream)) throw new Broken();
    const bytes = await this.#structure(stream);
    const packed = packedObjects(bytes, stream.dictionary, (spent) => this.#spend(spent));
    this.#cache.set(key, packed);
    return packed;
  }
}
