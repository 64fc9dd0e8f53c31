// Bundles one entry point, or minifies one text, with esbuild.
// Standard input: {entry, options, data} or {minify}. Standard output: {text}.
"use strict";
const fs = require("node:fs");
const esbuild = require("esbuild");

/** The oldest browsers of the site: README.md and « Aide » say them, js/ancien.js looks for them. */
const TARGET = ["chrome109", "firefox113", "safari16.4"];

const request = JSON.parse(fs.readFileSync(0, "utf8"));

/** Modules that the build generates: « pid:name » is JSON given by the request. */
const generated = (data) => ({
  name: "generated",
  setup(build) {
    build.onResolve({ filter: /^pid:/ }, ({ path }) => {
      const name = path.slice(4);
      return name in data ? { path: name, namespace: "generated" } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: "generated" }, ({ path }) => ({ contents: data[path], loader: "json" }));
  },
});

/** Fonts as hexadecimal texts: Brotli finds in them what repeats, which base64 hides from it (94 kB sent become 83). */
const fonts = {
  name: "fonts",
  setup(build) {
    build.onLoad({ filter: /\.ttf$/ }, ({ path }) => ({
      contents: `const text = "${fs.readFileSync(path, "hex")}";
        const value = (index) => { const code = text.charCodeAt(index); return code < 58 ? code - 48 : code - 87; };
        const bytes = new Uint8Array(text.length / 2);
        for (let index = 0; index < bytes.length; index++) bytes[index] = value(2 * index) * 16 + value(2 * index + 1);
        export default bytes;`,
      loader: "js",
    }));
  },
};

async function main() {
  if (request.minify !== undefined) {
    const { code } = await esbuild.transform(request.minify, {
      minify: true,
      charset: "utf8",
      legalComments: "none",
      target: TARGET,
    });
    return code;
  }
  const { outputFiles } = await esbuild.build({
    entryPoints: [request.entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    charset: "utf8",
    legalComments: "none",
    target: TARGET,
    logLevel: "silent",
    ...request.options,
    plugins: [generated(request.data), fonts],
  });
  return outputFiles[0].text;
}

main().then(
  (text) => process.stdout.write(JSON.stringify({ text })),
  (error) => {
    process.stderr.write(String(error.message ?? error));
    process.exit(1);
  },
);
