/** How the last visit ended: a mark is left when a page goes away, and taken off as soon as one writes. */

const ENDED = 'pid-fini';

/** Where a browser refuses its small memory, no end is known: null. */
function mark(change) {
  try {
    return change(localStorage);
  } catch {
    return null;
  }
}

/** Something may be written from now on: without `end`, this visit will have ended suddenly. */
export const begin = () => mark((kept) => kept.removeItem(ENDED));

export const end = () => mark((kept) => kept.setItem(ENDED, '1'));

export const endedWell = () => mark((kept) => kept.getItem(ENDED)) !== null;
