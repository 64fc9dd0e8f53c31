/**
 * Beside the page of a dossier, whose address says ?d=…&next=…: types in it once it is judged, then goes to the next
 * draft.
 */

const TYPED = '06 00 00 00 12';

async function once(condition) {
  while (!condition()) await rest(20);
}

addEventListener('load', async () => {
  await once(() => 'juge' in document.documentElement.dataset);
  const control = document.getElementById('eleve-telephone');
  control.value = TYPED;
  control.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await once(() => document.getElementById('etat-enregistrement').textContent.includes('Enregistré à'));
  await tell('saved', { id: asked.get('d') });
  const [d, ...left] = asked.get('next').split(',');
  if (d) location.search = new URLSearchParams({ ...Object.fromEntries(asked), d, next: left.join() });
});
