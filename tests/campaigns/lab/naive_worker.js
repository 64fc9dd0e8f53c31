/** What many sites have: the negative control of the campaigns. */

const CACHE = 'naif';
const FILES = Object.keys(__PRECACHE__);

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  url.search = '';
  if (url.pathname.endsWith('/')) url.pathname += 'index.html';
  event.respondWith(caches.match(url).then((held) => held ?? fetch(event.request)));
});
console.debug(__VERSION__);
