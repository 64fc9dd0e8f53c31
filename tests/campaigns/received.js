// What the page that opens files makes of some files, in Node. On the standard input {importer, crypto, cases: [{files:
// [[name, base 64, size]], code, key, none, without, folder, unread}]}, on the output [{ok, message, text, nom, choix,
// asked, inflated, kept, ms}]. « without » names functions taken away. « folder » says that the files are dropped in
// one. « unread » says which of them the browser cannot read, and which folders within, with « / ». « kept » is the
// memory taken, in bytes.
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
  Object.defineProperty(globalThis.crypto, "subtle", {
    value: without.includes("subtle") ? undefined : subtle,
    configurable: true,
  });
}

/** The files of a folder that is dropped, as the browser gives it. Some of them, or of its folders, cannot be read. */
function dropped(files, unread) {
  const lost = (done, failed) => failed(new DOMException("", "NotFoundError"));
  const folder = (name, readEntries) => ({ name, isDirectory: true, createReader: () => ({ readEntries }) });
  const within = files.map((file) => ({
    name: file.name,
    isFile: true,
    file: unread.includes(file.name) ? lost : (done) => done(file),
  }));
  const answers = [[...unread.filter((name) => name.endsWith("/")).map((name) => folder(name, lost)), ...within], []];
  const entry = folder("envoi", (done) => done(answers.shift()));
  return pidImport.dropped({ items: [{ kind: "file", webkitGetAsEntry: () => entry }], files: [] });
}

async function opened({ files, code = "", key, none = "", without = [], folder, unread }) {
  prepare(without);
  const fileOf = ([name, content, size = 0]) => {
    const bytes = Buffer.from(content, "base64");
    return new File([bytes, new Uint8Array(Math.max(0, size - bytes.length))], name);
  };
  const asked = [];
  const given = files.map(fileOf);
  let answer = await pidImport.readAll(folder ? await dropped(given, unread) : given, none);
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
    const before = process.resourceUsage().maxRSS;
    const answer = await opened(one);
    const { user, system } = process.cpuUsage(start);
    const kept = (process.resourceUsage().maxRSS - before) * 1024;
    answers.push({ ...answer, inflated, kept, ms: (user + system) / 1000 });
  }
  return answers;
}

main().then((answers) => process.stdout.write(JSON.stringify(answers)), (error) => {
  process.stderr.write(String(error.stack));
  process.exitCode = 1;
});
