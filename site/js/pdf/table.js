/** Tables: their headings repeated on each page as artifacts; and what draws a table or a list, whichever it is. */

import { ASIDE, Grid, columns, head } from './grid.js';
import { Pairs } from './pairs.js';
import { PAGE, TINT, WIDTH } from './style.js';

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

/** The grid of a block, made once: a heading before it asks for its opening, then it is drawn. */
function gridOf(flow, block) {
  if (!flow.grids.has(block)) flow.grids.set(block, block.t === 'kv' ? new Pairs(flow, block) : new Table(flow, block));
  return flow.grids.get(block);
}

/** Height that the beginning of a table or list needs on its page. */
export const tableOpening = (flow, block) => gridOf(flow, block).opening();

export const drawTable = (flow, parent, block) => gridOf(flow, block).drawAll(parent);
