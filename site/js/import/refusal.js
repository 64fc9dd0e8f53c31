/** Refusals of the importer: one sentence that says what to do. Nothing has been changed when one is thrown. */

export class Refusal extends Error {}

const LONGEST_PATH = 80;
const NO_INK = /[\p{Cc}\p{Cf}\p{Surrogate}]/gu;

/** A path as the screen may show it: it comes from the file. */
const shown = (path) => path.slice(0, LONGEST_PATH).replace(NO_INK, '\ufffd');

const UNCHANGED = ' Rien n’a été modifié.';

export const REASONS = {
  tooLarge: `Ce fichier est trop gros pour être un dossier\u00a0: choisissez le fichier reçu par courriel.${UNCHANGED}`,
  unreadable: `Ce fichier ne peut pas être lu\u00a0: il est abîmé ou n’est pas un dossier. Demandez-en un nouvel envoi.${UNCHANGED}`,
  damagedPdf: `Ce PDF est abîmé\u00a0: demandez un nouvel envoi, ou ouvrez le fichier JSON.${UNCHANGED}`,
  encrypted: `Ce PDF est protégé par un mot de passe\u00a0: ouvrez plutôt le fichier JSON.${UNCHANGED}`,
  protected: `Ce fichier est protégé\u00a0: il s’ouvre avec un code ou une clé.${UNCHANGED}`,
  noDossier: `Ce PDF ne contient pas de dossier\u00a0: ouvrez plutôt le fichier JSON.${UNCHANGED}`,
  encoding: `Ce fichier n’est pas un texte lisible\u00a0: demandez-en un nouvel envoi.${UNCHANGED}`,
  tooDeep: `Ce fichier n’a pas la structure d’un dossier (trop de niveaux)\u00a0: choisissez un fichier fait avec ce site.${UNCHANGED}`,
  tooMany: `Ce fichier n’a pas la structure d’un dossier (trop de réponses)\u00a0: choisissez un fichier fait avec ce site.${UNCHANGED}`,
  foreign: `Ce fichier n’est pas un dossier PID\u00a0: choisissez un fichier fait avec ce site.${UNCHANGED}`,
  noVersion: `Le numéro de version de ce dossier est illisible\u00a0: demandez un nouvel envoi.${UNCHANGED}`,
  newer: (version) => `Ce dossier a été fait avec une version plus récente du site (version ${version})\u00a0: `
    + `mettez le site à jour, puis ouvrez-le de nouveau.${UNCHANGED}`,
  reserved: (path) => `Ce fichier contient un nom réservé («\u00a0${shown(path)}\u00a0») que le site refuse\u00a0: `
    + `demandez un nouvel envoi.${UNCHANGED}`,
  twice: (key) => `Ce fichier est abîmé\u00a0: «\u00a0${shown(key)}\u00a0» y est deux fois au même endroit. `
    + `Demandez un nouvel envoi.${UNCHANGED}`,
  type: (path) => `Ce fichier est abîmé\u00a0: «\u00a0${shown(path)}\u00a0» n’a pas la forme attendue. `
    + `Demandez un nouvel envoi.${UNCHANGED}`,
  text: (path) => `Ce fichier contient des signes invisibles ou illisibles dans «\u00a0${shown(path)}\u00a0»\u00a0: `
    + `demandez un nouvel envoi.${UNCHANGED}`,
};
