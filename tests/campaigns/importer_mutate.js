// Files made of valid dossiers, a few changes each, of bytes and of values; one seed always gives the same ones.
"use strict";

const TOKENS = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "\\",
  "null",
  "true",
  "NaN",
  "1e400",
  "-0",
  "0.5",
  "9007199254740993",
  "[[[[[[[[[[[[[",
  '"__proto__":{}',
  '"format"',
  '"version":2',
  "\\ud800",
  "\\u202e",
  "\ufeff",
  "\u200b",
  "\u0000",
  "%PDF-",
  "PK\u0003\u0004",
  "'",
  "//",
  "\\u0000",
];
const TEXTS = ["", "x", "\ud800", "\u202e", "\u0007", "\ufeffa", "e\u0301", "ﬁ", "😀", "<img src=x onerror=alert(1)>",
  "=1+1", "a\r\nb", "2026-02-30", "x".repeat(5001)];
const KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "hasOwnProperty",
  "$kw",
  "ob_type",
  "tp_name",
  "toString",
  "",
  "0",
  "inconnue",
  "a.b",
  "nom",
  "id",
  "format",
  "version",
  "eleve",
  "stages",
  "\u200b",
  "\udc00",
  "length",
  "__class__",
  "then",
  "toJSON",
];
const RAW = [
  "NaN",
  "1e400",
  "-1e400",
  "-0",
  "0.5",
  "1e3",
  "9007199254740993",
  "[".repeat(14) + "]".repeat(14),
  '{"__proto__":{"x":1}}',
  '{"a":1,"a":2}',
  "01",
  "undefined",
  '"\\ud800"',
  '"\\u202e"',
  `[${"0,".repeat(21000)}0]`,
];
const MARK = "@@raw@@";

/** xorshift32: integers below `limit`. */
function source(seed) {
  let state = seed | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

exports.mutator = (bases, seed) => {
  const below = source(seed * 2654435761);
  for (let warm = 0; warm < 20; warm++) below(2);
  const oneOf = (list) => list[below(list.length)];
  const parsed = bases.map((text) => JSON.parse(text));

  const anyValue = (depth = 0) => {
    switch (below(depth > 13 ? 6 : 8)) {
      case 0: return oneOf(TEXTS);
      case 1: return below(1000) - 500;
      case 2: return oneOf([null, true, false]);
      case 3: return oneOf([0.5, 2 ** 53, -(2 ** 53), 1e21]);
      case 4: return MARK;
      case 5: return String.fromCharCode(...Array.from({ length: below(12) }, () => below(0x10000)));
      case 6: return Array.from({ length: below(4) }, () => anyValue(depth + 1));
      default: return Object.fromEntries(Array.from({ length: below(4) }, () => [oneOf(KEYS), anyValue(depth + 1)]));
    }
  };

  /** A place in the dossier: some list or block, and one of its keys. */
  const place = (dossier) => {
    let holder = dossier;
    for (;;) {
      const keys = Object.keys(holder);
      if (!keys.length) return [holder, Array.isArray(holder) ? 0 : oneOf(KEYS)];
      const key = oneOf(keys);
      const value = holder[key];
      if (value === null || typeof value !== "object" || below(5) === 0) return [holder, key];
      holder = value;
    }
  };

  const define = (holder, key, value) =>
    Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });

  const changeValue = (dossier) => {
    const [holder, key] = place(dossier);
    const list = Array.isArray(holder);
    switch (below(6)) {
      case 0: if (list) holder.splice(Number(key), 1); else delete holder[key]; break;
      case 1:
        if (list) holder.push(anyValue()); else define(holder, oneOf(KEYS), anyValue()); break;
      case 2: {
        const [other, from] = place(dossier);
        define(holder, key, Object.hasOwn(other, from) ? structuredClone(other[from]) : null);
        break;
      }
      case 3: if (typeof holder[key] === "string")
          define(holder, key, holder[key].slice(0, below(9)) + oneOf(TEXTS) + holder[key].slice(below(9))); break;
      default: define(holder, key, anyValue());
    }
  };

  const changeBytes = (bytes) => {
    const at = below(bytes.length + 1);
    const many = below(8) ? below(6) : below(400);
    const middle = [() => Buffer.from([below(256)]), () => Buffer.alloc(0), () => Buffer.from(oneOf(TOKENS)),
      () => bytes.subarray(below(bytes.length + 1)).subarray(0, below(60)),
      () => Buffer.from([(bytes[at] ?? 0) ^ (1 << below(8))])][below(5)]();
    return Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(Math.min(bytes.length, at + many * below(2)))]);
  };

  return () => {
    const which = below(bases.length);
    let bytes = Buffer.from(bases[which]);
    if (below(3)) {
      const dossier = structuredClone(parsed[which]);
      for (let changes = 1 + below(3); changes > 0; changes--) changeValue(dossier);
      const text = JSON.stringify(dossier).split(`"${MARK}"`);
      bytes = Buffer.from(text.reduce((made, piece) => made + oneOf(RAW) + piece));
    }
    if (below(3) === 0) for (let changes = 1 + below(3); changes > 0; changes--) bytes = changeBytes(bytes);
    return bytes;
  };
};
