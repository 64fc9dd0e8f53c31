"""A shared computer: choosing its passphrase, unlocking, and what its disk holds."""

from tests.support.pages.steps import ready, until

RAW = """async () => {
  const database = await new Promise((resolve) => {
    const asked = indexedDB.open('dossier-pid');
    asked.onsuccess = () => resolve(asked.result);
  });
  const all = {};
  for (const name of database.objectStoreNames) {
    all[name] = await new Promise((resolve) => {
      const asked = database.transaction(name).objectStore(name).getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
  }
  database.close();
  const pairs = (value) => Object.entries(value).map(([key, one]) => key + '=' + text(one)).join();
  const text = (value) => value instanceof Uint8Array ? new TextDecoder('latin1').decode(value)
    : value && typeof value === 'object' ? pairs(value) : String(value);
  return Object.fromEntries(Object.entries(all).map(([name, records]) => [name, text(records)]));
}"""
"""Every record of every store, bytes included, as one text by store."""


def share(page):
    """On the home page: make the computer shared; returns the passphrase that was proposed."""
    page.locator("[data-action=partage-oui]:visible").first.click()
    until(lambda: page.locator("#phrase-choisie").input_value() != "")
    phrase = page.locator("#phrase-choisie").input_value()
    page.fill("#phrase-copie", phrase)
    page.click("[data-action=chiffrer]")
    until(lambda: page.locator("#partage-fait").is_visible(), 30)
    return phrase


def is_locked(page):
    return page.locator("#deverrouillage").is_visible()


def unlock(page, phrase):
    until(lambda: is_locked(page), 20)
    page.fill("#phrase", phrase)
    page.keyboard.press("Enter")
    until(lambda: not is_locked(page), 30)


def lock(page):
    """« Verrouiller », then the page loaded again, which asks for the passphrase."""
    page.click("#verrouiller")
    until(lambda: is_locked(page), 30)


def home(page, server):
    page.goto(server.address)
    until(lambda: ready(page))


def raw(page):
    return page.evaluate(RAW)


def states(page):
    """On the home page: each state of a shared computer, from the question to the lock; gives their names."""
    until(page.locator("#partage-question").is_visible)
    yield "question"
    page.click("[data-action=deja-venu]")
    until(page.locator("#oublieux").is_visible)
    page.click("[data-action=effacer]")
    yield "browser that forgets, wipe asked"
    page.locator("[data-action=partage-oui]").first.click()
    until(lambda: page.locator("#phrase-choisie").input_value() != "")
    page.click("[data-action=chiffrer]")
    until(page.locator("#phrase-copie-erreur").is_visible)
    yield "passphrase not copied"
    page.fill("#phrase-copie", page.locator("#phrase-choisie").input_value())
    page.click("[data-action=chiffrer]")
    until(page.locator("#partage-fait").is_visible, 30)
    page.click("[data-action=ne-plus-partager]")
    yield "shared, asked to stop"
    page.click("#verrouiller")
    until(lambda: is_locked(page), 30)
    page.keyboard.press("Enter")
    until(lambda: "indiquez la phrase" in page.locator("#phrase-erreur").inner_text())
    yield "locked, nothing typed"
