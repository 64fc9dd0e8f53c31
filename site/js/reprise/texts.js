/** What a file is, from its bytes and not from its name, and its text in whatever way it is written. */

import { REASONS, Refusal } from './refusal.js';

const COPY = 'ouvrez-le, copiez les lignes et collez-les ici.';
const LIST = 'la liste et collez-la ici.';
const EXTRACT = 'extrayez-la, puis choisissez le fichier.';
const OPEN = 'celui d’un dossier s’ouvre par «\u00a0Ouvrir un fichier\u00a0».';
/** @type {[RegExp, string][]} */
const OTHERS = [
  [/^%PDF-/, 'un PDF\u00a0: exportez plutôt la liste, ou copiez-la et collez-la ici.'],
  [/^\xd0\xcf\x11\xe0/, `un ancien document Office (.xls, .doc)\u00a0: ${COPY}`],
  [/^PK\x03\x04[^]*(?:\[Content_Types\]\.xml|xl\/|word\/)/, `un document Office (.xlsx, .docx)\u00a0: ${COPY}`],
  [/^PK\x03\x04[^]*mimetypeapplication\//, `un document LibreOffice\u00a0: ${COPY}`],
  [/^(?:7z\xbc\xaf|Rar!|\x1f\x8b)/, `une archive que ce site n’ouvre pas\u00a0: ${EXTRACT}`],
  [/^(?:\xff\xd8\xff|\x89PNG|GIF8|BM|RIFF[^]{4}WEBP|[^]{4}ftyp)/, `une image\u00a0: copiez plutôt ${LIST}`],
  [/^\s*(?:\xef\xbb\xbf)?\s*[{[]/, `un fichier JSON\u00a0: ${OPEN}`],
];
const HEAD = 1024;
const [ZIP, XML, AGENDA] = [/^PK\x03\x04/, /^\s*(?:\xef\xbb\xbf)?\s*<\?xml|^(?:\xff\xfe<\0\?\0|\xfe\xff\0<\0\?)/,
  /^\s*(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR/i];
/** Encodings that an XML file of a French software may declare; a browser reads the first two as windows-1252. */
const DECLARED = ['iso-8859-1', 'us-ascii', 'iso-8859-15', 'windows-1252', 'utf-8', 'utf-16'];

/** 'zip', 'xml', 'agenda' or 'texte'; throws the Refusal of what is none of them. */
export function kindOf(bytes) {
  if (bytes.length === 0) throw new Refusal(REASONS.empty);
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const other = OTHERS.find(([signs]) => signs.test(head))?.[1];
  if (other) throw new Refusal(REASONS.other(other));
  if (ZIP.test(head)) return 'zip';
  if (XML.test(head)) return 'xml';
  return AGENDA.test(head) ? 'agenda' : 'texte';
}

function decoded(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(REASONS.encoding);
  }
}

/** « utf-16le » or « utf-16be » for what begins by their mark, else ''. */
function wide([first, second]) {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : '';
}

/** The text of bytes that do not say how they are written: UTF-8 if they are sound so, else that of Windows. */
export function textOf(bytes) {
  const mark = wide(bytes);
  if (mark) return decoded(bytes, mark);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoded(bytes, 'windows-1252');
  }
}

/** The text of an XML file, by what its first line says. */
export function xmlTextOf(bytes) {
  const mark = wide(bytes);
  if (mark) return decoded(bytes, mark);
  const line = String.fromCharCode(...bytes.subarray(0, 200));
  const said = /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(line)?.[1].toLowerCase() ?? 'utf-8';
  if (!DECLARED.includes(said)) throw new Refusal(REASONS.encoding);
  return decoded(bytes, said);
}
