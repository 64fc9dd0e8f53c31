"""Fixtures shared by the tests: the built site, a server on loopback, Chromium."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Error, sync_playwright

from pipeline import node
from tests.packages import packages
from tests.server import StaticServer

# A slow machine is no fault of the code: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")



def pytest_configure(config):
    """Install the libraries once, before the processes that share the tests start."""
    if not hasattr(config, "workerinput"):
        node.install()
        packages()


NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"]
HOW_TO_INSTALL = (
    "Aucun navigateur pour les tests : installez Chromium (sous Debian « apt-get install chromium », "
    "ailleurs « .venv/bin/playwright install chromium »)."
)


def launch(playwright):
    """A headless Chromium: the machine's, else Playwright's own; raises Playwright's Error without either."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return playwright.chromium.launch(executable_path=found, args=QUIET + ["--no-sandbox"] * root)


@pytest.fixture(scope="session")
def chromium():
    """The browser of the tests."""
    with sync_playwright() as playwright:
        try:
            browser = launch(playwright)
        except Error as error:
            pytest.fail(f"{HOW_TO_INSTALL}\n{error}", pytrace=False)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A page of a fresh profile."""
    context = chromium.new_context(locale="fr-FR")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """The whole site, built once for all the tests."""
    import build

    out = tmp_path_factory.mktemp("site") / "dist"
    build.build(out)
    return out


@pytest.fixture
def server(built):
    """The built site on loopback."""
    running = StaticServer(built)
    yield running
    running.kill()
