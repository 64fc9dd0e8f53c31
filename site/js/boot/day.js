/**
 * window.pidDay, « AAAA-MM-JJ »: the one day of all that the page shows, and of all that an action makes.
 *
 * It changes at midnight, when the page is seen again, and before anything is done in it; « pid-jour » then has the
 * screen drawn again.
 */

import { today, untilMidnight } from '../clock.js';
import { finder, keepPlace } from './place.js';

/** A computer that was asleep, or whose clock was set right, tells nobody. */
const LOOK_MS = 30_000;
/** What may come first after a night: nothing typed or used is judged on the day before. */
const ACTS = [
  'pointermove',
  'pointerdown',
  'keydown',
  'input',
  'change',
  'click',
  'focus',
  'pageshow',
  'visibilitychange',
  'beforeprint',
  'hashchange',
];

function look(event) {
  const day = today();
  if (day === window.pidDay) return;
  window.pidDay = day;
  const { target, type } = event ?? {};
  const used =
    type === 'click'
    && target instanceof Element
    && finder(target.closest('a, button, summary, label, input') ?? target);
  keepPlace(() => document.dispatchEvent(new Event('pid-jour')));
  if (used && !target.isConnected) {
    event.stopImmediatePropagation();
    event.preventDefault();
    used()?.click();
  }
}

function lookAgain() {
  look();
  setTimeout(lookAgain, Math.min(LOOK_MS, untilMidnight()));
}

/** Keep the day of the page from now on. */
export function watchDay() {
  window.pidDay = today();
  ACTS.forEach((name) => window.addEventListener(name, look, { capture: true, passive: name.startsWith('pointer') }));
  lookAgain();
}
