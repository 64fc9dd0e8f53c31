/**
 * « Effacer cet ordinateur »: delete all that the site keeps in this browser, then read again to see that it is empty.
 */

import { ROOT } from '../boot/root.js';

const DATABASE = 'dossier-pid';
const OURS = 'pid-';
/** Tabs that do not answer keep the database open: the person is told so meanwhile. */
const CLOSING_MS = 30_000;

/** Local files have neither caches nor workers: the browser refuses the very question. */
const isServed = location.protocol !== 'file:';

const ourCaches = async () => (await globalThis.caches?.keys() ?? [])
  .filter((name) => name.startsWith('site-') && name.endsWith(`@${ROOT.pathname}`));
const ourTexts = (storage) => Object.keys(storage).filter((name) => name.startsWith(OURS));
const registration = async () => navigator.serviceWorker?.getRegistration(ROOT.href);

function deleteDatabase(blocked) {
  return new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(DATABASE);
    asked.onsuccess = resolve;
    asked.onerror = resolve;
    asked.onblocked = blocked;
    setTimeout(resolve, CLOSING_MS);
  });
}

/**
 * Whether there is no database any more: asked to the list where there is one, else to an opening that creates nothing.
 */
async function isDatabaseGone() {
  if (indexedDB.databases) return (await indexedDB.databases()).every(({ name }) => name !== DATABASE);
  return new Promise((resolve) => {
    const asked = indexedDB.open(DATABASE);
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onsuccess = () => {
      asked.result.close();
      resolve(false);
    };
    asked.onerror = () => resolve(true);
  });
}

/**
 * Erase, then read again. `blocked()` is called while another tab holds the database.
 * Resolves with [{quoi, vide}]: what was looked at, and whether nothing is left there.
 */
export async function wipe(storage, blocked) {
  storage.announce({ type: 'effacement', id: '', rev: 0 });
  document.dispatchEvent(new Event('pid-efface'));
  await window.pidStore.close();
  await deleteDatabase(blocked);
  if (isServed) {
    await (await registration())?.unregister();
    await Promise.all((await ourCaches()).map((name) => caches.delete(name)));
  }
  for (const kept of [localStorage, sessionStorage]) ourTexts(kept).forEach((name) => kept.removeItem(name));
  return [
    { quoi: 'Dossiers, dossiers supprimés, versions précédentes et réglages', vide: await isDatabaseGone() },
    ...(isServed
      ? [
          {
            quoi: 'Copie du site pour l’usage hors connexion',
            vide: (await ourCaches()).length === 0 && !(await registration()),
          },
        ]
      : []),
    {
      quoi: 'Petites mémoires du navigateur pour ce site',
      vide: ![localStorage, sessionStorage].some((kept) => ourTexts(kept).length),
    },
  ];
}
