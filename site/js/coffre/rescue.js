/**
 * What survives the lock of a tab, in its session storage. It is the place where one was, which says nothing of
 * anybody. Where the work could not be saved, it is that work too, encrypted.
 */

import { encode, decode } from './records.js';

const PLACE = 'pid-place';
const UNSAVED = 'pid-secours';

const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const bytesOf = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

let at = '';

/** Remember where the focus was last in the page itself: a lock by its button has moved it. */
document.addEventListener('focusin', (/** @type {any} */ { target }) => {
  if (target.id && target.closest('main')) at = target.id;
});

/** Keep the place where one is, for after the lock. */
export function rememberPlace() {
  sessionStorage.setItem(PLACE, JSON.stringify({ address: location.href, at, y: Math.round(scrollY) }));
}

/** Put the focus and the page where they were, once the page shows its answers again. */
export function returnToPlace() {
  const { address, at: wanted, y } = JSON.parse(sessionStorage.getItem(PLACE) ?? '{}');
  sessionStorage.removeItem(PLACE);
  if (address !== location.href) return;
  let left = 60;
  const settle = () => {
    const target = wanted && document.getElementById(wanted);
    if (target && target.offsetParent !== null) {
      target.focus({ preventScroll: true });
      scrollTo({ top: y, behavior: 'instant' });
    } else if (left-- > 0) setTimeout(settle, 50); // some pages are drawn after the others
  };
  settle();
}

const all = () => JSON.parse(sessionStorage.getItem(UNSAVED) ?? '[]');
const write = (kept) => sessionStorage.setItem(UNSAVED, JSON.stringify(kept));

/** Whether this tab holds work that is nowhere else. */
export const isWaiting = () => all().length > 0;

/**
 * Keep `draft`, {id, expected_rev, json, titre, etat, demonstration}, which could not be saved, after those kept
 * before; rejects if it cannot.
 */
export async function keepUnsaved(vault, { expected_rev: rev, ...draft }) {
  const { scelle } = await encode(vault, { ...draft, rev, modifie: '' });
  write([...all(), { id: draft.id, rev, marque: vault.marque, scelle: base64(scelle) }]);
}

/** The first that was kept, or null. */
export async function unsaved(vault) {
  const [kept] = all();
  if (kept?.marque !== vault.marque) return null;
  const { rev, modifie, ...draft } = await decode(vault, { ...kept, modifie: '', scelle: bytesOf(kept.scelle) });
  return { ...draft, expected_rev: rev };
}

/** It is saved: forget it. */
export const forgetUnsaved = () => write(all().slice(1));

// Another tab erases this computer: its own memory is not this one.
document.addEventListener('pid-efface', () => [PLACE, UNSAVED].forEach((name) => sessionStorage.removeItem(name)));

export { base64, bytesOf };
