/** Scripts that pages need later, each loaded once. */

import { give } from './trusted.js';

const loading = new Map();

/** Resolve once the script has run; a failure rejects, and may be tried again. */
export function load(name) {
  if (!loading.has(name)) {
    loading.set(name, new Promise((resolve, reject) => {
      const script = document.createElement('script');
      if (__SINGLE__) resolve(); // its text runs as soon as it is in the page
      give(script, name);
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => {
        loading.delete(name);
        script.remove();
        reject(new Error('Une partie du site n’a pas pu être chargée. Rechargez la page, puis essayez à nouveau.'));
      });
      document.head.append(script);
    }));
  }
  return loading.get(name);
}
