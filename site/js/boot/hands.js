/**
 * What every page understands of hands: « Effacer la réponse », Ctrl+Z and Ctrl+Y, Escape, Enter.
 *
 * A button says by `data-touche` which key uses it (z, y, Escape), a part of a page by `data-entree` the action of
 * Enter in its fields, a search by `data-liste` where its results are. See docs/adr/0017.
 */

const PANEL = '.carte, .copie, form, #apercu-document';

let entered = {};

const remember = ({ target }) => {
  entered = { target, text: target.value };
};

const isShown = (element) => element.getClientRects().length > 0;

const isText = (element) =>
  element.matches?.('textarea, input:not([type=radio], [type=checkbox], [type=file])') && !element.readOnly;

/** What completes a text as it is typed leaves the browser's own undo nothing to take back. */
const isCompleted = (element) => element.matches?.('.case');

/** Whether the browser's own undo is still at work: the text is not the one that was there when the focus came. */
const isEdited = (element) =>
  isText(element) && !isCompleted(element) && element === entered.target && element.value !== entered.text;

const buttons = (key) =>
  [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[data-touche=${key}]`))].filter(isShown);

/** The buttons of the history, and elsewhere of what can be taken back. */
function travel(event) {
  const letter = event.key.toLowerCase();
  const key = letter === 'z' && event.shiftKey ? 'y' : letter;
  if (event.altKey || (key !== 'y' && key !== 'z') || isEdited(event.target)) return;
  const button = buttons(key).pop();
  if (!button) return;
  event.preventDefault();
  button.click();
  const settle = () => remember({ target: document.activeElement }); // what is shown there now is not being edited
  settle(); // the next key may come at once
  setTimeout(settle);
}

/** Close what is open around the focus, else the panel opened last. */
function close({ target }) {
  if (target.type === 'search' && target.value) return; // the browser empties it
  const near = target.closest(`details[open], ${PANEL}`);
  if (near?.matches('details')) {
    near.open = false;
    near.querySelector('summary').focus();
    return;
  }
  const open = buttons('Escape');
  (open.find((button) => near?.contains(button)) ?? open.pop())?.click();
}

/**
 * Do what the place is for; in a page of a dossier, from its title or a question, go to the next one that waits for an
 * answer: nothing is judged before its time.
 */
function enter(event) {
  const { target } = event;
  if (!/^(INPUT|H1)$/.test(target.tagName) || target.type === 'file') return;
  const action = target.closest('[data-entree]')?.dataset.entree;
  const list = target.dataset.liste;
  const section = target.closest('section.page');
  target.blur(); // its answer is finished
  target.focus();
  if (action) /** @type {HTMLElement} */ (document.querySelector(`[data-action=${action}]`)).click();
  else if (list) [...document.querySelectorAll(list)].find(isShown)?.focus();
  else if (section) following(section, target)?.focus();
  else return;
  event.preventDefault();
}

/**
 * Whether nothing is answered there, « Continuer » aside; of one group of boxes, the one that is left is done, and a
 * date of which nothing is written waits at its day.
 */
function waits(one, left) {
  const { part } = one.dataset;
  if (part && part !== 'jour' && !one.closest('fieldset').querySelector('input').value) return false;
  if (!/^(radio|checkbox)$/.test(one.type)) return !one.value;
  const group = one.closest('fieldset') ?? one;
  return one.name !== left.name && !group.querySelector(':checked');
}

function following(section, target) {
  const all = [...section.querySelectorAll('input, select, textarea, [data-action=continuer]')].filter(isShown);
  const after = (one) => target.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING;
  return all.find((one) => after(one) && waits(one, target));
}

/**
 * A key that chooses a letter, of an input method or of the accents of a key held down, is no order; Safari tells it by
 * its number.
 */
function keep(event) {
  if (event.isComposing || event.keyCode === 229) event.stopPropagation();
}

function pressed(event) {
  if (event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey) travel(event);
  else if (event.key === 'Escape') close(event);
  else if (event.key === 'Enter') enter(event);
}

/** No answer, as before any was given; the focus stays with the question. */
function erase({ target }) {
  const group = target.closest('.effacer')?.closest('fieldset');
  if (!group) return;
  for (const one of group.querySelectorAll('input')) one.checked = false;
  const first = group.querySelector('input');
  first.focus();
  for (const type of ['input', 'change']) first.dispatchEvent(new Event(type, { bubbles: true }));
  document.getElementById('annonce').textContent = 'Réponse effacée.';
}

const PROPOSED = '.nouveau input, .propose';

/** What is proposed is replaced by what is typed, wherever one clicks in it and however one comes there. */
function select({ target }) {
  if (target.matches(PROPOSED)) target.select();
}

/** Chromium drops after a click what was selected at the press: nothing is then, and what the click selects stays. */
function release({ target }) {
  const isText = target === document.activeElement && target.matches(PROPOSED) && target.selectionStart !== null;
  if (isText) target.setSelectionRange(0, 0);
}

export function watchHands() {
  document.addEventListener('mousedown', release);
  document.addEventListener('click', select);
  document.addEventListener('focusin', select);
  document.addEventListener('focusin', remember);
  document.addEventListener('change', (event) => setTimeout(() => event.target === entered.target && remember(event)));
  window.addEventListener('keydown', keep, true);
  document.addEventListener('keydown', pressed);
  document.addEventListener('click', erase);
}
