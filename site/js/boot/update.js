/** The banner #nouvelle-version: a new version waits until the person chooses it, and never before drafts are saved. */

import { saveFirst } from './save_first.js';
import { ask, settled } from './worker_client.js';

const POSTPONED = 'pid-plus-tard';
const NOT_SAVED = 'La mise à jour attend\u00a0: votre travail n’a pas pu être enregistré.';
const CHANGED_ELSEWHERE =
  'Le site a été mis à jour dans un autre onglet, mais le travail de cette page n’a pas pu être '
  + 'enregistré\u00a0: téléchargez-en une copie, puis rechargez la page.';

const banner = () => document.getElementById('nouvelle-version');

function showBanner(sentence) {
  const region = banner();
  if (!region) return;
  if (sentence) (region.querySelector('p') ?? region).textContent = sentence;
  region.hidden = false;
}

/** The version that waits, {worker, version}, or null. */
let offered = null;

async function offer(worker) {
  const { version } = await ask(worker, 'etat');
  offered = { worker, version };
  if (sessionStorage.getItem(POSTPONED) !== version) showBanner();
}

async function answer({ target }) {
  const action = target.closest('[data-action]')?.dataset.action;
  if (action === 'plus-tard') {
    sessionStorage.setItem(POSTPONED, offered.version);
    banner().hidden = true;
  } else if (action === 'mettre-a-jour') {
    if (await saveFirst()) offered.worker.postMessage('activer');
    else showBanner(NOT_SAVED);
  }
}

async function offerOnceInstalled(worker) {
  // Without an active version this is the first installation: nothing is replaced, nothing is offered.
  if (await settled(worker, ['installed', 'activated']) && worker.state === 'installed') await offer(worker);
}

/**
 * When another version takes over, every tab saves then reloads, so that no page mixes two versions.
 *
 * A page may lose its worker: the data of the site was cleared, the worker unregistered. It has nothing to take then.
 * It stays, with what is in its memory, and the next worker is its first one again.
 */
function reloadOnTakeover() {
  let replaced = Boolean(navigator.serviceWorker.controller);
  let reloading = false;
  navigator.serviceWorker.addEventListener('controllerchange', async () => {
    if (!navigator.serviceWorker.controller) {
      replaced = false;
      document.dispatchEvent(new Event('pid-donnees-perdues'));
      return;
    }
    if (!replaced) {
      replaced = true;
      return;
    }
    if (reloading) return;
    reloading = true;
    if (await saveFirst()) location.reload();
    else showBanner(CHANGED_ELSEWHERE);
  });
}

/** Watch `registration` for new versions. */
export function watchUpdates(registration) {
  reloadOnTakeover();
  banner()?.addEventListener('click', answer);
  registration.addEventListener('updatefound', () => {
    if (registration.active) offerOnceInstalled(registration.installing);
  });
  const pending = registration.waiting ?? registration.installing;
  if (registration.active && pending) offerOnceInstalled(pending);
}
