/** window.pidPlace: the focus, what is selected and the part of the page that is seen outlive a page drawn anew. */

/** A function that finds a control again once the part of the page that held it has been drawn anew. */
export function finder(control) {
  const named = [...control.attributes].filter(
    ({ name }) => name === 'id' || name === 'href' || name.startsWith('data-'),
  );
  const selector = control.localName + named.map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`).join('');
  const index = [...document.querySelectorAll(selector)].indexOf(control);
  return () => (control.isConnected ? control : document.querySelectorAll(selector)[index]);
}

/** Do the work `draw`, after which all is where it was. */
export function keepPlace(draw) {
  const active = document.activeElement ?? document.body;
  const { selectionStart, selectionEnd } = /** @type {HTMLInputElement} */ (active);
  const [left, top] = [scrollX, scrollY];
  const again = finder(active);
  draw();
  const found = again();
  if (found !== active) found?.focus({ preventScroll: true });
  if (typeof selectionEnd === 'number') found?.setSelectionRange(selectionStart, selectionEnd);
  scrollTo({ left, top, behavior: 'instant' });
}
