/**
 * What the file did not hold when it was made, names above all, is kept out of a page that the browser keeps as another
 * file.
 *
 * No script learns that its page is about to be kept. But the question of the name takes the focus from the window:
 * from then on, each text that is not the file's own is shown through a closed shadow root, which is not written.
 * Neither the screen nor who listens to it can tell.
 */

/** The page is written a moment after the focus has come back. */
const WRITTEN_MS = 2000;
/** What has the page read its own texts, which are then all there. A click within the question of the name is none. */
const ACTS = ['input', 'click', 'hashchange'];
/** A line that only tells what has just been done would be said again. */
const TOLD = '[role=status]:not(.bandeau), [aria-live]';
const NEVER = `template, script, style, textarea, option, ${TOLD}`;

const own = new WeakSet();
let screened = [];
let timer = 0;

function texts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function screen() {
  clearTimeout(timer);
  document.getElementById('annonce').textContent = '';
  for (const text of texts()) {
    if (own.has(text) || !text.data.trim() || text.parentElement.closest(NEVER)) continue;
    const host = document.createElement('span');
    text.replaceWith(host);
    host.attachShadow({ mode: 'closed' }).append(text);
    screened.push([host, text]);
  }
}

/** Each text comes back, but those whose place has been written anew. */
function show() {
  for (const [host, text] of screened) {
    if (host.isConnected) host.replaceWith(text);
  }
  screened = [];
}

/** Begin, once the page is what the file holds and before anything is written in it. */
export function watchKeeping() {
  texts().forEach((text) => own.add(text));
  window.addEventListener('blur', screen);
  window.addEventListener('focus', () => {
    clearTimeout(timer);
    timer = setTimeout(show, WRITTEN_MS);
  });
  for (const act of ACTS) window.addEventListener(act, show, true);
}
