/** Drawings of the core on paper, each tagged as one figure that its alternative text tells. */

import { ACCENT, HAIRLINE, INK, MUTED, PAGE, TINT } from './style.js';

const EARTH = '#7a4a12';
const MARK = '#a3330a';

/** How each class is filled and outlined: grey and outline tell what colour alone would. */
const FORMS = {
  college: { fill: '#dbe7ef', stroke: '#7d97a9', weight: 0.5 },
  changed: { fill: '#9fbfd2', stroke: '#4d7288', weight: 0.5 },
  stage: { fill: ACCENT, stroke: ACCENT, weight: 0.5 },
  other: { fill: '#f6e7d2', stroke: EARTH, weight: 1.4 },
  holiday: { fill: '#ffffff', stroke: '#8a94a0', weight: 0.5 },
  lost: { stroke: MUTED, weight: 0.7, dash: 2 },
  blank: { fill: '#ffffff', stroke: HAIRLINE, weight: 0.5 },
  paper: { fill: '#ffffff' },
  tint: { fill: TINT },
  hatch: { stroke: '#8a94a0', weight: 0.5 },
  ink: { stroke: INK, weight: 0.6 },
  muted: { stroke: HAIRLINE, weight: 0.5 },
  mark: { stroke: MARK, weight: 0.8 },
  today: { stroke: INK, weight: 1.2, dash: 2 },
};
const WORDS = { ink: INK, muted: MUTED, mark: MARK, on: '#ffffff', strong: INK };
const ANCHORS = { start: 0, middle: 0.5, end: 1 };

function finish(doc, { fill, stroke, weight, dash }) {
  if (stroke) doc.lineWidth(weight).strokeColor(stroke);
  if (dash) doc.dash(dash, { space: dash });
  if (fill && stroke) doc.fillAndStroke(fill, stroke);
  else if (fill) doc.fill(fill);
  else doc.stroke();
  if (dash) doc.undash();
}

const DRAW = {
  rect(flow, left, top, [x, y, width, height, kind]) {
    flow.doc.rect(left + x, top + y, width, height);
    finish(flow.doc, FORMS[kind]);
  },

  lines(flow, left, top, [ends, kind]) {
    for (let rank = 0; rank < ends.length; rank += 4) {
      flow.doc.moveTo(left + ends[rank], top + ends[rank + 1]).lineTo(left + ends[rank + 2], top + ends[rank + 3]);
    }
    finish(flow.doc, FORMS[kind]);
  },

  text(flow, left, top, [x, y, size, anchor, kind, words]) {
    const font = kind === 'strong' || kind === 'on' ? 'bold' : 'regular';
    flow.type.use({ font, size, colour: WORDS[kind] });
    const text = flow.oneLine(words);
    const shift = flow.doc.widthOfString(text) * ANCHORS[anchor];
    flow.doc.text(text, left + x - shift, top + y, { lineBreak: false, baseline: 'alphabetic' });
  },
};

/** Draw at a place, in one piece; `parent` is the element that holds it. */
export function drawFigureAt(flow, parent, { alt, width, height, shapes }, left, top) {
  const box = [left, top, left + width, top + height];
  const element = flow.doc.struct('Figure', { alt, bbox: box });
  parent.add(element);
  flow.tagged(element, 'Figure', () => {
    for (const [kind, ...shape] of shapes) DRAW[kind](flow, left, top, shape);
  });
  element.end();
}

/** Draw in the flow of the pages, whole on one of them. */
export function drawFigure(flow, parent, block) {
  flow.need(block.height);
  drawFigureAt(flow, parent, block, PAGE.left, flow.y);
  flow.y += block.height + 10;
  flow.empty = false;
}
