// Damages exports of other software and gives them to the site's reprise.js, in Node: {bundle, lists, bases: [{kind,
// content (base 64)}], count, seed, mark, naive} on the standard input, the figures as JSON on the output. With
// « naive », the answers are those of a reader that keeps the whole file.
"use strict";
const fs = require("node:fs");
const { inWindow } = require("../support/in_window.js");

const MARKUP = ["<", ">", "</", "/>", "<a>", "<!DOCTYPE a>", "<!ENTITY a 'b'>", "<![CDATA[", "]]>", "<!--", "<?xml",
  "&", "&amp;", "&#0;", "&#x10FFFF;", "<ELEVE ELEVE_ID='1'>", "</ELEVE>", "<constructor>", "<TABLE>", "<Cours>", "<tr>",
  "<td rowspan=999999 colspan=-1>"];
const CALENDAR = ["BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "BEGIN:VCALENDAR\r\n", "END:VCALENDAR\r\n",
  "RRULE:FREQ=DAILY\r\n", "DTSTART;TZID=Europe/Paris:20261005T080000\r\n", "DTSTART:99999999T999999Z\r\n", "\r\n ",
  "\\", "\\n"];
const TOKENS = [...MARKUP, ...CALENDAR, '"', "'", "\0", "\ufeff", "ÿþ", "PK\x03\x04", "PK\x01\x02", "PK\x05\x06",
  "__proto__", "\t", ";", "\ud800", "x".repeat(2000)];

/** Numbers from 0 to under `most`, always the same for one seed (mulberry32). */
function drawer(seed) {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

/** One change of bytes. */
function damaged(bytes, others, draw) {
  const at = draw(bytes.length + 1);
  const end = Math.min(bytes.length, at + draw(2) * draw(40) + draw(3));
  const token = Buffer.from(TOKENS[draw(TOKENS.length)], draw(2) ? "utf8" : "latin1");
  const other = others[draw(others.length)];
  const from = draw(other.length);
  const way = draw(7);
  if (way === 0) return bytes.subarray(0, at);
  const middle = [
    null,
    token,
    Buffer.alloc(0),
    Buffer.concat([bytes.subarray(at, end), bytes.subarray(at, end)]),
    Buffer.from([draw(256)]),
    other.subarray(from, from + draw(200)),
    Buffer.concat([token, bytes.subarray(at, end)]),
  ][way];
  return Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(end)]);
}

const request = JSON.parse(fs.readFileSync(0, "utf8"));
const seen = inWindow(request.bundle);
const isText = (value) => typeof value === "string";

/** Whether every key of a record is on its list, and every value a text that is not endless. */
const isRecord = (record, listed) =>
  Object.entries(record).every(([name, value]) => listed.includes(name) && isText(value) && value.length <= 500);

/** Whether an answer has the form that the core takes. */
function isSound(answer) {
  const { siecle, cours, agenda } = request.lists;
  if (!answer.ok) return isText(answer.message) && answer.message.endsWith(".");
  if (answer.genre === "texte") return isText(answer.texte);
  if (answer.genre === "lignes") return answer.lignes.every((row) => row.length <= 60 && row.every(isText));
  if (answer.genre === "cours") return answer.cours.every((one) => isRecord(one, cours));
  if (answer.genre === "agenda") return answer.evenements.every((one) => isRecord(one, agenda));
  return answer.genre === "siecle" && answer.ouverts.every((one) => isText(one.racine)
    && Object.entries(one).every(([block, records]) => block === "racine" || Object.hasOwn(siecle, block)
      && records.every((record) => isRecord(record, siecle[block]))));
}

const listed = [...Object.values(request.lists.siecle).flat(), ...request.lists.cours];
const tags = listed.map((tag) => tag.replace(".", "\\.")).join("|");
const lines = request.lists.agenda.filter((name) => name !== "DESCRIPTION").join("|");
const UNDER_A_TAG = new RegExp(`<(${tags})>(?:(?!</\\1>)[^])*${request.mark}`);
const IN_A_LINE = new RegExp(
  `^(?:${lines})\\b.*${request.mark}|^DESCRIPTION\\b.*Mati.{1,2}re *:[^\\n]*${request.mark}`,
  "im",
);

/** Whether the damage itself moved the mark under a name that is on a list: the file then says it there. */
const isMoved = (bytes) => {
  const text = bytes.toString("latin1");
  return UNDER_A_TAG.test(text) || IN_A_LINE.test(text.replace(/\r?\n[ \t]/g, ""));
};

async function answerFor(kind, bytes) {
  if (request.naive) return { ok: true, genre: "siecle", ouverts: [{ racine: "", tout: [bytes.toString("latin1")] }] };
  if (kind === "html") return globalThis.pidReprise.paste("", bytes.toString("utf8"));
  return globalThis.pidReprise.read([new File([bytes], "export")], request.lists);
}

async function main() {
  const draw = drawer(request.seed);
  const bases = request.bases.map(({ kind, content }) => ({ kind, bytes: Buffer.from(content, "base64") }));
  const others = bases.map(({ bytes }) => bytes);
  const said = {};
  const figures = { tried: 0, opened: 0, unsound: 0, leaked: 0, slowest: 0, first: null };
  for (; figures.tried < request.count; figures.tried++) {
    const { kind, bytes } = bases[draw(bases.length)];
    let made = bytes;
    for (let left = 1 + draw(6); left > 0; left--) made = damaged(made, others, draw);
    const start = process.cpuUsage();
    const answer = await answerFor(kind, made).catch(() => {
      seen.uncaught++;
      return { ok: false, message: "" };
    });
    const { user, system } = process.cpuUsage(start);
    figures.slowest = Math.max(figures.slowest, (user + system) / 1000);
    const isWhole = ["texte", "lignes"].includes(answer.genre);
    const leaks = !isWhole && JSON.stringify(answer).includes(request.mark) && (request.naive || !isMoved(made));
    const wrong = !isSound(answer);
    figures.opened += answer.ok ? 1 : 0;
    figures.unsound += wrong ? 1 : 0;
    figures.leaked += leaks ? 1 : 0;
    if (wrong || leaks) figures.first ??= [made.toString("base64"), JSON.stringify(answer).slice(0, 2000)];
    const words = answer.ok ? answer.genre : answer.message;
    said[words] = (said[words] ?? 0) + 1;
  }
  process.stdout.write(JSON.stringify({ ...figures, uncaught: seen.uncaught, polluted: seen.polluted(), said }));
}

main();
