"""Fixtures shared by the tests: the built site, a server on loopback, Chromium and Firefox."""

import functools
import os
import re
import shutil
from pathlib import Path

import playwright as installed
import pytest
from hypothesis import settings
from playwright.sync_api import Error, sync_playwright

import tests.firefox
import tests.old_chromium
import tests.webkit
from pipeline import node
from tests.packages import packages
from tests.server import StaticServer

# A slow machine is no fault of the code: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")



def pytest_configure(config):
    """Install the libraries once, before the processes that share the tests start."""
    config.addinivalue_line("markers", "chromium_only(reason): what the test asks of its driver does not exist for Firefox")
    config.addinivalue_line("markers", "long: left out of CI, run by `pytest -m long`")
    config.addinivalue_line("markers", "without_worker: the pages of the test fill no offline cache, which costs a sixth of their time")
    if not hasattr(config, "workerinput"):
        node.install()
        packages()


NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"]
POPUPS = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup")
"""What makes Chromium load, for each window, the pages that its address bar may show: as heavy as a page of ours, and never seen."""
DRIVER = Path(installed.__file__).parent / "driver" / "package" / "lib" / "coreBundle.js"
HOW_TO_INSTALL = (
    "Aucun navigateur pour les tests : installez Chromium (sous Debian « apt-get install chromium », "
    "ailleurs « .venv/bin/playwright install chromium »)."
)


def launch(playwright):
    """A headless Chromium: the machine's, else Playwright's own; raises Playwright's Error without either."""
    return playwright.chromium.launch(executable_path=_found(), args=_arguments())


def _found():
    return next(filter(None, map(shutil.which, NAMES)), None)


def _arguments():
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, "--disable-features=" + ",".join(_disabled()), *["--no-sandbox"] * root]


@functools.cache
def _disabled():
    """``POPUPS`` after what Playwright disables itself: Chromium reads the last list only."""
    listed = re.search(r"\bdisabledFeatures = \[(.*?)\]", DRIVER.read_text(encoding="utf-8"), re.DOTALL)[1]
    return [*re.findall(r'^ *"(\w+)"', listed, re.MULTILINE), *POPUPS]


def close(context):
    """Close a context whose pages may be going elsewhere: asked during a navigation, Chromium may never answer that it is closed."""
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
    return playwright.chromium.launch_persistent_context(profile, executable_path=_found(), args=_arguments(), locale="fr-FR")


def pytest_addoption(parser):
    parser.addoption("--firefox", action="store_true", help="run the tests of the browser in Firefox instead of Chromium")


@pytest.fixture(scope="session")
def playwright():
    """The driver of the browsers: one at a time can run."""
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright):
    """The browser of the tests."""
    try:
        browser = launch(playwright)
    except Error as error:
        pytest.fail(f"{HOW_TO_INSTALL}\n{error}", pytrace=False)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright, tmp_path_factory):
    """The other engine, for the tests marked ``both_engines`` and for those of ``--firefox``."""
    if not tests.firefox.found():
        pytest.skip(tests.firefox.ABSENT)
    browser = tests.firefox.launch(playwright, tmp_path_factory.mktemp("firefox"))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def old_chromium(playwright):
    """Starts a Chromium of a former version, once: (version) -> browser."""
    started = {}

    def start(version):
        if version not in started:
            started[version] = playwright.chromium.launch(executable_path=tests.old_chromium.program(version), args=_arguments())
        return started[version]

    yield start
    for browser in started.values():
        browser.close()


@pytest.fixture(scope="session")
def chromium_109(old_chromium):
    """The oldest Chromium that the site supports."""
    return old_chromium(tests.old_chromium.OLDEST)


@pytest.fixture(scope="session")
def chromium_119(old_chromium):
    """A Chromium between the oldest and the present one."""
    return old_chromium(tests.old_chromium.MIDDLE)


@pytest.fixture(scope="session")
def webkit(tmp_path_factory):
    """The engine of Safari, for the main paths."""
    if not tests.webkit.found():
        pytest.skip(tests.webkit.ABSENT)
    browser = tests.webkit.Browser(tmp_path_factory.mktemp("webkit"))
    yield browser
    browser.close()


@pytest.fixture
def engine(request):
    """Name of the engine of this test: that of its mark, else « chromium » or « firefox »."""
    name = getattr(request, "param", "firefox" if request.config.getoption("--firefox") else "chromium")
    only = request.node.get_closest_marker("chromium_only")
    if only and name == "firefox":
        pytest.skip(only.kwargs["reason"])
    return name


@pytest.fixture
def browser(request, engine):
    """The browser of this test."""
    return request.getfixturevalue(engine)


@pytest.fixture
def page(request, browser, engine):
    """A page of a fresh profile; a module that shows nothing of the offline cache is marked ``without_worker``, and fills none."""
    plain = engine == "chromium" and request.node.get_closest_marker("without_worker")
    context = browser.new_context(locale="fr-FR", service_workers="block" if plain else "allow")
    if engine == "firefox":
        context.on("page", tests.firefox.teach_media)
    yield context.new_page()
    close(context)


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
