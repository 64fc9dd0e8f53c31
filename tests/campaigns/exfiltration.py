"""``python -m tests.campaigns.exfiltration [--wait 3]``: a script that somebody put in a page tries to send a marker
out.

Every way out of ``exfiltration.js`` is tried, one by one, from the home page of the built site as it is. The page comes
from a host that sends its headers, then from the single file. Then it comes without its policy, and must leak. Somebody
else's address is a port of this computer that remembers connections and packets. Exit code 1 when a way that the policy
closes is open, or when the table of those that it cannot close is not exact.
"""

import argparse
import re
import socket
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from playwright.sync_api import sync_playwright  # noqa: E402

import build  # noqa: E402 (the paths come first)
from pipeline import headers, single  # noqa: E402
from tests.support.browsers.chromium import close, launch  # noqa: E402
from tests.support.server import StaticServer  # noqa: E402

EXITS = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
WORKER = b"fetch(decodeURIComponent((self.location.hash || self.location.search).slice(1)), { mode: 'no-cors' });"
MARK = b"Marqueur-Lefevre"
SENT, CONTACT = "SENT", "contact"
"""The marker went out. Somebody else was reached without it: an empty connection, or a packet of the browser's own."""
OPEN = dict.fromkeys(("location =", "window.open", "meta refresh", "link clicked", "link clicked, new tab",
                      "link clicked, download"), SENT) \
    | dict.fromkeys(("WebRTC, STUN", "WebRTC, TURN over TCP", "form GET", "form POST", "form in a new tab", "iframe",
                     "iframe moved"), CONTACT)
"""What no Content-Security-Policy closes in Chromium, forms and frames being refused once the connection is made: its
address is known to the other side, its content is not. The site writes none of them (``pipeline/residue.py``)."""


BARE = ("page without policy", "single file without policy")


def beyond(found: dict[str, str]) -> dict[str, str]:
    """What leads further out than ``OPEN`` says."""
    return {name: how for name, how in found.items() if OPEN.get(name) not in (how, SENT)}


def slug(name: str) -> str:
    """How ``exfiltration.js`` writes a name in an address."""
    return re.sub(r"[^a-z0-9]+", "-", name, flags=re.IGNORECASE)


class Sink:
    """Somebody else's computer: a port of TCP and the same of UDP, which take whatever comes and answer « yes »."""

    def __init__(self):
        self.received: list[bytes] = []
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", self.port))
        for work in (self._listen, self._packets):
            threading.Thread(target=work, daemon=True).start()

    @property
    def port(self) -> int:
        return self._tcp.getsockname()[1]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def _listen(self):
        with suppress(OSError):
            while True:
                connection, _ = self._tcp.accept()
                self.received.append(b"")
                threading.Thread(target=self._answer, args=(connection, len(self.received) - 1), daemon=True).start()

    def _answer(self, connection, place):
        with suppress(OSError), connection:
            connection.settimeout(5)
            self.received[place] = connection.recv(65536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: "
                               b"close\r\n\r\n")

    def _packets(self):
        with suppress(OSError):
            while True:
                self.received.append(self._udp.recvfrom(2000)[0])

    def reached(self, names: list[str]) -> dict[str, str]:
        """See ``Attack.leaks``."""
        received = list(self.received)
        if len(names) == 1:
            return {names[0]: SENT if any(MARK in one for one in received) else CONTACT} if received else {}
        known = {f"/{slug(name)}?d=": name for name in names}
        paths = [one.split(b" ")[1].decode("latin-1") if one.count(b" ") > 1 else "" for one in received]
        return {known.get(path.partition("=")[0] + "=", "?"): SENT for path in paths}

    def close(self):
        self._tcp.close()
        self._udp.close()


