/** Measures of the page, in points (72 to the inch), and colours. */

export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 56, top: 74, bottom: 62 };
export const WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const FLOOR = PAGE.height - PAGE.bottom;

export const INK = '#1b2430';
export const MUTED = '#55606e';
export const HAIRLINE = '#c3cad3';
export const TINT = '#eef2f6';
export const ACCENT = '#1f4f6b';
export const WATERMARK = '#e9ecef';

/** Face, size and leading of each style of text. */
const TEXT = {
  h1: { font: 'bold', size: 20, lead: 25, before: 0, after: 10, colour: ACCENT },
  h2: { font: 'bold', size: 13.5, lead: 18, before: 18, after: 6, colour: ACCENT },
  h3: { font: 'bold', size: 11, lead: 15, before: 11, after: 4, colour: INK },
  normal: { font: 'regular', size: 10, lead: 14, before: 0, after: 7, colour: INK },
  lead: { font: 'regular', size: 11.5, lead: 16, before: 0, after: 9, colour: INK },
  note: { font: 'regular', size: 9, lead: 12.5, before: 0, after: 6, colour: MUTED },
  legal: { font: 'regular', size: 8.5, lead: 11.5, before: 0, after: 5, colour: MUTED },
  label: { font: 'bold', size: 9.5, lead: 13, colour: INK },
  cell: { font: 'regular', size: 9.5, lead: 13, colour: INK },
  caption: { font: 'bold', size: 10, lead: 14, before: 6, after: 4, colour: INK },
};

/** In large type, running text has 16 points and headings grow less. */
const LARGE = { h1: 1.3, h2: 1.45, h3: 1.5 };
const LARGE_TEXT = 1.6;
const MEASURES = ['size', 'lead', 'before', 'after'];

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
