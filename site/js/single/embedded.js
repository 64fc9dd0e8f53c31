/** The scripts of the single file, held as inert text: `<script type="text/plain" id="script-…">`. */

const addresses = new Map();

/** The text of an embedded script; throws TypeError when the file has none of that name. */
export function textOf(name) {
  const held = /** @type {HTMLScriptElement} */ (document.getElementById(`script-${name}`));
  if (held?.type !== 'text/plain') throw new TypeError(`script refusé\u00a0: ${name}`);
  return held.textContent;
}

/** An address at which a worker finds an embedded script, the same at each demand. */
export function addressOf(name) {
  if (!addresses.has(name)) {
    addresses.set(name, URL.createObjectURL(new Blob([textOf(name)], { type: 'text/javascript' })));
  }
  return addresses.get(name);
}
