// What the page that opens files makes of some files, in Node: {importer, crypto, cases: [{files: [[name, base 64, size]], code, key, without}]}
// on the standard input, [{ok, message, text, nom, choix, asked, inflated, ms}] on the output. « without » names functions taken away.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");

const request = JSON.parse(fs.readFileSync(0, "utf8"));
globalThis.window = globalThis;
vm.runInThisContext(request.importer);
vm.runInThisContext(request.crypto);
const { pidImport, pidCrypto } = globalThis;
const Native = globalThis.DecompressionStream;
const { subtle } = globalThis.crypto;
let inflated = 0;

/** The browser of one case: what it inflates is counted, what it lacks is taken away. */
function prepare(without) {
  inflated = 0;
  globalThis.DecompressionStream = without.includes("DecompressionStream") ? undefined : class {
    constructor(format) {
      if (without.includes(format)) throw new TypeError(format);
      const inner = new Native(format);
      const count = new TransformStream({ transform: (chunk, controller) => {
        inflated += chunk.length;
        controller.enqueue(chunk);
      } });
      Object.assign(this, { writable: inner.writable, readable: inner.readable.pipeThrough(count) });
    }
  };
  Object.defineProperty(globalThis.crypto, "subtle", { value: without.includes("subtle") ? undefined : subtle, configurable: true });
}

async function opened({ files, code = "", key, none = "", without = [] }) {
  prepare(without);
  const fileOf = ([name, content, size = 0]) => {
    const bytes = Buffer.from(content, "base64");
    return new File([bytes, new Uint8Array(Math.max(0, size - bytes.length))], name);
  };
  const asked = [];
  let answer = await pidImport.readAll(files.map(fileOf), none);
  while (answer.protection && asked.length < 4) {
    const kind = await pidCrypto.askedBy(answer.file, answer.protection);
    asked.push(kind);
    const found = await pidCrypto.open(answer.file, kind, { code, keyFile: key ? fileOf(["cle", key]) : null });
    answer = found.ok ? { ...await pidImport.readAll(found.files, found.none), pdf: Boolean(found.pdf) } : found;
  }
  return { ...answer, choix: answer.choix?.map(({ nom, text }) => ({ nom, text })), file: answer.file?.name, asked };
}

async function main() {
  const answers = [];
  for (const one of request.cases) {
    const start = process.cpuUsage();
    const answer = await opened(one);
    const { user, system } = process.cpuUsage(start);
    answers.push({ ...answer, inflated, ms: (user + system) / 1000 });
  }
  return answers;
}

main().then((answers) => process.stdout.write(JSON.stringify(answers)), (error) => {
  process.stderr.write(String(error.stack));
  process.exitCode = 1;
});
