/** The PDF worker: {id, blocks, dossier} in, {id, bytes, missing} or {id, error} out. */

import bold from 'pid-fonts/bold.ttf';
import regular from 'pid-fonts/regular.ttf';
import { render } from './pdf/render.js';

async function answer({ data: { id, blocks, dossier } }) {
  try {
    const { bytes, missing } = await render(blocks, dossier, { regular, bold });
    self.postMessage({ id, bytes, missing }, [bytes.buffer]);
  } catch (error) {
    self.postMessage({ id, error: String(error?.message ?? error) });
  }
}

self.addEventListener('message', answer);
