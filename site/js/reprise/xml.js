/** XML read sign after sign: what is on the list goes into a variable, the rest never does. */

import sax from 'sax';
import { REASONS, Refusal } from './refusal.js';

const DEEPEST = 40;
const MOST_RECORDS = 60_000;
/** Signs of one answer: the longest of ours is an address. */
const LONGEST = 500;

/** A parser that follows elements, in strict XML or as loosely as HTML is written. */
export function parser(strict, heard) {
  const made = sax.parser(strict, { lowercase: !strict, position: false });
  return Object.assign(made, heard);
}

/** What an element says besides its children: attributes of those around it, then its own, of the tags of a list. */
function inherited(around, attributes, listed) {
  const record = {};
  for (const tag of listed) {
    for (const held of [...around, attributes]) {
      if (Object.hasOwn(held, tag)) record[tag] = cut(held[tag]);
    }
  }
  return record;
}

const cut = (text) => text.slice(0, LONGEST);

/**
 * {racine, [block]: [{[tag]: text}]}: the elements of the blocks of `lists[racine] ?? lists['']`, with the tags that
 * the list has for them. A tag is a child that holds text alone, or an attribute of the element or of one around it.
 * Throws a Refusal for what is not sound XML, and for what declares anything.
 */
export function recordsOf(text, lists) {
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) throw new Refusal(REASONS.declared);
  const found = { racine: '' };
  const open = [];
  let count = 0;
  let listed = {};

  function begin({ name, attributes }) {
    if (open.length === 0) {
      found.racine = name;
      listed = Object.hasOwn(lists, name) ? lists[name] : lists[''];
      for (const block of Object.keys(listed)) found[block] = [];
    }
    const above = open.at(-1);
    if (above) above.text = null;
    const tags = above?.record ? above.tags : [];
    const one = { name, attributes, text: tags.includes(name) ? '' : null };
    if (Object.hasOwn(listed, name)) {
      one.tags = listed[name];
      one.record = inherited(open.map((other) => other.attributes), attributes, one.tags);
      found[name].push(one.record);
      if (++count > MOST_RECORDS) throw new Refusal(REASONS.tooMany);
    }
    if (open.push(one) > DEEPEST) throw new Refusal(REASONS.damaged);
  }

  function hear(signs) {
    const one = open.at(-1);
    if (one?.text != null && one.text.length < LONGEST) one.text += signs;
  }

  function end() {
    const one = open.pop();
    const above = open.at(-1);
    if (one.text !== null && above?.record) above.record[one.name] = cut(one.text);
  }

  function fail() {
    throw new Refusal(REASONS.damaged);
  }

  parser(true, { onopentag: begin, ontext: hear, oncdata: hear, onclosetag: end, onerror: fail }).write(text).close();
  if (!found.racine) throw new Refusal(REASONS.damaged);
  return found;
}
