/**
 * Encryption of one entry of a ZIP, as WinZip specified it (AE-2): AES-256 in counter mode, then HMAC-SHA1 of 80 bits.
 */

import { unsafe } from '@noble/ciphers/aes.js';

/** Strength that we write: 1 is AES-128, 2 AES-192. */
const AES_256 = 3;
const CHECK_BYTES = 2;
const MAC_BYTES = 10;
/** Fixed by the format, and far too few for a password that a person would choose: hence the generated codes. */
const ITERATIONS = 1000;

const saltBytes = (strength) => 4 + 4 * strength;
const keyBytes = (strength) => 8 + 8 * strength;

async function keys(code, salt, strength) {
  const length = keyBytes(strength);
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveBits']);
  const parameters = { name: 'PBKDF2', hash: 'SHA-1', salt, iterations: ITERATIONS };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(parameters, base, 8 * (2 * length + CHECK_BYTES)));
  const macKey = bits.slice(length, 2 * length);
  return {
    aes: bits.slice(0, length),
    mac: await crypto.subtle.importKey('raw', macKey, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']),
    check: bits.slice(2 * length),
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
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes(AES_256)));
  const { aes, mac, check } = await keys(code, salt, AES_256);
  const body = counted(aes, bytes);
  return new Uint8Array(await new Blob([salt, check, body, await authentication(mac, body)]).arrayBuffer());
}

/** The bytes of an entry; throws when the code is another one or when anything has been changed. */
export async function decryptEntry(bytes, code, strength) {
  const start = saltBytes(strength) + CHECK_BYTES;
  if (![1, 2, 3].includes(strength) || bytes.length < start + MAC_BYTES) throw new Error('zip');
  const { aes, mac, check } = await keys(code, bytes.slice(0, saltBytes(strength)), strength);
  if (!same(check, bytes.slice(start - CHECK_BYTES, start))) throw new Error('code');
  const body = bytes.slice(start, -MAC_BYTES);
  if (!same(await authentication(mac, body), bytes.slice(-MAC_BYTES))) throw new Error('authentication');
  return counted(aes, body);
}
