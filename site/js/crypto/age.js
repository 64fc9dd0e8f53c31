/** Files of the age format (age-encryption.org/v1): for a public key, or under a passphrase. */

import { Decrypter, Encrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { PhraseIdentity, PhraseRecipient } from './phrase.js';

const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';
// The keys of this site, and the post-quantum ones that age-keygen makes on demand.
const SECRET_KEY = /^AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{58,}$/m;
const latin = new TextDecoder('latin1');

/** Whether bytes are the text form of an age file, which e-mail programs leave alone. */
const isArmored = (bytes) => latin.decode(bytes.subarray(0, 200)).trimStart().startsWith(ARMOR);

function binary(bytes) {
  return isArmored(bytes) ? armor.decode(latin.decode(bytes)) : bytes;
}

/**
 * 'cle' or 'phrase': what opens these bytes. A private key is the usual case, and the answer where nothing can be read.
 */
export function openedBy(bytes) {
  try {
    return /^-> scrypt /m.test(latin.decode(binary(bytes).subarray(0, 200))) ? 'phrase' : 'cle';
  } catch {
    return 'cle';
  }
}

/** A new secret key, « AGE-SECRET-KEY-1… », and its public key, « age1… ». */
export async function newKeyPair() {
  const secret = await generateX25519Identity();
  return { secret, key: await identityToRecipient(secret) };
}

/** The public key of a secret one; rejects when a sign of it has been mistyped. */
export const publicKeyOf = (secret) => identityToRecipient(secret);

/** `bytes` for the holder of the secret key of `key`; throws when `key` is none. */
export function encryptForKey(bytes, key) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(key);
  return encrypter.encrypt(bytes);
}

/** `bytes` for whoever knows `phrase`; `onProgress` is told the part done, from 0 to 1. */
export function encryptUnderPhrase(bytes, phrase, onProgress) {
  const encrypter = new Encrypter();
  encrypter.addRecipient(new PhraseRecipient(phrase, onProgress));
  return encrypter.encrypt(bytes);
}

/** What an age file holds, given secret keys and phrases to try; rejects with any error when none opens it whole. */
export function decrypt(bytes, { secrets = [], phrases = [], onProgress = undefined }) {
  const decrypter = new Decrypter();
  for (const secret of secrets) decrypter.addIdentity(secret);
  for (const phrase of phrases) decrypter.addIdentity(new PhraseIdentity(phrase, onProgress));
  return decrypter.decrypt(binary(bytes));
}

/** The secret key that a file holds, in clear as age-keygen makes it, or under a phrase; null where there is none. */
export async function secretKeyOf(bytes, phrases, onProgress) {
  const text = latin.decode(bytes);
  const clear = SECRET_KEY.exec(text.replaceAll('\r', ''));
  if (clear) return clear[0];
  const opened = await decrypt(bytes, { phrases, onProgress });
  return SECRET_KEY.exec(latin.decode(opened).replaceAll('\r', ''))?.[0] ?? null;
}

/** A file of text in which a secret key lies under a phrase; `age -d -i` takes it as it is. */
export async function protectedKey({ secret, key }, day, phrase, onProgress) {
  const text = `# created: ${day}\n# public key: ${key}\n${secret}\n`;
  return armor.encode(await encryptUnderPhrase(new TextEncoder().encode(text), phrase, onProgress));
}
