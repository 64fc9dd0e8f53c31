/** Line breaking: words that fit stay whole, words wider than the line are cut, line ends of the text are kept. */

const SUBSTITUTE = '\u25a1';
/** Width of the narrowest letters, in parts of the size. */
const NARROWEST = 0.2;

export class Typesetter {
  /** `doc` has the fonts `regular` and `bold`; `missing` collects the characters that they do not have. */
  constructor(doc) {
    this.doc = doc;
    this.missing = new Set();
    this.widths = new Map();
  }

  use(style) {
    this.doc.font(style.font).fontSize(style.size).fillColor(style.colour);
    this.key = `${style.font}${style.size}`;
  }

  /** The text in composed form, with a square for each character that no font has. */
  covered(text) {
    const { font } = this.doc._font;
    let result = '';
    for (const sign of text.normalize('NFC').replace(/\t/g, ' ').replace(/[\u00ad\r]/g, '')) {
      if (sign === '\n' || font.hasGlyphForCodePoint(sign.codePointAt(0))) result += sign;
      else {
        this.missing.add(sign);
        result += SUBSTITUTE;
      }
    }
    return result;
  }

  width(text) {
    const key = this.key + text;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = this.doc.widthOfString(text);
      this.widths.set(key, width);
    }
    return width;
  }

  /** The lines of a text set in `style` within `width`. */
  lines(text, style, width) {
    this.use(style);
    return this.covered(text).split('\n').flatMap((paragraph) => this.paragraph(paragraph, style, width));
  }

  paragraph(text, style, width) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (this.width(longer) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      // Of a very long word, only what could stand on one line is measured.
      const most = Math.ceil(width / (style.size * NARROWEST));
      while (line.length > most || this.width(line) > width) {
        const cut = this.fitting(line.slice(0, most + 1), width);
        lines.push(line.slice(0, cut));
        line = line.slice(cut);
      }
    }
    lines.push(line);
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
