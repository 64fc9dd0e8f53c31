/**
 * Starts a page: error region, offline installation, update banner, then the Python module of the page.
 *
 * Built twice. boot.js is for the pages of the site. The script of the single file is the other, where `__SINGLE__` is
 * true.
 */

import { showError, watchErrors } from './boot/alert.js';
import { watchDay } from './boot/day.js';
import { refuseFrame } from './boot/framed.js';
import { watchHands } from './boot/hands.js';
import { load } from './boot/load.js';
import { installOffline } from './boot/offline.js';
import { keepPlace } from './boot/place.js';
import { watchPaper } from './boot/print.js';
import { watchSaveKey } from './boot/save_key.js';
import { scriptAddress } from './boot/trusted.js';
import { watchUpdates } from './boot/update.js';
import { watchClock } from './boot/wrong_clock.js';
import { download } from './files.js';
import { lookAtSigns, makePdf } from './pdf_client.js';
import { downloadAndNote, watchLeaving } from './single/leaving.js';
import { openPage } from './single/pages.js';
import { watchKeeping } from './single/screened.js';

window.pidFiles = Object.freeze({ download: __SINGLE__ ? downloadAndNote : download });
window.pidPlace = Object.freeze({ keep: keepPlace });
window.pidScripts = Object.freeze({ load });
window.pidPdf = Object.freeze({
  make: (blocks, dossier) => makePdf(scriptAddress('pdf.js'), blocks, dossier),
  look: (text) => lookAtSigns(scriptAddress('pdf.js'), text),
});

/** The pages whose template asks for a Python module: `ui.page_…` has a function `start`. */
function startPage() {
  const { page, python } = document.documentElement.dataset;
  if (python === undefined) return;
  try {
    globalThis.__BRYTHON__.pid_call(`ui.page_${page.replaceAll('-', '_')}`, 'start');
    document.documentElement.dataset.pret = '';
  } catch (error) {
    console.error(error);
    showError(error);
  }
}

document.addEventListener('pid-coffre', (event) => {
  event.preventDefault();
  load('coffre.js').then(event.detail.resolve, event.detail.reject);
});

/**
 * Whether this browser has said that the computer is shared: pages without drafts then keep the key while they are
 * read.
 */
function remembersSharing() {
  try {
    return localStorage.getItem('pid-partage') !== null;
  } catch {
    return false; // no storage is allowed: there is nothing to keep
  }
}

/** Milliseconds after which the offline installation no longer waits for a dossier that does not open. */
const LONGEST_WAIT = 3000;

/**
 * Once the page is started, and its dossier judged: the installation takes a hundred files, on computers that may be
 * slow.
 */
function onceStarted() {
  return new Promise((resolve) => {
    setTimeout(resolve, document.documentElement.dataset.page === 'dossier' ? LONGEST_WAIT : 0);
    document.addEventListener('pid-suite', () => setTimeout(resolve));
  });
}

function begin() {
  watchErrors();
  watchPaper();
  watchDay();
  watchSaveKey();
  if (__SINGLE__) {
    const scripts = openPage();
    watchKeeping();
    scripts.forEach((name) => load(name));
  }
  watchClock();
  watchHands();
  window.pidSuite ??= false;
  // The modules that the dossier needs once it is shown come after it, for they would slow its start.
  document.addEventListener('pid-ouvert', () => window.pidSuite || load('suite.js'));
  startPage();
  if (__SINGLE__) watchLeaving();
  if (remembersSharing()) load('coffre.js').catch(() => {}); // what needs it will ask again
  onceStarted().then(installOffline).then((registration) => registration && watchUpdates(registration));
}

if (!refuseFrame()) begin();
