"""``python -m tests.campaigns.torn_log [--trials 100] [--naive]``.

Chromium is killed during saves. The log of its database is cut in the middle of a record, as a kill or a lack of power
can leave it (one kill in some three hundred does: see ``kills``). It is started again and saves, killed again, and
started a third time: it must still hold every save confirmed since the cut. ``--naive``, the negative control, is the
same storage made to believe that the last visit ended well. Exit code 1 on any loss.
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
from tests.campaigns import kills  # noqa: E402
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.mailbox import Mailbox  # noqa: E402
from tests.campaigns.real_browser import RealBrowser  # noqa: E402

LOGS = "Default/IndexedDB/*/*.log"
LONGEST_CUT = 6_000
"""Bytes: a save is a record of some 8 000, another of 16 000, and small ones."""


@dataclass
class Tally:
    """What became of the drafts; ``lost`` counts trials, ``erased`` those of them in which nothing at all was left."""

    trials: int = 0
    lost: int = 0
    erased: int = 0
    failed: list[str] = field(default_factory=list)

    def __str__(self):
        return (f"confirmed saves lost after a log cut: {rate(self.lost, self.trials)}, of which everything: "
                f"{self.erased}; trials that failed for another reason: {len(self.failed)}")


def campaign(box: Mailbox, folder: Path, trials: int, seed: int = 1, naive: bool = False) -> Tally:
    """Cut the log of ``trials`` profiles made in ``folder``."""
    chance = random.Random(seed)
    tally = Tally()
    for number in range(trials):
        profile = folder / f"torn-{number}"
        try:
            _visit(box, profile, chance, naive)
            _cut(profile, chance.randint(1, LONGEST_CUT))
            _, confirmed = _visit(box, profile, chance, naive)
            found, _ = _visit(box, profile, chance, naive)
            tally.trials += 1
            tally.lost += found < confirmed
            tally.erased += found == 0
        except _NoAnswer as problem:
            tally.failed.append(f"{number}: {problem}")
        shutil.rmtree(profile, ignore_errors=True)
    return tally


class _NoAnswer(Exception):
    """A page that said neither what it found nor that it saved."""


def _visit(box, profile, chance, naive) -> tuple[int, int]:
    """(the save that a browser found, the last that it confirmed before it was killed)."""
    trial = f"{profile.name}-{time.monotonic_ns()}"
    running = RealBrowser("chromium", profile,
                          f"{box.address}saves.html?store=site&trial={trial}&box={box.address}{'&naive' * naive}")
    try:
        if not box.wait(trial, "found") or not box.wait(trial, "saved", 20):
            raise _NoAnswer(str(box.of(trial, "torn") or box.of(trial, "failed") or "no answer"))
        time.sleep(chance.uniform(0.2, 1))
    finally:
        running.kill()
    time.sleep(kills.ARRIVAL)
    found, saved = box.of(trial, "found")[0]["number"], max(message["number"] for message in box.of(trial, "saved"))
    box.forget(trial)
    return found, saved


def _cut(profile, length):
    log = max(profile.glob(LOGS), key=lambda path: path.stat().st_mtime)
    with log.open("r+b") as opened:
        opened.truncate(max(0, log.stat().st_size - length))


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--trials", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--naive", action="store_true", help="the negative control")
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build.build(folder / "dist")
        box = Mailbox(kills.lab(folder / "dist", folder / "served"))
        tally = campaign(box, folder, options.trials, options.seed, options.naive)
        box.close()
    print(f"{'naive' if options.naive else 'site'}: {tally.trials} trials, {time.perf_counter() - start:.0f} s; "
          f"{tally}.")
    print(*tally.failed[:20], sep="\n")
    return 1 if tally.lost or tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
