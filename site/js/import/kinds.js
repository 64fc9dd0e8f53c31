/** What a file is, from its first signs: what this page does not open is told as what it is, not as damage. */

import { EXTRACT } from './words.js';

const INSTEAD = 'Choisissez ici le JSON ou le PDF du dossier.';
const OUTLOOK =
  'un courriel d’Outlook ou un ancien document Office\u00a0: '
  + 'ouvrez-le, enregistrez la pièce jointe, puis choisissez-la ici.';
/** @type {[RegExp, string][]} */
const OTHERS = [
  [/^(?:\xd0\xcf\x11\xe0|\x78\x9f\x3e\x22)/, OUTLOOK],
  [/^PK\x03\x04[^]*(?:\[Content_Types\]\.xml|mimetypeapplication\/)/, `un document de bureautique. ${INSTEAD}`],
  [/^(?:7z\xbc\xaf|Rar!|\x1f\x8b)/, `une archive que ce site n’ouvre pas\u00a0: ${EXTRACT}`],
  [/^(?:\xff\xd8\xff|\x89PNG|GIF8|BM|II\*\0|MM\0\*|RIFF[^]{4}WEBP|[^]{4}ftyp)/, `une image ou une vidéo. ${INSTEAD}`],
  [/^\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|svg)/i, `une page web ou un fichier XML. ${INSTEAD}`],
  [/^\s*BEGIN:VCALENDAR/i, `un agenda, que lit votre logiciel d’agenda. ${INSTEAD}`],
  [/AGE-SECRET-KEY-/, 'une clé privée\u00a0: choisissez d’abord le fichier chiffré, la clé est demandée ensuite.'],
  [
    /^age1[0-9a-z]{58}\s*$/m,
    'une clé de réception\u00a0: elle se donne sur la page «\u00a0Établissement\u00a0» d’un dossier.',
  ],
  [/^Dossier de parcours individualis\xc3\xa9 d\xc3\xa9rogatoire /, `un récépissé. ${INSTEAD}`],
];
const HEAD = 1024;

/** The first signs of a file, one for each byte. */
export const headOf = async (file) => String.fromCharCode(...new Uint8Array(await file.slice(0, HEAD).arrayBuffer()));

/** The end of « Ce fichier est … », or '' for what may be a dossier. */
export const otherKind = (head) => OTHERS.find(([signs]) => signs.test(head))?.[1] ?? '';

/** Whether PDF programs take it for one: some begin it with other signs. A text in JSON may speak of one. */
export const isPdf = (head) => head.includes('%PDF-') && !/^\s*(?:\xef\xbb\xbf)?\s*\{/.test(head);

/** Whether it is an e-mail. */
export const isMail = (head, name) => /^(?:>?From |[A-Z][\w-]*:)/i.test(head)
  && (/\.eml$/i.test(name) || /^(?:MIME-Version|Received|Return-Path|Message-ID|X-Unsent|Delivered-To):/im.test(head));
