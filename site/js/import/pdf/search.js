/** Where words stand in the bytes of a PDF whose tables cannot be trusted. */

/** Words that are looked for at most, and objects: a hostile file may hold millions. */
const MOST_WORDS = 5000;
export const MOST_OBJECTS = 2_000_000;

/** Where `word`, of ASCII signs, comes next in bytes from `from`, -1 where it does not. */
export function find(bytes, word, from = 0) {
  const first = word.charCodeAt(0);
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] !== first) continue;
    let index = 1;
    while (index < word.length && bytes[at + index] === word.charCodeAt(index)) index++;
    if (index === word.length) return at;
  }
  return -1;
}

/** Where each word stands, the last of those first. */
export function occurrences(bytes, word, most = MOST_WORDS) {
  const found = [];
  for (let at = find(bytes, word); at >= 0 && found.length < most; at = find(bytes, word, at + word.length))
    found.push(at);
  return found.reverse();
}

export const isBlank = (byte) => byte <= 32;
export const isDigit = (byte) => byte >= 48 && byte <= 57;

/** Where « 12 0 obj » begins, whose last word stands at `at`; -1 where numbers are missing. */
export function headBefore(bytes, at) {
  let from = at;
  for (let part = 0; part < 2; part++) {
    const end = from;
    while (isBlank(bytes[from - 1]) && end - from < 20) from--;
    const digits = from;
    while (isDigit(bytes[from - 1]) && digits - from < 10) from--;
    if (digits === from || (part === 1 && end === digits)) return -1;
  }
  return from;
}
