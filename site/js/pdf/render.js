/** Blocks to a PDF that is PDF/A-3a and PDF/UA-1, with the dossier attached. The same input gives the same bytes. */

import PDFDocument from 'pdfkit';
import { drawFigure } from './figure.js';
import { Flow } from './page.js';
import { drawBoxes, openingOfBoxes } from './signatures.js';
import { drawSheet } from './sheet.js';
import { HAIRLINE, PAGE, WIDTH } from './style.js';
import { drawTable, tableOpening } from './table.js';
import { Typesetter } from './wrap.js';

const MAKER = 'Dossier PID';

// pdfkit writes these texts unescaped in the XML metadata, where they must equal those of the file: no XML signs in
// them.
const plain = (text) => text.replace(/[&<>]/g, (sign) => ({ '&': 'et', '<': '‹', '>': '›' })[sign]);

// PDF/UA-1 declared beside PDF/A-3a: pdfkit writes one standard only, and PDF/A wants the schema described.
const property = (name, value) => `<pdfaProperty:${name}>${value}</pdfaProperty:${name}>`;
const UA = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description><rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
${property('name', 'part')}${property('valueType', 'Integer')}${property('category', 'internal')}
${property('description', 'PDF/UA part')}</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>
</pdfaExtension:schemas></rdf:Description>`;

function paragraph(flow, parent, tag, text, style) {
  const made = flow.element(parent, tag);
  flow.text(made, tag, text, style);
  made.end();
}

/** Bookmarks nested as the headings are. */
class Outline {
  constructor(doc) {
    this.branches = [doc.outline];
  }

  add(level, text) {
    this.branches.length = Math.min(level, this.branches.length);
    this.branches.push(this.branches.at(-1).addItem(text, { expanded: level === 1 }));
  }
}

/** Height that the beginning of a block needs on the page of the heading just before. */
function opening(flow, block) {
  if (!block) return 0;
  if (block.t === 'kv' || block.t === 'table') return tableOpening(flow, block);
  if (block.t === 'sign') return openingOfBoxes(flow, block.boxes);
  if (block.t === 'figure') return block.height;
  return 4 * flow.styles.normal.lead;
}

/** How many blocks after a heading may have to stay with it. */
const AHEAD = 5;

/** Letters of a paragraph that stays with what it introduces. */
const SHORT = 200;

/** Height that a heading needs: itself, the headings and short texts that follow, and the start of what comes next. */
function kept(flow, blocks) {
  let height = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.t === 'kv' && blocks[index + 1]?.t === 'sign') {
      height += tableOpening(flow, block);
      continue;
    }
    if (block.t === 'p' && block.text.length < SHORT) {
      const { lead, after } = flow.styles[block.style];
      height += Math.ceil(block.text.length / 90) * lead + after;
      continue;
    }
    if (block.t !== 'h') return height + opening(flow, block);
    const { before, lead, after } = flow.styles[`h${block.level}`];
    height += before + lead * Math.ceil(block.text.length / 60) + after;
  }
  return height;
}

const DRAW = {
  h(flow, parent, block, outline, following) {
    const { level, text } = block;
    const style = flow.styles[`h${level}`];
    flow.need(kept(flow, [block, ...following]));
    flow.space(style.before);
    outline.add(level, text);
    paragraph(flow, parent, `H${level}`, text, style);
    if (level === 2) flow.rule(flow.y + 1, { colour: HAIRLINE });
    flow.y += style.after;
  },

  p(flow, parent, { text, style = 'normal' }) {
    paragraph(flow, parent, 'P', text, flow.styles[style]);
    flow.y += flow.styles[style].after;
  },

  kv: (flow, parent, block) => drawTable(flow, parent, block),
  table: (flow, parent, block) => drawTable(flow, parent, block),

  ul(flow, parent, { items }) {
    const { normal } = flow.styles;
    const list = flow.element(parent, 'L');
    for (const text of items) {
      const item = flow.element(list, 'LI');
      const label = flow.element(item, 'Lbl');
      flow.need(normal.lead * 2);
      flow.lines(label, 'Lbl', ['•'], normal, PAGE.left + 4, flow.y);
      label.end();
      const body = flow.element(item, 'LBody');
      flow.text(body, 'LBody', text, normal, { x: PAGE.left + 16, width: WIDTH - 16 });
      body.end();
      item.end();
      flow.y += 1;
    }
    list.end();
    flow.y += 3;
  },

  figure: (flow, parent, block) => drawFigure(flow, parent, block),
  sign: (flow, parent, { boxes }) => drawBoxes(flow, parent, boxes),

  sheet: (flow, parent, block, outline) => drawSheet(flow, parent, block, outline),

  pagebreak(flow) {
    if (!flow.empty) flow.newPage();
  },
};

/** Words laid out in each face: those of one document are those of the next. */
const LAID = { bold: Object.create(null), regular: Object.create(null) };

/** Give a document its two faces; « regular » is the present one. */
function prepare(doc, fonts) {
  for (const [face, laid] of Object.entries(LAID)) {
    doc.registerFont(face, fonts[face]);
    doc.font(face);
    doc._font.layoutCache = laid;
  }
}

/**
 * Compose a document. `described` is what `pid_rules.documents.document` gives, `dossier` the JSON text attached ("":
 * none). Resolves with {bytes: Uint8Array, missing: [signs printed by their number]}.
 */
export async function render(described, dossier, fonts) {
  const { meta, header, blocks } = described;
  const date = new Date(meta.created);
  const doc = new PDFDocument({
    size: 'A4', autoFirstPage: false, bufferPages: true, font: null, pdfVersion: '1.7', subset: 'PDF/A-3a',
    tagged: true, displayTitle: true, lang: meta.lang,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    info: { Title: plain(meta.title), Author: plain(meta.author), Subject: plain(meta.subject),
      Keywords: plain(meta.keywords), Producer: MAKER, Creator: MAKER, CreationDate: date, ModDate: date },
  });
  doc.appendXML(UA);
  const chunks = [];
  doc.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => {
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  prepare(doc, fonts);
  const watermark = [meta.demonstration && 'DÉMONSTRATION', meta.brouillon && 'BROUILLON'].filter(Boolean).join(' – ');
  const root = doc.struct('Document');
  doc.addStructure(root);
  const flow = new Flow(doc, { header, watermark, large: meta.large });
  const outline = new Outline(doc);
  blocks.forEach((block, index) => DRAW[block.t](flow, root, block, outline, blocks.slice(index + 1, index + AHEAD)));
  root.end();
  flow.finish();
  if (dossier) {
    doc.file(new TextEncoder().encode(dossier), {
      name: 'dossier.json', type: 'application/json', relationship: 'Source', creationDate: date, modifiedDate: date,
      description: 'Le dossier, à rouvrir dans le site',
    });
  }
  doc.end();
  await ended;
  return { bytes: joined(chunks), missing: [...flow.type.missing] };
}

/** The signs of a text that would be printed by their number. */
export function unprintable(text, fonts) {
  const doc = new PDFDocument({ autoFirstPage: false, font: null });
  prepare(doc, fonts);
  const type = new Typesetter(doc);
  type.covered(text);
  return [...type.missing];
}

function joined(chunks) {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
