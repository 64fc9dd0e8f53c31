/**
 * Errors that the page may receive from the storage. Each one has a stable `name`, for code, and a French `message`,
 * for the screen. The browser's own error is kept in `cause`.
 */

const SENTENCES = {
  Conflit: 'Ce dossier a été modifié dans un autre onglet\u00a0: rien n’a été remplacé.',
  Absent:
    'Ce dossier a été supprimé dans un autre onglet\u00a0: la dernière modification n’est pas enregistrée. '
    + 'Téléchargez une copie de votre travail, ou reprenez le dossier dans «\u00a0Mes dossiers\u00a0», '
    + 'partie «\u00a0Dossiers supprimés\u00a0».',
  Disparu:
    'Ce dossier n’est plus enregistré sur cet ordinateur\u00a0: '
    + 'les données de ce site y ont été effacées, par le navigateur, un nettoyage ou un réglage. '
    + 'Votre travail est encore dans cette page\u00a0: '
    + 'téléchargez-en une copie, ou gardez-le dans un nouveau dossier.',
  HorsCorbeille:
    'Ce dossier n’est plus parmi les dossiers supprimés\u00a0: il a été repris ou retiré dans un autre onglet.',
  Quota:
    'Il n’y a plus de place dans ce navigateur\u00a0: la dernière modification n’est pas enregistrée. '
    + 'Téléchargez une copie de votre travail, puis libérez de l’espace sur cet ordinateur.',
  VersionRecente:
    'Une version plus récente du site est ouverte dans un autre onglet\u00a0: '
    + 'téléchargez une copie de votre travail, puis rechargez cette page.',
  Indisponible:
    'Ce navigateur n’autorise pas l’enregistrement sur cet ordinateur\u00a0: '
    + 'téléchargez une copie de votre travail avant de fermer la page.',
  Interdit:
    'Ce navigateur ne laisse pas ce site enregistrer\u00a0: aucun dossier ne peut y être créé ni ouvert. '
    + 'Autorisez les cookies et les données de ce site dans ses réglages, prenez un autre navigateur, '
    + 'emportez le site sur une clé (page «\u00a0Aide\u00a0») '
    + 'ou imprimez le formulaire vierge (au bas de cette page).',
  AutreCoffre:
    'Le chiffrement de cet ordinateur vient de changer dans un autre onglet\u00a0: la dernière modification '
    + 'n’est pas enregistrée. Téléchargez une copie de votre travail, puis rechargez la page.',
  CoffrePerdu:
    'Cet ordinateur avait été dit partagé, et cela aussi a été effacé\u00a0: rien n’y est écrit en clair. '
    + 'Ouvrez «\u00a0Mes dossiers\u00a0» dans un autre onglet, '
    + 'répondez de nouveau à «\u00a0Cet ordinateur est-il partagé\u00a0?\u00a0», puis recommencez ici.',
  Coffre:
    'Le chiffrement de cet ordinateur n’a pas pu démarrer\u00a0: la dernière modification n’est pas enregistrée. '
    + 'Rechargez la page.',
  Efface: 'Cet ordinateur vient d’être effacé\u00a0: rechargez la page pour recommencer.',
  Ecriture:
    'L’enregistrement a échoué\u00a0: la dernière modification n’est pas enregistrée. '
    + 'Téléchargez une copie de votre travail, puis rechargez la page.',
};

/** An error of the storage, to reject with. `name` is one of the keys above; `details` become properties. */
export function storageError(name, cause, details = {}) {
  const error = new Error(SENTENCES[name], { cause });
  return Object.assign(error, { name }, details);
}

/**
 * Translate what IndexedDB threw while opening the database; `served` tells whether this page has had it open before.
 */
export function openingError(cause, served) {
  if (cause?.name === 'VersionError') return storageError('VersionRecente', cause);
  return storageError(served ? 'Indisponible' : 'Interdit', cause);
}

/** Translate what a transaction threw; our own errors pass unchanged. */
export function writingError(cause) {
  if (cause?.name in SENTENCES) return cause;
  return storageError(cause?.name === 'QuotaExceededError' ? 'Quota' : 'Ecriture', cause);
}
