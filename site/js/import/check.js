/** From bytes to a dossier that Python can take: size, depth, JSON, keys, types and texts, in that order. */

import SCHEMA from 'pid:format';
import LIMITS from 'pid:limites';
import { OTHER, PERHAPS, REASONS, Refusal } from './refusal.js';

const VERSION = SCHEMA.properties.version.const;

const RESERVED = new Set(LIMITS.reserved);
const FORBIDDEN = new RegExp(`[${LIMITS.refused}]|\\p{Surrogate}`, 'u');

/**
 * Refuse a text nested too deep or with too many values, before it is parsed, and one that gives two values to one key:
 * the parser would silently lose the first.
 */
export function scan(text) {
  const keys = [];
  let values = 0;
  let start = -1;
  let last = '';
  for (let index = 0; index < text.length; index++) {
    const sign = text.charCodeAt(index);
    if (start >= 0) {
      if (sign === 92) index++;
      else if (sign === 34) {
        last = text.slice(start, index + 1);
        start = -1;
      }
    } else if (sign === 34) start = index;
    else if (sign === 91 || sign === 123) {
      if (keys.push(new Set()) > LIMITS.deepest) throw new Refusal(REASONS.tooDeep, PERHAPS);
    } else if (sign === 93 || sign === 125) keys.pop();
    else if (sign === 44 && ++values > LIMITS.mostValues) throw new Refusal(REASONS.tooMany, PERHAPS);
    else if (sign === 58) {
      const key = parse(last);
      if (keys.at(-1)?.has(key)) throw new Refusal(REASONS.twice(key), PERHAPS);
      keys.at(-1)?.add(key);
    }
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(REASONS.unreadable, PERHAPS);
  }
}

function identify(dossier, newest) {
  if (dossier === null || typeof dossier !== 'object' || dossier.format !== SCHEMA.properties.format.const) {
    throw new Refusal(REASONS.foreign, OTHER);
  }
  if (!Number.isSafeInteger(dossier.version) || dossier.version < 1) throw new Refusal(REASONS.noVersion);
  if (dossier.version > newest) throw new Refusal(REASONS.newer(dossier.version));
}

/** A text in composed form; refused where it holds signs that a person cannot see. */
function cleanText(value, path) {
  // before: Firefox composes a lone surrogate into U+FFFD
  if (FORBIDDEN.test(value)) throw new Refusal(REASONS.text(path));
  return value.normalize('NFC');
}

/** A value of a key that the format does not name: kept, but as clean as the others. */
function cleanUnknown(value, path) {
  if (typeof value === 'string') return cleanText(value, path);
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new Refusal(REASONS.type(path));
  if (Array.isArray(value)) return value.map((item, index) => cleanUnknown(item, `${path}.${index}`));
  if (value === null || typeof value !== 'object') return value;
  return entries(value, path, (key, item, below) => cleanUnknown(item, below));
}

function entries(value, path, clean) {
  const result = Object.create(null);
  for (const key of Object.keys(value)) {
    const below = path ? `${path}.${key}` : key;
    if (RESERVED.has(key)) throw new Refusal(REASONS.reserved(below));
    cleanText(key, below);
    result[key] = clean(key, value[key], below);
  }
  return result;
}

/** The types that a description allows, told by what lies within where it names none. */
function typesOf({ type, properties, additionalProperties, items }) {
  return [].concat(type ?? (properties || additionalProperties ? 'object' : items ? 'array' : 'string'));
}

/** A value against its description: wrong JSON types are refused, wrong answers of the right type are kept. */
function clean(value, schema, path, unknown) {
  const types = typesOf(schema);
  if (value === null) return null;
  if (Array.isArray(value)) {
    if (!types.includes('array') || value.length > (schema.maxItems ?? LIMITS.mostValues))
      throw new Refusal(REASONS.type(path));
    return value.map((item, index) => {
      if (item === null) throw new Refusal(REASONS.type(`${path}.${index}`));
      return clean(item, schema.items, `${path}.${index}`, unknown);
    });
  }
  if (typeof value === 'object') {
    if (!types.includes('object')) throw new Refusal(REASONS.type(path));
    return entries(value, path, (key, item, below) => {
      const described = Object.hasOwn(schema.properties ?? {}, key)
        ? schema.properties[key]
        : schema.additionalProperties;
      if (described) return clean(item, described, below, unknown);
      unknown.push(below);
      return cleanUnknown(item, below);
    });
  }
  if (typeof value === 'string') {
    if (!types.includes('string') && !types.includes('integer')) throw new Refusal(REASONS.type(path));
    return cleanText(value, path);
  }
  if (
    typeof value === 'boolean' ? !types.includes('boolean') : !types.includes('integer') || !Number.isSafeInteger(value)
  ) {
    throw new Refusal(REASONS.type(path));
  }
  return value;
}

/** A carnet as clean as a dossier: each of its keys is there, and no other. */
function cleanCarnet(carnet) {
  const { carnetVersion, carnetKeys, carnetItems, mostCarnet } = LIMITS;
  if (carnet.version > carnetVersion) throw new Refusal(REASONS.newer(carnet.version, 'carnet'));
  const { format, version, ...cleaned } = cleanUnknown(carnet, '');
  const refuse = (path) => {
    throw new Refusal(REASONS.type(path));
  };
  if (version !== carnetVersion) throw new Refusal(REASONS.noVersion);
  for (const key of [...Object.keys(cleaned), ...carnetKeys]) {
    const wanted = carnetItems[key] ? Array.isArray(cleaned[key]) : typeof cleaned[key] === 'string';
    if (!carnetKeys.includes(key) || !wanted) refuse(key);
  }
  if (!cleaned.reference.trim()) refuse('reference');
  for (const [key, names] of Object.entries(carnetItems)) {
    const met = new Set();
    cleaned[key].forEach((item, index) => {
      const told = names.every((name) => typeof item?.[name] === 'string');
      const alone = told && Object.keys(item).length === names.length && item.id.trim() && !met.has(item.id);
      if (!alone) refuse(`${key}.${index}`);
      met.add(item.id);
    });
    if (met.size > mostCarnet) refuse(key);
  }
  return { format, version, ...cleaned };
}

/**
 * The clean dossier of a file's bytes: {text, unknown}; `newest` is the last version that the reader knows. Of a carnet
 * {text, unknown, carnet: true}. Throws Refusal.
 */
export function check(bytes, newest = VERSION) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(REASONS.encoding, OTHER);
  }
  scan(text);
  const dossier = parse(text);
  if (dossier?.format === LIMITS.carnet) {
    return { text: JSON.stringify(cleanCarnet(dossier), null, 2), unknown: [], carnet: true };
  }
  identify(dossier, newest);
  const { format, version, ...rest } = dossier;
  const unknown = [];
  const cleaned = clean(rest, SCHEMA, '', unknown);
  return { text: JSON.stringify({ format, version, ...cleaned }, null, 2), unknown };
}
