/** window.pidFiles: hand a file to the person; the only way by which data leave the page. */

/** Chromium reads the blob after the click has returned: the address must outlive it. */
const ADDRESS_LIFETIME_MS = 60_000;

/** No page learns whether a file was written or refused (HTML has no event for it): nothing more may be said. */
const handed = (name) =>
  `Fichier ${name} remis au navigateur. S’il n’est pas dans vos téléchargements, le navigateur l’a bloqué ou attend `
  + 'votre accord\u00a0: regardez près de la barre d’adresse, puis essayez de nouveau ou avec un autre navigateur.';

const told = document.createElement('p');
told.className = 'remise';

/** Say it where `put` puts the line, and to those who listen. */
export function tell(words, put) {
  told.textContent = words;
  put(told);
  document.getElementById('annonce').textContent = words;
}

/**
 * Offer `data`, a text or a Uint8Array, as a download called `name`, of type `mime`, and say beside `button` what
 * became of it. `more` is a sentence to add, with its space before.
 */
export function download(button, name, mime, data, more = '') {
  const address = URL.createObjectURL(new Blob([data], { type: mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFETIME_MS);
  // Beside the button that was used, where people look.
  tell(handed(name) + more, (line) => (button.closest('p') ?? button).after(line));
}
