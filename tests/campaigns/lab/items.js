/**
 * Beside the page of a dossier at the address of an item: says what number stands there, then writes number after
 * number and announces each one that the screen says saved, until somebody kills the browser. ?store=early is a storage
 * that promises before it writes: the control.
 */

const LONGEST_REST = 100;
const EARLY_BY = 700;
const place = JSON.parse(asked.get('place'));

async function once(condition) {
  while (!condition()) await rest(10);
}

/** The storage of the site, but for its promise, given before anything is written. */
function early(store) {
  let last = Promise.resolve();
  let rev = 0;
  return {
    ...store,
    async save(draft) {
      rev = Math.max(rev, draft.expected_rev);
      last = last.then(() => rest(EARLY_BY)).then(async () => {
        await store.save({ ...draft, expected_rev: (await store.get(draft.id)).rev });
      });
      return { rev: ++rev };
    },
  };
}

if (asked.get('store') === 'early') {
  let store;
  Object.defineProperty(window, 'pidStore', { get: () => store, set: (made) => { store = early(made); } });
}

addEventListener('load', async () => {
  await once(() => 'juge' in document.documentElement.dataset && item.isReady(place));
  let number = item.read(place);
  await tell('found', { number });
  for (;;) {
    number += 1;
    item.write(place, number);
    await once(() => document.getElementById('etat-enregistrement').textContent.includes('Enregistré à'));
    tell('saved', { number: item.isReady(place) ? number : -1 });
    await rest(Math.random() * LONGEST_REST);
  }
});
