"""``python -m tests.campaigns.migration_kills [--browser chromium|firefox] [--trials 60] [--naive | --format |
--states]``.

Drafts written by the storage of the built site are opened by the same storage with one migration more, which rewrites
them all. The browser is killed meanwhile. The database must then be the old one or the new one, whole, and open.
``--naive``, a migration that rewrites after the change of version, is the negative control. Exit code 1 on a mixed
base. ``--format``: drafts of version 1 of the format are opened and saved by the page of a dossier, one after the
other. Each must then be of version 1 or 2, with what is kept beside it. ``--states``: the last ten saves of 300 drafts
give way to their former states.
"""

import argparse
import copy
import json
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

import build  # noqa: E402 (the paths come first)
from pid_rules.dossier import migration  # noqa: E402
from pid_rules.dossier.json_text import to_json  # noqa: E402
from pid_rules.dossier.structure import ordered  # noqa: E402
from pid_rules.form import FORM  # noqa: E402
from pipeline import javascript, node  # noqa: E402
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.kills import LAB, lab  # noqa: E402
from tests.campaigns.mailbox import Mailbox  # noqa: E402
from tests.campaigns.real_browser import RealBrowser  # noqa: E402
from tests.support.kept_formats import FIRST, digest, kept_by_version_1, signed  # noqa: E402

DRAFTS = 300
FORMER = 12
"""Drafts of version 1 of the format."""
POLICY = re.compile("<meta http-equiv=\"Content-Security-Policy\"[^>]*>")
PATIENCE = 60
REWRITE = """async (store) => {
  for (let cursor = await store.openCursor(); cursor; cursor = await cursor.continue()) {
    await cursor.update({ ...cursor.value, titre: 'forme 2', json: `{"forme":2,"texte":${cursor.value.json}}` });
  }
}"""
LAST = "\n];\n\nlet opening = null;"
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
    for former, later in ((LAST, NAIVE if naive else WHOLE), *[AFTER_OPENING] * naive):
        if text.count(former) != 1:
            raise RuntimeError(f"database.js a changé, cette campagne ne sait plus où ajouter : {former.strip()}")
        text = text.replace(former, later)
    path.write_text(text, encoding="utf-8")
    return javascript.bundle(str(sources / "storage.js"), {"nodePaths": [str(node.NODE_MODULES)]}, {})


def with_scripts(dist: Path, folder: Path, *names: str) -> Path:
    """The built site with scripts of the lab in the page of the dossier; no worker, which would serve the page as it
    was."""
    served = shutil.copytree(dist, folder)
    (served / "sw.js").unlink()
    shutil.copytree(LAB, served / "lab")
    page = served / "dossier" / "index.html"
    scripts = "".join([f'<script src="../lab/{name}"></script>' for name in names])
    text = POLICY.sub("", page.read_text(encoding="utf-8"), count=1)
    page.write_text(text.replace("</head>", scripts + "</head>", 1), encoding="utf-8")
    return served


class Trials:
    """A profile prepared once, copied and killed as often as asked. ``found`` counts what was there afterwards."""

    def __init__(self, served: Path, folder: Path, browser: str, seed: int):
        shutil.copy(LAB / "migration.html", served)
        self.box = Mailbox(served)
        self.browser = browser
        self.folder = folder / "profiles"
        self.chance = random.Random(seed)
        self.launches = 0
        self.found = Counter()
        self.wrong = []

    def close(self) -> None:
        self.box.close()

    def _start(self, profile, step, page="migration.html", more=""):
        self.launches += 1
        trial = f"{step}-{self.launches}"
        address = f"{self.box.address}{page}?step={step}&trial={trial}&box={self.box.address}{more}"
        return trial, RealBrowser(self.browser, profile, address)

    def _told(self, trial, kind):
        said = self.box.wait(trial, kind, PATIENCE)
        if said is None:
            raise RuntimeError(f"{trial} n'a pas dit « {kind} » : {self.box.of(trial, 'failed')}")
        return said

    def _copy(self, name):
        return shutil.copytree(self.folder / "before", self.folder / name, symlinks=True,
                               ignore=shutil.ignore_patterns("Singleton*", "lock", ".parentlock"))


