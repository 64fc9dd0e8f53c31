/**
 * window.pidDay, « AAAA-MM-JJ »: the one day of all that the page shows, and of all that an action makes.
 *
 * It changes at midnight, when the page is seen again, and before anything is done in it; « pid-jour » then has the screen drawn again.
 */

import { today, untilMidnight } from '../clock.js';

/** A computer that was asleep, or whose clock was set right, tells nobody. */
const LOOK_MS = 30_000;
/** What may come first after a night: nothing typed or used is judged on the day before. */
const ACTS = ['pointermove', 'pointerdown', 'keydown', 'input', 'change', 'click', 'focus', 'pageshow', 'visibilitychange', 'beforeprint',
  'hashchange'];

/** A function that finds a control again once the part of the page that held it has been drawn anew. */
function finder(control) {
  const named = [...control.attributes].filter(({ name }) => name === 'id' || name === 'href' || name.startsWith('data-'));
  const selector = control.localName + named.map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`).join('');
  const index = [...document.querySelectorAll(selector)].indexOf(control);
  return () => (control.isConnected ? control : document.querySelectorAll(selector)[index]);
}

/** Have the page drawn on its new day; the focus, what is selected and the part of the page that is seen stay as they are. */
function draw() {
  const activeElement = document.activeElement ?? document.body;
  const { selectionStart, selectionEnd } = activeElement;
  const [left, top] = [scrollX, scrollY];
  const again = finder(activeElement);
  document.dispatchEvent(new Event('pid-jour'));
  if (!activeElement.isConnected) {
    const found = again();
    found?.focus({ preventScroll: true });
    if (selectionEnd) found?.setSelectionRange(selectionStart, selectionEnd);
  }
  scrollTo({ left, top, behavior: 'instant' });
}

function look(event) {
  const day = today();
  if (day === window.pidDay) return;
  window.pidDay = day;
  const { target, type } = event ?? {};
  const used = type === 'click' && target instanceof Element && finder(target.closest('a, button, summary, label, input') ?? target);
  draw();
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
