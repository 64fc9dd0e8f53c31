// Prints what the `start` of a module gives in Node. Arguments: brython.js, app.js, name of the module.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");

globalThis.self = globalThis;
globalThis.module = {}; // brython.js exports itself where it sees Node
globalThis.location = { href: "http://localhost/", origin: "http://localhost", pathname: "/", protocol: "http:" };
globalThis.addEventListener = () => {};
globalThis.__BRYTHON__ = { brython_path: "http://localhost/" };
const [brython, app, name] = process.argv.slice(2);
for (const script of [brython, app]) vm.runInThisContext(fs.readFileSync(script, "utf8"), { filename: script });
process.stdout.write(`${JSON.stringify(globalThis.__BRYTHON__.pid_call(name, "start"))}\n`);