class FormatChange(Trials):
    """Drafts of version 1 of the format, which the page of a dossier opens and saves one after the other."""

    def __init__(self, dist: Path, folder: Path, browser: str, seed: int = 1):
        served = with_scripts(dist, folder / "served", "tell.js", "formats.js")
        former = signed(copy.deepcopy(FIRST["clos"]))
        self.text, self.kept = to_json(former) + "\n", kept_by_version_1(former)
        self.present = ordered(FORM, migration.at_present(FORM, former, digest))
        (served / "former.json").write_text(json.dumps([{"text": self.text, "kept": to_json(self.kept)}] * FORMER),
                                            encoding="utf-8")
        super().__init__(served, folder, browser, seed)
        trial, running = self._start(self.folder / "before", "former")
        try:
            self.ids = self._told(trial, "prepared")["ids"]
        finally:
            running.close()
        self.longest = self._measure()

    def _open(self, profile):
        return self._start(profile, "open", "dossier/index.html", f"&d={self.ids[0]}&next={','.join(self.ids[1:])}")

    def _measure(self):
        """Seconds that opening and saving the first draft take here, when nothing stops it."""
        profile = self._copy("measured")
        start = time.perf_counter()
        trial, running = self._open(profile)
        try:
            self._told(trial, "saved")
            return time.perf_counter() - start
        finally:
            running.kill()
            shutil.rmtree(profile, ignore_errors=True)

    def kill_once(self) -> None:
        """Open draft after draft, kill at a random moment, and look at all of them."""
        profile = self._copy(f"trial-{self.launches}")
        trial, running = self._open(profile)
        time.sleep(self.chance.uniform(self.longest / 3, self.longest * 2))
        running.kill()
        saved = {said["id"] for said in self.box.of(trial, "saved")}
        trial, running = self._start(profile, "drafts")
        try:
            drafts = self._told(trial, "drafts")["drafts"]
        finally:
            running.kill()
            shutil.rmtree(profile, ignore_errors=True)
        if sorted(one["id"] for one in drafts) != sorted(self.ids):
            self.wrong.append(f"{trial}: des dossiers ne sont plus là")
        for one in drafts:
            verdict = self.verdict(one["json"], json.loads(one["versions"]))
            self.found[verdict] += 1
            if verdict == "neither" or (one["id"] in saved and verdict != "new"):
                self.wrong.append(f"{trial}: {one['id']}, {verdict}")

    def verdict(self, text: str, kept: dict) -> str:
        """'old', 'converted beside' (what is kept is), 'new', or 'neither'."""
        converted = kept.get("version") == 2 and kept["recus"] == self.kept["recus"] and kept["envoi"]["sceau"] == ""
        if text == self.text:
            return "old" if kept == self.kept else "converted beside" if converted else "neither"
        dossier = json.loads(text)
        dossier["eleve"]["telephone"] = self.present["eleve"]["telephone"]
        dossier["dossier"]["revision"] = self.present["dossier"]["revision"]
        dossier["transmission"]["revision"] = self.present["transmission"]["revision"]
        return "new" if converted and dossier == self.present else "neither"


class Opening(Trials):
    """A database that is changed as it is opened, at once: its page says « opening », then « migrated »."""

    CHANGE = LOOK = ""
    """The steps of the lab: to open the base, and to tell what it holds."""

    def _measure(self):
        """Seconds that the change takes here, when nothing stops it."""
        profile = self._copy("measured")
        trial, running = self._start(profile, self.CHANGE)
        try:
            self._told(trial, "opening")
            start = time.perf_counter()
            self._told(trial, "migrated")
            return time.perf_counter() - start
        finally:
            running.kill()
            shutil.rmtree(profile, ignore_errors=True)

    def kill_once(self) -> None:
        """Open the base, kill at a random moment, and look at it as it is opened again."""
        profile = self._copy(f"trial-{self.launches}")
        trial, running = self._start(profile, self.CHANGE)
        try:
            self._told(trial, "opening")
            time.sleep(self.chance.uniform(0, self.longest * 1.2))
        finally:
            running.kill()
        trial, running = self._start(profile, self.LOOK)
        try:
            said = self._look(trial)
        finally:
            running.kill()
            shutil.rmtree(profile, ignore_errors=True)
        self._judge(trial, *said)


class Migration(Opening):
    """A database of one schema, migrated to the next."""

    CHANGE, LOOK = "migrate", "check"

    def __init__(self, dist: Path, folder: Path, browser: str, naive: bool = False, seed: int = 1):
        served = lab(dist, folder / "served")
        (served / "storage-next.js").write_text(next_storage(folder, naive), encoding="utf-8")
        super().__init__(served, folder, browser, seed)
        self.version = self._prepare()
        self.longest = self._measure()

    def _prepare(self):
        trial, running = self._start(self.folder / "before", "prepare")
        try:
            said = self._told(trial, "prepared")
        finally:
            running.close()
        if said["old"] != DRAFTS:
            raise RuntimeError(f"la base n'a pas été préparée : {said}")
        return said["version"]

    def _look(self, trial):
        return self._told(trial, "state"), self.box.wait(trial, "after", PATIENCE)

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
    parser.add_argument("--format", action="store_true")
    parser.add_argument("--states", action="store_true")
    options = parser.parse_args(arguments)
    from tests.campaigns.former_saves import StatesChange  # which is made of what stands above

    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build.build(folder / "dist")
        trials = FormatChange(folder / "dist", folder, options.browser) if options.format else \
            StatesChange(folder / "dist", folder, options.browser) if options.states else \
            Migration(folder / "dist", folder, options.browser, options.naive)
        for turn in range(options.trials):
            trials.kill_once()
            if turn % 10 == 9:
                print(f"{turn + 1}: {dict(trials.found)}", flush=True)
        trials.close()
    for words in trials.wrong[:20]:
        print(words)
    if options.format:
        what = f"{FORMER} drafts of version 1 opened"
    elif options.states:
        what = f"former saves of {DRAFTS} drafts sorted"
    else:
        what = f"{'naive ' * options.naive}migration of {DRAFTS} drafts"
    torn = rate(len(trials.wrong), options.trials)
    print(f"{options.browser}, {what} ({trials.longest * 1000:.0f} ms), "
          f"{time.perf_counter() - start:.0f} s: {dict(trials.found)}; neither old nor new: {torn}.")
    return 1 if trials.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
