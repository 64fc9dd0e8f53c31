/**
 * The service worker: every file of one version, verified by its hash, in one cache. Never are two versions mixed.
 *
 * __PRECACHE__ ({relative address: 'sha256-…'}), __PACK__ (the file of PRECACHE that holds {relative address: text} of
 * other pages), __FROM_NETWORK__ and __VERSION__ are written by the build.
 * Messages: 'etat' is answered with {version, complet}; 'activer' lets a waiting version take over.
 */

import { keepKey } from './sw/key_keeper.js';

const ROOT = new URL('.', self.location.href);
const FILES = new Map(Object.entries(__PRECACHE__).map(([path, integrity]) => [new URL(path, ROOT).href, integrity]));
// Caches are shared by every site of the origin: only those of this folder are ours.
const OURS = `@${ROOT.pathname}`;
const CACHE = `site-${__VERSION__}${OURS}`;
const NOT_FOUND = new URL('404.html', ROOT).href;
const PACK = new URL(__PACK__, ROOT).href;
// Files that are read with a connection only; without one, their page says so.
const FROM_NETWORK = new Set(__FROM_NETWORK__.map((path) => new URL(path, ROOT).href));
const NEEDS_NETWORK = new URL('aide/index.html#cle-usb', ROOT).href;

const LOST = '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
  + '<title>Page à réparer – Dossier PID</title><main><h1>Cette page manque sur cet ordinateur</h1>'
  + '<p>Le navigateur a perdu un fichier du site. Vos dossiers enregistrés ne sont pas touchés. '
  + 'Connectez l’ordinateur à internet, puis rechargez la page\u00a0: elle se répare seule.</p></main></html>';

/**
 * Fetch one file past the HTTP cache; rejects for other bytes than those of this version. Some hosts redirect
 * « x/index.html » to « x/ »: followed within the origin only, as the hash proves the bytes wherever they come from.
 */
async function fetchVerified(address) {
  const response = await fetch(
    new Request(address, { cache: 'reload', integrity: FILES.get(address), mode: 'same-origin' }),
  );
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  if (!response.redirected) return response;
  // A browser refuses to show a page whose answer remembers a redirect.
  return new Response(await response.blob(), {
    headers: { 'Content-Type': response.headers.get('Content-Type') ?? '' },
  });
}

async function install() {
  // A new worker for the same files shares the cache of the active one, which a failure must leave alone.
  const shared = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    await Promise.all([...FILES.keys()].map(async (address) => cache.put(address, await fetchVerified(address))));
  } catch (error) {
    if (!shared) await caches.delete(CACHE);
    throw error;
  }
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith('site-') && name.endsWith(OURS) && name !== CACHE)
      .map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

/** The file that an address stands for: a folder is its index.html; the search string does not count. */
function fileOf(address) {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  if (url.pathname.endsWith('/')) url.pathname += 'index.html';
  return url.href;
}

async function answer(request) {
  if (FROM_NETWORK.has(request.url)) return fetch(request).catch(() => Response.redirect(NEEDS_NETWORK));
  const cache = await caches.open(CACHE);
  const isPage = request.mode === 'navigate';
  const wanted = fileOf(request.url);
  if (FILES.has(wanted)) return hold(cache, wanted, isPage);
  const folder = new URL(request.url);
  folder.pathname += '/';
  if (FILES.has(fileOf(folder))) return Response.redirect(folder);
  if (isPage) return unpack(await hold(cache, PACK, isPage), wanted, folder);
  return new Response('', { status: 404, statusText: 'Not in this site' });
}

/** The page of the pack that an address stands for, with the headers that the host gave. */
async function unpack(held, wanted, folder) {
  if (!held.ok) return held;
  const headers = new Headers(held.headers);
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const pages = await held.json();
  const page = (address) => pages[address.slice(ROOT.href.length)];
  if (page(wanted)) return new Response(page(wanted), { headers });
  // The links of the page are relative: it must be shown at its own address.
  return Response.redirect(page(fileOf(folder)) ? folder : NOT_FOUND);
}

/** A file of this version, as the cache holds it; taken again where the browser lost it. */
async function hold(cache, wanted, isPage) {
  return await cache.match(wanted) ?? repair(cache, wanted, isPage);
}

/** The browser lost this file: take it again, but only the very same bytes. */
async function repair(cache, wanted, isPage) {
  let repaired;
  try {
    repaired = await fetchVerified(wanted);
  } catch (error) {
    if (!isPage) throw error;
    return new Response(LOST, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  }
  await cache.put(wanted, repaired.clone());
  return repaired;
}

async function isComplete() {
  const cache = await caches.open(CACHE);
  const held = new Set((await cache.keys()).map(({ url }) => url));
  return [...FILES.keys()].every((address) => held.has(address));
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && event.request.url.startsWith(ROOT.href))
    event.respondWith(answer(event.request));
});
self.addEventListener('message', keepKey);
self.addEventListener('message', (event) => {
  if (event.data === 'activer') self.skipWaiting();
  else if (event.data === 'etat') {
    event.waitUntil(isComplete().then((complet) => event.ports[0].postMessage({ version: __VERSION__, complet })));
  }
});
