// Runs the built PDF worker in Node: node worker.js PDF_WORKER < {blocks, dossier} > PDF; missing characters on stderr.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");

let listener;
globalThis.self = {
  addEventListener: (_type, given) => { listener = given; },
  postMessage: ({ bytes, missing, error }) => {
    if (error) {
      process.stderr.write(error);
      process.exit(1);
    }
    process.stderr.write(JSON.stringify(missing));
    process.stdout.write(bytes);
  },
};
vm.runInThisContext(fs.readFileSync(process.argv[2], "utf8"), { filename: "pdf.js" });
listener({ data: { id: 0, ...JSON.parse(fs.readFileSync(0, "utf8")) } });
