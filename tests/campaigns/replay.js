// Runs the compiled core in Node, a batch of cases at a time, as the page does in the browser.
// Arguments: brython.js, app.js. One JSON array of cases per line of standard input; out comes that of their reports.
"use strict";
const fs = require("node:fs");
const readline = require("node:readline");
const vm = require("node:vm");

globalThis.self = globalThis;
globalThis.module = {}; // brython.js exports itself where it sees Node
globalThis.location = { href: "http://localhost/", origin: "http://localhost", pathname: "/", protocol: "http:" };
globalThis.addEventListener = () => {};
globalThis.__BRYTHON__ = { brython_path: "http://localhost/" };
for (const script of process.argv.slice(2)) {
  vm.runInThisContext(fs.readFileSync(script, "utf8"), { filename: script });
}
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(globalThis.__BRYTHON__.pid_call("replay", "reports", line) + "\n");
});
