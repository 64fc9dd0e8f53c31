/** Root of the site, from the address of the script that asks: the site may live under any sub-path. */
export const ROOT = new URL('.', /** @type {HTMLScriptElement} */ (document.currentScript).src || location.href);
