// Processor time, in milliseconds, of the compiled core in Node: [the scripts, then until the first report and
// document, a report, a document]. Arguments: brython.js, app.js, the JSON text of a dossier, how many times.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");

globalThis.self = globalThis;
globalThis.module = {}; // brython.js exports itself where it sees Node
globalThis.location = { href: "http://localhost/", origin: "http://localhost", pathname: "/", protocol: "http:" };
globalThis.addEventListener = () => {};
globalThis.__BRYTHON__ = { brython_path: "http://localhost/" };
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
for (const script of [brython, app]) vm.runInThisContext(fs.readFileSync(script, "utf8"), { filename: script });
const scripts = spent(begun);
globalThis.__BRYTHON__.pid_call("measured", "report", text);
globalThis.__BRYTHON__.pid_call("measured", "document", text);
const first = spent(begun);
process.stdout.write(`${JSON.stringify([scripts, first, each("report"), each("document")])}\n`);
