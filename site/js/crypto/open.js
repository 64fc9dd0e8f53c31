/**
 * Opens a protected file. A wrong code, a wrong key and a changed byte are told in the same words: nothing tells them
 * apart.
 */

import { Unable } from '../import/inflate.js';
import { EXTRACT, UNCHANGED } from '../import/words.js';
import { LARGEST_FILE, LARGEST_KEY } from '../sizes.js';
import { decrypt, openedBy, secretKeyOf } from './age.js';
import { candidates } from './code.js';
import { OtherArchive, askedByZip, readZip } from './zip_read.js';

export const REFUSED =
  'Ce fichier ne s’ouvre pas\u00a0: le code ou la clé n’est pas le bon, ou le fichier a été abîmé en route. '
  + `Vérifiez-les par téléphone, ou demandez un nouvel envoi.${UNCHANGED}`;
const REASONS = {
  tooLarge:
    'Ce fichier est trop gros\u00a0: plus de 100\u00a0Mo. '
    + `Demandez le JSON du dossier seul, qui en fait moins de 2.${UNCHANGED}`,
  noCode: 'Indiquez le code reçu par téléphone.',
  noKey: 'Choisissez le fichier de votre clé privée.',
  wrongKey:
    'Cette clé privée ne s’ouvre pas\u00a0: le code n’est pas le bon, ou ce fichier n’est pas une clé privée. '
    + `Retrouvez-les sur la fiche de secours.${UNCHANGED}`,
  old: `Ce navigateur est trop ancien pour ouvrir cette archive\u00a0: mettez-le à jour, ou ${EXTRACT}${UNCHANGED}`,
  insecure:
    'Ce navigateur ne sait pas ouvrir une archive protégée à cette adresse\u00a0: '
    + `prenez l’adresse du site en https, un autre navigateur, ou ${EXTRACT}${UNCHANGED}`,
  damaged:
    'Cette archive est abîmée\u00a0: '
    + `demandez un nouvel envoi, ou choisissez le JSON ou le PDF du dossier.${UNCHANGED}`,
  other:
    'Cette archive n’est pas protégée comme celles du site (AES-256)\u00a0: ouvrez-la avec l’outil qui l’a faite, '
    + `puis choisissez ici le fichier du dossier.${UNCHANGED}`,
};

/** Said of an archive where no dossier is found, by what opened it. */
const NONE = {
  code:
    'Le code est bon, mais aucun dossier n’est lisible dans cette archive, '
    + `que ce site n’a pas faite ou dont un fichier est trop gros\u00a0: ${EXTRACT}`,
  rien: `Cette archive n’est pas protégée, et aucun dossier n’y est lisible\u00a0: ${EXTRACT}`,
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
  if (kind === 'rien') return readZip(bytes, '');
  const phrases = candidates(code);
  if (phrases.length === 0) throw new Refusal(REASONS.noCode);
  if (kind === 'phrase') return [{ name: '', bytes: await decrypt(bytes, { phrases, onProgress }) }];
  if (!crypto.subtle) throw new Refusal(REASONS.insecure);
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

/** The sentence for what prevented from opening. */
function reason(error, kind) {
  if (error instanceof Refusal) return error.message;
  if (error instanceof Unable) return REASONS.old;
  if (error instanceof OtherArchive) return REASONS.other;
  return kind === 'rien' ? REASONS.damaged : REFUSED;
}

/**
 * Resolve with {ok: true, files: [File], none, pdf: Uint8Array} or {ok: false, message}; never rejects. `none` is the
 * sentence where the files hold no dossier, `pdf` the PDF among them, protected no more, or null. `kind`: 'code',
 * 'phrase', 'cle', or 'rien' for an archive that is not protected. `given`: {code: text, keyFile: File|null,
 * onProgress}. Nothing of what comes out is trusted yet.
 */
export async function open(file, kind, given) {
  try {
    if (file.size > LARGEST_FILE) throw new Refusal(REASONS.tooLarge);
    const found = await contents(kind, new Uint8Array(await file.arrayBuffer()), given);
    const pdf =
      kind === 'rien'
        ? null
        : found.find(({ bytes }) => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-');
    return {
      ok: true,
      files: found.map(({ name, bytes }) => new File([bytes], name)),
      none: NONE[kind] ?? '',
      pdf: pdf?.bytes ?? null,
    };
  } catch (error) {
    return { ok: false, message: reason(error, kind) };
  }
}

/**
 * What a file asks for, 'code', 'phrase', 'cle', or 'rien' for a plain archive; `family` is what the importer saw in
 * it.
 */
export async function askedBy(file, family) {
  if (file.size > LARGEST_FILE) return family === 'zip' ? 'rien' : 'cle';
  const bytes = new Uint8Array(await file.arrayBuffer());
  return family === 'zip' ? askedByZip(bytes) : openedBy(bytes);
}

/** Whether a private key has been opened in this page: its file is then not asked for again. */
export const isUnlocked = () => unlocked !== null;
