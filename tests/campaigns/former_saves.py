"""``python -m tests.campaigns.migration_kills --states``: a browser killed while the last ten saves give way to former
states."""

from pathlib import Path

from tests.campaigns.kills import lab
from tests.campaigns.migration_kills import DRAFTS, Opening

SAVES = 10


class StatesChange(Opening):
    """A base of the third schema, whose ten last saves of each draft give way to the states that a pause followed."""

    CHANGE, LOOK = "states", "history"
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

    def _look(self, trial):
        return [self._told(trial, "history")]

    def _judge(self, trial, said):
        verdict = self.verdict(said["state"])
        self.found[verdict] += 1
        if verdict == "neither" or said["after"] != self.NEW or said["length"] != DRAFTS:
            self.wrong.append(f"{trial}: {verdict}, {said}")

    def verdict(self, state: dict) -> str:
        """'old', 'new', or 'neither'."""
        return "old" if state == self.OLD else "new" if state == self.NEW else "neither"
