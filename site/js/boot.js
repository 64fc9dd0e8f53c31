/** Starts a page: error region, offline installation, update banner, then the Python module of the page. */

import { showError, watchErrors } from './boot/alert.js';
import { load } from './boot/load.js';
import { installOffline } from './boot/offline.js';
import { scriptAddress } from './boot/trusted.js';
import { watchUpdates } from './boot/update.js';
import { download } from './files.js';
import { makePdf, warmPdf } from './pdf_client.js';

window.pidFiles = Object.freeze({ download });
window.pidScripts = Object.freeze({ load });
window.pidPdf = Object.freeze({
  make: (blocks, dossier) => makePdf(scriptAddress('pdf.js'), blocks, dossier),
  warm: () => warmPdf(scriptAddress('pdf.js')),
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

/** The modules that the dossier needs once it is shown: they come after it, for they would slow its start. */
function loadSuite() {
  if (document.documentElement.dataset.page !== 'dossier') return;
  load('suite.js');
}
document.addEventListener('pid-ouvert', loadSuite);
window.pidSuite ??= false;

/** Milliseconds after which the offline installation no longer waits for a dossier that does not open. */
const LONGEST_WAIT = 3000;

/** Once the page is started, and its dossier judged: the installation takes a hundred files, on computers that may be slow. */
function onceStarted() {
  return new Promise((resolve) => {
    setTimeout(resolve, document.documentElement.dataset.page === 'dossier' ? LONGEST_WAIT : 0);
    document.addEventListener('pid-suite', () => setTimeout(resolve));
  });
}

watchErrors();
startPage();
onceStarted().then(installOffline).then((registration) => registration && watchUpdates(registration));
