/**
 * Ctrl+S: a page kept by the browser would hold names in clear and be no copy of a dossier. What can be saved is, and
 * that is said.
 */

import { tell } from '../files.js';

const TOLD =
  'Cette page ne s’enregistre pas comme un fichier, qui garderait des noms en clair. Les dossiers s’enregistrent '
  + 'd’eux-mêmes\u00a0; «\u00a0Télécharger une copie\u00a0» en donne un fichier.';

/** At the top of the page, under the eyes. */
function putOnTop(line) {
  document.querySelector('main').prepend(line);
  line.scrollIntoView({ block: 'nearest' });
}

/** Listen to the key; a page that has something to save takes « pid-enregistrer » for itself. */
export function watchSaveKey() {
  window.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    if (!event.repeat && document.dispatchEvent(new Event('pid-enregistrer', { cancelable: true })))
      tell(TOLD, putOnTop);
  });
}
