/** window.pidReprise: what another software of the collège exported, without anything that is not on a list. */

import { eventsOf } from './reprise/agenda.js';
import { LARGEST_XML, MB, xmlFilesOf } from './reprise/archive.js';
import { REASONS, Refusal } from './reprise/refusal.js';
import { rowsOf } from './reprise/tables.js';
import { kindOf, textOf, xmlTextOf } from './reprise/texts.js';
import { recordsOf } from './reprise/xml.js';

/** Megabytes of a text, of an agenda or of an archive. */
const LARGEST = 5;
const EDT = 'TABLE';

async function bytesOf(file) {
  if (file.size > LARGEST_XML * MB) throw new Refusal(REASONS.tooLarge(LARGEST_XML));
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (kindOf(bytes) !== 'xml' && bytes.length > LARGEST * MB) throw new Refusal(REASONS.tooLarge(LARGEST));
  return bytes;
}

/** What an XML file holds, by the list of its root: that of EDT has its own. */
function fromXml(bytes, lists) {
  const opened = recordsOf(xmlTextOf(bytes), { '': lists.siecle, [EDT]: { Cours: lists.cours } });
  return opened.racine === EDT ? { genre: 'cours', cours: opened.Cours } : { genre: 'siecle', ouverts: [opened] };
}

/** What one file holds: [{genre, …}], several where an archive holds several. */
async function partsOf(file, lists) {
  const bytes = await bytesOf(file);
  const kind = kindOf(bytes);
  if (kind === 'zip') return (await xmlFilesOf(bytes)).map((held) => fromXml(held, lists));
  if (kind === 'xml') return [fromXml(bytes, lists)];
  const text = textOf(bytes);
  if (kind === 'agenda') return [{ genre: 'agenda', evenements: eventsOf(text, lists.agenda) }];
  return [{ genre: 'texte', texte: text }];
}

/** The files of SIECLE together; any other is read alone. */
function together(parts) {
  const [first, ...others] = parts;
  if (others.length === 0) return first;
  if (parts.some(({ genre }) => genre !== 'siecle')) throw new Refusal(REASONS.several);
  return { genre: 'siecle', ouverts: parts.flatMap(({ ouverts }) => ouverts) };
}

function sentence(error) {
  if (error instanceof Refusal) return error.message;
  return error instanceof DOMException ? REASONS.absent : REASONS.old;
}

/**
 * Read files chosen together. `lists` are what the core names: {siecle: {block: [tags]}, cours: [tags], agenda:
 * [properties]}. Resolves with {ok: true, genre: 'siecle', ouverts} · {…, genre: 'cours', cours} · {…, genre: 'agenda',
 * evenements} · {…, genre: 'texte', texte}, else {ok: false, message}; never rejects. No name of a file is kept.
 */
async function read(files, lists) {
  try {
    const parts = [];
    for (const file of files) parts.push(...await partsOf(file, lists));
    return { ok: true, ...together(parts) };
  } catch (error) {
    return { ok: false, message: sentence(error) };
  }
}

/**
 * What was pasted: {ok: true, genre: 'lignes', lignes} where cells are merged, which the text alone would lose, else
 * {ok: true, genre: 'texte', texte}; {ok: false, message} for what is too large.
 */
function paste(text, html) {
  try {
    if (text.length + html.length > LARGEST * MB) throw new Refusal(REASONS.tooLarge(LARGEST));
    const lignes = /\browspan\s*=/i.test(html) ? rowsOf(html) : [];
    return lignes.length ? { ok: true, genre: 'lignes', lignes } : { ok: true, genre: 'texte', texte: text };
  } catch (error) {
    return { ok: false, message: sentence(error) };
  }
}

window.pidReprise = Object.freeze({ read, paste });
