// Prints what the `start` of a module gives in Node. Arguments: brython.js, app.js, name of the module.
"use strict";
const { run } = require("./brython_in_node.js");

const [brython, app, name] = process.argv.slice(2);
for (const script of [brython, app]) run(script);
process.stdout.write(`${JSON.stringify(globalThis.__BRYTHON__.pid_call(name, "start"))}\n`);
