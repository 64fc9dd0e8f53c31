/**
 * A page of the site, but without a policy, that asks for every file of the site as its pages do.
 * Opened with ?box=…&trial=…, it tells what it got, then looks for an update until somebody kills the browser.
 */

/** {path: 'sha256-…', or what was answered instead}. `mode` is 'no-cors' for what a script element would ask. */
async function hold(paths, mode = 'same-origin') {
  const answers = await Promise.all(paths.map(async (path) => {
    try {
      const response = await fetch(new URL(path, ROOT), { mode });
      const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
      return [
        path,
        response.ok ? `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` : `status ${response.status}`,
      ];
    } catch (error) {
      return [path, `error ${error.name}`];
    }
  }));
  return Object.fromEntries(answers);
}

const ROOT = new URL('..', location.href);
const registration = () => navigator.serviceWorker.getRegistration(ROOT);

/** Wait until `worker` is in one of the `wanted` states, or has failed; resolves with its state. */
function reached(worker, ...wanted) {
  return new Promise((resolve) => {
    const look = () => [...wanted, 'redundant'].includes(worker.state) && resolve(worker.state);
    worker.addEventListener('statechange', look);
    look();
  });
}

async function register() {
  const { installing, waiting, active } = await navigator.serviceWorker.register(new URL('sw.js', ROOT), {
    updateViaCache: 'none',
  });
  return reached(installing ?? waiting ?? active, 'activated');
}

/** Look for a new version; resolves with the state of its worker, installed or not, or with '' when there is none. */
async function update() {
  const found = await registration();
  try {
    await found.update();
  } catch (error) {
    return `error ${error.name}`;
  }
  const worker = found.installing ?? found.waiting;
  return worker ? reached(worker, 'installed', 'activated') : '';
}

/** Let the version that waits take over. */
async function takeOver() {
  const { waiting, active } = await registration();
  if (!waiting) return active.state;
  waiting.postMessage('activer');
  return reached(waiting, 'activated');
}

async function run() {
  const paths = await (await fetch('paths.json')).json();
  if (!await registration()) return tell('installed', { state: await register() });
  await tell('held', { files: await hold(paths), controlled: navigator.serviceWorker.controller !== null });
  for (;;) {
    const found = await registration();
    found.update().catch(() => {});
    if (found.installing) return tell('installing');
    await rest(50);
  }
}

if (asked.has('box')) run().catch((error) => tell('failed', { words: String(error) }));
