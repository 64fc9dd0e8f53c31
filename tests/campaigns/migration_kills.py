"""``python -m tests.campaigns.migration_kills [--browser chromium|firefox] [--trials 60] [--naive]``.

Drafts written by the storage of the built site are opened by the same storage with one migration more, which rewrites
them all; the browser is killed meanwhile. The database must then be the old one or the new one, whole, and open.
``--naive``, a migration that rewrites after the change of version, is the negative control. Exit code 1 on a mixed base.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

import build  # noqa: E402 (the paths come first)
from pipeline import javascript, node  # noqa: E402
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.kills import LAB, lab  # noqa: E402
from tests.campaigns.mailbox import Mailbox  # noqa: E402
from tests.campaigns.real_browser import RealBrowser  # noqa: E402

DRAFTS = 300
PATIENCE = 60
REWRITE = """async (store) => {
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    await cursor.update({ ...cursor.value, titre: 'forme 2', json: `{"forme":2,"texte":${cursor.value.json}}` });
  }
}"""
LAST = "\n];\n\nlet opening = null;"
CALLED = ("""upgrade: (opened, oldVersion) => {
      made = oldVersion === 0;
      MIGRATIONS.slice(oldVersion).forEach((migrate) => migrate(opened));
""", """upgrade: (opened, oldVersion, _wanted, all) => {
      made = oldVersion === 0;
      MIGRATIONS.slice(oldVersion).forEach((migrate) => migrate(opened, all));
""")
WHOLE = f"\n  (_opened, all) => ({REWRITE})(all.objectStore('brouillons')),{LAST}"
NAIVE = "\n  () => {}," + LAST
AFTER_OPENING = ("  return opening;\n", """  return opening.then(async (opened) => {
    for (const key of await opened.getAllKeys('brouillons')) {
      const all = opened.transaction('brouillons', 'readwrite');
      const record = await all.store.get(key);
      if (record.titre !== 'forme 2') {
        await all.store.put({ ...record, titre: 'forme 2', json: `{"forme":2,"texte":${record.json}}` });
      }
      await all.done;
    }
    return opened;
  });
""")


def next_storage(folder: Path, naive: bool) -> str:
    """The storage of the site with one migration more than it has."""
    sources = shutil.copytree(javascript.JS, folder / "js")
    path = sources / "storage" / "database.js"
    text = path.read_text(encoding="utf-8")
    for former, later in ((LAST, NAIVE if naive else WHOLE), CALLED, *[AFTER_OPENING] * naive):
        if text.count(former) != 1:
            raise RuntimeError(f"database.js a changé, cette campagne ne sait plus où ajouter : {former.strip()}")
        text = text.replace(former, later)
    path.write_text(text, encoding="utf-8")
    return javascript.bundle(str(sources / "storage.js"), {"nodePaths": [str(node.NODE_MODULES)]}, {})


class Migration:
    """A database prepared once, migrated and killed as often as asked. ``found`` counts what was there afterwards."""

    def __init__(self, dist: Path, folder: Path, browser: str, naive: bool = False, seed: int = 1):
        served = lab(dist, folder / "served")
        shutil.copy(LAB / "migration.html", served)
        (served / "storage-next.js").write_text(next_storage(folder, naive), encoding="utf-8")
        self.box = Mailbox(served)
        self.browser = browser
        self.folder = folder / "profiles"
        self.chance = random.Random(seed)
        self.launches = 0
        self.found = Counter()
        self.wrong = []
        self.version = self._prepare()
        self.longest = self._measure()

    def close(self) -> None:
        self.box.close()

    def _start(self, profile, step):
        self.launches += 1
        trial = f"{step}-{self.launches}"
        address = f"{self.box.address}migration.html?step={step}&trial={trial}&box={self.box.address}"
        return trial, RealBrowser(self.browser, profile, address)

    def _told(self, trial, kind):
        said = self.box.wait(trial, kind, PATIENCE)
        if said is None:
            raise RuntimeError(f"{trial} n'a pas dit « {kind} » : {self.box.of(trial, 'failed')}")
        return said

    def _prepare(self):
        trial, running = self._start(self.folder / "before", "prepare")
        try:
            said = self._told(trial, "prepared")
        finally:
            running.close()
        if said["old"] != DRAFTS:
            raise RuntimeError(f"la base n'a pas été préparée : {said}")
        return said["version"]

    def _copy(self, name):
        return shutil.copytree(self.folder / "before", self.folder / name, symlinks=True,
                               ignore=shutil.ignore_patterns("Singleton*", "lock", ".parentlock"))

    def _measure(self):
        """Seconds that a migration takes here, when nothing stops it."""
        profile = self._copy("measured")
        trial, running = self._start(profile, "migrate")
        try:
            self._told(trial, "opening")
            start = time.perf_counter()
            self._told(trial, "migrated")
            return time.perf_counter() - start
        finally:
            running.kill()
            shutil.rmtree(profile, ignore_errors=True)

    def kill_once(self) -> None:
        """Migrate, kill at a random moment, and look."""
        profile = self._copy(f"trial-{self.launches}")
        trial, running = self._start(profile, "migrate")
        try:
            self._told(trial, "opening")
            time.sleep(self.chance.uniform(0, self.longest * 1.2))
        finally:
            running.kill()
        trial, running = self._start(profile, "check")
        try:
            state, after = self._told(trial, "state"), self.box.wait(trial, "after", PATIENCE)
        finally:
            running.kill()
            shutil.rmtree(profile, ignore_errors=True)
        self._judge(trial, state, after)

    def _judge(self, trial, state, after):
        whole = {(self.version, DRAFTS, 0): "old", (self.version + 1, 0, DRAFTS): "new"}
        verdict = whole.get((state["version"], state["old"], state["new"]), "neither")
        if not after or (after["length"], after["new"]) != (DRAFTS, DRAFTS):
            verdict = "does not open afterwards"
        self.found[verdict] += 1
        if verdict not in ("old", "new"):
            self.wrong.append(f"{trial}: {verdict}, {state}")


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--browser", choices=("chromium", "firefox"), default="chromium")
    parser.add_argument("--trials", type=int, default=60)
    parser.add_argument("--naive", action="store_true")
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build.build(folder / "dist")
        migration = Migration(folder / "dist", folder, options.browser, options.naive)
        for turn in range(options.trials):
            migration.kill_once()
            if turn % 10 == 9:
                print(f"{turn + 1}: {dict(migration.found)}", flush=True)
        migration.close()
    for words in migration.wrong[:20]:
        print(words)
    print(f"{options.browser}, {'naive ' * options.naive}migration of {DRAFTS} drafts ({migration.longest * 1000:.0f} ms), "
          f"{time.perf_counter() - start:.0f} s: {dict(migration.found)}; neither old nor new: {rate(len(migration.wrong), options.trials)}.")
    return 1 if migration.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
