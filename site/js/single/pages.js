/** The pages of the single file: each is a template, `?page=…` says which one the document becomes. */

const HOME = 'accueil';
const ABSENT = '404';
/** What the file calls its page before it is one. */
const SHELL = 'fichier-seul';

/**
 * What a template holds, of which it keeps a copy: it has to be there in a page that is kept. Scripts may run in no
 * copy of theirs.
 */
function contentOf(template) {
  const content = document.createDocumentFragment();
  const copy = template.content.cloneNode(true);
  content.append(template.content);
  template.content.append(copy);
  return content;
}

/**
 * A page of the file that somebody had the browser keep as another file holds what was on the screen: of that nothing
 * is shown. Its body is made again of what the file began with, and it starts as the file does.
 */
function beginAgain() {
  const root = document.documentElement;
  ['page', 'python', 'pret', 'ouvert', 'juge'].forEach((name) => delete root.dataset[name]);
  for (const element of [...document.body.children]) {
    if (!['TEMPLATE', 'SCRIPT'].includes(element.tagName)) element.remove();
  }
  document.body.prepend(contentOf(document.getElementById('coquille')));
}

/** Make the document the page that its address names; returns the scripts that this page needs, in order. */
export function openPage() {
  if (document.documentElement.dataset.page !== SHELL) beginAgain();
  // Brython reads where it comes from in the address of its script, which an inline one has not.
  window.__BRYTHON__ = { brython_path: new URL('.', location.href).href };
  const asked = new URLSearchParams(location.search).get('page') ?? HOME;
  const template = document.getElementById(`page-${asked}`) ?? document.getElementById(`page-${ABSENT}`);
  const { page, title, scripts, python } = template.dataset;
  const root = document.documentElement;
  root.dataset.page = page;
  if (python !== undefined) root.dataset.python = '';
  document.title = title;
  document.querySelector(`nav [href="?page=${page}"]`)?.setAttribute('aria-current', 'page');
  document.getElementById('contenu').append(contentOf(template));
  // The browser looked for the passage before there was one.
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  return scripts.split(' ').filter(Boolean).map((name) => `${name}.js`);
}
