/** Tables: rows that break between pages, headings repeated as artifacts, labels and values one beside the other. */

import { PAGE, TINT, WIDTH } from './style.js';

/** Room left at the sides of the text of a cell. */
const ASIDE = 4;

/** Column positions and widths from relative weights. */
function columns(weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let x = PAGE.left;
  return weights.map((weight) => {
    const column = { x, width: (weight / total) * WIDTH };
    x += column.width;
    return column;
  });
}

/** Columns of labels and values: two rows side by side, their labels short or long, a row alone, one whose label is
 * long, one in large type. */
const BESIDE = [columns([21, 29, 21, 29]), columns([30, 20, 30, 20])];
const ALONE = columns([21, 79]);
const LONG_LABEL = columns([50, 50]);
const LARGE = columns([36, 64]);

/** Most of a page that is kept in one piece, rather than broken, when a list of labels and values fits in it. */
const WHOLE = (PAGE.height - PAGE.top - PAGE.bottom) * 0.12;

/** Most of a row that is kept on one page rather than broken, and the least of it that may stand at the foot. */
const UNBROKEN = 92;
const FOOT = 60;

/** Height of a band that must be kept with what is above it. */
const head = (height) => (height > UNBROKEN ? FOOT : height);

const total = (heights) => heights.reduce((sum, height) => sum + height, 0);
const lefts = (cells) => cells.some(({ lines }) => lines.length > 0);

/**
 * What a table and a list share: bands of cells, one under the other, each a list of rows side by side, each a list of
 * cells. They are measured once and drawn once.
 */
class Grid {
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
      const style = heads ? this.styles.label : this.styles.cell;
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

/** Rows under headings, which every page repeats. */
class Table extends Grid {
  constructor(flow, block) {
    super(flow, block);
    this.columns = columns(block.widths);
    this.named = block.rowhead;
    this.heads = block.head;
    this.bands = this.rows.map((row) => [this.cells(row, this.columns, this.named)]);
  }

  headCells() {
    return this.cells(this.heads, this.columns, false)
      .map((cell) => ({ ...cell, tag: 'TH', options: { scope: 'Column' }, style: this.styles.label, blank: false,
        lines: this.flow.type.lines(cell.text, this.styles.label, cell.column.width - 2 * ASIDE) }));
  }

  /** What stays together at the beginning: caption, headings and first row. */
  opening() {
    const first = this.bands.length ? this.height(this.bands[0].flat()) : 0;
    return super.opening() + this.height(this.headCells()) + head(first);
  }

  drawHead() {
    const cells = this.headCells();
    const height = this.height(cells);
    this.flow.artifact(() => this.flow.doc.rect(PAGE.left, this.flow.y, WIDTH, height).fill(TINT));
    if (this.headDrawn) this.repeatHead(cells);
    else {
      const row = this.elements(cells);
      this.part(cells, height);
      cells.forEach(({ element }) => element.end());
      row.end();
      this.headDrawn = true;
    }
    this.flow.y += height;
    this.flow.empty = false;
  }

  /** A repeated heading is not a second heading of the table: an artifact. */
  repeatHead(cells) {
    const { pad } = this.styles.row;
    this.flow.artifact(() => cells.forEach(({ lines, style, column }) => {
      this.flow.type.use(style);
      lines.forEach((line, index) => this.flow.doc.text(
        line, column.x + ASIDE, this.flow.y + pad + index * style.lead, { lineBreak: false },
      ));
    }));
  }
}

/** Labels and values: one row under the other, or two side by side where the block says so and room is won. */
class Pairs extends Grid {
  constructor(flow, block) {
    super(flow, block);
    this.beside = flow.large ? [] : block.beside;
    this.bands = this.measure();
  }

  /** The bands in whichever columns take less room: those of short labels or those of long ones, the same for all. */
  measure() {
    const [short, long] = BESIDE.map((across) => this.within(across));
    const taken = (bands) => total(bands.map((band) => this.height(band.flat())));
    return taken(long) < taken(short) ? long : short;
  }

  within(across) {
    const bands = [];
    for (let index = 0; index < this.rows.length; index++) {
      const pair = this.beside.includes(index) && this.sideBySide(this.rows[index], this.rows[index + 1], across);
      bands.push(pair || [this.alone(this.rows[index])]);
      if (pair) index++;
    }
    return bands;
  }

  /** Both rows on one line, or nothing where a word would have to be cut, or no room is won. */
  sideBySide(first, second, across) {
    const pair = [this.cells(first, across, true), this.cells(second, across.slice(2), true)];
    const whole = pair.flat().every(({ lines, text }) => lines.join(' ') === this.flow.type.covered(text));
    const apart = this.height(this.alone(first)) + this.height(this.alone(second));
    return whole && this.height(pair.flat()) < apart && pair;
  }

  /** One row on its line; a label of many lines has half of the width. */
  alone(row) {
    if (this.flow.large) return this.cells(row, LARGE, true);
    const cells = this.cells(row, ALONE, true);
    if (cells[0].lines.length < 3) return cells;
    const other = this.cells(row, LONG_LABEL, true);
    return this.height(other) < this.height(cells) ? other : cells;
  }

  /** What stays together at the beginning: the whole of a short list, the first bands of a long one. */
  opening() {
    const heights = this.bands.map((band) => this.height(band.flat()));
    const first = total(heights) > WHOLE ? head(heights[0]) + (heights[0] > UNBROKEN ? 0 : head(heights[1] ?? 0)) : 0;
    return super.opening() + (first || total(heights));
  }
}

/** The grid of a block, made once: a heading before it asks for its opening, then it is drawn. */
function gridOf(flow, block) {
  if (!flow.grids.has(block)) flow.grids.set(block, block.t === 'kv' ? new Pairs(flow, block) : new Table(flow, block));
  return flow.grids.get(block);
}

/** Height that the beginning of a table or list needs on its page. */
export const tableOpening = (flow, block) => gridOf(flow, block).opening();

export const drawTable = (flow, parent, block) => gridOf(flow, block).drawAll(parent);
