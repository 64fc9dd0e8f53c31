"""``python -m tests.campaigns.kills [--browser chromium|firefox] [--store site|local] [--trials 300] [--keep FOLDER]``.

A page writes save after save through the built site's storage. It announces each one that was confirmed to a server of
its own. The browser is killed (SIGKILL to all its processes) at a random moment and started again on the same profile.
What it holds is compared with what was announced. ``--store local`` is the negative control. ``--keep`` leaves in a
folder the profile of each loss, as the killed browser left it, and what had been announced. Exit code 1 on any loss.
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
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.mailbox import Mailbox  # noqa: E402
from tests.campaigns.real_browser import RealBrowser  # noqa: E402

LAB = Path(__file__).with_name("lab")
PER_PROFILE = 25
"""Kills that one profile suffers before a fresh one."""
LONGEST = 2.0
"""Seconds at most between the first confirmed save and the kill."""
ARRIVAL = 0.2
"""Seconds left to the messages that were on their way when the browser died."""


@dataclass
class Tally:
    """What the kills did. ``lost`` and ``torn`` count kills, ``confirmed`` counts saves, ``worst`` the saves lost by
    one kill."""

    kills: int = 0
    confirmed: int = 0
    lost: int = 0
    torn: int = 0
    worst: int = 0
    failed: int = 0
    losses: list[str] = field(default_factory=list)

    def __str__(self):
        return (f"confirmed saves: {self.confirmed}; kills that lost one: {rate(self.lost, self.kills)}, at worst "
                f"{self.worst} saves; kills that left a torn draft: {rate(self.torn, self.kills)}; trials that failed "
                f"for another reason: {self.failed}")


def lab(dist: Path, folder: Path) -> Path:
    """The built storage with the pages of the campaigns beside it."""
    folder.mkdir(parents=True)
    shutil.copytree(LAB, folder / "lab")
    shutil.copy(dist / "storage.js", folder)
    shutil.copy(LAB / "saves.html", folder)
    return folder


def campaign(box: Mailbox, folder: Path, browser: str, store: str, trials: int, seed: int = 1, say=lambda words: None,
             keep: Path | None = None) -> Tally:
    """Kill a browser ``trials`` times during saves; the pages are those of ``box``, the profiles are made in
    ``folder``.

    The profile of each loss is left in ``keep``, as it was before anything opened it again.
    """
    chance = random.Random(seed)
    tally = Tally()
    launch = 0
    while tally.kills < trials:
        profile = folder / f"{browser}-{store}-{launch}"
        announced = 0
        for turn in range(min(PER_PROFILE, trials - tally.kills) + 1):
            trial = f"{browser}-{store}-{launch}"
            launch += 1
            running = RealBrowser(browser, profile,
                                  f"{box.address}saves.html?store={store}&trial={trial}&box={box.address}")
            try:
                if not box.wait(trial, "found") or not box.wait(trial, "saved", 20):
                    torn = box.of(trial, "torn")
                    if turn and torn:
                        tally.kills, tally.torn = tally.kills + 1, tally.torn + 1
                    else:
                        tally.failed += 1
                    say(f"{trial}: {torn or box.of(trial, 'failed') or 'no answer'}")
                    break
                if turn and _judge(tally, trial, announced, box.of(trial, "found")[0]["number"]) and keep:
                    shutil.copytree(folder / "dead", keep / trial, symlinks=True)
                time.sleep(chance.uniform(0, LONGEST))
            finally:
                running.kill()
            time.sleep(ARRIVAL)
            saved = [message["number"] for message in box.of(trial, "saved")]
            announced = max(saved, default=0)
            tally.confirmed += len(saved)
            box.forget(trial)
            if keep:
                shutil.rmtree(folder / "dead", ignore_errors=True)
                shutil.copytree(profile, folder / "dead", symlinks=True)
            if tally.kills % 10 == 0:
                say(f"{tally.kills} kills: {tally}")
        shutil.rmtree(profile, ignore_errors=True)
        if tally.failed > 5:
            break
    return tally


def _judge(tally, trial, announced, found) -> bool:
    """Count one kill; whether it lost a save."""
    tally.kills += 1
    lost = max(0, announced - found)
    tally.lost += lost > 0
    tally.worst = max(tally.worst, lost)
    if lost:
        tally.losses.append(f"{trial}: {announced} announced, {found} found")
    return lost > 0


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--browser", choices=("chromium", "firefox"), default="chromium")
    parser.add_argument("--store", choices=("site", "local"), default="site")
    parser.add_argument("--trials", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the profile of each loss")
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build.build(folder / "dist")
        box = Mailbox(lab(folder / "dist", folder / "served"))
        tally = campaign(box, folder / "profiles", options.browser, options.store, options.trials, options.seed,
                         lambda words: print(words, flush=True), options.keep)
        box.close()
    print(f"{options.browser}, store « {options.store} »: {tally.kills} kills, {time.perf_counter() - start:.0f} s; "
          f"{tally}.")
    print(*tally.losses[:20], sep="\n")
    return 1 if tally.lost or tally.torn or tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
