/**
 * The post-quantum keys of age, « age1pq1… »: ML-KEM-768 with X25519 (X-Wing, draft-connolly-cfrg-xwing-kem, sections 5
 * and 6), on noble's functions. Noble's own combination brings the curves of hardware keys with it.
 */

import { sha3_256, shake256 } from '@noble/hashes/sha3.js';
import { concatBytes, randomBytes } from '@noble/hashes/utils.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { x25519 } from './x25519.js';

const LABEL = new TextEncoder().encode('\\.//^\\');
const { cipherText: CIPHERED, publicKey: PUBLIC, seed: SEED } = ml_kem768.lengths;
const SHARED = 32;

/** Both pairs of keys that 32 bytes stand for. */
function keysOf(secret) {
  const drawn = shake256(secret, { dkLen: SEED + SHARED });
  const scalar = drawn.subarray(SEED);
  return { lattice: ml_kem768.keygen(drawn.subarray(0, SEED)), scalar, point: x25519.getPublicKey(scalar) };
}

const combined = (lattice, curve, ephemeral, point) => sha3_256(concatBytes(lattice, curve, ephemeral, point, LABEL));

/** Refuse what has not the length of its kind, before any part of it is read. */
function exactly(bytes, length) {
  if (bytes.length !== length) throw new Error(`${bytes.length} bytes instead of ${length}`);
}

export const MLKEM768X25519 = {
  getPublicKey(secret) {
    exactly(secret, SHARED);
    const { lattice, point } = keysOf(secret);
    return concatBytes(lattice.publicKey, point);
  },

  encapsulate(publicKey) {
    exactly(publicKey, PUBLIC + SHARED);
    const point = publicKey.subarray(PUBLIC);
    const scalar = randomBytes(SHARED);
    const ephemeral = x25519.getPublicKey(scalar);
    const { cipherText, sharedSecret } = ml_kem768.encapsulate(publicKey.subarray(0, PUBLIC));
    return {
      cipherText: concatBytes(cipherText, ephemeral),
      sharedSecret: combined(sharedSecret, x25519.getSharedSecret(scalar, point), ephemeral, point),
    };
  },

  decapsulate(cipherText, secret) {
    exactly(cipherText, CIPHERED + SHARED);
    exactly(secret, SHARED);
    const { lattice, scalar, point } = keysOf(secret);
    const ephemeral = cipherText.subarray(CIPHERED);
    const first = ml_kem768.decapsulate(cipherText.subarray(0, CIPHERED), lattice.secretKey);
    return combined(first, x25519.getSharedSecret(scalar, ephemeral), ephemeral, point);
  },
};

/** Hardware keys: the site makes and reads none. */
export const MLKEM768P256 = undefined;
