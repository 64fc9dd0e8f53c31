/** The blocks of a sheet laid out in a width: how tall each is, which of its texts may lose lines, how it is drawn. */

import { drawFigureAt } from './figure.js';
import { ACCENT, MUTED, TINT } from './style.js';

/** Room between what stands side by side. */
export const GUTTER = 12;
const INDENT = 9;
const TICK = 12;
const PADDING = 6;

/** Room above frames, and below. */
const AROUND = 4;

/** Room to write under what a frame prints. */
const BY_HAND = 16;

const sum = (numbers) => numbers.reduce((whole, number) => whole + number, 0);
const heightOf = (texts) => sum(texts.map(({ lines, style }) => lines.length * style.lead));

/** Height of pieces one under the other. */
export const tall = (pieces) => sum(pieces.map(({ height }) => height));

class Piece {
  constructor(sheet, texts) {
    this.sheet = sheet;
    this.texts = texts;
  }

  get height() {
    return heightOf(this.texts);
  }
}

export class Heading extends Piece {
  constructor(sheet, { level, text }, width) {
    super(sheet, [sheet.text(text, `h${level}`, width)]);
    this.style = sheet.styles[`h${level}`];
    this.tag = `H${level}`;
    this.width = width;
  }

  get height() {
    return this.style.before + heightOf(this.texts) + this.style.after;
  }

  draw(parent, x, y) {
    this.sheet.write(parent, this.tag, this.texts[0], x, y + this.style.before);
    if (this.tag === 'H2') this.sheet.flow.rule(y + this.height - 2.5, { x, width: this.width });
  }
}

class Paragraph extends Piece {
  constructor(sheet, { text, style }, width) {
    super(sheet, [sheet.text(text, style, width)]);
  }

  draw(parent, x, y) {
    this.sheet.write(parent, 'P', this.texts[0], x, y);
  }
}

/** What is asked, on a band. */
class Ask extends Piece {
  constructor(sheet, { text }, width) {
    super(sheet, [sheet.text(text, 'ask', width - 2 * PADDING)]);
    this.width = width;
  }

  get height() {
    return heightOf(this.texts) + 10;
  }

  draw(parent, x, y) {
    const { doc } = this.sheet.flow;
    this.sheet.flow.artifact(() => {
      doc.rect(x, y + 4, this.width, this.height - 4).fill(TINT);
      doc.rect(x, y + 4, 3, this.height - 4).fill(ACCENT);
    });
    this.sheet.write(parent, 'P', this.texts[0], x + PADDING + 3, y + 7);
  }
}

class List extends Piece {
  constructor(sheet, { items }, width) {
    super(sheet, items.map((item) => ({ ...sheet.text(item, 'normal', width - INDENT), sign: '•' })));
  }

  draw(parent, x, y) {
    this.sheet.list(parent, this.texts, x, y, INDENT);
  }
}

/** Lists side by side, whose items begin with their own sign. */
class Ticks extends Piece {
  constructor(sheet, { lists }, width) {
    const across = width / lists.length;
    const columns = lists.map(({ title, items }, index) => ({
      x: index * across,
      title: sheet.text(title, 'strong', across),
      items: items.map(([sign, text]) => ({ ...sheet.text(text, 'normal', across - TICK - 4), sign })),
    }));
    super(sheet, columns.flatMap(({ items }) => items));
    this.columns = columns;
  }

  get height() {
    return Math.max(...this.columns.map(({ title, items }) => heightOf([title, ...items]))) + 3;
  }

  draw(parent, x, y) {
    for (const { x: shift, title, items } of this.columns) {
      this.sheet.write(parent, 'P', title, x + shift, y);
      this.sheet.list(parent, items, x + shift, y + heightOf([title]) + 1, TICK);
    }
  }
}

/** Frames side by side, completed by hand. */
class Frames extends Piece {
  constructor(sheet, { frames }, width) {
    super(sheet, []);
    this.across = (width - GUTTER * (frames.length - 1)) / frames.length;
    this.frames = frames.map(({ title, lines }) => [sheet.text(title, 'strong', this.across - 2 * PADDING),
      ...lines.map((line) => sheet.text(line, 'normal', this.across - 2 * PADDING))]);
  }

  get height() {
    return Math.max(...this.frames.map(heightOf)) + 2 * PADDING + BY_HAND + 2 * AROUND;
  }

  draw(parent, x, y) {
    const { flow } = this.sheet;
    const height = this.height - 2 * AROUND;
    this.frames.forEach((texts, index) => {
      const left = x + index * (this.across + GUTTER);
      flow.artifact(() => flow.doc.roundedRect(left, y + AROUND, this.across, height, 3).lineWidth(0.8)
        .strokeColor(MUTED).stroke());
      const group = flow.element(parent, 'Div');
      let top = y + AROUND + PADDING;
      for (const text of texts) {
        this.sheet.write(group, 'P', text, left + PADDING, top);
        top += heightOf([text]);
      }
      group.end();
    });
  }
}

/** A drawing, with its own alternative text. */
class Drawing extends Piece {
  constructor(sheet, block) {
    super(sheet, []);
    this.block = block;
  }

  get height() {
    return this.block.height + 6;
  }

  draw(parent, x, y) {
    drawFigureAt(this.sheet.flow, parent, this.block, x, y);
  }
}

const PIECES = { h: Heading, p: Paragraph, ask: Ask, ul: List, ticks: Ticks, frames: Frames, figure: Drawing };

/** A block laid out in a width of a sheet. */
export const laid = (sheet, block, width) => new PIECES[block.style === 'ask' ? 'ask' : block.t](sheet, block, width);
