/** News of the storage between the tabs of the site: « this draft, or this setting, has just been written ». */

import { channelOf } from './tabs.js';

const channel = channelOf('dossier-pid');
const listeners = new Set();

channel?.addEventListener('message', ({ data }) => listeners.forEach((listener) => listener(data)));

/**
 * Tell the other tabs. `news` is {type, id, rev}, of type 'creation', 'modification', 'suppression', 'restauration',
 * 'retrait', 'reglage', 'coffre' or 'effacement'.
 */
export function announce(news) {
  channel?.postMessage(news);
}

/** Call `listener(news)` for what the other tabs write; the function returned stops it. */
export function onChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
