/** The cells of a table pasted as HTML, which is read and never shown: a merged cell stands in each row it covers. */

import { parser } from './xml.js';
import { REASONS, Refusal } from './refusal.js';

const MOST_ROWS = 3000;
const MOST_COLUMNS = 60;
const LONGEST = 500;
const BREAKS = ['br', 'p', 'div'];
const UNSEEN = ['style', 'script', 'title', 'xml'];

const span = (attributes, name) => Math.min(Math.max(Number.parseInt(attributes[name], 10) || 1, 1), MOST_COLUMNS);
const tidy = (text) => text.split('\n').map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim()).join('\n').trim();

/** The cells of a row where those that came from above leave room. */
function place(rows, at, cells) {
  let column = 0;
  for (const { text, down, across } of cells) {
    while (rows[at]?.[column] !== undefined) column++;
    for (let row = at; row < at + down; row++) {
      rows[row] ??= [];
      for (let next = column; next < Math.min(column + across, MOST_COLUMNS); next++) rows[row][next] = text;
    }
    column += across;
  }
  rows[at] ??= [];
}

/** [[text]] of the first table of a text, [] without one. Throws a Refusal for one that is too large. */
export function rowsOf(html) {
  const rows = [];
  let [count, tables, unseen] = [0, 0, 0];
  let row = null;
  let cell = null;

  function begin({ name, attributes }) {
    if (name === 'table') tables++;
    if (UNSEEN.includes(name)) unseen++;
    if (name === 'tr') closeRow();
    if (tables !== 1) return;
    if (name === 'tr') row = [];
    if (name === 'td' || name === 'th') {
      cell = { text: '', down: span(attributes, 'rowspan'), across: span(attributes, 'colspan') };
      row?.push(cell);
    }
    if (BREAKS.includes(name) && cell) cell.text += '\n';
  }

  function closeRow() {
    if (!row) return;
    place(rows, count++, row.map((one) => ({ ...one, text: tidy(one.text) })));
    [row, cell] = [null, null];
    if (count > MOST_ROWS) throw new Refusal(REASONS.tooMany);
  }

  function end(name) {
    if (UNSEEN.includes(name)) unseen--;
    if (name === 'tr' || name === 'table') closeRow();
    if (name === 'td' || name === 'th') cell = null;
  }

  function hear(signs) {
    if (cell && unseen === 0 && cell.text.length < LONGEST) cell.text += signs.replace(/[\r\n\t]+/g, ' ');
  }

  const reading = parser(false, { onopentag: begin, ontext: hear, onclosetag: end });
  reading.onerror = () => reading.resume();
  reading.write(`<tout>${html}`).close(); // all in one root: what follows a first one would not be heard
  closeRow();
  return rows.slice(0, count).map((cells) => Array.from(cells, (text) => text ?? ''));
}
