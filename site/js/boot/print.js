/**
 * What a page is on paper, and not on screen. Closed lists are open, but for help and days off. Texts that their box
 * cuts stand whole in its place. All comes back as it was once the page is printed.
 */

let opened = [];
let copies = [];

/**
 * Whether paper would show less than what was typed: boxes grow with their text where the browser has `field-sizing`.
 */
function isCut(control) {
  if (control.tagName === 'TEXTAREA') return control.value !== '' && !CSS.supports('field-sizing', 'content');
  return control.scrollWidth > control.clientWidth;
}

function copyOf(control) {
  const copy = document.createElement('div');
  copy.className = 'papier';
  copy.textContent = control.value;
  control.before(copy);
  return copy;
}

function prepare() {
  restore();
  opened = [...document.querySelectorAll('details:not([open], .fin-de-semaine, .mode-emploi)')];
  for (const list of opened) {
    list.open = true;
    list.dispatchEvent(new Event('toggle')); // the browser's own comes after the paper; some lists are made only then
  }
  copies = [...document.querySelectorAll('textarea, input:not([type])')].filter(isCut).map(copyOf);
}

function restore() {
  opened.forEach((list) => { list.open = false; });
  copies.forEach((copy) => copy.remove());
  opened = copies = [];
}

/** Watch the printing of the page. */
export function watchPaper() {
  window.addEventListener('beforeprint', prepare);
  window.addEventListener('afterprint', restore);
}
