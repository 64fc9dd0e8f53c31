/** The line #etat-hors-connexion: it says « Prêt » only when the whole site is verified in the cache. */

import { dayInWords } from '../clock.js';
import { scriptAddress } from './trusted.js';
import { ask, settled } from './worker_client.js';

const INSTALLING = 'Installation en cours…';
const FROM_FILE = 'Site ouvert depuis un dossier de cet ordinateur\u00a0: aucune connexion n’est nécessaire.';
const UNSUPPORTED =
  'Usage hors connexion impossible dans ce navigateur (navigation privée, ou adresse sans https)\u00a0: '
  + 'gardez une connexion pour rouvrir le site.';
const FAILED = 'L’installation hors connexion n’a pas abouti\u00a0: vérifiez la connexion, puis rechargez la page.';

function show(sentence) {
  const line = document.getElementById('etat-hors-connexion');
  if (line) line.textContent = sentence;
}

async function showReadiness(worker) {
  const { version, complet } = await ask(worker, 'etat');
  show(complet ? `Prêt hors connexion — version du ${dayInWords(version.slice(0, 10))}` : FAILED);
}

/**
 * Register the service worker and keep the line true. Resolves with the registration, or with null where a
 * service worker is impossible; never rejects.
 */
export async function installOffline() {
  if (__SINGLE__ || location.protocol === 'file:') return show(FROM_FILE), null;
  if (!navigator.serviceWorker) return show(UNSUPPORTED), null;
  show(INSTALLING);
  let registration;
  try {
    registration = await navigator.serviceWorker.register(scriptAddress('sw.js'), { updateViaCache: 'none' });
  } catch {
    return show(navigator.onLine ? UNSUPPORTED : FAILED), null;
  }
  if (!registration) return show(UNSUPPORTED), null; // a browser that blocks workers may answer nothing
  followFirstInstallation(registration);
  return registration;
}

async function followFirstInstallation(registration) {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (worker && await settled(worker, ['activated'])) await showReadiness(worker);
  else show(FAILED);
}
