/** Refusals of the importer: one sentence that says what to do. Nothing has been changed when one is thrown. */

import LIMITS from 'pid:limites';
import { UNCHANGED } from './words.js';

/** How sure it is that what is refused was a dossier: where several files come together, the surest is told. */
export const [OTHER, PERHAPS, DOSSIER] = [0, 1, 2];

export class Refusal extends Error {
  constructor(message, weight = DOSSIER) {
    super(message);
    this.weight = weight;
  }
}

const NO_INK = /[\p{Cc}\p{Cf}\p{Surrogate}]/gu;

/** A path or a name as the screen may show it: it comes from the file. */
export const shown = (path) => path.slice(0, LIMITS.longestPath).replace(NO_INK, '\ufffd');

export const REASONS = {
  tooLarge: (most) =>
    `Ce fichier est trop gros\u00a0: plus de ${most}\u00a0Mo. `
    + `Ouvrez plutôt le JSON du dossier, qui en fait moins de 2.${UNCHANGED}`,
  unreadable:
    'Ce fichier ne peut pas être lu\u00a0: il est abîmé ou n’est pas un dossier. '
    + `Demandez-en un nouvel envoi.${UNCHANGED}`,
  damagedPdf: `Ce PDF est abîmé\u00a0: demandez un nouvel envoi, ou ouvrez le fichier JSON.${UNCHANGED}`,
  encrypted:
    'Ce PDF est protégé par un mot de passe ou contre les modifications\u00a0: '
    + `ouvrez plutôt le fichier JSON.${UNCHANGED}`,
  protected: `Ce fichier est protégé\u00a0: il s’ouvre avec un code ou une clé.${UNCHANGED}`,
  noDossier:
    'Ce PDF ne contient pas de dossier\u00a0: ce n’est pas celui du dossier complet, ou un programme l’en a retiré. '
    + `Ouvrez plutôt le fichier JSON.${UNCHANGED}`,
  gone:
    'Ce PDF ne contient plus de dossier\u00a0: un programme a retiré la pièce jointe. '
    + `Ouvrez le PDF d’origine ou le fichier JSON.${UNCHANGED}`,
  noneInMail:
    'Ce courriel n’a pas de dossier en pièce jointe\u00a0: '
    + `choisissez le JSON ou le PDF du dossier.${UNCHANGED}`,
  several: 'Plusieurs dossiers sont là\u00a0: choisissez celui à ouvrir.',
  other: (kind) => `Ce fichier est ${kind}${UNCHANGED}`,
  empty: `Ce fichier est vide\u00a0: demandez-en un nouvel envoi.${UNCHANGED}`,
  absent:
    'Le navigateur ne peut pas lire ce fichier\u00a0: '
    + 'c’est un dossier de fichiers, ou il a été déplacé, modifié ou ouvert ailleurs. '
    + `Choisissez-le de nouveau.${UNCHANGED}`,
  oldForPdf:
    'Ce navigateur est trop ancien pour lire un PDF\u00a0: '
    + `ouvrez le fichier JSON, ou mettez le navigateur à jour.${UNCHANGED}`,
  old: `Ce navigateur est trop ancien pour lire ce fichier\u00a0: mettez-le à jour, ou prenez-en un autre.${UNCHANGED}`,
  encoding: `Ce fichier n’est pas un texte lisible\u00a0: demandez-en un nouvel envoi.${UNCHANGED}`,
  tooDeep:
    'Ce fichier n’a pas la structure d’un dossier (trop de niveaux)\u00a0: '
    + `choisissez un fichier fait avec ce site.${UNCHANGED}`,
  tooMany:
    'Ce fichier n’a pas la structure d’un dossier (trop de réponses)\u00a0: '
    + `choisissez un fichier fait avec ce site.${UNCHANGED}`,
  foreign: `Ce fichier n’est pas un dossier PID\u00a0: choisissez un fichier fait avec ce site.${UNCHANGED}`,
  noVersion: `Le numéro de version de ce dossier est illisible\u00a0: demandez un nouvel envoi.${UNCHANGED}`,
  newer: (version, what = 'dossier') =>
    `Ce ${what} a été fait avec une version plus récente du site (version ${version})\u00a0: `
    + `mettez le site à jour, puis ouvrez-le de nouveau.${UNCHANGED}`,
  reserved: (path) =>
    `Ce fichier contient un nom réservé («\u00a0${shown(path)}\u00a0») que le site refuse\u00a0: `
    + `demandez un nouvel envoi.${UNCHANGED}`,
  twice: (key) =>
    `Ce fichier est abîmé\u00a0: «\u00a0${shown(key)}\u00a0» y est deux fois au même endroit. `
    + `Demandez un nouvel envoi.${UNCHANGED}`,
  type: (path) =>
    `Ce fichier est abîmé\u00a0: «\u00a0${shown(path)}\u00a0» n’a pas la forme attendue. `
    + `Demandez un nouvel envoi.${UNCHANGED}`,
  text: (path) =>
    `Ce fichier contient des signes invisibles ou illisibles dans «\u00a0${shown(path)}\u00a0»\u00a0: `
    + `demandez un nouvel envoi.${UNCHANGED}`,
};
