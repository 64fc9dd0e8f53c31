/** Labels and values, one beside the other. */

import { Grid, UNBROKEN, columns, head, total } from './grid.js';
import { PAGE } from './style.js';

/** Columns of labels and values: two rows side by side, their labels short or long, a row alone, one whose label is
 * long, one in large type. */
const BESIDE = [columns([21, 29, 21, 29]), columns([30, 20, 30, 20])];
const ALONE = columns([21, 79]);
const LONG_LABEL = columns([50, 50]);
const LARGE = columns([36, 64]);

/** Most of a page that is kept in one piece, rather than broken, when a list of labels and values fits in it. */
const WHOLE = (PAGE.height - PAGE.top - PAGE.bottom) * 0.12;

/** Labels and values: one row under the other, or two side by side where the block says so and room is won. */
export class Pairs extends Grid {
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
    const read = (lines) => lines.map((line) => line.trimEnd()).join(' '); // each but the last ends by a space
    const whole = pair.flat().every(({ lines, text }) => read(lines) === this.flow.type.covered(text));
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
