"""``python -m tests.campaigns.migration_kills --states``: a browser killed while the last ten saves give way to former states."""

import shutil
import time
from pathlib import Path

from tests.campaigns.kills import lab
from tests.campaigns.migration_kills import DRAFTS, Trials

SAVES = 10


class StatesChange(Trials):
    """A base of the third schema, whose ten last saves of each draft give way to the states that a pause followed."""

    OLD = {"version": 3, "save": DRAFTS * SAVES}
    NEW = {"version": 4, "pause 5": DRAFTS}

    def __init__(self, dist: Path, folder: Path, browser: str, seed: int = 1):
        super().__init__(lab(dist, folder / "served"), folder, browser, seed)
        trial, running = self._start(self.folder / "before", "ring")
        try:
            self._told(trial, "prepared")
        finally:
            running.close()
        self.longest = self._measure()

    def _measure(self):
        """Seconds that the change takes here, when nothing stops it."""
        profile = self._copy("measured")
        trial, running = self._start(profile, "states")
        try:
            self._told(trial, "opening")
            start = time.perf_counter()
            self._told(trial, "migrated")
            return time.perf_counter() - start
        finally:
            running.kill()
            shutil.rmtree(profile, ignore_errors=True)

    def kill_once(self) -> None:
        """Open the base, kill at a random moment, and look before and after it is opened again."""
        profile = self._copy(f"trial-{self.launches}")
        trial, running = self._start(profile, "states")
        try:
            self._told(trial, "opening")
            time.sleep(self.chance.uniform(0, self.longest * 1.2))
        finally:
            running.kill()
        trial, running = self._start(profile, "history")
        try:
            said = self._told(trial, "history")
        finally:
            running.kill()
            shutil.rmtree(profile, ignore_errors=True)
        verdict = self.verdict(said["state"])
        self.found[verdict] += 1
        if verdict == "neither" or said["after"] != self.NEW or said["length"] != DRAFTS:
            self.wrong.append(f"{trial}: {verdict}, {said}")

    def verdict(self, state: dict) -> str:
        """'old', 'new', or 'neither'."""
        return "old" if state == self.OLD else "new" if state == self.NEW else "neither"
