/**
 * The only scripts that the Trusted Types policy lets run outside of the page, by name.
 *
 * A page of the site has them beside it. The single file holds them as inert text, and its Content-Security-Policy
 * lists their hashes: a text that was altered does not run. `__SINGLE__` is written by the build.
 */

import { addressOf, textOf } from '../single/embedded.js';
import { ROOT } from './root.js';

const SCRIPTS = [
  'sw.js',
  'pdf.js',
  'suite.js',
  'documents.js',
  'suivi.js',
  'gestes.js',
  'formulations.js',
  'pages.js',
  'handover.js',
  'crypto.js',
  'coffre.js',
];

const rules = {
  createScriptURL(name) {
    if (!__SINGLE__ && SCRIPTS.includes(name)) return new URL(name, ROOT).href;
    if (__SINGLE__) return addressOf(name);
    throw new TypeError(`script refusé\u00a0: ${name}`);
  },
  ...(__SINGLE__ ? { createScript: textOf } : {}),
};

const policy = window.trustedTypes?.createPolicy('site', rules) ?? rules;

/** The trusted address of one of the scripts above; throws TypeError for any other name. */
export function scriptAddress(name) {
  return policy.createScriptURL(name);
}

/** Make a script element run one of the scripts above: by its address, or by its text in the single file. */
export function give(script, name) {
  if (__SINGLE__) script.textContent = policy.createScript(name);
  else script.src = scriptAddress(name);
}
