"""``python -m tests.campaigns.item_kills [--browser chromium|firefox] [--store site|early] [--trials 70]``.

A browser opens the built site at the address of an item (``item_places.PLACES``, one after the other) and types in it
again and again. Each number that the screen says saved is announced to a server of its own. The browser is killed
(SIGKILL to all its processes) at a random moment and started again at the same address: the item must be there, with
what was announced. ``--store early``, a storage that promises before it writes, is the negative control. Exit code 1 on
any loss.
"""

import argparse
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

import build  # noqa: E402 (the paths come first)
from pid_rules.dossier.json_text import to_json  # noqa: E402
from tests.campaigns import item_places  # noqa: E402
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.kills import ARRIVAL, Tally  # noqa: E402
from tests.campaigns.migration_kills import Trials, with_scripts  # noqa: E402

LONGEST = 3.0
"""Seconds at most between the first save that was said and the kill."""
ELSEWHERE = -1
"""What the page announces where the screen of the item is not shown any more."""


class Items(Trials):
    """One profile for each address, killed as often as asked; ``tally`` is what the kills did."""

    def __init__(self, dist: Path, folder: Path, browser: str, store: str = "site", seed: int = 1):
        served = with_scripts(dist, folder / "served", "tell.js", "item_places.js", "items.js")
        (served / "former.json").write_text(json.dumps([{"text": to_json(item_places.dossier()) + "\n",
                                                         "kept": "{}"}]), encoding="utf-8")
        super().__init__(served, folder, browser, seed)
        self.store, self.tally = store, Tally()
        trial, running = self._start(self.folder / "before", "former")
        try:
            self.draft = self._told(trial, "prepared")["ids"][0]
        finally:
            running.close()

    def _open(self, profile, address):
        place = quote(json.dumps(item_places.place(address)))
        return self._start(profile, "items", "dossier/index.html",
                           f"&d={self.draft}&store={self.store}&place={place}#{quote(address)}")

    def run(self, address: str, kills: int) -> None:
        """Kill the browser that types at an address, and look at what it finds there when it is started again."""
        profile, announced = self._copy(f"items-{self.launches}"), 0
        for turn in range(kills + 1):
            trial, running = self._open(profile, address)
            try:
                found = self.box.wait(trial, "found")
                if found is None or not self.box.wait(trial, "saved", 20):
                    self.tally.failed += 1
                    self.tally.losses.append(f"{address}, {trial}: no answer")
                    break
                if turn:
                    self._judge(address, announced, found["number"])
                if turn < kills:
                    time.sleep(self.chance.uniform(0, LONGEST))
            finally:
                running.kill()
            time.sleep(ARRIVAL)
            saved = [said["number"] for said in self.box.of(trial, "saved")]
            if ELSEWHERE in saved:
                self.tally.failed += 1
                self.tally.losses.append(f"{address}, {trial}: the item was not shown any more")
            announced = max(saved)
            self.tally.confirmed += len(saved)
            self.box.forget(trial)
        shutil.rmtree(profile, ignore_errors=True)

    def _judge(self, address, announced, found):
        self.tally.kills += 1
        if found < announced:
            self.tally.lost += 1
            self.tally.worst = max(self.tally.worst, announced - found)
            self.tally.losses.append(f"{address}: {announced} announced, {found} found")


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--browser", choices=("chromium", "firefox"), default="chromium")
    parser.add_argument("--store", choices=("site", "early"), default="site")
    parser.add_argument("--trials", type=int, default=70)
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build.build(folder / "dist")
        items = Items(folder / "dist", folder, options.browser, options.store)
        for address in item_places.PLACES:
            items.run(address, -(-options.trials // len(item_places.PLACES)))
            print(f"{address}: {items.tally}", flush=True)
        items.close()
    tally = items.tally
    print(*tally.losses[:20], sep="\n")
    print(f"{options.browser}, store « {options.store} », {len(item_places.PLACES)} addresses: {tally.kills} kills, "
          f"{time.perf_counter() - start:.0f} s: {tally.confirmed} saves said; kills that lost one: "
          f"{rate(tally.lost, tally.kills)}, at worst {tally.worst}; failed: {tally.failed}.")
    return 1 if tally.lost or tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
