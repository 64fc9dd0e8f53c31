/** Scripts that pages need later, each loaded once. */

import { give } from './trusted.js';

/**
 * Milliseconds before a second try. Firefox cancels what is loading as soon as a page is being left, which is no
 * failure to tell.
 */
const PATIENCE = 1000;

const loading = new Map();

function run(name) {
  return /** @type {Promise<void>} */ (new Promise((resolve, reject) => {
    const script = document.createElement('script');
    if (__SINGLE__) resolve(); // its text runs as soon as it is in the page
    give(script, name);
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error('Une partie du site n’a pas pu être chargée. Rechargez la page, puis essayez à nouveau.'));
    });
    document.head.append(script);
    if (__SINGLE__) script.remove(); // a page that the browser keeps as a file must not begin by it
  }));
}

/** Resolve once the script has run; a failure is tried once more, then rejects, and may be tried again. */
export function load(name) {
  if (!loading.has(name)) {
    const again = () => new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(() => run(name));
    loading.set(name, run(name).catch(again).catch((error) => {
      loading.delete(name);
      throw error;
    }));
  }
  return loading.get(name);
}
