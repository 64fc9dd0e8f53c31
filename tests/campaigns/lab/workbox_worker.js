/**
 * The worker that Workbox would give us. __INTEGRITY__ adds the hash of each file, which Workbox leaves to the author.
 */

import { clientsClaim } from 'workbox-core';
import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { setCatchHandler, setDefaultHandler } from 'workbox-routing';

const entries = Object.entries(__PRECACHE__).map(([url, integrity]) => (
  __INTEGRITY__ ? { url, revision: integrity, integrity } : { url, revision: integrity }));

clientsClaim();
precacheAndRoute(entries, { directoryIndex: 'index.html', ignoreURLParametersMatching: [/./], cleanURLs: false });
setDefaultHandler(async ({ request }) => {
  if (request.mode === 'navigate') return Response.redirect(new URL('404.html', self.registration.scope));
  return new Response('', { status: 404 });
});
setCatchHandler(
  async ({ request }) => (request.mode === 'navigate' && (await matchPrecache('404.html'))) || Response.error(),
);
self.addEventListener('message', ({ data, ports }) => {
  if (data === 'activer') self.skipWaiting();
  else if (data === 'etat') ports[0].postMessage({ version: __VERSION__, complet: true });
});
