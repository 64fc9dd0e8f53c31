// Runs the built PDF worker in Node: node pdf_worker.js PDF_WORKER. On stdin [{path, blocks, dossier}], a file for
// each, or [{text}]. On stdout, for each, {missing: signs printed by their number, ms: time to compose}.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");

let listener;
let receive;
globalThis.self = {
  addEventListener: (_type, given) => { listener = given; },
  postMessage: (answer) => receive(answer),
};
vm.runInThisContext(fs.readFileSync(process.argv[2], "utf8"), { filename: "pdf.js" });

async function main() {
  const said = [];
  for (const [id, { path, blocks, dossier, text }] of JSON.parse(fs.readFileSync(0, "utf8")).entries()) {
    const start = performance.now();
    const { bytes, missing, error } = await new Promise((resolve) => {
      receive = resolve;
      listener({ data: { id, blocks, dossier, text } });
    });
    if (error) throw new Error(`${path}: ${error}`);
    if (bytes) fs.writeFileSync(path, bytes);
    said.push({ missing, ms: Math.round(performance.now() - start) });
  }
  process.stdout.write(JSON.stringify(said));
}

main();
