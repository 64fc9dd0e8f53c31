// Runs the compiled core in Node, a batch of cases at a time, as the page does in the browser.
// Arguments: brython.js, app.js. One JSON array of cases per line of standard input; out comes that of their reports.
"use strict";
const readline = require("node:readline");
const { run } = require("../support/brython_in_node.js");

for (const script of process.argv.slice(2)) {
  run(script);
}
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(globalThis.__BRYTHON__.pid_call("replay", "reports", line) + "\n");
});
