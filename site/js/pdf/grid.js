/** What tables and lists of labels and values share: cells side by side, rows that break between pages. */

import { PAGE, WIDTH } from './style.js';

/** Room left at the sides of the text of a cell. */
export const ASIDE = 4;

/** Column positions and widths from relative weights. */
export function columns(weights) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let x = PAGE.left;
  return weights.map((weight) => {
    const column = { x, width: (weight / all) * WIDTH };
    x += column.width;
    return column;
  });
}

/** Most of a row that is kept on one page rather than broken, and the least of it that may stand at the foot. */
export const UNBROKEN = 104;
const FOOT = 60;

/** Height of a band that must be kept with what is above it. */
export const head = (height) => (height > UNBROKEN ? FOOT : height);

/** Sum of some heights. */
export const total = (heights) => heights.reduce((sum, height) => sum + height, 0);
const lefts = (cells) => cells.some(({ lines }) => lines.length > 0);

/**
 * What a table and a list share: bands of cells, one under the other, each a list of rows side by side, each a list of
 * cells. They are measured once and drawn once.
 */
export class Grid {
  constructor(flow, { caption, rows }) {
    this.flow = flow;
    this.styles = flow.styles;
    this.title = caption;
    this.rows = rows;
    /** @type {any[][][]} */
    this.bands = [];
  }

  /** Height of what stays together at the beginning. */
  opening() {
    return this.captionHeight();
  }

  /** The cells of a row, the first of which names it where `named`. */
  cells(texts, across, named) {
    return texts.map((text, index) => {
      const heads = named && index === 0;
      const style = heads ? this.styles.label : text === '' || text.trim() ? this.styles.cell : this.styles.writing;
      const width = across[index].width - 2 * ASIDE;
      return { tag: heads ? 'TH' : 'TD', options: heads ? { scope: 'Row' } : {}, style, blank: text === '', text,
        column: across[index], lines: text === '' ? [] : this.flow.type.lines(text, style, width) };
    });
  }

  height(cells) {
    const { pad, hand } = this.styles.row;
    const text = Math.max(...cells.map(({ lines, style }) => Math.max(1, lines.length) * style.lead)) + 2 * pad;
    return cells.some(({ blank }) => blank) ? Math.max(text, hand) : text;
  }

  captionHeight() {
    if (!this.title) return 0;
    const { caption } = this.styles;
    return caption.before + this.flow.type.lines(this.title, caption, WIDTH).length * caption.lead + caption.after;
  }

  begin(parent) {
    this.flow.need(this.opening());
    this.element = this.flow.element(parent, 'Table');
    if (!this.title) return;
    this.flow.space(this.styles.caption.before);
    const caption = this.flow.element(this.element, 'Caption');
    this.flow.text(caption, 'Caption', this.title, this.styles.caption);
    caption.end();
    this.flow.y += this.styles.caption.after;
  }

  drawHead() {}

  /** The elements of a row, one for each of its cells. */
  elements(row) {
    const made = this.flow.doc.struct('TR');
    this.element.add(made);
    row.forEach((cell) => {
      cell.element = this.flow.doc.struct(cell.tag, cell.options);
      made.add(cell.element);
    });
    return made;
  }

  /** As many lines of each cell as a height holds. */
  part(cells, height) {
    const { pad } = this.styles.row;
    for (const { element, tag, lines, style, column, blank } of cells) {
      const held = Math.max(1, Math.floor((height - 2 * pad) / style.lead + 0.01));
      const fitting = held > 2 && lines.length === held + 1 ? held - 1 : held;  // no line is left alone
      this.flow.lines(element, tag, lines.splice(0, fitting), style, column.x + ASIDE, this.flow.y + pad);
      if (blank) this.flow.writingLine(column.x + ASIDE, this.flow.y + height - 4, column.width - 2 * ASIDE);
    }
  }

  /** One band: on the next page rather than broken, unless it is long. */
  draw(band) {
    const cells = band.flat();
    const whole = this.height(cells);
    if (whole > this.flow.room && (whole < UNBROKEN || this.flow.room < FOOT)) this.breakPage();
    const rows = band.map((row) => this.elements(row));
    do {
      const height = Math.min(this.height(cells), this.flow.room);
      this.part(cells, height);
      this.flow.y += height;
      this.flow.empty = false;
      this.flow.rule(this.flow.y);
      if (lefts(cells)) this.breakPage();
    } while (lefts(cells));
    cells.forEach(({ element }) => element.end());
    rows.forEach((row) => row.end());
  }

  breakPage() {
    if (this.flow.empty) return;
    this.flow.newPage();
    this.drawHead();
  }

  drawAll(parent) {
    this.begin(parent);
    this.drawHead();
    this.bands.forEach((band) => this.draw(band));
    this.element.end();
    this.flow.y += this.styles.row.after;
  }
}
