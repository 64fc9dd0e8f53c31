/**
 * What stands on paper for each sign of a text: itself where the fonts have it, else signs that say the same, else its
 * number.
 */

import WRITTEN_AS from 'pid:signes';

const LINE_END = /\r\n?|[\v\f\x1c-\x1f\x85\u2028\u2029]/g;
const UNSEEN = /(?!\n)[\p{Default_Ignorable_Code_Point}\p{Cc}\ufff9-\ufffb]/gu;
const ONE_PROGRAM = new RegExp(`[${Object.keys(WRITTEN_AS).join('')}]`, 'gu');

/** The text that a person sees, in composed form, its lines ended by « \n ». */
export const seen = (text) => text.normalize('NFC').replace(LINE_END, '\n').replace(/\t/g, ' ')
  .replace(ONE_PROGRAM, (sign) => WRITTEN_AS[sign]).replace(UNSEEN, '');

const SAME = [
  ['→', '⇒⇨⟶⟹➔➙➜➝➞➡➢➣➤➧➨➩➪➲👉☞'], ['←', '⇐⇦⟵⬅👈'], ['↔', '⇔⟷'], ['↑', '⇑⇧⬆👆'], ['↓', '⇓⇩⬇👇'],
  ['•', '◦⁃∙⚫⬤◆❖✦✱✲🔹🔸🔵🔴'], ['☐', '◻◽▢❏❐❑❒⬜'], ['■', '◼◾⬛'], ['►', '▶▸▹▷‣'], ['●', '★⭐'], ['○', '☆⚪'],
  ['✓', '✔'], ['☑', '✅🗹'], ['✗', '✘✖✕❌'], ['☒', '❎🗷'], ['≤', '⩽≦'], ['≥', '⩾≧'], ['≈', '≃≅'], ['~', '∼'], ['*', '∗'],
  ['Ø', '∅'], ['+', '➕'], ['÷', '➗'], ['!', '❗'], ['?', '❓'], ['(!)', '⚠'], ['Tél.', '☎✆📞📱'], ['Courriel', '✉📧'],
  [':-)', '☺🙂😊😀😃'], [':-(', '☹🙁'], ['e', '℮'], ["'", '＇ʹꞌ'],
];
const EQUALS = new Map(SAME.flatMap(([instead, signs]) => [...signs].map((sign) => [sign, instead])));

/** First signs of the runs of numbers in circles: 1 to 20, 1 to 10 on black, without and with serifs. */
const CIRCLED = [[0x2460, 20], [0x2776, 10], [0x2780, 10], [0x278a, 10]];

/** What says the same as a sign that the fonts may lack, "" where nothing does. */
function equal(sign) {
  const code = sign.codePointAt(0);
  const [first] = CIRCLED.find(([start, count]) => code >= start && code < start + count) ?? [];
  if (first) return `(${code - first + 1})`;
  if (/\p{White_Space}|\u2800/u.test(sign)) return ' ';
  if (/\p{Dash}/u.test(sign)) return '-';
  const plain = sign.normalize('NFKD');
  return EQUALS.get(sign) ?? (plain === sign ? '' : plain.trim());
}

/** The number of a sign, as « [U+1F600] ». */
export const numbered = (sign) => `[U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** What is printed for a sign that the fonts lack; `has` tells whether they have one. */
export function instead(sign, has) {
  const found = equal(sign);
  return found && [...found].every(has) ? found : numbered(sign);
}
