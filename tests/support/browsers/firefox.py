"""Debian's Firefox under Playwright, so that the tests of the browser run in both engines."""

import itertools
import json
import os
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from tests.support.browsers.bidi_relay import MEDIA

NAMES = ("firefox-esr", "firefox")
SETTINGS = {
    # The settings of automation let a local file read its neighbours and share its storage, as nobody's Firefox does.
    "remote.prefs.recommended": False,
    "security.fileuri.strict_origin_policy": True,
    "browser.download.useDownloadDir": True,
    "browser.download.alwaysOpenPanel": False,  # the panel of downloads takes the keys of who types
    "browser.download.panel.shown": True,
    "browser.helperApps.neverAsk.saveToDisk": "application/pdf,application/json,application/octet-stream",
    "network.captive-portal-service.enabled": False,
    "pdfjs.disabled": True,
}
OVERRIDES = {"color_scheme": "prefersColorSchemeOverride", "reduced_motion": "prefersReducedMotionOverride",
             "forced_colors": "forcedColorsOverride", "media": "mediumOverride"}
"""Arguments of Playwright's ``emulate_media``, and the attributes by which Firefox does the same."""
ORDER = itertools.count()
RELAY = Path(__file__).with_name("bidi_relay.py")

both_engines = pytest.mark.parametrize("engine", ["chromium", "firefox"], indirect=True)
"""Mark of the tests that also run in Firefox."""
both_engines_at_length = pytest.mark.parametrize(
    "engine", ["chromium", pytest.param("firefox", marks=pytest.mark.campaign)], indirect=True)
"""The same, whose half of Firefox is left to the campaigns."""


def found() -> str | None:
    """Path of this machine's Firefox, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def _options(folder: Path, settings: dict) -> dict:
    program = folder / "firefox"
    program.write_text(f'#!/bin/sh\nexec {shlex.join([sys.executable, str(RELAY), found()])} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    home = folder / "home"
    home.mkdir(exist_ok=True)
    return {"channel": "moz-firefox", "executable_path": program, "firefox_user_prefs": SETTINGS | settings,
            "env": {**os.environ, "HOME": str(home)}}


def launch(playwright, folder: Path):
    """A headless Firefox of a fresh profile; ``folder`` takes what starts it."""
    return playwright.firefox.launch(**_options(folder, {}))


def launch_seen(playwright, folder: Path, settings: dict):
    """The same on a screen, with more settings."""
    return playwright.firefox.launch(headless=False, **_options(folder, settings))


def launch_profile(playwright, folder: Path, profile: Path, settings: dict):
    """The same with a profile kept on the disk, as a person has, and more settings. It is closed with its context."""
    return playwright.firefox.launch_persistent_context(profile, locale="fr-FR", **_options(folder, settings))


def teach_media(page):
    """Give a page an ``emulate_media`` that works: Playwright's own knows the colours only, in words that this Firefox
    does not know.

    It is asked for all the pages of the context through a permission, whose name Playwright passes on as it is;
    ``bidi_relay`` keeps it to itself. Each time for another origin: Playwright does not ask twice for what it was
    granted.
    """
    def emulate_media(**features):
        wanted = {OVERRIDES[name]: value for name, value in features.items()}
        page.context.grant_permissions([MEDIA + json.dumps(wanted)], origin=f"http://{next(ORDER)}.test")

    page.emulate_media = emulate_media
