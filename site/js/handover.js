/**
 * window.pidHandover: what a hand-over asks of the browser: files to attach, base64, the share sheet, the clipboard.
 */

/** 76 signs of base64: a line of an e-mail (RFC 2045). */
const BYTES_OF_A_LINE = 57;

/** The bytes of a text in UTF-8. */
const bytes = (text) => new TextEncoder().encode(text);

/** Bytes in base64, each line ended by CRLF. */
function base64(data) {
  const lines = [];
  for (let start = 0; start < data.length; start += BYTES_OF_A_LINE) {
    lines.push(btoa(String.fromCharCode(...data.subarray(start, start + BYTES_OF_A_LINE))), '\r\n');
  }
  return lines.join('');
}

const file = (name, mime, data) => new File([data], name, { type: mime });

/** Whether the browser says that it can share these files. */
const canShare = (files) => Boolean(navigator.share && navigator.canShare?.({ files }));

/** Open the share sheet. Rejects with the browser's DOMException: AbortError when the person gives up. */
const share = (files, title, text) => navigator.share({ files, title, text });

/** Write to the clipboard; rejects where the browser has none, or refuses. */
async function copy(text) {
  await navigator.clipboard.writeText(text);
}

window.pidHandover = Object.freeze({ bytes, base64, file, canShare, share, copy });
