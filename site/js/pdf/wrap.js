/** Line breaking: words that fit stay whole, words wider than the line are cut, line ends of the text are kept. */

import { instead, numbered, seen } from './paper.js';

/** Width of the narrowest letters, in parts of the size. */
const NARROWEST = 0.2;

/** What a map holds under a key, made the first time. */
function kept(map, key, make) {
  let held = map.get(key);
  if (held === undefined) {
    held = make();
    map.set(key, held);
  }
  return held;
}

export class Typesetter {
  /**
   * `doc` has the fonts `regular` and `bold`; `missing` collects « 😀 [U+1F600] », the signs that only their number
   * stands for.
   */
  constructor(doc) {
    this.doc = doc;
    this.missing = new Set();
    this.known = new Map();
    this.seen = new Map();
    this.widths = new Map();
    this.laid = new Map();
  }

  /** What follows is written so. */
  use(style) {
    this.measure(style);
    this.doc.fillColor(style.colour);
  }

  /** What follows is measured so, and nothing of it is written in the page. */
  measure(style) {
    this.doc.font(style.font).fontSize(style.size);
    const key = `${style.font}${style.size}`;
    this.measured = kept(this.widths, key, () => new Map());
  }

  /** The text as it is seen, with what stands for each sign that no font has. */
  covered(text) {
    return kept(this.seen, text, () => {
      let result = '';
      for (const sign of seen(text)) result += this.has(sign) ? sign : this.replaced(sign);
      return result;
    });
  }

  replaced(sign) {
    const made = instead(sign, (one) => this.has(one));
    if (made === numbered(sign)) this.missing.add(`${sign} ${made}`);
    return made;
  }

  /** Whether the fonts, which have the same characters, have this one. */
  has(sign) {
    return kept(this.known, sign,
      () => sign === '\n' || this.doc._font.font.hasGlyphForCodePoint(sign.codePointAt(0)));
  }

  /** Width of one word, measured once for each style. */
  width(word) {
    return kept(this.measured, word, () => this.doc.widthOfString(word));
  }

  /**
   * The lines of a text set in `style` within `width`, broken once: what asks how tall it will be asks for them too. A
   * space ends each line but the last and those that cut a word: who is read the structure hears one text.
   */
  lines(text, style, width) {
    this.measure(style);
    return [...kept(this.laid, `${style.font} ${style.size} ${width} ${text}`, () => this.broken(text, style, width))];
  }

  broken(text, style, width) {
    const paragraphs = this.covered(text).split('\n').map((one) => this.paragraph(one, style, width));
    for (const lines of paragraphs.slice(0, -1)) lines.push(`${lines.pop()} `);
    return paragraphs.flat();
  }

  paragraph(text, style, width) {
    const lines = [];
    const space = this.width(' ');
    // Of a very long word, only what could stand on one line is measured.
    const most = Math.ceil(width / (style.size * NARROWEST));
    let line = [];
    let room = width;
    for (let word of text.split(' ')) {
      if (word.length <= most && this.width(word) + (line.length ? space : 0) <= room) {
        room -= this.width(word) + (line.length ? space : 0);
        line.push(word);
        continue;
      }
      if (line.length) lines.push(`${line.join(' ')} `);
      while (word.length > most || this.width(word) > width) {
        const cut = this.fitting(word.slice(0, most + 1), width);
        lines.push(word.slice(0, cut));
        word = word.slice(cut);
      }
      line = [word];
      room = width - this.width(word);
    }
    lines.push(line.join(' '));
    return lines;
  }

  /** How many characters of a word fit in the width; at least one, and never half of a surrogate pair. */
  fitting(word, width) {
    let low = 1;
    let high = word.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.doc.widthOfString(word.slice(0, middle)) <= width) low = middle;
      else high = middle - 1;
    }
    const last = word.charCodeAt(low - 1);
    return last >= 0xd800 && last < 0xdc00 && low < word.length ? low + 1 : low;
  }
}
