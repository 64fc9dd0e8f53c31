"""Where one browser is read aloud.

Keys are those of the X server, so that Orca sees them before the browser does, as it sees a person's.
"""

import subprocess
import time
from contextlib import contextmanager

from tests.campaigns.screen_reader.gestures import missing
from tests.support.browsers import chromium, firefox

SILENCE = 1.2
"""Seconds after which nothing more is awaited."""
LATE = 5
"""Seconds that words which must be heard may take: the machine has other work."""
LONGEST = 20
SPOILED = """const spoil = () => {
  for (const one of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
    one.removeAttribute('role');
    one.removeAttribute('aria-live');
  }
  for (const one of document.querySelectorAll('label[for]')) {
    one.removeAttribute('for');
    if (one.textContent) one.textContent = ''; // Orca guesses by what is near
  }
  for (const one of document.querySelectorAll('[aria-label], [aria-labelledby], [aria-describedby]')) {
    for (const name of ['aria-label', 'aria-labelledby', 'aria-describedby']) one.removeAttribute(name);
  }
};
new MutationObserver(spoil).observe(document, { childList: true, subtree: true, attributes: true });"""
"""A page whose fields have lost their labels and which says nothing of itself."""


class Room:
    """One page of a browser, and what Orca says of it."""

    def __init__(self, page, spoken):
        self.page = page
        self._spoken = spoken
        self._read = 0

    def do(self, step):
        """Do a gesture; what was said."""
        if step.text:
            return self._after(step, "type", "--delay", "60", step.text)
        said = []
        for key in step.keys[:-1]:
            said += self._after(None, "key", "--clearmodifiers", key)
            if step.seeks and not missing(step, said):
                return said
        return said + self._after(step, "key", "--clearmodifiers", step.keys[-1])

    def _after(self, step, *action):
        subprocess.run(["xdotool", *action], check=True)
        return self.heard(step)

    def heard(self, step=None):
        """What has been said since the last time, once it is silent and what must be heard is."""
        start = quiet = time.monotonic()
        words = self._new()
        while time.monotonic() - start < LONGEST:
            now = self._new()
            if now != words:
                words, quiet = now, time.monotonic()
            patience = LATE if step and missing(step, words) else SILENCE
            if time.monotonic() - quiet > patience:
                break
            time.sleep(0.05)
        self._read += len(words)
        return [one for one in words if one]

    def _new(self):
        return self._spoken.read_text(encoding="utf-8").splitlines()[self._read:]


@contextmanager
def room(playwright, browser, spoken, home, spoil=False):
    """A ``Room`` for « chromium » or « firefox »; ``spoil`` deprives its pages of what a screen reader needs."""
    engine = _launch(playwright, browser, home)
    try:
        page = engine.new_context(locale="fr-FR", no_viewport=True).new_page()
        if spoil:
            page.add_init_script(SPOILED)
        yield Room(page, spoken)
    finally:
        engine.close()


def _launch(playwright, browser, home):
    if browser == "chromium":
        return playwright.chromium.launch(executable_path=chromium.found(), headless=False, args=[
            *chromium.arguments(), "--force-renderer-accessibility", "--lang=fr"])
    folder = home / "firefox"
    folder.mkdir(exist_ok=True)
    return firefox.launch_seen(playwright, folder, {"accessibility.force_disabled": -1})
