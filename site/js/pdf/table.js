/** Tables: rows that break between pages, headings repeated as artifacts, label/value lists. */

import { PAGE, TEXT, TINT, WIDTH } from './style.js';

const PADDING = 5;

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

class Table {
  constructor(flow, parent, weights, head) {
    this.flow = flow;
    this.columns = columns(weights);
    this.element = flow.doc.struct('Table');
    parent.add(this.element);
    this.head = head;
  }

  caption(text) {
    if (!text) return;
    const caption = this.flow.doc.struct('Caption');
    this.element.add(caption);
    this.flow.space(TEXT.caption.before);
    this.flow.need(TEXT.caption.lead * 4);
    this.flow.text(caption, 'Caption', text, TEXT.caption);
    caption.end();
    this.flow.y += TEXT.caption.after;
  }

  measured(cells, styles) {
    return cells.map((text, index) => ({
      lines: text === '' ? [] : this.flow.type.lines(text, styles[index], this.columns[index].width - 2 * PADDING),
      style: styles[index],
      blank: text === '',
      column: this.columns[index],
    }));
  }

  height(cells) {
    return Math.max(...cells.map(({ lines, style }) => Math.max(1, lines.length) * style.lead)) + 2 * PADDING;
  }

  drawHead() {
    if (!this.head) return;
    const cells = this.measured(this.head, this.head.map(() => TEXT.label));
    const height = this.height(cells);
    this.flow.artifact(() => this.flow.doc.rect(PAGE.left, this.flow.y, WIDTH, height).fill(TINT));
    if (this.headDrawn) {
      // A repeated heading is not a second heading of the table: an artifact.
      this.flow.artifact(() => cells.forEach(({ lines, style, column }) => {
        this.flow.type.use(style);
        lines.forEach((line, index) => this.flow.doc.text(
          line, column.x + PADDING, this.flow.y + PADDING + index * style.lead, { lineBreak: false },
        ));
      }));
    } else {
      const row = this.flow.doc.struct('TR');
      this.element.add(row);
      cells.forEach((cell) => this.cell(row, 'TH', { scope: 'Column' }, cell, cell.lines.length));
      row.end();
      this.headDrawn = true;
    }
    this.flow.y += height;
    this.flow.empty = false;
  }

  cell(row, tag, options, cell, count) {
    const element = options ? this.flow.doc.struct(tag, options) : this.flow.doc.struct(tag);
    row.add(element);
    this.cellPart(element, tag, cell, count);
    return element;
  }

  cellPart(element, tag, cell, count) {
    const lines = cell.lines.splice(0, count);
    this.flow.lines(element, tag, lines, cell.style, cell.column.x + PADDING, this.flow.y + PADDING);
  }

  /** Begin a new page where the headings would stand alone at the bottom of this one. */
  keepHeadWith(texts) {
    const styles = this.columns.map(() => TEXT.cell);
    const first = texts ? this.height(this.measured(texts, styles)) : 0;
    this.flow.need(this.height(this.measured(this.head, styles)) + Math.min(first, 150));
  }

  /** One row; `rowhead` makes its first cell a heading. */
  row(texts, rowhead, writing) {
    const styles = texts.map((_, index) => (rowhead && index === 0 ? TEXT.label : TEXT.cell));
    const cells = this.measured(texts, styles);
    const whole = this.height(cells);
    const page = PAGE.height - PAGE.top - PAGE.bottom;
    if (whole > this.flow.room && (whole < page / 2 || this.flow.room < 60)) this.breakPage();
    const row = this.flow.doc.struct('TR');
    this.element.add(row);
    const elements = cells.map((_, index) => {
      const header = rowhead && index === 0;
      const element = header ? this.flow.doc.struct('TH', { scope: 'Row' }) : this.flow.doc.struct('TD');
      row.add(element);
      return { element, tag: header ? 'TH' : 'TD' };
    });
    do {
      const height = Math.min(this.height(cells), this.flow.room);
      cells.forEach((cell, index) => {
        const fitting = Math.max(1, Math.floor((height - 2 * PADDING) / cell.style.lead));
        this.cellPart(elements[index].element, elements[index].tag, cell, fitting);
        if (writing && cell.blank) {
          this.flow.writingLine(cell.column.x + PADDING, this.flow.y + height - 4, cell.column.width - 2 * PADDING);
        }
      });
      this.flow.y += height;
      this.flow.empty = false;
      this.flow.rule(this.flow.y);
      if (cells.some(({ lines }) => lines.length > 0)) this.breakPage();
    } while (cells.some(({ lines }) => lines.length > 0));
    elements.forEach(({ element }) => element.end());
    row.end();
  }

  breakPage() {
    if (this.flow.empty) return;
    this.flow.newPage();
    this.drawHead();
  }

  end() {
    this.element.end();
    this.flow.y += 10;
  }
}

/** A table with a heading row. */
export function drawTable(flow, parent, { caption, head, rows, widths, rowhead }) {
  const table = new Table(flow, parent, widths ?? head.map(() => 1), head);
  table.caption(caption);
  table.keepHeadWith(rows[0]);
  table.drawHead();
  rows.forEach((row) => table.row(row, rowhead, true));
  table.end();
}

/** A list of labels and values, one under the other. */
export function drawPairs(flow, parent, { caption, rows }) {
  const table = new Table(flow, parent, [0.36, 0.64], null);
  table.caption(caption);
  flow.rule(flow.y);
  rows.forEach((row) => table.row(row, true, true));
  table.end();
}
