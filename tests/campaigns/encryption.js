// Runs the site's crypto.js, as the pages load it, on the tasks given on the standard input: {bundle, task, …}.
// Bytes travel in base 64. The answer is JSON on the standard output.
"use strict";
const fs = require("node:fs");
const vm = require("node:vm");
const zlib = require("node:zlib");

const request = JSON.parse(fs.readFileSync(0, "utf8"));
globalThis.window = globalThis;
vm.runInThisContext(request.bundle);
const { pidCrypto } = globalThis;
const read = (text) => new Uint8Array(Buffer.from(text, "base64"));
const write = (bytes) => Buffer.from(bytes).toString("base64");
const fileOf = (bytes) => new File([bytes], "recu");

/** A public vector: its heading, then the file; see the README of cctv-age. */
function parseVector(bytes) {
  const text = Buffer.from(bytes).toString("latin1");
  const split = text.indexOf("\n\n");
  const heading = { identity: [], passphrase: [] };
  for (const line of text.slice(0, split).split("\n")) {
    const [, name, value] = /^([^:]+): (.*)$/.exec(line);
    if (Array.isArray(heading[name])) heading[name].push(value);
    else heading[name] = value;
  }
  const body = Buffer.from(bytes).subarray(split + 2);
  return { heading, body: new Uint8Array(heading.compressed === "zlib" ? zlib.inflateSync(body) : body) };
}

async function hashOf(bytes) {
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes)).toString("hex");
}

/** For each vector, what was expected and whether it happened, payload included. */
async function vectors() {
  const answers = {};
  for (const [name, bytes] of Object.entries(await import(request.vectors))) {
    const { heading, body } = parseVector(bytes);
    let opened = null;
    try {
      opened = await pidCrypto.decrypt(body, { secrets: heading.identity, phrases: heading.passphrase });
    } catch {
      opened = null;
    }
    const met =
      heading.expect === "success" ? opened !== null && (await hashOf(opened)) === heading.payload : opened === null;
    answers[name] = { expected: heading.expect, met };
  }
  return answers;
}

/** Files of both kinds for one content: {key: age file, zip}, what opens them, and the sentence for another code. */
async function sample(content) {
  const { secret, key } = await pidCrypto.newKeyPair();
  const code = pidCrypto.newCode();
  const files = [{ name: "dossier.json", bytes: content }, { name: "dossier.pdf", bytes: content.slice(0, 100) }];
  const keyFile = fileOf(new TextEncoder().encode(secret));
  return {
    cle: { bytes: await pidCrypto.encryptForKey(content, key), given: { code: "", keyFile } },
    code: { bytes: await pidCrypto.writeZip(files, code), given: { code, keyFile: null } },
  };
}

/**
 * Every byte of a file changed by each mask, one at a time: how many were tried, and those that opened or said
 * something else.
 */
async function flipped(bytes, kind, given, masks, refusal) {
  const wrong = [];
  let tried = 0;
  for (let index = 0; index < bytes.length; index++) {
    for (const mask of masks) {
      const changed = bytes.slice();
      changed[index] ^= mask;
      const answer = await pidCrypto.open(fileOf(changed), kind, given);
      tried++;
      if (answer.ok || answer.message !== refusal) wrong.push(index);
    }
  }
  return { tried, wrong };
}

async function flips() {
  const totals = { files: 0, tried: 0, wrong: [], opened: 0, sizes: [] };
  for (let round = 0; round < request.files; round++) {
    const content = crypto.getRandomValues(new Uint8Array(request.size + round));
    const made = await sample(content);
    const { message } = await pidCrypto.open(fileOf(made.code.bytes), "code", {
      code: pidCrypto.newCode(),
      keyFile: null,
    });
    totals.refusal = message;
    for (const [kind, { bytes, given }] of Object.entries(made)) {
      const whole = await pidCrypto.open(fileOf(bytes), kind, given);
      if (whole.ok && (await hashOf(await whole.files[0].arrayBuffer())) === (await hashOf(content))) totals.opened++;
      const { tried, wrong } = await flipped(bytes, kind, given, request.masks, message);
      totals.files++;
      totals.tried += tried;
      totals.wrong.push(...wrong.map((index) => `${kind} ${index}`));
      totals.sizes.push(bytes.length);
    }
  }
  return totals;
}

