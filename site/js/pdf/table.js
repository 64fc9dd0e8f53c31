/** Tables: rows that break between pages, headings repeated as artifacts, label/value lists. */

import { PAGE, TINT, WIDTH } from './style.js';

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

/** Most of a page that is kept in one piece, rather than broken, when a list of labels and values fits in it. */
const WHOLE = (PAGE.height - PAGE.top - PAGE.bottom) * 0.4;

/** Most of a first row that is kept with the headings of its table. */
const FIRST_ROW = 150;

class Table {
  constructor(flow, { caption, head = null, rows, widths }) {
    this.flow = flow;
    this.styles = flow.styles;
    this.columns = columns(widths ?? head.map(() => 1));
    this.title = caption;
    this.head = head;
    this.rows = rows;
  }

  /** What stays together at the beginning: caption, headings and first row, or the whole of a short list. */
  opening(rowhead) {
    const title = this.captionHeight();
    const heights = [];
    for (const row of this.head ? this.rows.slice(0, 1) : this.rows) {
      heights.push(this.height(this.measured(row, this.cellStyles(row, rowhead))));
      if (heights.length > 1 && total(heights) > WHOLE) break;
    }
    if (!this.head) return title + (total(heights) > WHOLE ? Math.min(heights[0], FIRST_ROW) : total(heights));
    const head = this.height(this.measured(this.head, this.head.map(() => this.styles.label)));
    return title + head + Math.min(heights[0] ?? 0, FIRST_ROW);
  }

  captionHeight() {
    if (!this.title) return 0;
    const { caption } = this.styles;
    return caption.before + this.flow.type.lines(this.title, caption, WIDTH).length * caption.lead + caption.after;
  }

  begin(parent, rowhead) {
    this.flow.need(this.opening(rowhead));
    this.element = this.flow.doc.struct('Table');
    parent.add(this.element);
    if (!this.title) return;
    const caption = this.flow.doc.struct('Caption');
    this.element.add(caption);
    this.flow.space(this.styles.caption.before);
    this.flow.text(caption, 'Caption', this.title, this.styles.caption);
    caption.end();
    this.flow.y += this.styles.caption.after;
  }

  cellStyles(texts, rowhead) {
    return texts.map((_, index) => (rowhead && index === 0 ? this.styles.label : this.styles.cell));
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
    const cells = this.measured(this.head, this.head.map(() => this.styles.label));
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

  /** One row; `rowhead` makes its first cell a heading. */
  row(texts, rowhead, writing) {
    const cells = this.measured(texts, this.cellStyles(texts, rowhead));
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

const total = (heights) => heights.reduce((sum, height) => sum + height, 0);

/** The table of a block: one with a heading row, or a list of labels and values, one under the other. */
function tableOf(flow, block) {
  return block.t === 'kv' ? new Table(flow, { ...block, widths: [0.36, 0.64] }) : new Table(flow, block);
}

/** Height that the beginning of a table or list needs on its page. */
export function tableOpening(flow, block) {
  return tableOf(flow, block).opening(block.rowhead ?? true);
}

export function drawTable(flow, parent, block) {
  const table = tableOf(flow, block);
  const rowhead = block.rowhead ?? true;
  table.begin(parent, rowhead);
  table.drawHead();
  block.rows.forEach((row) => table.row(row, rowhead, true));
  table.end();
}
