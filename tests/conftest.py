"""Fixtures shared by the tests: the built site, a server on loopback, Chromium and Firefox."""

from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

from pipeline import node
from tests.support import browsers
from tests.support import built as site_built
from tests.support.halves import LASTING, is_journey, is_long
from tests.support.packages import packages
from tests.support.programs import lacking, missing, sentence
from tests.support.server import StaticServer

TELEPHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}

# A slow machine is no fault of the code: no test is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure(config):
    """Install the libraries once, before the processes that share the tests start."""
    config.addinivalue_line("markers",
                            "chromium_only(reason): what the test asks of its driver does not exist for Firefox")
    config.addinivalue_line("markers", "long: in the longer half, run by `pytest -m long` (tests/support/halves.py)")
    config.addinivalue_line("markers", "campaign: left out of CI, run by `pytest -m campaign`")
    config.addinivalue_line("markers", "without_worker: the pages of the test fill no offline cache, which costs a "
                                       "sixth of their time")
    config.addinivalue_line("markers", "telephone: the page is narrow, and touched")
    if not hasattr(config, "workerinput"):
        try:
            node.install()
            packages()
        except node.BuildError as error:
            pytest.exit(str(error), returncode=1)


def pytest_sessionstart(session):
    """What this machine lacks is said once, before any test."""
    if not hasattr(session.config, "workerinput") and (needs := missing()):
        session.config.pluginmanager.get_plugin("terminalreporter").write_line(sentence(needs))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Every test is in the short half, in the longer one or in the campaigns, in one only; the files that last come
    first, so that no process ends with one of them while the others wait.

    A test that drives a browser is asked once more before it is said to fail, and the summary names it."""
    items.sort(key=lambda item: item.path.stem not in LASTING)
    for item in items:
        if is_journey(item):
            item.add_marker("campaign")
        if item.get_closest_marker("campaign") is None and is_long(item):
            item.add_marker("long")
        if {"browser", "playwright"} & set(item.fixturenames):
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_addoption(parser):
    parser.addoption("--firefox", action="store_true",
                     help="run the tests of the browser in Firefox instead of Chromium")


@pytest.fixture(scope="session")
def playwright():
    """The driver of the browsers: one at a time can run."""
    if not browsers.chromium.found() and not browsers.firefox.found():
        lacking("Chromium")
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright):
    """The browser of the tests."""
    if not browsers.chromium.found():
        lacking("Chromium")
    browser = browsers.chromium.launch(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright, tmp_path_factory):
    """The other engine, for the tests marked ``both_engines`` and for those of ``--firefox``."""
    if not browsers.firefox.found():
        lacking("Firefox")
    browser = browsers.firefox.launch(playwright, tmp_path_factory.mktemp("firefox"))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def old_chromium(playwright):
    """Starts a Chromium of a former version, once: (version) -> browser."""
    started = {}

    def start(version):
        if version not in started:
            started[version] = playwright.chromium.launch(executable_path=browsers.old_chromium.program(version),
                                                          args=browsers.chromium.arguments())
        return started[version]

    yield start
    for browser in started.values():
        browser.close()


@pytest.fixture(scope="session")
def chromium_109(old_chromium):
    """The oldest Chromium that the site supports."""
    return old_chromium(browsers.old_chromium.OLDEST)


@pytest.fixture(scope="session")
def chromium_119(old_chromium):
    """A Chromium between the oldest and the present one."""
    return old_chromium(browsers.old_chromium.MIDDLE)


@pytest.fixture(scope="session")
def webkit(tmp_path_factory):
    """The engine of Safari, for the main paths."""
    if not browsers.webkit.found():
        lacking("WebKit")
    browser = browsers.webkit.Browser(tmp_path_factory.mktemp("webkit"))
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
    """A page of a fresh profile; a module that shows nothing of the offline cache is marked ``without_worker``, and
    fills none, one that is lived on a telephone ``telephone``."""
    plain = engine == "chromium" and request.node.get_closest_marker("without_worker")
    held = TELEPHONE if request.node.get_closest_marker("telephone") else {}
    if engine == "chromium":  # what a window that is seen has without asking, and one without screen has not
        held = {**held, "permissions": ["clipboard-write"]}
    context = browser.new_context(locale="fr-FR", service_workers="block" if plain else "allow", **held)
    if engine == "firefox":
        context.on("page", browsers.firefox.teach_media)
    yield context.new_page()
    browsers.chromium.close(context)


@pytest.fixture(scope="session")
def built() -> Path:
    """The whole site, built once for all the tests: nothing may write in it."""
    return site_built.site()


@pytest.fixture
def server(built):
    """The built site on loopback."""
    running = StaticServer(built)
    yield running
    running.kill()
