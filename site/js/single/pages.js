/** The pages of the single file: each is a template, `?page=…` says which one the document becomes. */

const HOME = 'accueil';
const ABSENT = '404';

/** Make the document the page that its address names; returns the scripts that this page needs, in order. */
export function openPage() {
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
  document.getElementById('contenu').append(template.content);
  // The browser looked for the passage before there was one.
  if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  return scripts.split(' ').filter(Boolean).map((name) => `${name}.js`);
}
