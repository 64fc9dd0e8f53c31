/** Codes that the site generates and that people read aloud: 80 bits as ABCD-EFGH-JKMN-PQRS, in Crockford's base 32. */

const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 10;
/** What ears and eyes confuse, and what they mean. */
const CONFUSED = { O: '0', I: '1', L: '1' };

/** Ten bytes in four groups of four signs. */
function grouped(bytes) {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  const signs = Array.from({ length: 16 }, (_, index) => SIGNS[Number((number >> BigInt(75 - 5 * index)) & 31n)]);
  return signs.join('').match(/.{4}/g).join('-');
}

/** A new code, from the browser's own random numbers. */
export function newCode() {
  return grouped(crypto.getRandomValues(new Uint8Array(BYTES)));
}

/** The code that a person has typed in any case, with any spaces or hyphens; null for anything else. */
export function readCode(text) {
  const signs = text.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '').replace(/[OIL]/g, (sign) => CONFUSED[sign]);
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(signs) ? signs.match(/.{4}/g).join('-') : null;
}

/** What a typed secret may stand for: one of our codes, or the passphrase of another program as it is. */
export function candidates(text) {
  return [...new Set([readCode(text), text.normalize('NFC').trim()])].filter(Boolean);
}

/** The sixteen signs by which two people compare a public key on the telephone: the first 80 bits of its SHA-256. */
export async function fingerprint(key) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return grouped(new Uint8Array(digest, 0, BYTES));
}
