// A script of the pages run in Node, as in a window: what it left in the prototype of all objects, what nobody caught.
"use strict";
const vm = require("node:vm");

const inherited = () => Object.keys(Object.getOwnPropertyDescriptors(Object.prototype)).length;

/** {uncaught, polluted()}: `uncaught` is added to by whoever catches what should not have been thrown. */
function inWindow(bundle) {
  const seen = { uncaught: 0 };
  process.on("unhandledRejection", () => seen.uncaught++);
  globalThis.window = globalThis;
  vm.runInThisContext(bundle);
  const before = inherited();
  return Object.assign(seen, { polluted: () => inherited() !== before });
}

module.exports = { inWindow };
