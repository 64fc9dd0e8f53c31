/**
 * The line #horloge: a clock that cannot be right is told before a dossier is made, since all its dates would be false.
 */

import { clockFault, dayInWords, today, versionDay } from '../clock.js';

const ADVICE = 'Réglez-la avant de créer ou de vérifier un dossier\u00a0: dates, âges et délais seraient faux.';

function tell() {
  const line = document.getElementById('horloge');
  const fault = clockFault();
  if (!line) return;
  const says = `elle dit le ${dayInWords(today())}, et cette version du site est du ${dayInWords(versionDay())}.`;
  line.hidden = !fault;
  line.textContent =
    {
      retarde: `L’horloge de cet ordinateur retarde\u00a0: ${says} ${ADVICE}`,
      avance:
        `L’horloge de cet ordinateur avance, ou le site n’est plus à jour\u00a0: ${says} `
        + `Au-delà de trois ans, l’outil le signale (choix de l’outil). ${ADVICE}`,
    }[fault] ?? '';
}

/** Tell it now, and again when the day of the page changes. */
export function watchClock() {
  tell();
  document.addEventListener('pid-jour', tell);
}
