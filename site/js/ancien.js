/**
 * Says in one sentence, before anything else runs, that the browser is too old. It forbids nothing: one that works all
 * the same goes on.
 *
 * Written in the language of 2009, for a browser says nothing of a script that it cannot read. What it looks for was
 * all there in Chromium 109, Firefox 113 and Safari 16.4; Chromium has MathMLElement since version 109, the others had
 * it long before.
 */

/** @type {[object, string][]} */
var needed = [
  [window, 'MathMLElement'],
  [window, 'DecompressionStream'],
  [window, 'structuredClone'],
  [Object, 'hasOwn'],
  [Array.prototype, 'findLast'],
  [Array.prototype, 'at'],
  [String.prototype, 'replaceAll'],
];
var said = false;

function isOld() {
  for (var index = 0; index < needed.length; index++) {
    if (!(needed[index][1] in needed[index][0])) return true;
  }
  return false;
}

function tell() {
  var sentence = document.createElement('p');
  var form = /** @type {Node} */ (document.querySelector('.pied [href*=formulaire-vierge]'));
  var contents = document.getElementById('contenu');
  if (said || !contents) return;
  said = true;
  sentence.className = 'alerte';
  sentence.id = 'navigateur-ancien';
  sentence.setAttribute('role', 'alert');
  sentence.textContent =
    'Ce navigateur est trop ancien pour ce site\u00a0: installez la dernière version de Firefox, de Chrome ou d’Edge '
    + '(pour Chrome et Edge, 109 au moins), ou imprimez le ';
  form = form.cloneNode(true);
  form.textContent = 'formulaire vierge';
  sentence.appendChild(form);
  sentence.appendChild(document.createTextNode('.'));
  contents.parentNode.insertBefore(sentence, contents);
  showForm(contents);
}

/** The single file may hold no other script that this browser can read: the form is then shown from here. */
function showForm(contents) {
  var held = /** @type {HTMLTemplateElement} */ (document.getElementById('page-formulaire-vierge'));
  if (held && held.content && contents.children.length === 0 && /page=formulaire-vierge/.test(location.search)) {
    contents.appendChild(held.content);
  }
}

if (isOld()) {
  document.documentElement.setAttribute('data-ancien', '');
  document.addEventListener('readystatechange', tell); // once the page is parsed, before the other scripts run
}
