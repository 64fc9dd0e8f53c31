/** The page while drafts are locked: a title, the passphrase, and what it says when it is wrong. */

import { isWaiting } from './rescue.js';

const LOCKED =
  'Les dossiers de cet ordinateur partagé sont chiffrés. '
  + 'Rien n’est perdu\u00a0: indiquez la phrase pour les retrouver.';
const WAITING = ' Cet onglet garde une modification qui n’a pas pu être enregistrée\u00a0: ne le fermez pas avant.';
const WRONG = 'Erreur\u00a0: ce n’est pas la bonne phrase. Vérifiez-la mot à mot, dans l’ordre.';
const BLANK = 'Erreur\u00a0: indiquez la phrase choisie pour cet ordinateur.';
const FAILED = 'Erreur\u00a0: les dossiers n’ont pas pu être ouverts. Rechargez la page, puis recommencez.';
const OPENING = 'Ouverture en cours…';

/** An element with a text, attributes and children. */
export function make(tag, text, attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Hide what the page shows, at once: only #deverrouillage and what can be used without drafts stay. */
export function cover() {
  document.documentElement.dataset.verrou = '';
}

/** Show the page again. */
export function uncover() {
  const panel = document.getElementById('deverrouillage');
  delete document.documentElement.dataset.verrou;
  if (!panel) return;
  const hadFocus = panel.contains(document.activeElement);
  panel.remove();
  if (hadFocus) document.getElementById('contenu').focus();
}

/** Ask for the passphrase; `attempt(phrase)` resolves with whether it was the right one. */
export function askPhrase(attempt) {
  if (document.getElementById('deverrouillage')) return;
  cover();
  const input = make('input', '', {
    id: 'phrase', autocomplete: 'off', autocapitalize: 'none', class: 'masque', 'aria-describedby': 'phrase-erreur',
  });
  const error = make('p', '', { id: 'phrase-erreur', class: 'erreur', role: 'alert' });
  const status = make('p', '', { role: 'status' });
  const shown = make('input', '', { type: 'checkbox', id: 'phrase-visible' });
  const open = make('button', 'Déverrouiller', { type: 'button', class: 'bouton' });
  const say = (words) => {
    error.textContent = words;
    input.setAttribute('aria-invalid', String(words !== ''));
    status.textContent = '';
    if (words) input.focus();
  };
  let busy = false;
  const use = async () => {
    if (busy) return;
    if (!input.value.trim()) return say(BLANK);
    busy = true;
    say('');
    status.textContent = OPENING;
    try {
      if (!await attempt(input.value)) say(WRONG);
    } catch {
      say(FAILED);
    }
    busy = false;
  };
  shown.addEventListener('change', () => input.classList.toggle('masque', !shown.checked));
  input.addEventListener('keydown', ({ key }) => key === 'Enter' && use());
  open.addEventListener('click', use);
  const panel = make(
    'section',
    '',
    { id: 'deverrouillage', 'aria-labelledby': 'deverrouillage-titre' },
    make('h1', 'Dossiers verrouillés', { id: 'deverrouillage-titre', tabindex: '-1' }),
    make('p', LOCKED + (isWaiting() ? WAITING : ''), { class: 'chapeau' }),
    make('div', '', { class: 'champ' }, make('label', 'Phrase de déverrouillage', { for: 'phrase' }), error, input),
    make(
      'div',
      '',
      { class: 'choix' },
      make('div', '', {}, shown, make('label', 'Afficher la phrase', { for: 'phrase-visible' })),
    ),
    make('p', '', { class: 'suite' }, open),
    status,
    make(
      'p',
      'Sans cette phrase, personne ne peut relire ces dossiers. '
        + 'Si elle est perdue, «\u00a0Mes dossiers\u00a0» permet d’effacer cet ordinateur pour recommencer.',
      { class: 'aide' },
    ),
  );
  document.getElementById('contenu').prepend(panel);
  input.focus();
}
