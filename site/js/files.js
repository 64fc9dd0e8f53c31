/** window.pidFiles: hand a file to the person; the only way by which data leave the page. */

/** Chromium reads the blob after the click has returned: the address must outlive it. */
const ADDRESS_LIFETIME_MS = 60_000;

/** Offer `data`, a text or a Uint8Array, as a download called `name`, of type `mime`. */
export function download(name, mime, data) {
  const address = URL.createObjectURL(new Blob([data], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFETIME_MS);
}
