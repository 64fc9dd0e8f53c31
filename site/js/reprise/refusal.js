/** What a source is when it is not one that is read here, in one sentence that says what to do. */

/** Nothing has been changed when one is thrown, and nothing is kept of what was read. */
export class Refusal extends Error {}

export const REASONS = {
  empty: 'Ce fichier est vide\u00a0: exportez-le de nouveau.',
  absent:
    'Le navigateur ne peut pas lire ce fichier\u00a0: il a été déplacé, modifié ou ouvert ailleurs. '
    + 'Choisissez-le de nouveau.',
  old: 'Ce navigateur est trop ancien pour lire ce fichier\u00a0: mettez-le à jour, ou prenez-en un autre.',
  tooLarge: (most) => `Ce fichier est trop gros\u00a0: plus de ${most}\u00a0Mo, c’est plus qu’un collège.`,
  tooMany: 'Ce fichier contient trop d’éléments\u00a0: c’est plus qu’un collège.',
  declared:
    'Ce fichier XML contient une déclaration que ce site ne lit pas (DOCTYPE)\u00a0: '
    + 'exportez-le de nouveau depuis le logiciel.',
  damaged: 'Ce fichier est abîmé\u00a0: exportez-le de nouveau.',
  encoding: 'Ce fichier n’est pas un texte lisible\u00a0: exportez-le de nouveau.',
  closed:
    'Cette archive est protégée par un mot de passe\u00a0: '
    + 'ouvrez-la, puis choisissez ici le fichier qu’elle contient.',
  noneInside: 'Cette archive ne contient aucun fichier XML\u00a0: choisissez celle que SIECLE a exportée.',
  several: 'Ces fichiers ne se lisent pas ensemble\u00a0: choisissez un seul agenda, ou les deux fichiers de SIECLE.',
  other: (kind) => `Ce fichier est ${kind}`,
};
