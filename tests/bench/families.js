// Processor time, in milliseconds, of the compiled core in Node: [the scripts, then until the first report and
// document, a report, a document]. Arguments: brython.js, app.js, the JSON text of a dossier, how many times.
"use strict";
const fs = require("node:fs");
const { run } = require("../support/brython_in_node.js");

const [brython, app, dossier, times] = process.argv.slice(2);
const text = fs.readFileSync(dossier, "utf8");

/** What the processor did for this process since `before`. */
function spent(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function each(name) {
  const call = () => globalThis.__BRYTHON__.pid_call("measured", name, text);
  for (let turn = 0; turn < times; turn++) call(); // until the engine has optimised the code
  const before = process.cpuUsage();
  for (let turn = 0; turn < times; turn++) call();
  return spent(before) / times;
}

const begun = process.cpuUsage();
for (const script of [brython, app]) run(script);
const scripts = spent(begun);
globalThis.__BRYTHON__.pid_call("measured", "report", text);
globalThis.__BRYTHON__.pid_call("measured", "document", text);
const first = spent(begun);
process.stdout.write(`${JSON.stringify([scripts, first, each("report"), each("document")])}\n`);
