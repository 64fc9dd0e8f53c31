/** Encryption of one entry of a ZIP, as WinZip specified it (AE-2): AES-256 in counter mode, then HMAC-SHA1 of 80 bits. */

import { unsafe } from '@noble/ciphers/aes.js';

export const SALT_BYTES = 16;
const KEY_BYTES = 32;
const CHECK_BYTES = 2;
const MAC_BYTES = 10;
/** Bytes that the encryption adds to an entry. */
export const ADDED = SALT_BYTES + CHECK_BYTES + MAC_BYTES;
/** Fixed by the format, and far too few for a password that a person would choose: hence the generated codes. */
const ITERATIONS = 1000;

async function keys(code, salt) {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-1', salt, iterations: ITERATIONS };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 8 * (2 * KEY_BYTES + CHECK_BYTES)));
  const macKey = bits.slice(KEY_BYTES, 2 * KEY_BYTES);
  return {
    aes: bits.slice(0, KEY_BYTES),
    mac: await crypto.subtle.importKey('raw', macKey, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']),
    check: bits.slice(2 * KEY_BYTES),
  };
}

/** AES in counter mode, the counter little-endian and from 1: WebCrypto only counts big-endian. */
function counted(key, bytes) {
  const counter = new Uint8Array(16);
  counter[0] = 1;
  return unsafe.ctr32(unsafe.expandKeyLE(key), true, counter, bytes.slice());
}

async function authentication(mac, bytes) {
  return new Uint8Array(await crypto.subtle.sign('HMAC', mac, bytes)).slice(0, MAC_BYTES);
}

function same(left, right) {
  let difference = left.length ^ right.length;
  for (let index = 0; index < left.length; index++) difference |= left[index] ^ right[index];
  return difference === 0;
}

/** Salt, check, encrypted bytes and authentication, one after the other. */
export async function encryptEntry(bytes, code) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const { aes, mac, check } = await keys(code, salt);
  const body = counted(aes, bytes);
  return new Uint8Array(await new Blob([salt, check, body, await authentication(mac, body)]).arrayBuffer());
}

/** The bytes of an entry; throws when the code is another one or when anything has been changed. */
export async function decryptEntry(bytes, code) {
  if (bytes.length < ADDED) throw new Error('too short');
  const { aes, mac, check } = await keys(code, bytes.slice(0, SALT_BYTES));
  if (!same(check, bytes.slice(SALT_BYTES, SALT_BYTES + CHECK_BYTES))) throw new Error('code');
  const body = bytes.slice(SALT_BYTES + CHECK_BYTES, -MAC_BYTES);
  if (!same(await authentication(mac, body), bytes.slice(-MAC_BYTES))) throw new Error('authentication');
  return counted(aes, body);
}
