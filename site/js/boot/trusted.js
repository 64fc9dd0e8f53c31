/** Where the site is, and the only scripts that its Trusted Types policy lets run outside of the page. */

/** Root of the site, from the address of this very script: the site may live under any sub-path. */
export const ROOT = new URL('.', document.currentScript.src);

const SCRIPTS = ['sw.js', 'pdf.js', 'suite.js', 'handover.js', 'crypto.js'].map((name) => new URL(name, ROOT).href);

function createScriptURL(address) {
  if (SCRIPTS.includes(address)) return address;
  throw new TypeError(`script refusé : ${address}`);
}

const policy = window.trustedTypes?.createPolicy('site', { createScriptURL }) ?? { createScriptURL };

/** The trusted address of one of the scripts above; throws TypeError for any other name. */
export function scriptAddress(name) {
  return policy.createScriptURL(new URL(name, ROOT).href);
}
