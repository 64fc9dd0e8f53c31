/** Measures of the page, in points (72 to the inch), and colours. */

export const PAGE = { width: 595.28, height: 841.89, left: 51, right: 51, top: 53, bottom: 43 };
export const WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const FLOOR = PAGE.height - PAGE.bottom;

export const INK = '#1b2430';
export const MUTED = '#55606e';
export const HAIRLINE = '#c3cad3';
export const TINT = '#eef2f6';
export const ACCENT = '#1f4f6b';
export const WATERMARK = '#e9ecef';

/** Face, size and leading of each style of text; `writing` is that of lines left to write by hand, `row` what
 * surrounds the lines of a row, and the least to write in. */
const TEXT = {
  h1: { font: 'bold', size: 17, lead: 21, before: 18, after: 6, colour: ACCENT },
  h2: { font: 'bold', size: 12, lead: 15, before: 9, after: 3, colour: ACCENT },
  h3: { font: 'bold', size: 10, lead: 12.5, before: 6, after: 1.5, colour: INK },
  normal: { font: 'regular', size: 9.5, lead: 12.5, before: 0, after: 5, colour: INK },
  lead: { font: 'regular', size: 10.5, lead: 14, before: 0, after: 6, colour: INK },
  note: { font: 'regular', size: 8.5, lead: 11, before: 0, after: 4, colour: MUTED },
  legal: { font: 'regular', size: 8, lead: 10.2, before: 0, after: 3, colour: MUTED },
  label: { font: 'bold', size: 9, lead: 11, colour: INK },
  cell: { font: 'regular', size: 9, lead: 11, colour: INK },
  writing: { font: 'regular', size: 9, lead: 15.5, colour: INK },
  caption: { font: 'bold', size: 9.5, lead: 12.5, before: 5, after: 2, colour: INK },
  row: { pad: 2, hand: 23, after: 6 },
};

/** In large type, running text has 16 points; headings grow less, and the references of texts, which few read. */
const LARGE = { h1: 1.55, h2: 1.6, h3: 1.65, legal: 1.3 };
const LARGE_TEXT = 1.7;
const MEASURES = ['size', 'lead', 'before', 'after', 'pad', 'hand'];

/** The styles of a document, enlarged where it is set in large type. */
export function stylesOf(large) {
  if (!large) return TEXT;
  return Object.fromEntries(Object.entries(TEXT).map(([name, style]) => {
    const factor = LARGE[name] ?? LARGE_TEXT;
    const given = MEASURES.filter((key) => key in style);
    const enlarged = Object.fromEntries(given.map((key) => [key, style[key] * factor]));
    return [name, { ...style, ...enlarged }];
  }));
}
