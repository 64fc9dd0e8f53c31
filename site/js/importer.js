/** window.pidImport: read a file that somebody sends, without trusting anything in it. */

import { attachedDossier } from './reopen.js';
import { check } from './import/check.js';
import { protection } from './import/protection.js';
import { isRecovery, LARGEST_RECOVERY, recoveryOf } from './import/recovery.js';
import { Refusal, REASONS } from './import/refusal.js';

const LARGEST_JSON = 2_000_000;
const LARGEST_PDF = 10_000_000;

const isPdf = async (file) => (await file.slice(0, 5).text()) === '%PDF-';

/** The bytes of the dossier: nothing but the first signs is read of a file that is too large. */
async function jsonBytes(file) {
  const pdf = await isPdf(file);
  if (file.size > (pdf ? LARGEST_PDF : LARGEST_JSON)) throw new Refusal(REASONS.tooLarge);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!pdf) return { bytes, origin: 'json' };
  let attached;
  try {
    attached = await attachedDossier(bytes);
  } catch (error) {
    throw new Refusal({ chiffre: REASONS.encrypted, 'trop-gros': REASONS.tooLarge }[error.code] ?? REASONS.damagedPdf);
  }
  if (!attached) throw new Refusal(REASONS.noDossier);
  return { bytes: attached, origin: 'pdf' };
}

/** The recovery file that a file is, {marque, derivation, clef, contenu}, or null. */
async function recovery(file) {
  if (!await isRecovery(file)) return null;
  if (file.size > LARGEST_RECOVERY) throw new Refusal(REASONS.tooLarge);
  const found = recoveryOf(await file.text());
  if (!found) throw new Refusal(REASONS.unreadable);
  return found;
}

/**
 * Resolve with {ok: true, text, origin: 'json'|'pdf', unknown: [paths]} or {ok: false, message}; never rejects.
 * `text` is clean JSON whose keys and types Python can take. A protected file, which pidCrypto opens, is
 * {ok: false, protection: 'age'|'zip', message}. A recovery file, which pidCoffre.openRecovery opens, is
 * {ok: false, reprise, message}. `newest` is the last version of the format that the reader knows, by default the present one.
 */
async function read(file, newest) {
  try {
    const found = await protection(file);
    if (found) return { ok: false, protection: found, message: REASONS.protected };
    const reprise = await recovery(file);
    if (reprise) return { ok: false, reprise, message: REASONS.protected };
    const { bytes, origin } = await jsonBytes(file);
    if (bytes.length > LARGEST_JSON) throw new Refusal(REASONS.tooLarge);
    return { ok: true, origin, ...check(bytes, newest) };
  } catch (error) {
    return { ok: false, message: error instanceof Refusal ? error.message : REASONS.unreadable };
  }
}

window.pidImport = Object.freeze({ read });
