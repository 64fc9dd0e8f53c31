"""Debian's WebKit under W3C WebDriver: the few calls of Playwright's that the main paths make, so that they run in it
too."""

import contextlib
import json
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import Error

MINI_BROWSER = "webkit2gtk-4.*/MiniBrowser"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""Key under which WebDriver names an element."""
FIND = """
const [selector, seen] = arguments;
const visible = (one) => one.getClientRects().length > 0 && getComputedStyle(one).visibility === 'visible';
return [...document.querySelectorAll(selector)].filter((one) => !seen || visible(one));
"""
STILL = """
const place = () => JSON.stringify(arguments[0].getBoundingClientRect());
arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
const before = place();
return new Promise((resolve) => setTimeout(() => resolve(place() === before), 100));
"""
"""Bring an element in sight; whether it stays where it is, as what is clicked must."""
CALL = "const given = ({}); return typeof given === 'function' ? given(arguments[0]) : given;"
PATIENCE = 30
"""Seconds during which an element or an address may still come."""
LONGEST = 60
"""Seconds that the driver may take for one answer."""


def found() -> Path | None:
    """Path of this machine's small browser of WebKit, None where it or what drives it is missing."""
    browsers = sorted(Path("/usr/lib").glob(f"*/{MINI_BROWSER}"))
    return browsers[-1] if browsers and shutil.which("WebKitWebDriver") and shutil.which("Xvfb") else None


class Browser:
    """The driver, on a screen that nobody sees; ``folder`` is the home of the browser, where its downloads go."""

    def __init__(self, folder: Path):
        self.downloads = folder / "downloads"
        self.downloads.mkdir()
        (folder / ".config").mkdir()
        (folder / ".config" / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{self.downloads}"\n', encoding="utf-8")
        self._screen = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        display = self._screen.stdout.readline().strip()
        port = _free_port()
        environment = {**os.environ, "DISPLAY": f":{display}", "HOME": str(folder),
                       "XDG_CONFIG_HOME": str(folder / ".config")}
        self._driver = subprocess.Popen(["WebKitWebDriver", f"--port={port}"], env=environment, cwd=folder,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._address = f"http://127.0.0.1:{port}"
        _until(self._listens)

    def _listens(self):
        try:
            return self.ask("GET", "/status") is not None
        except urllib.error.URLError:  # it is still starting
            return False

    def new_context(self, **_):
        """A browser of a fresh profile."""
        return Context(self)

    def ask(self, method, path, body=None):
        """The value that the driver answers; raises Playwright's Error for a refusal."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._address + path, data, {"Content-Type": "application/json"},
                                         method=method)
        try:
            with urllib.request.urlopen(request, timeout=LONGEST) as answer:
                return json.loads(answer.read())["value"]
        except urllib.error.HTTPError as refusal:
            raise Error(refusal.read().decode()) from refusal

    def begin(self):
        """Path of a new session."""
        options = {"binary": str(found()), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        return "/session/" + self.ask("POST", "/session", wanted)["sessionId"]

    def close(self):
        """End the driver and the screen."""
        for program in (self._driver, self._screen):
            program.terminate()
            program.wait()


class Context:
    """One session of the driver, which has one page."""

    def __init__(self, browser):
        self._browser = browser
        self._session = browser.begin()
        self.pages = []

    def new_page(self):
        self.pages.append(Page(self._browser, self._session))
        return self.pages[-1]

    def close(self):
        self._browser.ask("DELETE", self._session)


class Page:
    """A page, with the methods of Playwright's that bear the same names."""

    def __init__(self, browser, session):
        self._browser, self._session = browser, session

    def _ask(self, method, path, body=None):
        return self._browser.ask(method, self._session + path, body)

    def script(self, text, *arguments):
        """What a function body returns in the page."""
        return self._ask("POST", "/execute/sync", {"script": text, "args": arguments})

    def evaluate(self, expression, argument=None):
        return self.script(CALL.format(expression), argument)

    def goto(self, address):
        self._ask("POST", "/url", {"url": address})

    def reload(self):
        self._ask("POST", "/refresh", {})

    @property
    def url(self):
        return self._ask("GET", "/url")

    def wait_for_url(self, pattern):
        _until(lambda: re.search(pattern, self.url))

    def locator(self, selector):
        return Locator(self, selector)

    def click(self, selector):
        self.locator(selector).first.click()

    def check(self, selector):
        self.click(selector)

    def fill(self, selector, text):
        self.locator(selector).type(text)

    def set_input_files(self, selector, path):
        self.locator(selector).send(str(path))

    def act(self, path, element, body):
        self._ask("POST", f"/element/{element[ELEMENT]}/{path}", body)

    @contextlib.contextmanager
    def expect_download(self):
        """What the block makes the browser write, known at its end."""
        before = set(self._browser.downloads.iterdir())
        started = Started()
        yield started
        started.value = _until(lambda: _written(set(self._browser.downloads.iterdir()) - before))


class Locator:
    """The elements of a selector, « :visible » included."""

    def __init__(self, page, selector):
        self._page, self._seen, self._selector = page, ":visible" in selector, selector.replace(":visible", "")

    @property
    def first(self):
        return self

    def _elements(self, seen=False):
        return self._page.script(FIND, self._selector, self._seen or seen)

    def _element(self):
        return _until(lambda: self._elements(seen=True))[0]

    def _read(self, expression):
        return self._page.script(f"return arguments[0].{expression};", _until(self._elements)[0])

    def count(self):
        return len(self._elements())

    def is_visible(self):
        return bool(self._elements(seen=True))

    def inner_text(self):
        return self._read("innerText")

    def input_value(self):
        return self._read("value")

    def click(self):
        element = self._element()
        _until(lambda: self._page.script(STILL, element))
        self._page.act("click", element, {})

    def send(self, text):
        self._page.act("value", _until(self._elements)[0], {"text": text})

    def type(self, text):
        """Type a text in the place of what was there."""
        self._page.act("clear", self._element(), {})
        self.send(text)


class Started:
    """A download, once it is written."""

    value = None


class Download:
    """A file that the browser has written."""

    def __init__(self, path):
        self._path, self.suggested_filename = path, path.name

    def path(self):
        return self._path


def _free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def _written(paths):
    """The download among new files, None while the browser still writes it."""
    done = [path for path in paths if path.suffix != ".wkdownload" and path.stat().st_size]
    return Download(done[0]) if done and len(done) == len(paths) else None


def _until(condition):
    """What a condition gives once it holds."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        given = condition()
        if given:
            return given
        time.sleep(0.05)
    raise Error("ne se produit pas à temps")
