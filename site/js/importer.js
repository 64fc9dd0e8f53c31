/** window.pidImport: read a file that somebody sends, without trusting anything in it. */

import LIMITS from 'pid:limites';
import { check } from './import/check.js';
import { dropped } from './import/dropped.js';
import { TooLarge, Unable } from './import/inflate.js';
import { headOf, isMail, isPdf, otherKind } from './import/kinds.js';
import { attachedFiles } from './import/mail.js';
import { Closed, attachments } from './import/pdf/attachments.js';
import { protection } from './import/protection.js';
import { isRecovery, LARGEST_RECOVERY, recoveryOf } from './import/recovery.js';
import { DOSSIER, OTHER, PERHAPS, REASONS, Refusal, shown } from './import/refusal.js';
import { UNCHANGED } from './import/words.js';
import { LARGEST_FILE } from './sizes.js';

const MB = 1_000_000;
const LARGEST_JSON = LIMITS.largest / MB;
const LARGEST = LARGEST_FILE / MB;
/** Files one within the other. */
const DEEPEST = 3;
/** Files that are read at most, whatever holds them. */
const MOST_FILES = 600;

/** Of a PDF that is attached to a PDF, as in a portfolio. */
const LARGEST_WITHIN = 10;

/** How much is read of a file attached to a PDF: all of a dossier or of a PDF, nothing of anything else. */
function wanted(beginning) {
  const signs = beginning && new TextDecoder('latin1').decode(beginning);
  if (!signs || signs.startsWith('%PDF-')) return LARGEST_WITHIN * MB;
  return signs.includes('pid-dossier') ? LARGEST_JSON * MB : 0;
}

async function bytesOf(file, most) {
  if (file.size > most * MB) throw new Refusal(REASONS.tooLarge(most), PERHAPS);
  return new Uint8Array(await file.arrayBuffer());
}

/** What a failure to read a PDF means. */
function pdfRefusal(error) {
  if (error instanceof Closed) return new Refusal(REASONS.encrypted, PERHAPS);
  if (error instanceof TooLarge) return new Refusal(REASONS.tooLarge(LARGEST_JSON), PERHAPS);
  return new Refusal(error instanceof Unable ? REASONS.oldForPdf : REASONS.damagedPdf, PERHAPS);
}

async function fromPdf(file, given) {
  const bytes = await bytesOf(file, LARGEST);
  const { files, failed, gone } = await attachments(bytes, wanted).catch((error) => Promise.reject(pdfRefusal(error)));
  if (files.length === 0 && failed) throw pdfRefusal(failed);
  const answer = await among(files, gone ? REASONS.gone : REASONS.noDossier, given);
  return answer.ok ? { ...answer, nom: shown(file.name), origin: 'pdf' } : answer;
}

/** The recovery file that a file is, {marque, derivation, clef, contenu}, or null. */
async function recovery(file) {
  if (!await isRecovery(file)) return null;
  if (file.size > LARGEST_RECOVERY) throw new Refusal(REASONS.tooLarge(LARGEST_RECOVERY / MB), PERHAPS);
  const found = recoveryOf(await file.text());
  if (!found) throw new Refusal(REASONS.unreadable, PERHAPS);
  return found;
}

/** The answer for one file, as `readAll` gives it; throws a Refusal. */
async function answerOf(file, given) {
  if (given.depth > DEEPEST || ++given.count.files > MOST_FILES) throw new Refusal(REASONS.unreadable, PERHAPS);
  const head = await headOf(file);
  const other = otherKind(head);
  if (other) throw new Refusal(REASONS.other(other), OTHER);
  if (file.size === 0) throw new Refusal(REASONS.empty, PERHAPS);
  const found = protection(head, file.name);
  if (found) return { ok: false, protection: found, file, message: REASONS.protected };
  const reprise = await recovery(file);
  if (reprise) return { ok: false, reprise, message: REASONS.protected };
  const below = { ...given, depth: given.depth + 1 };
  if (isPdf(head)) return fromPdf(file, below);
  if (isMail(head, file.name)) return among(attachedFiles(await bytesOf(file, LARGEST)), REASONS.noneInMail, below);
  return { ok: true, nom: shown(file.name), origin: 'json', ...check(await bytesOf(file, LARGEST_JSON), given.newest) };
}

/** Any error as a Refusal. What is wrong with the file is thrown as one: another error comes from the browser. */
function refusal(error) {
  if (error instanceof Refusal) return error;
  return new Refusal(error instanceof DOMException ? REASONS.absent : REASONS.old, PERHAPS);
}

/**
 * The answer for files that came together: the only dossier that they hold, however many times, else those to choose
 * from, else the recovery file or the protected file among them. What was surely a dossier and is refused, however
 * deep, stays beside the choice, as `refused`; without choice its Refusal is thrown, else one that says `none`.
 */
async function among(files, none, given) {
  const dossiers = new Map();
  const refused = [];
  let closed = null;
  for (const file of files) {
    const answer = await answerOf(file, given).catch((error) => ({ refused: [refusal(error)] }));
    refused.push(...answer.refused ?? []);
    for (const one of answer.choix ?? [answer]) {
      if (one.ok && dossiers.get(one.text)?.origin !== 'json') dossiers.set(one.text, one);
      if (one.reprise || (one.protection && !closed?.reprise && !/\.json/i.test(closed?.file?.name))) closed = one;
    }
  }
  const [first, ...others] = dossiers.values();
  const surely = refused.filter(({ weight }) => weight === DOSSIER);
  if (others.length || (first && surely.length)) {
    const said = new Set([REASONS.several, ...surely.map(({ message }) => message)]);
    return { ok: false, choix: [first, ...others], refused: surely, message: [...said].join(' ') };
  }
  const found = first ?? closed;
  if (found && !surely.length) return found;
  const [most] = refused.sort((one, other) => other.weight - one.weight);
  throw most && (most.weight || files.length === 1) ? most : new Refusal(none, OTHER);
}

const told = (answer) => answer.catch((error) => ({ ok: false, message: refusal(error).message }));

/**
 * Read files that came together, or one. Resolve with {ok: true, text, nom, origin: 'json'|'pdf', unknown: [paths]},
 * with `carnet: true` where it is no dossier, or {ok: false, message}; never rejects. `text` is clean JSON whose keys
 * and types Python can take, `nom` the name of the file that held it. A protected file, which pidCrypto opens, is {ok:
 * false, protection: 'age'|'zip', file, message}. A recovery file, which pidCoffre.openRecovery opens, is {ok: false,
 * reprise, message}. Of several dossiers, one is to be chosen: {ok: false, choix: [answers], refused, message}.
 * `none`, '' for one file, is said where no dossier is found in them. `newest` is the last version of the format that
 * the reader knows, by default the present one.
 */
const readAll = (files, none, newest) =>
  told(
    among(files, '', { newest, depth: 0, count: { files: 0 } }).catch((error) => {
      const { message, weight } = refusal(error);
      if (!none || weight === DOSSIER) throw error;
      throw new Refusal(weight === OTHER ? none + UNCHANGED : `${none} ${message}`);
    }),
  );

window.pidImport = Object.freeze({ readAll, dropped });
