// What Brython expects to find around it, in Node: required before brython.js runs.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");

globalThis.self = globalThis;
globalThis.module = {}; // brython.js exports itself where it sees Node
globalThis.location = { href: "http://localhost/", origin: "http://localhost", pathname: "/", protocol: "http:" };
globalThis.addEventListener = () => {};
globalThis.__BRYTHON__ = { brython_path: "http://localhost/" };

/** Run a script as the page does. */
exports.run = (script) => vm.runInThisContext(fs.readFileSync(script, "utf8"), { filename: script });
