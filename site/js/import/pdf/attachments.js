/**
 * The files attached to a PDF, where its programs look for them: the catalogue of its attachments, then the notes of
 * its pages.
 */

import { BEGINNING, TooLarge, Unable } from '../inflate.js';
import { PdfFile } from './document.js';
import { Stream, Text, readable } from './objects.js';

/** Nodes and pages that are looked at; the rest of a longer file is not. */
const MOST_NODES = 5000;
const MOST_FILES = 100;
/** Bytes of all the files that are taken out. */
const LARGEST_ALL = 15_000_000;

/** A PDF that a password closes. */
export class Closed extends Error {}

/** Every node of a tree whose branches are its Kids, leaves included, in their order. */
async function nodesOf(file, root) {
  const nodes = [];
  const seen = new Set();
  const waiting = [root];
  while (waiting.length && nodes.length < MOST_NODES && !file.isLong) {
    const node = await file.look(waiting.pop());
    if (!(node instanceof Map) || seen.has(node)) continue;
    nodes.push(node);
    seen.add(node);
    const kids = await file.look(node.get('Kids'));
    if (Array.isArray(kids)) waiting.push(...kids.slice(0, MOST_NODES).reverse());
  }
  return nodes;
}

const dictionary = (value) => (value instanceof Map ? value : new Map());

/** The descriptions of attached files: [[value, name in the catalogue]]. */
async function described(file) {
  const root = dictionary(await file.look(file.trailer.get('Root')));
  const found = [];
  for (const node of await nodesOf(file, dictionary(await file.look(root.get('Names'))).get('EmbeddedFiles'))) {
    const names = [].concat(await file.look(node.get('Names')) ?? []);
    for (let index = 0; index + 1 < names.length; index += 2) found.push([names[index + 1], names[index]]);
  }
  for (const page of await nodesOf(file, root.get('Pages'))) {
    for (const one of [].concat(await file.look(page.get('Annots')) ?? [])) {
      if (file.isLong) return found;
      const note = dictionary(await file.look(one));
      if (note.get('Subtype') === 'FileAttachment') found.push([note.get('FS'), null]);
    }
  }
  return found;
}

/** The streams of the attached files, [{name, stream}], each once. */
async function streamsOf(file) {
  const found = new Map();
  for (const [value, key] of await described(file)) {
    const description = dictionary(await file.look(value));
    const versions = dictionary(await file.look(description.get('EF')));
    const stream = await file.look(versions.get('F') ?? versions.get('UF'));
    if (!(stream instanceof Stream) || found.has(stream.start)) continue;
    const names = await Promise.all([description.get('UF'), description.get('F'), key].map((one) => file.look(one)));
    const name = names.find((one) => one instanceof Text);
    found.set(stream.start, { name: name ? readable(name) : '', stream });
  }
  return [...found.values()].slice(0, MOST_FILES);
}

/** The streams that say they are an attached file, where nothing else tells. */
const loose = (file) => file.marked('/EmbeddedFile').slice(0, MOST_FILES).reverse()
  .filter(({ value }) => value instanceof Stream && value.dictionary.get('Type') === 'EmbeddedFile')
  .map(({ value }) => ({ name: '', stream: value }));

/** What these streams hold, less what nobody wants; the first error where one of them cannot be read. */
async function contents(file, streams, limitOf) {
  const files = [];
  let failed = null;
  let left = LARGEST_ALL;
  for (const { name, stream } of streams) {
    try {
      const bytes = await file.content(stream, (beginning) => Math.min(left, limitOf(beginning)));
      const most = bytes && limitOf(bytes.subarray(0, BEGINNING));
      if (!most) continue;
      if (bytes.length > Math.min(left, most)) throw new TooLarge(stream.dictionary.has('Filter') ? bytes.length : 0);
      left -= bytes.length;
      files.push(new File([bytes], name));
    } catch (error) {
      left -= error.size ?? 0;
      failed = failed instanceof TooLarge || failed instanceof Unable ? failed : error;
    }
  }
  return { files, failed };
}

async function reachable(file, limitOf) {
  if (await file.get(file.trailer.get('Encrypt'))) throw new Closed();
  if (!(await file.get(file.trailer.get('Root')) instanceof Map)) throw new Error('catalogue');
  const streams = await streamsOf(file);
  if (streams.length === 0 && file.odd?.length) throw file.odd[0];
  return contents(file, streams, limitOf);
}

/**
 * {files: [File], failed, gone}. `files` are those attached to a PDF that `limitOf` wants (as for inflate). `failed` is
 * the first error of one that cannot be read. `gone` is whether one was there and is no longer attached. Rejects with
 * Closed for a file under a password, with any other Error for a damaged one.
 */
export async function attachments(bytes, limitOf) {
  const file = new PdfFile(bytes);
  let found;
  try {
    await file.open();
    found = await reachable(file, limitOf);
  } catch (error) {
    if (error instanceof Closed || error instanceof Unable) throw error;
    await file.rebuild();
    if (!file.trailer) return { ...await contents(file, loose(file), limitOf), gone: false };
    found = await reachable(file, limitOf);
  }
  if (found.files.length || found.failed) return { ...found, gone: false };
  const whole = new PdfFile(bytes);
  await whole.rebuild();
  const left = await contents(whole, loose(whole), limitOf);
  return { files: [], failed: null, gone: left.files.length > 0 };
}

