// Runs the site's importer.js, as the pages load it, in Node: {bundle, task, …} on the standard input, JSON on the
// output. Tasks: read {files: {name: base 64}}; naive {text}; mutate {bases, schema, count, seed, noInk, reserved}.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");
const { mutator } = require("./importer_mutate.js");
const { unsound } = require("./importer_oracle.js");

const request = JSON.parse(fs.readFileSync(0, "utf8"));
let inflated = 0;
const Native = globalThis.DecompressionStream;
globalThis.DecompressionStream = class {
  constructor(format) {
    const inner = new Native(format);
    this.writable = inner.writable;
    this.readable = inner.readable.pipeThrough(new TransformStream({
      transform(chunk, controller) {
        inflated += chunk.length;
        controller.enqueue(chunk);
      },
    }));
  }
};
let uncaught = 0;
process.on("unhandledRejection", () => uncaught++);
globalThis.window = globalThis;
vm.runInThisContext(request.bundle);
const { pidImport } = globalThis;

/** Whether a file changed what every object inherits. */
const polluted = () => Object.keys(Object.getOwnPropertyDescriptors(Object.prototype)).length !== INHERITED;
const INHERITED = Object.keys(Object.getOwnPropertyDescriptors(Object.prototype)).length;

async function answer(bytes) {
  inflated = 0;
  // Time of the processor: a busy machine is no fault of the importer.
  const start = process.cpuUsage();
  const ms = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  try {
    const said = await pidImport.readAll([new File([bytes], "recu")], "");
    return { ...said, ms: ms(), inflated };
  } catch (error) {
    uncaught++;
    return { ok: false, message: String(error), ms: ms(), inflated };
  }
}

async function read() {
  const answers = {};
  for (const [name, content] of Object.entries(request.files))
    answers[name] = await answer(Buffer.from(content, "base64"));
  return { answers, uncaught, polluted: polluted() };
}

/** What a reader written without care does: parse, then merge into the dossier on screen. */
function naive() {
  const merge = (into, from) => {
    for (const key of Object.keys(from)) {
      if (from[key] && typeof from[key] === "object" && into[key] && typeof into[key] === "object")
        merge(into[key], from[key]);
      else into[key] = from[key];
    }
    return into;
  };
  merge({ eleve: {} }, JSON.parse(request.text));
  const seen = polluted();
  for (const key of Object.keys(Object.prototype)) delete Object.prototype[key];
  return { polluted: seen };
}

/** One file in so many is given to Python too. */
const COMPARED = 10;

async function mutate() {
  const one = mutator(request.bases, request.seed);
  const figures = { tried: 0, refused: {}, opened: 0, unsound: [], unsaid: [], slowest: 0, kept: [], compared: [] };
  for (; figures.tried < request.count; figures.tried++) {
    const bytes = one();
    const said = await answer(bytes);
    figures.slowest = Math.max(figures.slowest, said.ms);
    if (figures.tried % COMPARED === 0) figures.compared.push([Buffer.from(bytes).toString("base64"), said.ok]);
    if (said.ok) {
      figures.opened++;
      const why = unsound(said.text, said.unknown, request);
      if (why) figures.unsound.push({ why, file: Buffer.from(bytes).toString("base64") });
      else if (figures.opened % 50 === 1 && figures.kept.length < 200) figures.kept.push(said.text);
    } else {
      const sentence = said.message.replace(/«.*»/su, "«…»").replace(/version \d+/u, "version …");
      figures.refused[sentence] = (figures.refused[sentence] ?? 0) + 1;
      if (!said.message.endsWith("Rien n’a été modifié.") || said.message.length > 300)
        figures.unsaid.push(said.message);
    }
  }
  return { ...figures, uncaught, polluted: polluted() };
}

const TASKS = { read, naive, mutate, oracle: () => unsound(request.text, request.unknown, request) };
Promise.resolve(TASKS[request.task]()).then((made) => process.stdout.write(JSON.stringify(made)), (error) => {
  process.stderr.write(String(error.stack));
  process.exitCode = 1;
});
