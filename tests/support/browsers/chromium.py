"""Chromium for the tests, this machine's or else Playwright's own: how it starts, how its contexts are closed."""

import functools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import playwright as installed
from playwright.sync_api import Error

SHELL = "chromium-headless-shell"
"""The same engine without what surrounds the pages, windows and accounts: a test costs it half of the time."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
         "--disable-quic"]
POPUPS = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup")
"""What makes Chromium load, for each window, the pages that its address bar may show. They are as heavy as a page of
ours, and never seen."""
DRIVER = Path(installed.__file__).parent / "driver" / "package" / "lib" / "coreBundle.js"
OWN = """from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)"""


def launch(playwright, whole=False):
    """A headless Chromium; with ``whole`` the program that people have, for what is measured."""
    return playwright.chromium.launch(executable_path=found() if whole else shell() or found(), args=arguments())


def shell() -> str | None:
    """Path of Debian's Chromium without windows, None where there is none."""
    return shutil.which(SHELL)


def found() -> str | None:
    """Path of this machine's Chromium, else of Playwright's own, None without either."""
    return next(filter(None, map(shutil.which, NAMES)), None) or _own()


def _own():
    told = subprocess.run([sys.executable, "-c", OWN], capture_output=True, text=True, check=False).stdout.strip()
    return told if told and Path(told).is_file() else None  # a bare machine may lack what the driver itself needs


def arguments():
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, "--disable-features=" + ",".join(_disabled()), *["--no-sandbox"] * root]


@functools.cache
def _disabled():
    """``POPUPS`` after what Playwright disables itself: Chromium reads the last list only."""
    listed = re.search(r"\bdisabledFeatures = \[(.*?)\]", DRIVER.read_text(encoding="utf-8"), re.DOTALL)[1]
    return [*re.findall(r'^ *"(\w+)"', listed, re.MULTILINE), *POPUPS]


def close(context):
    """Close a context whose pages may be going elsewhere: asked during a navigation, Chromium may never answer that it
    is closed."""
    for page in context.pages:
        for _ in range(5):
            try:
                page.goto("about:blank")
                break
            except Error:  # interrupted by the navigation that was under way, or the page has crashed
                continue
    context.close()


def launch_profile(playwright, profile):
    """The same browser with a profile of its own on the disk, as a person has; closed with its context."""
    return playwright.chromium.launch_persistent_context(profile, executable_path=found(), args=arguments(),
                                                         locale="fr-FR")
