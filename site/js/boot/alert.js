/** The region #erreur-inattendue: what to do when our own code fails. */

const ADVICE = 'Une erreur inattendue s’est produite. Ce qui est déjà enregistré sur cet ordinateur est intact. '
  + 'Téléchargez une copie de votre travail, puis rechargez la page. '
  + 'Si l’erreur revient, recopiez ce texte en la signalant\u00a0:';

const LONGEST_DETAIL = 200;

function showError(error) {
  const region = document.getElementById('erreur-inattendue');
  if (!region) return;
  const detail = String(error?.message ?? error).slice(0, LONGEST_DETAIL);
  region.textContent = `${ADVICE} «\u00a0${detail}\u00a0».`;
  region.hidden = false;
}

/** Show every error that no code caught, whether thrown or left in a rejected promise. */
export function watchErrors() {
  window.addEventListener('error', (event) => showError(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => showError(event.reason));
}

export { showError };
