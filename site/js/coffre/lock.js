/**
 * Locking a page: save, forget the key, blank the page by loading it again; then unlock and come back to the same
 * place.
 */

import { saveFirst } from '../boot/save_first.js';
import { watchIdle, active } from './idle.js';
import * as keys from './key.js';
import { askPhrase, cover, make, uncover } from './panel.js';
import { forgetUnsaved, keepUnsaved, rememberPlace, returnToPlace, unsaved } from './rescue.js';

const STUCK = 'Verrouillage impossible\u00a0: la dernière modification n’a pu être ni enregistrée ni mise de côté. '
  + 'Téléchargez une copie de votre travail, puis recommencez.';
const KEPT_APART =
  'Au verrouillage, ce travail n’avait pas pu être enregistré\u00a0: le voici dans un dossier à part, l’autre version '
  + 'est restée comme elle était.';
const STILL_UNSAVED =
  'Au verrouillage, la dernière modification n’avait pas pu être enregistrée, et ne peut toujours pas l’être. '
  + 'Elle est gardée, chiffrée, dans cet onglet\u00a0: libérez de l’espace sur cet ordinateur, puis rechargez la page.';
const APART = 'pid-a-part';

let locking = false;

/** Say something above the page until it is left. */
function notice(words) {
  document.querySelector('main').before(make('p', words, { class: 'alerte', role: 'alert' }));
}

/** Load the page again: the single file must not hold it as if it were closed. */
function reload() {
  window.dispatchEvent(new Event('pid-navigation'));
  location.reload();
}

/**
 * The work that the page could not save, put aside encrypted; true where there is none, false where it cannot be kept.
 */
async function putAside(storage) {
  const drafts = [];
  window.dispatchEvent(
    new CustomEvent('pid-non-enregistre', { detail: { prendre: (draft, leave) => drafts.push({ draft, leave }) } }),
  );
  try {
    for (const { draft, leave } of drafts) {
      await keepUnsaved(await storage.current(), draft);
      leave();
    }
    return true;
  } catch {
    return false;
  }
}

/** Lock this tab. Nothing is hidden for good unless the work is saved, or at least put aside. */
export async function lock(storage) {
  if (locking || !keys.isHeld() || !await storage.current()) return;
  locking = true;
  rememberPlace();
  cover();
  if (!await saveFirst() && !await putAside(storage)) {
    locking = false;
    uncover();
    notice(STUCK);
    return;
  }
  keys.drop();
  // Nothing of the page must be left for the browser to restore in the fields after the reload.
  document.getElementById('contenu').replaceChildren();
  reload();
}

/** Save what the lock had put aside, now that it can be read; the page is then loaded again, on what was saved. */
async function recover(storage) {
  const vault = await storage?.current();
  const draft = vault && await unsaved(vault);
  if (!draft) return;
  try {
    const { id } = await saveOrKeepApart(draft);
    forgetUnsaved();
    if (id !== draft.id) nameDraft(id);
    reload();
    await new Promise(() => {}); // the page goes away
  } catch {
    notice(STILL_UNSAVED);
  }
}

/** Put another draft in the address, which can so be no other site's. */
function nameDraft(id) {
  const address = new URL(location.href);
  address.searchParams.set('d', id);
  history.replaceState(null, '', address);
}

async function saveOrKeepApart(draft) {
  try {
    await window.pidStore.save(draft);
    return draft;
  } catch (error) {
    if (error.name !== 'Conflit' && error.name !== 'Absent') throw error;
    sessionStorage.setItem(APART, '1');
    return window.pidStore.create(draft);
  }
}

/** The button « Verrouiller » in the head of the page. */
function showButton(lockAll) {
  if (document.getElementById('verrouiller')) return;
  const button = make('button', 'Verrouiller', { type: 'button', id: 'verrouiller', class: 'bouton secondaire' });
  button.addEventListener('click', lockAll);
  document.querySelector('.entete').append(button);
}

/**
 * Begin: `storage()` resolves with the storage of the page, or with null where it has none. Returns what locks every
 * tab.
 */
export function startLock(storage) {
  let started = false;
  // A page without storage shows no draft, and may hold what is nowhere else: it only forgets the key.
  let quit = () => {};
  const lockHere = async () => {
    keys.refuse();
    const given = await storage();
    return given ? lock(given) : quit();
  };
  const lockAll = () => {
    keys.tell('verrou');
    return lockHere();
  };
  keys.whenHeld(async () => {
    uncover();
    if (started) return;
    started = true;
    showButton(lockAll);
    const stopWatch = watchIdle({ lock: lockAll, tell: () => keys.tell('activite') });
    quit = () => {
      started = false;
      stopWatch();
      keys.drop();
      document.getElementById('verrouiller')?.remove();
    };
    document.addEventListener('pid-efface', () => quit());
    if (sessionStorage.getItem(APART)) {
      sessionStorage.removeItem(APART);
      notice(KEPT_APART);
    }
    recover(await storage());
    returnToPlace();
  });
  keys.listen({
    ask: (vault) => askPhrase((phrase) => keys.unlock(vault, phrase, async (stronger) => {
      const { refresh, writing } = await storage();
      await writing(['coffre'], (transaction) => transaction.objectStore('coffre').put(stronger, 'clef'), vault);
      refresh();
    })),
    locked: lockHere,
    active,
  });
  return lockAll;
}
