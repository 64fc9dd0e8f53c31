// Compiles and runs one Python module with Brython as it is published, in Node, and prints what its `start` returns.
// Arguments: brython.js, the module.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");
const { run } = require("./brython_in_node.js");

run(process.argv[2]);
const $B = globalThis.__BRYTHON__;
$B.parse_options({ debug: 0 });
$B.url2name["tried.py"] = "tried";
const source = fs.readFileSync(process.argv[3], "utf8");
const compiled = $B
  .py2js({ src: source, filename: "tried.py", imported: true }, "tried", "tried", $B.builtins_scope)
  .to_js();
const [held] = compiled.match(/locals_\w+/);
const names = vm.runInThisContext(`(() => {${compiled}\nreturn ${held};\n})()`);
process.stdout.write(`${JSON.stringify($B.$call(names.start))}\n`);
