/**
 * The PDF worker: {id, blocks, dossier} in, {id, bytes, missing} or {id, error} out; {id, text} in, {id, missing} out.
 */

import bold from 'pid-fonts/bold.ttf';
import regular from 'pid-fonts/regular.ttf';
import { render, unprintable } from './pdf/render.js';

const fonts = { regular, bold };

async function answer({ data: { id, blocks, dossier, text } }) {
  try {
    if (text !== undefined) {
      self.postMessage({ id, missing: unprintable(text, fonts) });
      return;
    }
    const { bytes, missing } = await render(blocks, dossier, fonts);
    self.postMessage({ id, bytes, missing }, [bytes.buffer]);
  } catch (error) {
    self.postMessage({ id, error: String(error?.message ?? error) });
  }
}

self.addEventListener('message', answer);
