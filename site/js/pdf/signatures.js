/** Boxes to sign in, each with its label, the name and what is to be written. Those of a document stay on one sheet. */

import { HAIRLINE, PAGE, WIDTH } from './style.js';

/** The texts of a signature box, broken into lines. */
function signed(flow, { label, name, mention, date }, width) {
  const { cell, note } = flow.styles;
  return [[label, flow.styles.label], [name, cell], [mention, note], [date && `Le ${date}`, cell]]
    .filter(([text]) => text)
    .map(([text, style]) => ({ lines: flow.type.lines(text, style, width), style }));
}

const BOX_GAP = 10;
const BOX_PADDING = 8;

/** Room left on a page of signatures for the heading and the notes above them. */
const HEADINGS = 150;

/** Room left to sign under the longest text of a box. */
const ROOM_TO_SIGN = 50;

/** The rows of signature boxes, two to four to a row, each {parts, height}: the boxes of a row have one height. */
function boxRows(flow, boxes) {
  const across = boxes.length > 6 ? 4 : boxes.length > 4 ? 3 : 2;
  const width = (WIDTH - BOX_GAP * (across - 1)) / across;
  const rows = [];
  for (let index = 0; index < boxes.length; index += across) {
    const row = boxes.slice(index, index + across).map((box) => signed(flow, box, width - 2 * BOX_PADDING));
    const text = (parts) => parts.reduce((sum, { lines, style }) => sum + lines.length * style.lead, 0);
    rows.push({ row, height: ROOM_TO_SIGN + Math.max(...row.map(text)) });
  }
  return { rows, width };
}

/** Height to keep on one page: every row, so that all sign on one sheet, or the first where there are too many. */
function together(rows) {
  const whole = rows.reduce((sum, { height }) => sum + height + BOX_GAP, 0);
  return whole <= PAGE.height - PAGE.top - PAGE.bottom - HEADINGS ? whole : (rows[0]?.height ?? 0) + BOX_GAP;
}

/** Height that the beginning of the boxes needs on the page of the heading just before. */
export const openingOfBoxes = (flow, boxes) => together(boxRows(flow, boxes).rows);

export function drawBoxes(flow, parent, boxes) {
  const { rows, width } = boxRows(flow, boxes);
  flow.need(together(rows));
  for (const { row, height } of rows) {
    flow.need(height + BOX_GAP);
    const top = flow.y;
    row.forEach((parts, position) => {
      const x = PAGE.left + position * (width + BOX_GAP);
      flow.artifact(() => flow.doc.roundedRect(x, top, width, height, 4).lineWidth(0.7).strokeColor(HAIRLINE).stroke());
      const group = flow.element(parent, 'Div');
      let y = top + 6;
      for (const { lines, style } of parts) {
        const made = flow.element(group, 'P');
        flow.lines(made, 'P', lines, style, x + BOX_PADDING, y);
        made.end();
        y += lines.length * style.lead;
      }
      group.end();
    });
    flow.y = top + height + BOX_GAP;
    flow.empty = false;
  }
}
