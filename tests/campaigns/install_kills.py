"""``python -m tests.campaigns.install_kills [--browser chromium|firefox] [--kills 50] [--restarts 30]``.

A version of the site is installed. Each next start of the browser has no network, and every file is asked of the
worker: all must be of one version. Then the network comes back with a new version. The browser is killed while it
installs it, at a random moment, or closed, for a cold restart. Exit code 1 when a start was broken or mixed.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

import build  # noqa: E402 (the paths come first)
from tests.campaigns.faulty_host import FaultyHost  # noqa: E402
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.mailbox import Mailbox  # noqa: E402
from tests.campaigns.real_browser import RealBrowser  # noqa: E402
from tests.campaigns.site_versions import KINDS, LAB, LAB_PAGE, Maker, hashes  # noqa: E402

LONGEST = 4.0
"""Seconds at most between the first character of an installation and the kill."""
PAUSE = 0.01
"""Seconds that the host takes for each file, for the kills to fall during the installation."""
PATIENCE = 60


@dataclass
class Tally:
    """What the starts without network gave. ``moved`` counts those that found the version that was being installed."""

    kills: int = 0
    restarts: int = 0
    moved: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self):
        return (f"{self.kills} kills during an installation and {self.restarts} cold restarts, all followed by a start "
                f"without network; broken or mixed: {rate(len(self.wrong), self.kills + self.restarts)}; "
                f"starts in the new version: {self.moved}")


class Installation:
    """One profile of a real browser, one host that publishes a new version at each start."""

    def __init__(self, browser: str, maker: Maker, box: Mailbox, folder: Path, seed: int = 1):
        self.browser = browser
        self.maker = maker
        self.box = box
        self.profile = folder / f"{browser}-{maker.kind}"
        self.chance = random.Random(seed)
        self.tally = Tally()
        self.launches = 0
        self.number = 1
        self.known = {}
        self.host = FaultyHost(self._make())

    def _make(self):
        files = self.maker.version(self.number)
        self.known[self.number] = hashes({path: content for path, content in files.items() if path != "sw.js"})
        return files

    def _start(self):
        self.launches += 1
        trial = f"start-{self.launches}"
        return trial, RealBrowser(self.browser, self.profile,
                                  f"{self.host.address}{LAB_PAGE}?trial={trial}&box={self.box.address}")

    def install(self) -> None:
        """Install the first version in a new profile."""
        trial, running = self._start()
        try:
            said = self.box.wait(trial, "installed", PATIENCE)
            if not said or said["state"] != "activated":
                raise RuntimeError(f"la première version ne s'installe pas : {said}")
            time.sleep(1)  # a browser closed within the second has not yet written what a person would find again
        finally:
            running.close()

    def restart(self, kill: bool) -> None:
        """Start without network and judge. Then publish a new version, and kill during its installation, or close."""
        self.host.alive = False
        trial, running = self._start()
        try:
            said = self.box.wait(trial, "held", PATIENCE)
            self._judge(trial, said)
            if kill and said:
                self.number += 1
                self.host.deploy(self._make())
                self.host.pause, self.host.alive = PAUSE, True
                if self.box.wait(trial, "installing", PATIENCE):
                    time.sleep(self.chance.uniform(0, LONGEST))
        finally:
            if kill:
                running.kill()
            else:
                running.close()
        self.host.pause = 0
        self.box.forget(trial)

    def _judge(self, trial, said):
        recent = [number for number in self.known if said and said["files"] == self.known[number]]
        if not recent:
            got = said["files"] if said else {}
            strange = [path for path in got if all(got[path] != known[path] for known in self.known.values())]
            fault = "mixed, of no version: " + ", ".join(strange[:5]) if said else "no page"
            self.tally.wrong.append(f"{trial}: {fault}")
            return
        self.tally.moved += recent[0] == self.number and self.number > 1

    def run(self, kills: int, restarts: int, say=lambda words: None) -> Tally:
        """Kills, each judged by the next start, then cold restarts."""
        self.install()
        for kind, count in (("kills", kills), ("restarts", restarts)):
            for turn in range(count):
                self.restart(kind == "kills")
                setattr(self.tally, kind, turn + 1)
                if (turn + 1) % 10 == 0:
                    say(f"{kind} {turn + 1}: {self.tally}")
        self.restart(False)  # judges the last one
        self.host.close()
        shutil.rmtree(self.profile, ignore_errors=True)
        return self.tally


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--browser", choices=("chromium", "firefox"), default="chromium")
    parser.add_argument("--worker", choices=KINDS, default="site")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--restarts", type=int, default=30)
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build.build(folder / "dist")
        box = Mailbox(LAB)
        installation = Installation(options.browser, Maker(folder / "dist", options.worker, folder), box,
                                    folder / "profiles")
        tally = installation.run(options.kills, options.restarts, lambda words: print(words, flush=True))
        box.close()
    for words in tally.wrong[:40]:
        print(words)
    print(f"{options.browser}, worker « {options.worker} », {time.perf_counter() - start:.0f} s: {tally}.")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
