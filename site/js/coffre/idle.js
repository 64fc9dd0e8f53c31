/**
 * Ten minutes without a key or a click lock the drafts; a warning of one minute, at least twenty seconds, comes before.
 */

import { milliseconds } from '../clock.js';
import { make } from './panel.js';

const IDLE_MS = 600_000;
const WARNING_MS = 60_000;
const LEAST_WARNING_MS = 20_000;
/** So late, the computer was asleep: whoever wakes it may be somebody else. */
const ASLEEP_MS = 120_000;
const TICK_MS = 1000;
const TELL_EVERY_MS = 5000;
// A screen reader clicks without a pointer.
const ACTIONS = ['keydown', 'pointerdown', 'click', 'wheel', 'input'];

const FIRST = 'Sans action de votre part, les dossiers seront verrouillés dans une minute. Rien ne sera perdu. '
  + 'Appuyez sur une touche ou sur le bouton pour continuer.';
const LAST = 'Verrouillage dans vingt secondes. Appuyez sur une touche ou sur le bouton pour continuer.';

let last = 0;
let told = 0;
let warnedAt = null;
let banner = null;

function warn(now) {
  warnedAt = now;
  banner = make(
    'div', '', { id: 'verrouillage-proche', class: 'bandeau', role: 'alert' },
    make('p', FIRST), make('button', 'Continuer le travail', { type: 'button', class: 'bouton' }),
  );
  document.querySelector('main').before(banner);
}

function calm() {
  banner?.remove();
  banner = null;
  warnedAt = null;
}

/** Somebody is there, in this tab or in another. */
export function active() {
  last = milliseconds();
  if (warnedAt !== null) calm();
}

/**
 * Watch from now on: `lock()` when nobody is there, `tell()` now and then while somebody is. Returns what stops the
 * watch.
 */
export function watchIdle({ lock, tell }) {
  active();
  const acted = () => {
    active();
    if (last - told < TELL_EVERY_MS) return;
    told = last;
    tell();
  };
  ACTIONS.forEach((name) => window.addEventListener(name, acted, { capture: true, passive: true }));
  const timer = setInterval(() => {
    const now = milliseconds();
    if (now < last) last = now; // the clock was set back
    const idle = now - last;
    if (idle >= IDLE_MS + ASLEEP_MS || (idle >= IDLE_MS && warnedAt !== null && now - warnedAt >= LEAST_WARNING_MS)) {
      clearInterval(timer);
      calm();
      lock();
    } else if (idle >= IDLE_MS - WARNING_MS && warnedAt === null) warn(now);
    else if (idle >= IDLE_MS - LEAST_WARNING_MS && banner) {
      const words = banner.querySelector('p');
      if (words.textContent !== LAST) words.textContent = LAST;
    }
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    calm();
  };
}
