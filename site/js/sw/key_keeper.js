/**
 * The key of the drafts of a shared computer, from the page that one leaves to the page that comes: in memory only,
 * given once, forgotten after a few seconds. A worker that the browser stops meanwhile forgets it: the page then asks.
 */

import { milliseconds } from '../clock.js';

const KEPT_MS = 10_000;

let kept = null;
let timer = 0;
let lockedAt = 0;

function forget() {
  clearTimeout(timer);
  kept = null;
}

/** Answer the messages about the key; others are not for this module. */
export function keepKey({ data, ports }) {
  if (data?.type === 'garder-clef') {
    forget();
    // Another tab may have locked them all while this page was being left.
    if (data.clef.depuis > lockedAt) kept = data.clef;
    timer = setTimeout(forget, KEPT_MS);
  } else if (data?.type === 'prendre-clef') {
    ports[0].postMessage(kept);
    forget();
  } else if (data?.type === 'oublier-clef') {
    lockedAt = milliseconds();
    forget();
  }
}
