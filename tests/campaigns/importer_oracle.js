// Whether a text that the importer accepted may reach Python: judged without any of the importer's code.
"use strict";

const kind = (value) => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value === "number" ? (Number.isSafeInteger(value) ? "integer" : "float") : typeof value;
};

/**
 * Every kind that a question of this type may hold: a wrong answer typed in place of a number stays for the rules to
 * say.
 */
function allowed(schema) {
  const types = [].concat(schema.type);
  return new Set([...types, "null", ...(types.includes("integer") ? ["string"] : [])]);
}

/**
 * "" for a sound text, else what is wrong with it. `noInk` are code points, `unknown` the paths that the importer told.
 */
exports.unsound = (text, unknown, { schema, noInk, reserved }) => {
  const hidden = new Set(noInk);
  const told = new Set(unknown);
  const dirty = (written) =>
    [...written].some((sign) => hidden.has(sign.codePointAt(0)) || /^[\ud800-\udfff]$/.test(sign));
  const walk = (value, described, path, depth) => {
    const found = kind(value);
    if (found === "float") return `float at ${path}`;
    if (depth > 12) return `too deep at ${path}`;
    if (found === "string" && dirty(value)) return `hidden sign at ${path}`;
    if (described?.type && !allowed(described).has(found)) return `${found} at ${path}`;
    if (found === "array") {
      for (const [index, item] of value.entries()) {
        if (item === null && described) return `null item at ${path}`;
        const wrong = walk(item, described && described.items, `${path}.${index}`, depth + 1);
        if (wrong) return wrong;
      }
    }
    if (found !== "object") return "";
    for (const key of Object.keys(value)) {
      const below = path ? `${path}.${key}` : key;
      if (reserved.includes(key)) return `reserved ${below}`;
      if (dirty(key)) return `hidden sign in ${below}`;
      const next =
        described
        && (Object.entries(described.properties ?? {}).find(([name]) => name === key)?.[1]
          ?? described.additionalProperties);
      if (described && !next && !told.has(below)) return `untold ${below}`;
      const wrong = walk(value[key], next || null, below, depth + 1);
      if (wrong) return wrong;
    }
    return "";
  };
  const dossier = JSON.parse(text);
  if (kind(dossier) !== "object" || dossier.format !== "pid-dossier" || dossier.version !== 2) return "no dossier";
  return walk(dossier, schema, "", 1);
};