/** The same flips for a reader whose authentication always agrees, and for zip.js: how many open. */
async function controls() {
  const content = crypto.getRandomValues(new Uint8Array(request.size));
  const code = pidCrypto.newCode();
  const real = crypto.subtle.sign;
  crypto.subtle.sign = () => Promise.resolve(new ArrayBuffer(20));
  const blind = await pidCrypto.writeZip([{ name: "dossier.json", bytes: content }], code);
  const ours = await flipped(blind, "code", { code, keyFile: null }, [1], "");
  crypto.subtle.sign = real;
  const opened = { blind: 0, zipjs: 0, tried: ours.tried };
  const { ZipReader, Uint8ArrayReader, Uint8ArrayWriter, configure } = await import(request.zipjs);
  configure({ useWebWorkers: false });
  const sound = await pidCrypto.writeZip([{ name: "dossier.json", bytes: content }], code);
  for (let index = 0; index < blind.length; index++) {
    const changed = blind.slice();
    changed[index] ^= 1;
    crypto.subtle.sign = () => Promise.resolve(new ArrayBuffer(20));
    if ((await pidCrypto.open(fileOf(changed), "code", { code, keyFile: null })).ok) opened.blind++;
    crypto.subtle.sign = real;
    const other = sound.slice();
    other[index] ^= 1;
    try {
      const [entry] = await new ZipReader(new Uint8ArrayReader(other)).getEntries();
      const bytes = await entry.getData(new Uint8ArrayWriter(), { password: code });
      if (Buffer.compare(Buffer.from(bytes), Buffer.from(content)) === 0) opened.zipjs++;
    } catch {
      // refused, as it should be
    }
  }
  return opened;
}

/** Codes, and the salts and ephemeral keys of files made again and again: how many, and how many differ. */
async function uniqueness() {
  const { key } = await pidCrypto.newKeyPair();
  const found = { codes: new Set(), salts: new Set(), shares: new Set(), nonces: new Set() };
  const content = new Uint8Array(1);
  for (let round = 0; round < request.codes; round++) found.codes.add(pidCrypto.newCode());
  for (let round = 0; round < request.files; round++) {
    const zip = await pidCrypto.writeZip([{ name: "a", bytes: content }], "code");
    found.salts.add(write(zip.slice(42, 58)));
    const age = Buffer.from(await pidCrypto.encryptForKey(content, key));
    found.shares.add(/^-> X25519 (\S+)$/m.exec(age.toString("latin1"))[1]);
    found.nonces.add(write(age.subarray(-33, -17)));
  }
  return Object.fromEntries(Object.entries(found).map(([name, set]) => [name, set.size]));
}

/** Single operations, for the exchanges with other programs. */
const SINGLE = {
  pair: () => pidCrypto.newKeyPair(),
  vectorKey: async () => parseVector((await import(request.vectors))[request.vector]).heading.identity[0],
  publicKey: () => pidCrypto.publicKeyOf(request.secret),
  decrypt: async () => write(await pidCrypto.decrypt(read(request.bytes), { secrets: [request.secret] })),
  code: () => pidCrypto.newCode(),
  readCode: () => request.texts.map(pidCrypto.readCode),
  encrypt: async () => write(await pidCrypto.encryptForKey(read(request.bytes), request.key)),
  protect: async () => {
    const seen = [];
    const text = await pidCrypto.protectedKey(request.pair, "2026-11-25", request.code, (part) => seen.push(part));
    return { text, seen: seen.length, last: seen.at(-1) };
  },
  zip: async () =>
    write(
      await pidCrypto.writeZip(
        request.files.map(({ name, bytes }) => ({ name, bytes: read(bytes) })),
        request.code,
      ),
    ),
  open: async () => {
    const keyFile = request.keyFile ? fileOf(read(request.keyFile)) : null;
    const answer = await pidCrypto.open(fileOf(read(request.bytes)), request.kind, { code: request.code, keyFile });
    if (!answer.ok) return answer;
    const files = await Promise.all(answer.files.map(async (one) => [one.name, write(await one.arrayBuffer())]));
    return {
      ok: true,
      files: Object.fromEntries(files),
      dossier: files[0]?.[1],
      none: answer.none,
      pdf: answer.pdf && write(answer.pdf),
    };
  },
  askedBy: () => pidCrypto.askedBy(fileOf(read(request.bytes)), request.family),
  reception: async () => {
    const text = await pidCrypto.receptionText(request.key, "DSDEN", "2026-11-25");
    return { text, read: await pidCrypto.readReception(fileOf(new TextEncoder().encode(text))) };
  },
  readReception: () =>
    Promise.all(request.texts.map((text) => pidCrypto.readReception(fileOf(new TextEncoder().encode(text))))),
  zipjsWrites: async () => {
    const { ZipWriter, TextReader, Uint8ArrayWriter, configure } = await import(request.zipjs);
    configure({ useWebWorkers: false });
    const writer = new ZipWriter(new Uint8ArrayWriter());
    await writer.add("dossier.json", new TextReader(request.content ?? "{}"), request.options);
    return write(await writer.close());
  },
};
const TASKS = { vectors, flips, controls, uniqueness, ...SINGLE };

Promise.resolve(TASKS[request.task]()).then(
  (answer) => process.stdout.write(JSON.stringify(answer)),
  (error) => {
    process.stderr.write(error.stack);
    process.exit(1);
  },
);
