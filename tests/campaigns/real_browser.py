"""A browser as a person starts it: a process with a profile, no driver, and a sudden death when asked."""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from tests.support.browsers import chromium, firefox
from tests.support.browsers.chromium import POPUPS, QUIET
from tests.support.programs import lacking

LEFT_BY_THE_DEAD = ("SingletonLock", "SingletonSocket", "SingletonCookie", "lock", ".parentlock")
FIREFOX_SETTINGS = {
    "app.update.enabled": "false",
    "browser.aboutwelcome.enabled": "false",
    "browser.sessionstore.resume_from_crash": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "browser.startup.page": "0",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "network.captive-portal-service.enabled": "false",
    "toolkit.startup.max_resumed_crashes": "-1",
    "toolkit.telemetry.enabled": "false",
}
"""What keeps Firefox quiet and keeps it from offering to restore the page that was killed. Nothing of the storage."""


def _root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _chromium(profile: Path, address: str) -> list[str]:
    return [chromium.found() or lacking("Chromium"), "--headless", "--disable-gpu", "--remote-debugging-port=0", *QUIET,
            *["--no-sandbox"] * _root(),
            "--disable-features=" + ",".join(POPUPS), f"--user-data-dir={profile}", address]


def _firefox(profile: Path, address: str) -> list[str]:
    profile.mkdir(parents=True, exist_ok=True)
    lines = [f'user_pref("{name}", {value});\n' for name, value in FIREFOX_SETTINGS.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    return [firefox.found() or lacking("Firefox"), "--headless", "--no-remote", "--profile", str(profile), address]


COMMANDS = {"chromium": _chromium, "firefox": _firefox}


class RealBrowser:
    """A running « chromium » or « firefox » of ``profile``, headless, that opened ``address``."""

    def __init__(self, name: str, profile: Path, address: str):
        for left in LEFT_BY_THE_DEAD:
            (profile / left).unlink(missing_ok=True)
        home = profile.parent / "home"
        home.mkdir(parents=True, exist_ok=True)
        self._process = subprocess.Popen(
            COMMANDS[name](profile, address), start_new_session=True, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env={**os.environ, "HOME": str(home)},
        )

    def kill(self) -> None:
        """SIGKILL to every process of the browser: no page, no handler, no flush has its say."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(20)

    def close(self) -> None:
        """Ask it to quit, as a person would; kill it if it does not."""
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self.kill()
