/** age's passphrase stanza with a scrypt that lets the page live: the library's own blocks it for seconds. */

import { Stanza } from 'age-encryption';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { base64nopad } from '@scure/base';

const LABEL = new TextEncoder().encode('age-encryption.org/v1/scrypt');
const SALT_BYTES = 16;
const WRAPPED_BYTES = 32;
/** The key is used once: age fixes this nonce. */
const NONCE = new Uint8Array(12);
/**
 * Work of the files made here (32 MB, a second or so): their phrases are generated, of 80 bits, and need no slower one.
 * Up to age's own default (256 MB) is read.
 */
const WORK = 15;
const MOST_WORK = 18;

function derive(phrase, salt, work, onProgress) {
  const salted = new Uint8Array([...LABEL, ...salt]);
  return scryptAsync(phrase, salted, { N: 2 ** work, r: 8, p: 1, dkLen: 32, onProgress });
}

/** An age recipient: whoever knows `phrase`. */
export class PhraseRecipient {
  constructor(phrase, onProgress) {
    this.phrase = phrase;
    this.onProgress = onProgress;
  }

  async wrapFileKey(fileKey) {
    const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
    const key = await derive(this.phrase, salt, WORK, this.onProgress);
    return [
      new Stanza(['scrypt', base64nopad.encode(salt), String(WORK)], chacha20poly1305(key, NONCE).encrypt(fileKey)),
    ];
  }
}

/** An age identity: the knowledge of `phrase`. Throws for a stanza that the format forbids. */
export class PhraseIdentity {
  constructor(phrase, onProgress) {
    this.phrase = phrase;
    this.onProgress = onProgress;
  }

  async unwrapFileKey(stanzas) {
    const found = stanzas.find(({ args }) => args[0] === 'scrypt');
    if (!found) return null;
    const [, encodedSalt, work] = found.args;
    if (stanzas.length !== 1 || found.args.length !== 3 || found.body.length !== WRAPPED_BYTES)
      throw new Error('stanza');
    if (!/^[1-9][0-9]?$/.test(work) || Number(work) > MOST_WORK) throw new Error('work factor');
    const salt = base64nopad.decode(encodedSalt);
    if (salt.length !== SALT_BYTES) throw new Error('salt');
    const key = await derive(this.phrase, salt, Number(work), this.onProgress);
    try {
      return chacha20poly1305(key, NONCE).decrypt(found.body);
    } catch {
      return null;
    }
  }
}
