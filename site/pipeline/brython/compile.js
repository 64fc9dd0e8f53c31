// Compiles Python modules to JavaScript with Brython's own compiler, in Node.
// Standard input: {brython: path of brython.js, families: names of fast paths, modules: [{name, file, source, package}]}.
// Standard output: {modules: [{name, file, package, locals, js}]}.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");
const emitted = require("./fast/emitted.js");

// Brython names functions from Math.random: a seeded generator makes two builds identical.
let seed = 20260907;
Math.random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};

const request = JSON.parse(fs.readFileSync(0, "utf8"));
const { compiler, written } = emitted(request.families);

function cheaper(brython) {
  for (const [passage, instead] of compiler) {
    const pieces = brython.split(passage);
    if (pieces.length !== 2) throw new Error(`brython.js: ${pieces.length - 1} × ${passage}`);
    brython = pieces.join(instead);
  }
  return brython;
}

globalThis.self = globalThis;
globalThis.module = {}; // brython.js exports itself where it sees Node
globalThis.location = { href: "http://localhost/", origin: "http://localhost", pathname: "/", protocol: "http:" };
globalThis.addEventListener = () => {};
globalThis.__BRYTHON__ = { brython_path: "http://localhost/" };
vm.runInThisContext(cheaper(fs.readFileSync(request.brython, "utf8")), { filename: "brython.js" });
const $B = globalThis.__BRYTHON__;
$B.parse_options({ debug: 0 });

const modules = request.modules.map(({ name, file, source, package: isPackage }) => {
  if (/\bsuper\(|\b__class__\b/.test(source)) throw new Error(`${file}: super() and __class__ are not compiled`);
  if (/\bdef __\w*[^_\W]\(/.test(source)) throw new Error(`${file}: the names that Python changes in a class are not compiled`);
  $B.url2name[file] = name;
  const js = $B.py2js({ src: source, filename: file, imported: true }, name, name, $B.builtins_scope).to_js();
  const [locals] = js.match(/\blocals_\w+/);
  return { name, file, package: isPackage, locals, js: written(js, locals) };
});
process.stdout.write(JSON.stringify({ modules }));
