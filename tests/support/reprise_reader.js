// Runs the site's reprise.js in Node: {bundle, lists, asked: [{files: [base 64]} | {text, html}]} on the standard
// input, its answers as JSON on the output, with what was rejected or left in the prototype of all objects.
"use strict";
const fs = require("node:fs");
const { inWindow } = require("./in_window.js");

const request = JSON.parse(fs.readFileSync(0, "utf8"));
const seen = inWindow(request.bundle);

async function answer({ files, text, html }) {
  if (files === undefined) return globalThis.pidReprise.paste(text, html);
  const given = files.map((content) => new File([Buffer.from(content, "base64")], "export"));
  return globalThis.pidReprise.read(given, request.lists).catch((error) => {
    seen.uncaught++;
    return { ok: false, message: String(error) };
  });
}

async function main() {
  const answers = [];
  for (const one of request.asked) answers.push(await answer(one));
  process.stdout.write(JSON.stringify({ answers, uncaught: seen.uncaught, polluted: seen.polluted() }));
}

main();
