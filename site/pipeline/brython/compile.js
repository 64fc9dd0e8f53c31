// Compiles Python modules to JavaScript with Brython's own compiler, in Node.
// Standard input: {brython: path of brython.js, families: names of fast paths, modules: [{name, file, source,
// package}]}. Standard output: {modules: [{name, file, package, locals, js}]}.
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

/** What every module begins and ends with is left to modules.js, which does it for all of them. */
function withoutFrame(js, { name, file, locals }) {
  const begins =
    `var $B = __BRYTHON__,\n    _b_ = $B.builtins,\n    ${locals} = $B.namespace("${name}"),\n    locals = ${locals},\n`
    + `    frame = ["${name}", locals, "${name}", locals]\n`
    + `var __file__ = locals.__file__ = "${file}"\nlocals.__name__ = "${name}"\n`;
  const enters =
    /\$B\.enter_frame\(frame, __file__(, 1)?\)\n\nvar _frame_obj = \$B\.frame_obj\nlocals\.\$annotations = \{\}\n/
      .source + /var stack_length = \$B\.count_frames\(\)\ntry \{\n/.source;
  const ends = "\n  $B.leave_frame({locals, value: _b_.None})\n} catch (err) {\n  $B.set_exc_and_trace(frame, err)\n"
    + "  $B.leave_frame({locals, value: _b_.None})\n  throw err\n}\n";
  const [found, last] = [RegExp(enters).exec(js), js.lastIndexOf(ends)];
  if (!js.startsWith(begins) || found === null || last < 0 || js.slice(last + ends.length).trim() !== "") {
    throw new Error(
      `${file}: Brython begins and ends its modules otherwise: compile.js and modules.js are to be written again`,
    );
  }
  const held = js.slice(found.index + found[0].length, last);
  const asked = Object.entries({
    __file__: "locals.__file__",
    _frame_obj: "$B.frame_obj",
    stack_length: "$B.count_frames()",
  })
    .filter(([one]) => held.includes(one))
    .map(([one, value]) => `var ${one} = ${value};\n`)
    .join("");
  const told = js.slice(begins.length, found.index).replace("locals.__doc__ = _b_.None\n", "");
  return `var locals = ${locals};\n${told}${asked}${held}\n`;
}

const modules = request.modules.map(({ name, file, source, package: isPackage }) => {
  if (/\bsuper\(|\b__class__\b/.test(source)) throw new Error(`${file}: super() and __class__ are not compiled`);
  if (/\bdef __\w*[^_\W]\(/.test(source))
    throw new Error(`${file}: the names that Python changes in a class are not compiled`);
  $B.url2name[file] = name;
  const js = $B.py2js({ src: source, filename: file, imported: true }, name, name, $B.builtins_scope).to_js();
  const [locals] = js.match(/\blocals_\w+/);
  return { name, file, package: isPackage, locals, js: withoutFrame(written(js, locals), { name, file, locals }) };
});
process.stdout.write(JSON.stringify({ modules }));
