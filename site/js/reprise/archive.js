/** The XML files of an archive, of one left inside another too. */

import { entriesOf, expanded } from '../crypto/zip_entries.js';
import { ENCRYPTED } from '../crypto/zip_format.js';
import { TooLarge, Unable } from '../import/inflate.js';
import { REASONS, Refusal } from './refusal.js';
import { kindOf } from './texts.js';

export const MB = 1_000_000;
export const LARGEST_XML = 30;
const MOST_FILES = 10;
const DEEPEST = 2;

function listed(bytes) {
  try {
    return entriesOf(bytes).slice(0, MOST_FILES);
  } catch {
    throw new Refusal(REASONS.damaged);
  }
}

async function content({ body, record }) {
  if (record.flags & ENCRYPTED) throw new Refusal(REASONS.closed);
  try {
    return await expanded(body, record.method, record, true, () => LARGEST_XML * MB);
  } catch (error) {
    if (error instanceof TooLarge) throw new Refusal(REASONS.tooLarge(LARGEST_XML));
    throw new Refusal(error instanceof Unable ? REASONS.old : REASONS.damaged);
  }
}

/** [bytes] of the XML files. Throws a Refusal for an archive that has none, or that cannot be read. */
export async function xmlFilesOf(bytes, depth = 1) {
  const found = [];
  for (const entry of listed(bytes)) {
    const held = await content(entry);
    const kind = held?.length ? kindOf(held) : '';
    if (kind === 'xml') found.push(held);
    else if (kind === 'zip' && depth < DEEPEST) found.push(...await xmlFilesOf(held, depth + 1));
  }
  if (found.length === 0) throw new Refusal(REASONS.noneInside);
  return found;
}
