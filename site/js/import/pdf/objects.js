/**
 * Objects of a PDF, read from its bytes (ISO 32000-1, 7.3). A name is a string, a text a Text, a dictionary a Map: no
 * key of the file ever meets an inherited one. Every length is bounded, as the file may be hostile.
 */

/** What stands there is not what should: the tables of the file are wrong, or the file is damaged. */
export class Broken extends Error {}

export class Ref {
  constructor(number) {
    this.number = number;
  }
}

/** A text, in the signs of its bytes. */
export class Text {
  constructor(signs) {
    this.signs = signs;
  }
}

/** A stream: its dictionary, and where its bytes start in the file. */
export class Stream {
  constructor(dictionary, start) {
    this.dictionary = dictionary;
    this.start = start;
  }
}

const DEEPEST = 60;
const LONGEST_TEXT = 32_000;
const LONGEST_OBJECT = 1_000_000;
const [BLANK, DELIMITER] = [1, 2];
const KIND = new Uint8Array(256);
for (const sign of '\0\t\n\f\r ') KIND[sign.charCodeAt(0)] = BLANK;
for (const sign of '()<>[]{}/%') KIND[sign.charCodeAt(0)] = DELIMITER;
const NAMED = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Bytes as signs of the same numbers, which no TextDecoder gives. */
export const signs = (bytes) => String.fromCharCode(...bytes);

const fromHex = (digits) => signs((digits.match(/../g) ?? []).map((pair) => parseInt(pair, 16)));

const unescaped = (raw) => raw.replace(/\\(?:([0-7]{1,3})|\r\n?|\n|([^]))/g, (_, octal, sign) => {
  if (octal) return String.fromCharCode(parseInt(octal, 8) & 255);
  return sign ? NAMED[sign] ?? sign : '';
});

/** Reads one object after the other, from `at`. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
    this.last = at + LONGEST_OBJECT;
  }

  /** Pass over blanks and comments. */
  blanks() {
    let comment = false;
    for (; comment || KIND[this.bytes[this.at]] === BLANK || this.bytes[this.at] === 37; this.at++) {
      const sign = this.bytes[this.at];
      if (sign === undefined || this.at > this.last) throw new Broken();
      comment = sign !== 10 && sign !== 13 && (comment || sign === 37);
    }
  }

  /** The regular signs that follow, '' where there are none. */
  word() {
    const from = this.at;
    while (this.at < this.bytes.length && KIND[this.bytes[this.at]] === 0) this.at++;
    if (this.at - from > LONGEST_TEXT) throw new Broken();
    return signs(this.bytes.subarray(from, this.at));
  }

  /** The word after blanks. */
  next() {
    this.blanks();
    return this.word();
  }

  /** The whole number after blanks. */
  whole() {
    const word = this.next();
    if (!/^\d{1,15}$/.test(word)) throw new Broken();
    return Number(word);
  }

  /** Pass over these signs if they come next. */
  takes(expected) {
    const found = signs(this.bytes.subarray(this.at, this.at + expected.length)) === expected;
    if (found) this.at += expected.length;
    return found;
  }

  object(depth = 0) {
    this.blanks();
    if (depth > DEEPEST || this.at > this.last) throw new Broken();
    if (this.takes('<<')) return this.#dictionary(depth);
    if (this.takes('<'))
      return new Text(
        fromHex(
          this.#until(62)
            .replace(/[^0-9A-Fa-f]/g, '')
            .replace(/^((?:..)*.)$/, '$10'),
        ),
      );
    if (this.takes('[')) return this.#list(depth);
    if (this.takes('(')) return this.#text();
    if (this.takes('/')) return this.word().replace(/#([0-9A-Fa-f]{2})/g, (_, pair) => fromHex(pair));
    return this.#value(this.word());
  }

  #value(word) {
    if (/^\d{1,10}$/.test(word)) {
      const rest = /^[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
        signs(this.bytes.subarray(this.at, this.at + 30)),
      );
      if (rest) {
        this.at += rest[0].length;
        return new Ref(Number(word));
      }
    }
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    if (word === 'null') return null;
    if (word !== 'true' && word !== 'false') throw new Broken();
    return word === 'true';
  }

  #dictionary(depth) {
    const entries = new Map();
    for (this.blanks(); !this.takes('>>'); this.blanks()) {
      if (this.bytes[this.at] !== 47) throw new Broken();
      entries.set(this.object(depth + 1), this.object(depth + 1));
    }
    return entries;
  }

  #list(depth) {
    const items = [];
    for (this.blanks(); !this.takes(']'); this.blanks()) items.push(this.object(depth + 1));
    return items;
  }

  #text() {
    const from = this.at;
    for (let depth = 1; depth > 0; this.at++) {
      const sign = this.bytes[this.at];
      if (sign === undefined || this.at - from > LONGEST_TEXT) throw new Broken();
      if (sign === 92) this.at++;
      else if (sign === 40) depth++;
      else if (sign === 41) depth--;
    }
    return new Text(unescaped(signs(this.bytes.subarray(from, this.at - 1))));
  }

  #until(end) {
    const text = this.bytes.subarray(this.at, this.at + LONGEST_TEXT);
    const length = text.indexOf(end);
    if (length < 0) throw new Broken();
    this.at += length + 1;
    return signs(text.subarray(0, length));
  }
}

/** A text as people read it: in UTF-16 or UTF-8 where it says so, else in the signs of its bytes. */
export function readable({ signs: text }) {
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0));
  if (text.startsWith('\u00fe\u00ff')) return new TextDecoder('utf-16be').decode(bytes);
  return text.startsWith('\u00ef\u00bb\u00bf') ? new TextDecoder().decode(bytes) : text;
}
