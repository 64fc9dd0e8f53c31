/**
 * One page that holds the whole of a sheet, whatever it says: a head, two columns, a foot. The core has measured the
 * texts with a margin; where that was not enough letters get smaller, then lines are cut, and what is cut says so.
 */

import { GUTTER, Heading, laid, tall } from './pieces.js';
import { ACCENT, FLOOR, INK, MUTED, PAGE, WIDTH } from './style.js';

const TOP = 56;
const BOTTOM = 798;
const COLUMN = (WIDTH - GUTTER) / 2;
const CUT = ' …';

const STYLES = {
  h1: { font: 'bold', size: 16, lead: 20, before: 0, after: 2, colour: ACCENT },
  h2: { font: 'bold', size: 9.5, lead: 12, before: 5, after: 3, colour: ACCENT },
  normal: { font: 'regular', size: 8.5, lead: 11, colour: INK },
  strong: { font: 'bold', size: 8.5, lead: 11, colour: INK },
  ask: { font: 'bold', size: 10, lead: 13, colour: INK },
  note: { font: 'regular', size: 8, lead: 11, colour: MUTED },
};

/** Paper shows no smaller letters well. */
const SMALLER = {
  ...STYLES,
  h2: { ...STYLES.h2, before: 3 },
  normal: { ...STYLES.normal, size: 8, lead: 9.5 }, strong: { ...STYLES.strong, size: 8, lead: 9.5 },
};

/** Most space added above a heading of a column that has room left. */
const LOOSEST = 8;

/** The four parts of a sheet, their blocks laid out in the letters of some styles. */
class Sheet {
  constructor(flow, block, styles) {
    this.flow = flow;
    this.styles = styles;
    const all = (blocks, width) => blocks.map((one) => laid(this, one, width));
    this.head = all(block.head, WIDTH);
    this.columns = [all(block.left, COLUMN), all(block.right, COLUMN)];
    this.foot = all(block.foot, WIDTH);
  }

  /** Room of the columns: what head and foot leave. */
  get room() {
    return BOTTOM - TOP - tall(this.head) - tall(this.foot);
  }

  get fits() {
    return this.columns.every((column) => tall(column) <= this.room);
  }

  text(words, name, width) {
    const style = this.styles[name];
    return { lines: this.flow.type.lines(words, style, width), style, width };
  }

  /** Take lines from the longest texts of a column until it fits. */
  cut(column) {
    const texts = column.flatMap((piece) => piece.texts);
    while (tall(column) > this.room) {
      const longest = texts.reduce((one, other) => (other.lines.length > one.lines.length ? other : one));
      if (longest.lines.length < 2) return;
      longest.lines.pop();
      longest.lines.push(this.ended(longest.lines.pop(), longest));
    }
  }

  /** A line that ends by saying that words are left out. */
  ended(line, { style, width }) {
    this.flow.type.measure(style);
    let words = line.replace(CUT, '').trimEnd();
    while (words.includes(' ') && this.flow.doc.widthOfString(words + CUT) > width) {
      words = words.slice(0, words.lastIndexOf(' '));
    }
    return words + CUT;
  }

  write(parent, tag, { lines, style }, x, y) {
    const made = this.flow.element(parent, tag);
    this.flow.lines(made, tag, lines, style, x, y);
    made.end();
  }

  /** A list whose items begin with their sign. */
  list(parent, items, x, y, indent) {
    const list = this.flow.element(parent, 'L');
    for (const { sign, lines, style } of items) {
      const item = this.flow.element(list, 'LI');
      if (sign) this.write(item, 'Lbl', { lines: [sign], style }, x, y);
      this.write(item, 'LBody', { lines, style }, x + indent, y);
      item.end();
      y += lines.length * style.lead;
    }
    list.end();
  }

  /** Draw pieces one under the other; `loose` is added above each heading but the first. */
  draw(parent, pieces, x, y, loose = 0) {
    for (const [index, piece] of pieces.entries()) {
      if (index > 0 && piece instanceof Heading) y += loose;
      piece.draw(parent, x, y);
      y += piece.height;
    }
    return y;
  }

  /** Draw a column, its headings a little apart where there is room. */
  column(parent, pieces, x, y) {
    const headings = pieces.filter((piece, index) => index > 0 && piece instanceof Heading).length;
    const loose = Math.min(LOOSEST, Math.max(0, this.room - tall(pieces)) / Math.max(1, headings));
    this.draw(parent, pieces, x, y, loose);
  }
}

export function drawSheet(flow, parent, block, outline) {
  if (!flow.empty) flow.newPage();
  outline.add(1, block.title);
  let sheet = new Sheet(flow, block, STYLES);
  if (!sheet.fits) sheet = new Sheet(flow, block, SMALLER);
  for (const column of sheet.columns) sheet.cut(column);
  const top = sheet.draw(parent, sheet.head, PAGE.left, TOP);
  for (const [index, column] of sheet.columns.entries()) {
    sheet.column(parent, column, PAGE.left + index * (COLUMN + GUTTER), top);
  }
  sheet.draw(parent, sheet.foot, PAGE.left, BOTTOM - tall(sheet.foot));
  flow.y = FLOOR;
  flow.empty = false;
}
