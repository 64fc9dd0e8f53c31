"""A room with a screen nobody sees, a browser, and Orca, whose words are written instead of spoken.

Debian's ``orca``, ``at-spi2-core``, ``speech-dispatcher``, ``xvfb``, ``xdotool`` and ``openbox``. Keys are those of the
X server, so that Orca sees them before the browser does, as it sees a person's.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from tests.support.browsers import chromium, firefox

MODULE = Path(__file__).with_name("written_speech.py")
PROGRAMS = ("orca", "speech-dispatcher", "Xvfb", "xdotool", "openbox", "dbus-run-session", "localedef")
BUS = ("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
SETTINGS = """LogLevel 1
DefaultLanguage "fr"
AddModule "written" "{module}" "written.conf"
DefaultModule written
"""
ORCA = {"general": {"speechServerInfo": ["Default Synthesizer", "default"], "enableBraille": False,
                    "enableBrailleMonitor": False, "sayAllOnLoad": False, "presentToolTips": False,
                    "enableKeyEcho": False},
        "pronunciations": {}, "keybindings": {},
        "profiles": {"default": {"profile": ["Default", "default"], "pronunciations": {}, "keybindings": {}}}}
"""Preferences of Orca: as delivered, but that it neither reads the whole page as soon as it is loaded nor names each key."""
SILENCE = 1.2
LONGEST = 12


def lacking():
    """The programs that this machine has not."""
    return [name for name in PROGRAMS if not shutil.which(name)]


def in_a_session():
    """Run this command again within a session bus of its own, and leave with its exit code."""
    if os.environ.get("SPOKEN_TO"):
        return
    with tempfile.TemporaryDirectory(prefix="orca-") as folder:
        home = Path(folder)
        env = _environment(home)
        sys.exit(subprocess.run(["dbus-run-session", "--", sys.executable, "-m", *_module(), *sys.argv[1:]], env=env,
                                stderr=subprocess.DEVNULL if not os.environ.get("LOUD") else None,
                                check=False).returncode)


def _module():
    spec = sys.modules["__main__"].__spec__
    return [spec.name.removesuffix(".__main__")]


def _environment(home):
    """What the programs of a French desk see; ``home`` is theirs alone."""
    for name in ("config", "data", "run", "locale"):
        (home / name).mkdir()
    (home / "run").chmod(0o700)
    subprocess.run(["localedef", "-i", "fr_FR", "-f", "UTF-8", str(home / "locale" / "fr_FR.UTF-8")],
                   capture_output=True, check=False)
    return os.environ | {
        "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config"), "XDG_DATA_HOME": str(home / "data"),
        "XDG_RUNTIME_DIR": str(home / "run"), "LOCPATH": str(home / "locale"), "LANG": "fr_FR.UTF-8",
        "LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "fr", "DISPLAY": ":" + str(100 + os.getpid() % 400),
        "SPOKEN_TO": str(home / "spoken.txt"), "SPEECHD_ADDRESS": f"unix_socket:{home}/run/speechd.sock",
        "ACCESSIBILITY_ENABLED": "1", "GNOME_ACCESSIBILITY": "1", "GTK_MODULES": "gail:atk-bridge"}


class Room:
    """Where one browser is read aloud."""

    def __init__(self, page):
        self.page = page
        self._spoken = Path(os.environ["SPOKEN_TO"])
        self._read = 0

    def press(self, *keys):
        """Press keys one after the other, as xdotool names them, each heard before the next; what was said."""
        return [words for key in keys for words in self._after("key", "--clearmodifiers", key)]

    def type(self, text):
        """Type a text on the keyboard; what was said."""
        return self._after("type", "--delay", "60", text)

    def _after(self, *action):
        subprocess.run(["xdotool", *action], check=True)
        return self.heard()

    def heard(self):
        """What has been said since the last time, once it is silent."""
        end, quiet, size = time.monotonic() + LONGEST, time.monotonic(), -1
        while time.monotonic() < end and time.monotonic() - quiet < SILENCE:
            now = self._spoken.stat().st_size
            if now != size:
                size, quiet = now, time.monotonic()
            time.sleep(0.05)
        words = self._spoken.read_text(encoding="utf-8").splitlines()
        new, self._read = words[self._read:], len(words)
        return [one for one in new if one]


@contextmanager
def room(playwright, browser):
    """A ``Room`` for « chromium » or « firefox », in the session of ``in_a_session``."""
    home = Path(os.environ["HOME"])
    running = []
    try:
        _begin(running, home)
        engine = _launch(playwright, browser, home)
        page = engine.new_context(locale="fr-FR", no_viewport=True).new_page()
        yield Room(page)
        engine.close()
    finally:
        for process in reversed(running):
            process.terminate()


def _begin(running, home):
    Path(os.environ["SPOKEN_TO"]).write_text("", encoding="utf-8")
    speech = home / "speech"
    (speech / "modules").mkdir(parents=True)
    (speech / "speechd.conf").write_text(SETTINGS.format(module=MODULE), encoding="utf-8")
    (speech / "modules" / "written.conf").write_text("", encoding="utf-8")
    orca = Path(os.environ["XDG_DATA_HOME"]) / "orca"
    orca.mkdir()
    (orca / "user-settings.conf").write_text(json.dumps(ORCA), encoding="utf-8")
    log = {"stdout": (home / "programs.log").open("a"), "stderr": subprocess.STDOUT}
    for command, wait in (
            (["Xvfb", os.environ["DISPLAY"], "-screen", "0", "1280x900x24"], 1.5),
            (["openbox"], 0.5),
            (["speech-dispatcher", "-s", "-t", "0", "-C", str(speech), "-L", str(home),
              "-S", os.environ["SPEECHD_ADDRESS"].removeprefix("unix_socket:")], 1),
            (list(BUS), 1),
            (["orca", "--replace"], 5)):
        running.append(subprocess.Popen(command, **log))
        time.sleep(wait)


def _launch(playwright, browser, home):
    if browser == "firefox":
        folder = home / "firefox"
        folder.mkdir()
        return firefox.launch(playwright, folder, headless=False)
    return playwright.chromium.launch(executable_path=chromium.found(), headless=False,
                                      args=[*chromium.arguments(), "--force-renderer-accessibility", "--lang=fr"])
