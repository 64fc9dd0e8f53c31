/**
 * The « clé de réception »: a small text that the DSDEN gives to the schools, and that age takes as it is (`age -R`).
 */

import { Encrypter } from 'age-encryption';
import { fingerprint } from './code.js';

const LARGEST = 10_000;
const LINE = /^age1[0-9a-z]{58}$/gm;

/** Whether a text is a public key: its checksum catches any mistyped sign. */
function isPublicKey(text) {
  try {
    new Encrypter().addRecipient(text);
    return /^age1[0-9a-z]{58}$/.test(text);
  } catch {
    return false;
  }
}

/** The text of the file, in French: what it is, whose, and the signs to compare by telephone. */
export async function receptionText(key, service, day) {
  return (
    `# Clé de réception des dossiers PID\n# Service\u00a0: ${service}\n`
    + `# Créée le\u00a0: ${day}\n# Empreinte\u00a0: ${await fingerprint(key)}\n`
    + '# Cette clé sert à chiffrer\u00a0; elle ne permet pas d’ouvrir. '
    + 'Comparez l’empreinte par téléphone avant de l’utiliser.\n'
    + `${key}\n`
  );
}

/**
 * {key, fingerprint} of the only public key that a file holds; null for none or several. What else it says is not read.
 */
export async function readReception(file) {
  if (file.size > LARGEST) return null;
  const found = (await file.text()).replaceAll('\r', '').match(LINE) ?? [];
  if (found.length !== 1 || !isPublicKey(found[0])) return null;
  return { key: found[0], fingerprint: await fingerprint(found[0]) };
}