class Site:
    """The site, and a script that somebody could have put on its host."""

    def do_GET(self):
        if self.path.partition("?")[0] != "/attaque.js":
            super().do_GET()
            return
        self._send(WORKER, "text/javascript")

    def _send(self, body, kind):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Naked(Site):
    """The same pages without their policy."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix == ".html" and path.is_file():
            self._send(POLICY.sub(b"", path.read_bytes()), "text/html; charset=utf-8")
            return
        super().do_GET()


class WithHeaders(Site):
    """A host that sends ``_headers``."""

    def end_headers(self):
        for name, value in headers.EVERYWHERE.items():
            self.send_header(name, value)
        super().end_headers()


class Attack:
    """A page of ``browser`` at ``address`` in which somebody's script runs. ``host`` is the root of the site."""

    def __init__(self, browser, address: str, host: str):
        self.browser, self.address, self.host = browser, address, host

    def names(self) -> dict[str, list[str]]:
        """Names of the ways out: those that can be tried « together », those that must be « alone »."""
        with self._page() as page:
            return page.evaluate("exits.names")

    def leaks(self, names: list[str], wait: float) -> dict[str, str]:
        """{way out: SENT or CONTACT} of those that reached somebody else within ``wait`` seconds.

        Of several at once, each is known by its address, and what came without any is « ? ».
        """
        sink = Sink()
        with self._page() as page:
            page.evaluate("([names, own, sink]) => exits.run(names, own, sink)", [names, self.host, sink.address])
            end = time.monotonic() + wait
            while time.monotonic() < end and list(sink.reached(names).values()) != [SENT] * len(names):
                page.wait_for_timeout(100)
            found = sink.reached(names)
        sink.close()
        return found

    def every_leak(self, wait: float) -> dict[str, str]:
        """All the ways out that lead out: those that can be together at once, the others one by one."""
        names = self.names()
        found = self.leaks(names["together"], 3 * wait)
        for name in names["alone"]:
            found |= self.leaks([name], wait)
        print(f"{self.address}: {len(found)} found", file=sys.stderr, flush=True)
        return found

    def _page(self):
        return _Page(self.browser, self.address)


class _Page:
    def __init__(self, browser, address):
        self.browser, self.address = browser, address

    def __enter__(self):
        self.context = self.browser.new_context(locale="fr-FR")
        page = self.context.new_page()
        page.add_init_script(EXITS)
        page.goto(self.address)
        return page

    def __exit__(self, *failure):
        close(self.context)


def hosts(out: Path, folder: Path) -> tuple[dict[str, tuple[str, str]], list[StaticServer]]:
    """({variant: (address of the page, root of its site)}, servers to stop). The last variants are without policy."""
    text = (out / single.NAME).read_bytes()
    (folder / "nu.html").write_bytes(POLICY.sub(b"", text))
    running = [StaticServer(out, kind) for kind in (Site, WithHeaders, Naked)]
    page, strict, naked = (one.address for one in running)
    return {"page": (page, page), "page and headers": (strict, strict),
            "single file": ((out / single.NAME).as_uri(), page),
            "page without policy": (naked, naked),
            "single file without policy": ((folder / "nu.html").as_uri(), naked)}, running


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--wait", type=float, default=3, help="seconds given to each way out")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        build.build(folder / "dist")
        browser = launch(playwright)
        variants, running = hosts(folder / "dist", folder)
        attacks = {variant: Attack(browser, *where) for variant, where in variants.items()}
        names = sum(attacks["page"].names().values(), [])
        out = {variant: attack.every_leak(options.wait) for variant, attack in attacks.items()}
        for variant in BARE:
            for name in set(names) - set(out[variant]):  # hindered by another, perhaps
                out[variant] |= attacks[variant].leaks([name], options.wait)
        for one in running:
            one.kill()
        browser.close()
    for name in names:
        print(f"{name:38}", *(f"{out[variant].get(name, 'nothing'):8}" for variant in variants))
    for variant, found in out.items():
        print(f"{variant}: of {len(names)} ways out, {list(found.values()).count(SENT)} send the marker, "
              f"{list(found.values()).count(CONTACT)} reach somebody without it.")
    silent = [name for name in names if not any(name in out[variant] for variant in BARE)]
    print(f"Not exercised, as they lead nowhere even without policy: {', '.join(silent) or 'none'}.")
    wrong = {variant: more for variant in variants if variant not in BARE and (more := beyond(out[variant]))}
    print(f"Other than the {len(OPEN)} known: {wrong or 'none'}.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
