/** The page « Clé de réception »: the DSDEN's key pair, which lives in this page's memory until it is left. */

import { dayInWords, today } from './clock.js';
import { download } from './files.js';
import { LARGEST_KEY } from './sizes.js';

/** @type {(id: string) => any} */
const byId = (id) => document.getElementById(id);
const NOT_OPENED = 'Cette clé ne s’ouvre pas\u00a0: le code n’est pas le bon, ou le fichier n’est pas une clé privée.';
const MISTYPED = 'Cette clé privée est incomplète ou mal recopiée\u00a0: comparez-la signe par signe à la fiche.';
const FAILED = 'La clé n’a pas pu être faite. Rechargez la page, puis essayez à nouveau.';

let pair = null;
let protectedText = null;

function say(words) {
  if (byId('etat').textContent !== words) byId('etat').textContent = words;
}

function refuse(words) {
  say('');
  byId('erreur').textContent = words;
  byId('erreur').hidden = false;
}

const progress = (verb) => (part) => say(`${verb}… ${Math.floor(part * 10) * 10}\u00a0%`);

/** What a key begins with, then four signs at a time, for whoever copies them by hand. */
function spaced(key) {
  const start = key.indexOf('1') + 1;
  return [key.slice(0, start), ...key.slice(start).match(/.{1,4}/g)].join(' ');
}

/** Show the pair; `code` is the one just made, '' for a key that was only verified. */
async function show(code) {
  const signs = await window.pidCrypto.fingerprint(pair.key);
  byId('code').textContent = code || 'celui que vous venez de taper';
  byId('empreinte').textContent = signs;
  byId('fiche-empreinte').textContent = signs;
  byId('fiche-publique').textContent = spaced(pair.key);
  byId('fiche-privee').textContent = spaced(pair.secret);
  byId('fiche-jour').textContent = dayInWords(today());
  byId('faite').hidden = false;
  byId('faite').focus();
  byId('faite').scrollIntoView();
}

/** Protect `made` under a new code, and prove that the protected file opens before anybody relies on it. */
async function protect(made) {
  const crypto = window.pidCrypto;
  const code = crypto.newCode();
  const text = await crypto.protectedKey(made, today(), code, progress('Préparation de la clé'));
  const opened = await crypto.secretKeyOf(new TextEncoder().encode(text), [code], progress('Vérification'));
  if (opened !== made.secret) throw new Error(FAILED);
  pair = made;
  protectedText = text;
  say('La clé est faite.');
  await show(code);
}

/** Run a task of the page once the encryption is here; what it throws is said. */
function task(work, failure) {
  return async (event) => {
    event.preventDefault();
    byId('erreur').hidden = true;
    say('Un instant…');
    try {
      await window.pidScripts.load('crypto.js');
      await work();
    } catch (error) {
      console.error(error);
      refuse(failure);
    }
  };
}

async function verify() {
  const [file] = byId('fichier-cle').files;
  if (!file || file.size > LARGEST_KEY) throw new Error('no file');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const phrases = window.pidCrypto.candidates(byId('code-cle').value);
  const secret = await window.pidCrypto.secretKeyOf(bytes, phrases, progress('Ouverture'));
  pair = { secret, key: await window.pidCrypto.publicKeyOf(secret) };
  protectedText = await file.text();
  byId('code-cle').value = '';
  say('La clé s’ouvre.');
  await show('');
}

async function rebuild() {
  const secret = byId('secret').value.replace(/\s/g, '').toUpperCase();
  const key = await window.pidCrypto.publicKeyOf(secret);
  byId('secret').value = '';
  await protect({ secret, key });
}

byId('faire').addEventListener('click', task(async () => protect(await window.pidCrypto.newKeyPair()), FAILED));
byId('verifier').addEventListener('submit', task(verify, NOT_OPENED));
byId('refaire').addEventListener('submit', task(rebuild, MISTYPED));
byId('privee').addEventListener('click', () =>
  download(byId('privee'), 'cle-privee.age', 'application/octet-stream', protectedText),
);
byId('publique').addEventListener('click', async () => {
  const text = await window.pidCrypto.receptionText(pair.key, byId('fiche-service').dataset.service, today());
  download(byId('publique'), 'cle-de-reception.txt', 'text/plain', text);
});
document.addEventListener('pid-jour', () => { byId('fiche-jour').textContent = dayInWords(today()); });
byId('imprimer').addEventListener('click', () => {
  byId('fiche').classList.add('a-imprimer');
  window.print();
  byId('fiche').classList.remove('a-imprimer');
});
