/** Opens a protected file. A wrong code, a wrong key and a changed byte are told in the same words: nothing tells them apart. */

import { decrypt, openedBy, secretKeyOf } from './age.js';
import { candidates } from './code.js';
import { OtherArchive, readZip } from './zip_read.js';

const LARGEST = 12_000_000;
const LARGEST_KEY = 20_000;
const UNCHANGED = ' Rien n’a été modifié.';

export const REFUSED = 'Ce fichier ne s’ouvre pas\u00a0: le code ou la clé n’est pas le bon, ou le fichier a été abîmé en route. '
  + `Vérifiez-les par téléphone, ou demandez un nouvel envoi.${UNCHANGED}`;
const REASONS = {
  tooLarge: `Ce fichier est trop gros pour être un dossier protégé\u00a0: choisissez le fichier reçu par courriel.${UNCHANGED}`,
  noCode: 'Indiquez le code reçu par téléphone.',
  noKey: 'Choisissez le fichier de votre clé privée.',
  wrongKey: 'Cette clé privée ne s’ouvre pas\u00a0: le code n’est pas le bon, ou ce fichier n’est pas une clé privée. '
    + `Retrouvez-les sur la fiche de secours.${UNCHANGED}`,
  other: 'Cette archive n’est pas protégée comme celles du site (AES-256)\u00a0: ouvrez-la avec l’outil qui l’a faite, '
    + `puis choisissez ici le fichier du dossier.${UNCHANGED}`,
};

class Refusal extends Error {}

/** The secret key of this page, once it has been opened: it lives in the page's memory only. */
let unlocked = null;

async function unlock(file, code, onProgress) {
  if (!file) throw new Refusal(REASONS.noKey);
  if (file.size > LARGEST_KEY) throw new Refusal(REASONS.wrongKey);
  let secret;
  try {
    secret = await secretKeyOf(new Uint8Array(await file.arrayBuffer()), candidates(code), onProgress);
  } catch {
    secret = null;
  }
  if (!secret) throw new Refusal(REASONS.wrongKey);
  return secret;
}

async function contents(kind, bytes, { code, keyFile, onProgress }) {
  if (kind === 'cle') {
    const secret = keyFile || !unlocked ? await unlock(keyFile, code, onProgress) : unlocked;
    const opened = await decrypt(bytes, { secrets: [secret] });
    unlocked = secret;
    return [{ name: '', bytes: opened }];
  }
  const phrases = candidates(code);
  if (phrases.length === 0) throw new Refusal(REASONS.noCode);
  if (kind === 'phrase') return [{ name: '', bytes: await decrypt(bytes, { phrases, onProgress }) }];
  let last;
  for (const phrase of phrases) {
    try {
      return await readZip(bytes, phrase);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

/** The file that holds the dossier: the JSON before the PDF, which holds it too. */
function dossierAmong(files) {
  return files.find(({ name }) => /\.json$/i.test(name)) ?? files.find(({ name }) => /\.pdf$/i.test(name)) ?? files[0];
}

/**
 * Resolve with {ok: true, dossier: File, withPdf, pdf: Uint8Array} or {ok: false, message}; never rejects. `kind`: 'code',
 * 'phrase' or 'cle'. `given`: {code: text, keyFile: File|null, onProgress}. Nothing of what comes out is trusted yet.
 */
export async function open(file, kind, given) {
  try {
    if (file.size > LARGEST) throw new Refusal(REASONS.tooLarge);
    const files = await contents(kind, new Uint8Array(await file.arrayBuffer()), given);
    const { bytes } = dossierAmong(files);
    const pdf = files.find((one) => new TextDecoder('latin1').decode(one.bytes.subarray(0, 5)) === '%PDF-');
    return { ok: true, dossier: new File([bytes], 'dossier'), withPdf: Boolean(pdf), pdf: pdf?.bytes };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    return { ok: false, message: error instanceof OtherArchive ? REASONS.other : REFUSED };
  }
}

/** What a protected file asks for, 'code', 'phrase' or 'cle'; `family` is what the importer saw in it. */
export async function askedBy(file, family) {
  if (family === 'zip') return 'code';
  return file.size > LARGEST ? 'cle' : openedBy(new Uint8Array(await file.arrayBuffer()));
}

/** Whether a private key has been opened in this page: its file is then not asked for again. */
export const isUnlocked = () => unlocked !== null;
