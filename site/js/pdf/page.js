/** The flow of pages: position, page breaks, tagged content and artifacts. */

import { ACCENT, FLOOR, HAIRLINE, MUTED, PAGE, WATERMARK, WIDTH, stylesOf } from './style.js';
import { Typesetter } from './wrap.js';

export class Flow {
  constructor(doc, { header, watermark, large }) {
    this.doc = doc;
    this.styles = stylesOf(large);
    this.large = large;
    this.grids = new Map();
    this.header = header;
    this.watermark = watermark;
    this.type = new Typesetter(doc);
    this.newPage();
  }

  /** A new element of the tagged content, within its parent. */
  element(parent, tag) {
    const made = this.doc.struct(tag);
    parent.add(made);
    return made;
  }

  /** Begin a page: watermark under everything, then the header, both artifacts. */
  newPage() {
    this.doc.addPage();
    if (this.watermark) this.artifact(() => this.drawWatermark());
    this.artifact(() => this.drawHeader(), { type: 'Pagination', attached: ['Top'] });
    this.y = PAGE.top;
    this.empty = true;
  }

  drawWatermark() {
    const { doc } = this;
    doc.save().font('bold').fontSize(84).fillColor(WATERMARK);
    const size = 84 * Math.min(1, 620 / doc.widthOfString(this.watermark));
    doc.fontSize(size).rotate(-52, { origin: [PAGE.width / 2, PAGE.height / 2] });
    const x = (PAGE.width - doc.widthOfString(this.watermark)) / 2;
    doc.text(this.watermark, x, PAGE.height / 2 - size / 2, { lineBreak: false });
    doc.restore();
  }

  oneLine(text) {
    return this.type.covered(text).replaceAll('\n', ' ');
  }

  drawHeader() {
    const { doc } = this;
    const style = { ...this.styles.note, size: 8 };
    this.type.use(style);
    const right = this.oneLine(this.header.right);
    doc.text(this.oneLine(this.header.left), PAGE.left, 26, { lineBreak: false });
    doc.text(right, PAGE.width - PAGE.right - doc.widthOfString(right), 26, { lineBreak: false });
    if (this.watermark) {
      doc.font('bold').fillColor(ACCENT);
      doc.text(this.watermark, (PAGE.width - doc.widthOfString(this.watermark)) / 2, 26, { lineBreak: false });
    }
    doc.moveTo(PAGE.left, 39).lineTo(PAGE.width - PAGE.right, 39).lineWidth(0.5).strokeColor(HAIRLINE).stroke();
  }

  /** Write « page n / N », and the foot of the document where it has one, on every page. */
  finish() {
    const { start, count } = this.doc.bufferedPageRange();
    for (let index = 0; index < count; index++) {
      this.doc.switchToPage(start + index);
      this.artifact(() => {
        this.doc.font('regular').fontSize(8).fillColor(MUTED);
        const text = `page ${index + 1} / ${count}`;
        const x = PAGE.width - PAGE.right - this.doc.widthOfString(text);
        this.doc.text(text, x, PAGE.height - 35, { lineBreak: false });
        if (this.header.foot)
          this.doc.text(this.oneLine(this.header.foot), PAGE.left, PAGE.height - 35, { lineBreak: false });
      }, { type: 'Pagination', attached: ['Bottom'] });
    }
  }

  get room() {
    return FLOOR - this.y;
  }

  /** Begin a new page unless `height` is left on this one. */
  need(height) {
    if (height > this.room && !this.empty) this.newPage();
  }

  space(height) {
    if (!this.empty) this.y += height;
  }

  artifact(draw, options = { type: 'Layout' }) {
    this.doc.markContent('Artifact', options);
    draw();
    this.doc.endMarkedContent();
  }

  /** Draw as content of a structure element. */
  tagged(element, tag, draw) {
    const content = this.doc.markStructureContent(tag);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  /** Draw lines at a place, as content of an element; the style is set again because a page break forgets it. */
  lines(element, tag, lines, style, x, y) {
    if (lines.length === 0) return;
    this.tagged(element, tag, () => {
      this.type.use(style);
      lines.forEach((line, index) => {
        if (line !== '') this.doc.text(line, x, y + index * style.lead, { lineBreak: false });
      });
    });
  }

  /** A run of lines that flows over pages, at least two together at the bottom of a page. */
  text(element, tag, text, style, { x = PAGE.left, width = WIDTH } = {}) {
    let lines = this.type.lines(text, style, width);
    while (lines.length > 0) {
      this.need(Math.min(2, lines.length) * style.lead);
      const fitting = Math.max(1, Math.floor(this.room / style.lead));
      const now = lines.slice(0, fitting);
      this.lines(element, tag, now, style, x, this.y);
      this.y += now.length * style.lead;
      this.empty = false;
      lines = lines.slice(fitting);
      if (lines.length > 0) this.newPage();
    }
  }

  rule(y, { x = PAGE.left, width = WIDTH, colour = HAIRLINE, weight = 0.5 } = {}) {
    this.artifact(() => this.doc.moveTo(x, y).lineTo(x + width, y).lineWidth(weight).strokeColor(colour).stroke());
  }

  /** A dotted line to write on. */
  writingLine(x, y, width) {
    this.artifact(() => this.doc.moveTo(x, y).lineTo(x + width, y).lineWidth(0.6).dash(1, { space: 2 })
      .strokeColor(MUTED).stroke().undash());
  }
}
