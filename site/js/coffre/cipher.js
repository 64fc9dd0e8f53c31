/**
 * The ciphers of the vault, all from WebCrypto. Contents are under AES-256-GCM, with a fresh 96-bit IV at each writing.
 * The passphrase is stretched by PBKDF2-SHA-256. Its parameters are kept beside what they protect: they can be raised.
 */

/** OWASP's minimum is 600,000; raising this number raises each vault at its next unlocking. */
export const ROUNDS = 1_000_000;

const IV_BYTES = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

const random = (size) => crypto.getRandomValues(new Uint8Array(size));

/** What a key opens is bound to what it is about: bytes put elsewhere do not open. */
const parameters = (iv, about) => ({ name: 'AES-GCM', iv, additionalData: encoder.encode(about) });

const importKey = (raw) => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

async function encrypted(key, bytes, about) {
  const iv = random(IV_BYTES);
  const cipher = new Uint8Array(await crypto.subtle.encrypt(parameters(iv, about), key, bytes));
  const whole = new Uint8Array(IV_BYTES + cipher.length);
  whole.set(iv);
  whole.set(cipher, IV_BYTES);
  return whole;
}

function decrypted(key, whole, about) {
  return crypto.subtle.decrypt(parameters(whole.subarray(0, IV_BYTES), about), key, whole.subarray(IV_BYTES));
}

/** The bytes of a text, encrypted. */
export const seal = (key, text, about) => encrypted(key, encoder.encode(text), about);

/** The text of encrypted bytes; rejects with OperationError if a single bit, the key or `about` differs. */
export const unseal = async (key, whole, about) => decoder.decode(await decrypted(key, whole, about));

async function keyOf(phrase, { tours, sel }) {
  const material = await crypto.subtle.importKey('raw', encoder.encode(phrase), 'PBKDF2', false, ['deriveKey']);
  const stretch = { name: 'PBKDF2', hash: 'SHA-256', salt: sel, iterations: tours };
  return crypto.subtle.deriveKey(stretch, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

const about = ({ marque }) => `pid-coffre|1|${marque}`;

/** {vault, key}: the key `raw`, or a new one at random, under a passphrase. */
export async function lockUp(phrase, marque = hexadecimal(random(8)), raw = /** @type {BufferSource} */ (random(32))) {
  const derivation = { nom: 'PBKDF2-SHA-256', tours: ROUNDS, sel: random(16) };
  const vault = { format: 1, marque, derivation };
  const clef = await encrypted(await keyOf(phrase, derivation), raw, about(vault));
  return { vault: { ...vault, clef }, key: await importKey(raw) };
}

/** {key, raw} of a vault, or null when the passphrase is not the right one. */
export async function openWith(phrase, vault) {
  try {
    const raw = await decrypted(await keyOf(phrase, vault.derivation), vault.clef, about(vault));
    return { key: await importKey(raw), raw };
  } catch (error) {
    if (error.name === 'OperationError') return null;
    throw error;
  }
}

function hexadecimal(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
