/** Passphrases: seven French words at random, compared without accents, capitals or spaces too many. */

import coded from 'pid:mots';

/** 2,048 words, 11 bits each: 77 bits for seven. */
const WORDS = 7;
const SHORTEST = 20;
/** Different pairs of signs that follow each other: « 1234567890 » or a word said twice has fewer. */
const FEWEST_PAIRS = 14;

/**
 * The words of the list, that pipeline/words.py has written from the last letter to the first, each from the one
 * before.
 */
function wordlist() {
  const words = [];
  let before = '';
  for (const [, shared, rest] of coded.matchAll(/(\d)(\D+)/g)) {
    before = before.slice(0, Number(shared)) + rest;
    words.push([...before].reverse().join(''));
  }
  return words;
}

/** The words of a new passphrase. 2,048 divides 65,536: every word is as likely as any other. */
export function newPhrase() {
  const drawn = crypto.getRandomValues(new Uint16Array(WORDS));
  const words = wordlist();
  return Array.from(drawn, (number) => words[number % words.length]).join(' ');
}

/** What is derived from: « Épée  -Vélo » and « epee velo » are one passphrase. */
export function canonical(typed) {
  return typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s\-–,;.’']+/gu, ' ').trim();
}

/** Whether a passphrase, made by somebody or by the site, is long and varied enough to be taken. */
export function isStrong(typed) {
  const phrase = canonical(typed);
  return (
    phrase.length >= SHORTEST && new Set(Array.from(phrase, (sign, at) => sign + phrase[at + 1])).size >= FEWEST_PAIRS
  );
}
