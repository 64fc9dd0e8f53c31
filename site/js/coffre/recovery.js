/**
 * The recovery file of a shared computer: one dossier, encrypted under the passphrase that the computer had that day.
 */

import { openWith, seal, unseal } from './cipher.js';
import { keyOf } from './key.js';
import { canonical } from './phrase.js';
import { base64, bytesOf } from './rescue.js';

const FORMAT = 'pid-reprise';
const ABOUT = `${FORMAT}|1`;

/** The text of the file: the key of the vault under its passphrase, and the dossier under that key. */
export async function recoveryFile(vault, dossier) {
  const { marque, derivation: { nom, tours, sel }, clef } = vault;
  const contenu = await seal(await keyOf(vault), dossier, ABOUT);
  return `${JSON.stringify(
    {
      format: FORMAT,
      version: 1,
      marque,
      derivation: { nom, tours, sel: base64(sel) },
      clef: base64(clef),
      contenu: base64(contenu),
    },
    null,
    1,
  )}\n`;
}

/** The dossier of a recovery file, or null when the passphrase is not the right one, or a byte has changed. */
export async function openRecovery(file, phrase) {
  const { marque, derivation: { tours, sel }, clef, contenu } = file;
  const opened = await openWith(canonical(phrase), {
    marque,
    derivation: { tours, sel: bytesOf(sel) },
    clef: bytesOf(clef),
  });
  try {
    return opened && await unseal(opened.key, bytesOf(contenu), ABOUT);
  } catch {
    return null;
  }
}
