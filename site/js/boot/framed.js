/**
 * A page shown inside of another could be clicked without being seen: hosts that accept headers forbid it before us.
 */

const SENTENCE = 'Ce site ne s’affiche pas à l’intérieur d’une autre page\u00a0: ouvrez-le dans son propre onglet.';

/** Whether the page is framed; it then shows a sentence and nothing else. */
export function refuseFrame() {
  if (window.top === window.self) return false;
  document.body.textContent = SENTENCE;
  return true;
}
