"""Files prepared, protected, taken and opened again."""

from pathlib import Path

from tests.support.pages.steps import go, ready, until

SLOW, KEY_MADE = 30, 90
"""Seconds that may be needed on a busy machine: to prepare files, to make a key."""
MAKE = """async ([task, given]) => {
  await pidScripts.load('crypto.js');
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const text = (made) => btoa(Array.from(made, (one) => String.fromCharCode(one)).join(''));
  if (task === 'pair') return pidCrypto.newKeyPair();
  if (task === 'code') return pidCrypto.newCode();
  if (task === 'key') return text(await pidCrypto.encryptForKey(bytes(given.bytes), given.key));
  if (task === 'protect') return pidCrypto.protectedKey(given.pair, '2026-11-25', given.code);
  const files = given.files.map(({ name, content }) => ({ name, bytes: bytes(content) }));
  return text(await pidCrypto.writeZip(files, given.code));
}"""


def prepare(page):
    """Go to the last page and make the files; the fingerprint on screen."""
    go(page, "verifier")
    until(lambda: page.locator("#verdict").inner_text() != "")
    page.click("[data-action=envoi-preparer]")
    until(lambda: page.locator("#envoi-etat").inner_text().startswith("Fichiers prêts"), SLOW)
    assert page.locator("#envoi").is_visible() and page.evaluate("document.activeElement.id") == "envoi-pret"
    return page.locator("#envoi-empreinte").inner_text()


def files(page):
    """{extension: (name, bytes)} of the files to attach, downloaded one by one."""
    made = {}
    for button in page.locator("[data-action=envoi-fichier]").all():
        with page.expect_download() as started:
            button.click()
        made[started.value.suggested_filename.rpartition(".")[2]] = (
            started.value.suggested_filename, Path(started.value.path()).read_bytes())
    return made


def opened(page, server, path):
    page.goto(server.address + "ouvrir/")
    until(lambda: ready(page))
    page.set_input_files("#fichier", path)
    until(lambda: page.locator("#apercu").is_visible() or page.locator("#fichier-erreur").is_visible())
    return page.locator("#contenu-fichier").inner_text().replace("\u00a0", " ")


def taken(page, selector):
    with page.expect_download() as started:
        page.click(selector)
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def make(page, task, **given):
    return page.evaluate(MAKE, [task, given])


def choose_protected(page, name, content):
    page.set_input_files("#fichier", {"name": name, "mimeType": "", "buffer": content})
    until(lambda: page.locator("#protection").is_visible())
