"""``python -m tests.campaigns.updates [--worker site|workbox|workbox+integrity|naive] [--every 1] [--faults …]``.

A version of the built site is installed, then another is published badly. Each file is altered in each way. The network
is cut after k files for each k. There is a captive portal, a stale HTTP cache for each file, a file lost by the
browser. After each fault the network is down and every file is asked of the worker: all must be, byte for byte, of one
version. Exit code 1 when a byte is not.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from playwright.sync_api import sync_playwright  # noqa: E402

import build  # noqa: E402 (the paths come first)
from tests.campaigns.faulty_host import ALTERED, FaultyHost  # noqa: E402
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.site_versions import KINDS, LAB_PAGE, Maker, hashes, marked  # noqa: E402
from tests.support.browsers.chromium import close, launch  # noqa: E402

YEAR = 31_536_000
PATIENCE = 60_000
LOSE = """async (path) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    await cache.delete(new URL(path, ROOT), { ignoreSearch: true });
  }
}"""


class Lab:
    """One browser, one host, one kind of worker; the tabs in which a version is installed are made when needed."""

    def __init__(self, browser, maker: Maker):
        self.browser = browser
        self.maker = maker
        self.old, self.new = maker.version(1), maker.version(2)
        self.host = FaultyHost(self.old)
        self.known = {1: hashes(self._served(self.old)), 2: hashes(self._served(self.new))}
        self.page = None
        self.found = Counter()
        self.wrong = []

    @property
    def paths(self) -> list[str]:
        return list(self.maker.base)

    def _served(self, files):
        return {path: content for path, content in files.items() if path != "sw.js"}

    def close(self) -> None:
        self.renew()
        self.host.close()

    def renew(self) -> None:
        """Forget the profile of the browser."""
        if self.page:
            close(self.page.context)
        self.page = None

    def install(self, files) -> None:
        """A new profile in which ``files`` are installed, unless the present one is as good."""
        self.host.alive = True
        if self.page:
            return
        self.host.deploy(files)
        self.page = self.browser.new_context().new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.goto(self.host.address + LAB_PAGE)
        if self.page.evaluate("register()") != "activated":
            raise RuntimeError("la première version ne s'installe pas")
        self.page.reload()

    @contextmanager
    def down(self):
        """No network meanwhile."""
        self.host.alive = False
        yield
        self.host.alive = True

    def held(self, mode="same-origin") -> dict[str, str]:
        """What the worker answers for every file, without network."""
        with self.down():
            return self.page.evaluate("([paths, mode]) => hold(paths, mode)", [self.paths, mode])

    def verdict(self, held, *versions) -> str:
        """« version 1 » when every file is of it, otherwise what is wrong, with the number of files."""
        for number, expected in versions:
            if held == expected:
                return f"version {number}"
        labels = Counter(next((f"of version {number}" for number, expected in versions if held[path] == expected[path]),
                              "missing" if held[path].startswith(("error", "status")) else "of no version")
                         for path in held)
        return "MIXED: " + ", ".join(f"{count} {label}" for label, count in sorted(labels.items()))

    def note(self, fault: str, where: str, verdict: str, *accepted: str) -> None:
        good = verdict in accepted
        self.found[fault, good] += 1
        if not good:
            self.wrong.append(f"{fault} ({where}): {verdict}")
            self.renew()

    def publish_badly(self, fault, where, spoil) -> None:
        """Install version 1, publish version 2 spoilt by ``spoil(host)``, and look at what is served, now and later."""
        self.install(self.old)
        self.host.deploy(self.new)
        spoil(self.host)
        state = self.page.evaluate("update()")
        versions = [(number, self.known[number]) for number in (1, 2)]
        seen = self.verdict(self.held(), *versions)
        if state in ("installed", "activated") and seen == "version 1":
            # The person accepts: what was prepared must be the whole of version 2.
            self.page.evaluate("takeOver()")
            seen = self.verdict(self.held(), *versions)
        self.note(fault, where, seen, "version 1", "version 2")
        if seen == "version 2":
            self.renew()

    def alter(self, path, way) -> None:
        def spoil(host):
            host.altered = (path, way)
        self.publish_badly(way, path, spoil)

    def cut(self, count) -> None:
        def spoil(host):
            host.cut_after = count
        self.publish_badly("network cut", f"after {count} files", spoil)

    def stale(self, path, number, files) -> dict:
        """Publish ``files`` with one file changed, which the HTTP cache holds for a year; return the new files."""
        self.host.max_age = YEAR
        self.install(files)
        content = {**files, path: marked(path, self.maker.base[path], number)}
        content = self.maker.with_worker(content)
        self.host.deploy(content)
        state = self.page.evaluate("update()")
        if state not in ("installed", "activated"):
            seen = f"update {state}"
        else:
            self.page.evaluate("takeOver()")
            seen = self.verdict(self.held(), (number, hashes(self._served(content))))
        self.note("stale HTTP cache", path, seen, f"version {number}")
        self.host.max_age = 0
        return content

    def lose(self, path) -> None:
        """The browser loses one file of version 1 while the host serves version 2; then while there is no network."""
        self.install(self.old)
        self.host.deploy(self.new)
        self.page.evaluate(LOSE, path)
        for mode in ("same-origin", "no-cors"):
            answer = self.page.evaluate("([paths, mode]) => hold(paths, mode)", [[path], mode])[path]
            good = answer in (self.known[1][path], "error TypeError") or answer.startswith("status 5")
            self.note("file lost, another version online", f"{path}, {mode}",
                      "version 1 or refused" if good else "a byte of another version", "version 1 or refused")
            if not good:
                return
        self.renew()


def altered(lab: Lab, every: int) -> None:
    """Each file altered in each way, then all of them by a captive portal."""
    for way in ALTERED:
        for path in lab.paths[::every]:
            lab.alter(path, way)
    lab.alter("*", "captive portal")


def cut(lab: Lab, every: int) -> None:
    """The network cut after k files, for each k."""
    for count in range(0, len(lab.paths) + 1, every):
        lab.cut(count)


def stale(lab: Lab, every: int) -> None:
    """Each file changed while the HTTP cache still holds it."""
    lab.renew()
    files = lab.old
    for number, path in enumerate(lab.paths[::every], 3):
        made = lab.stale(path, number, files)
        files = made if lab.page else lab.old
    lab.renew()


def lost(lab: Lab, every: int) -> None:
    """Each file lost by the browser while another version is online."""
    for path in lab.paths[::every]:
        lab.lose(path)


FAULTS = {"altered": altered, "cut": cut, "stale": stale, "lost": lost}


def summary(lab: Lab) -> str:
    """What each fault did, as « wrong of trials »."""
    faults = dict.fromkeys(fault for fault, _ in lab.found)
    return "; ".join(f"{fault} {rate(lab.found[fault, False], lab.found[fault, False] + lab.found[fault, True])}"
                     for fault in faults)


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--worker", choices=KINDS, default="site")
    parser.add_argument("--every", type=int, default=1, help="one file and one cut point out of so many")
    parser.add_argument("--faults", nargs="+", choices=FAULTS, default=list(FAULTS))
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        build.build(folder / "dist")
        browser = launch(playwright)
        lab = Lab(browser, Maker(folder / "dist", options.worker, folder))
        for name in options.faults:
            FAULTS[name](lab, options.every)
            print(f"{time.perf_counter() - start:.0f} s, {name}: {summary(lab)}", flush=True)
        lab.close()
        browser.close()
    for words in lab.wrong[:40]:
        print(words)
    trials = sum(lab.found.values())
    print(f"worker « {options.worker} », {len(lab.paths)} files, {time.perf_counter() - start:.0f} s: "
          f"wrong {rate(len(lab.wrong), trials)}. {summary(lab)}.")
    return 1 if lab.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
