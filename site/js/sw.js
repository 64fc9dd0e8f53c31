/**
 * The service worker: every file of one version, verified by its hash, in one cache; never two versions mixed.
 *
 * __PRECACHE__ ({relative address: 'sha256-…'}), __FROM_NETWORK__ and __VERSION__ are written by the build.
 * Messages: 'etat' is answered with {version, complet}; 'activer' lets a waiting version take over.
 */

const ROOT = new URL('.', self.location.href);
const FILES = new Map(Object.entries(__PRECACHE__).map(([path, integrity]) => [new URL(path, ROOT).href, integrity]));
// Caches are shared by every site of the origin: only those of this folder are ours.
const OURS = `@${ROOT.pathname}`;
const CACHE = `site-${__VERSION__}${OURS}`;
const NOT_FOUND = new URL('404.html', ROOT).href;
// Files that are read with a connection only; without one, their page says so.
const FROM_NETWORK = new Set(__FROM_NETWORK__.map((path) => new URL(path, ROOT).href));
const NEEDS_NETWORK = new URL('aide/index.html#cle-usb', ROOT).href;

/**
 * Fetch one file past the HTTP cache; rejects for other bytes than those of this version. Some hosts redirect
 * « x/index.html » to « x/ »: followed within the origin only, as the hash proves the bytes wherever they come from.
 */
async function fetchVerified(address) {
  const response = await fetch(new Request(address, { cache: 'reload', integrity: FILES.get(address), mode: 'same-origin' }));
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  if (!response.redirected) return response;
  // A browser refuses to show a page whose answer remembers a redirect.
  return new Response(await response.blob(), { headers: { 'Content-Type': response.headers.get('Content-Type') ?? '' } });
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
  await Promise.all(names.filter((name) => name.startsWith('site-') && name.endsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
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
  const wanted = fileOf(request.url);
  if (!FILES.has(wanted)) {
    const folder = new URL(request.url);
    folder.pathname += '/';
    if (FILES.has(fileOf(folder))) return Response.redirect(folder);
    // The links of the page are relative: it must be shown at its own address.
    if (request.mode === 'navigate') return Response.redirect(NOT_FOUND);
    return new Response('', { status: 404, statusText: 'Not in this site' });
  }
  const held = await cache.match(wanted);
  if (held) return held;
  // The browser lost this file: take it again, but only the very same bytes.
  const repaired = await fetchVerified(wanted);
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
  if (event.request.method === 'GET' && event.request.url.startsWith(ROOT.href)) event.respondWith(answer(event.request));
});
self.addEventListener('message', (event) => {
  if (event.data === 'activer') self.skipWaiting();
  else if (event.data === 'etat') {
    event.waitUntil(isComplete().then((complet) => event.ports[0].postMessage({ version: __VERSION__, complet })));
  }
});
