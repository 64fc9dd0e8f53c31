// Compiles Python modules to JavaScript with Brython's own compiler, in Node.
// Standard input: {brython: path of brython.js, modules: [{name, file, source, package}]}.
// Standard output: {modules: [{name, file, package, locals, js}]}.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");

// Brython names functions from Math.random: a seeded generator makes two builds identical.
let seed = 20260907;
Math.random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};

const request = JSON.parse(fs.readFileSync(0, "utf8"));
globalThis.self = globalThis;
globalThis.module = {}; // brython.js exports itself where it sees Node
globalThis.location = { href: "http://localhost/", origin: "http://localhost", pathname: "/", protocol: "http:" };
globalThis.addEventListener = () => {};
globalThis.__BRYTHON__ = { brython_path: "http://localhost/" };
vm.runInThisContext(fs.readFileSync(request.brython, "utf8"), { filename: "brython.js" });
const $B = globalThis.__BRYTHON__;
$B.parse_options({ debug: 0 });

/** Columns of each operation, made again at each call: Brython underlines errors with them, in sources that are not sent. */
const POSITIONS = /^ *frame\.positions = \[[\d,[\]]*\]\n/gm;

const modules = request.modules.map(({ name, file, source, package: isPackage }) => {
  $B.url2name[file] = name;
  const locals = "locals_" + $B.scope_name(name);
  const js = $B.py2js({ src: source, filename: file, imported: true }, name, name, $B.builtins_scope).to_js();
  return { name, file, package: isPackage, locals, js: js.replace(POSITIONS, "") };
});
process.stdout.write(JSON.stringify({ modules }));
