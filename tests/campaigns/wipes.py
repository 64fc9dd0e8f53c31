"""``python -m tests.campaigns.wipes [--wipes 200] [--store shared|clear]``: « Effacer cet ordinateur », then the disk.

A dossier that holds a marker found nowhere else is typed, saved and erased, as a person would, in a profile of Chromium
of its own. The browser is closed. Every byte of every file of the profile is searched for the marker (UTF-8, UTF-16,
LevelDB blocks decompressed). There is one profile for each, as what a browser writes after a wipe covers what that wipe
has left. ``--store clear`` is the negative control: without encryption the same wipe leaves markers. Exit code 1 on any
marker found in the shared store, or none in the clear one.
"""

import argparse
import random
import shutil
import string
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from playwright.sync_api import sync_playwright  # noqa: E402

import build  # noqa: E402 (the paths come first)
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.leveldb import contents  # noqa: E402
from tests.support.browsers.chromium import launch_profile  # noqa: E402
from tests.support.pages.shared_steps import is_locked, share, unlock  # noqa: E402
from tests.support.pages.steps import go, ready, saved, until  # noqa: E402
from tests.support.server import StaticServer  # noqa: E402

FILLED = ("#eleve-nom", "#eleve-prenom")


@dataclass
class Tally:
    """``found`` are markers read in the files after their wipe; ``unproved`` counts the wipes that the page did not
    prove."""

    wipes: int = 0
    found: list[str] = field(default_factory=list)
    unproved: int = 0
    files: int = 0
    bytes: int = 0


def marker(chance) -> str:
    """A surname that nothing else holds."""
    return "Zq" + "".join(chance.choices(string.ascii_lowercase, k=14))


def scan(profile: Path, word: str, tally: Tally) -> bool:
    """Whether a file of a profile holds the marker."""
    found = False
    for path in profile.rglob("*"):
        if not path.is_file():
            continue
        held = contents(path.name, path.read_bytes())
        tally.files, tally.bytes = tally.files + 1, tally.bytes + len(held)
        found = found or word.encode() in held or word.encode("utf-16-le") in held
    return found


def type_and_wipe(page, address: str, word: str, shared: bool) -> bool:
    """Type a dossier, erase it; returns whether the page said that nothing is left."""
    page.goto(address)
    until(lambda: ready(page), 60)
    phrase = share(page) if shared else ""
    page.click("[data-action=nouveau-dossier]")
    page.wait_for_url("**/dossier/**")
    until(lambda: page.locator("#reference").inner_text() != "" or is_locked(page), 60)
    if is_locked(page):  # the worker that hands the key over is not there yet: a first visit, each time
        unlock(page, phrase)
        until(lambda: page.locator("#reference").inner_text() != "", 60)
    go(page, "eleve")
    for control in FILLED:
        page.fill(control, word)
        saved(page)
    go(page, "situation")
    page.fill("#situation-constats", f"Entretien avec {word}. " * 20)
    saved(page)
    go(page, "suivi")
    page.fill("#note-texte", f"Appel de {word}.")
    saved(page)
    page.goto(address)
    until(lambda: page.locator("#dossiers li, #deverrouillage").count() > 0, 60)
    page.click("[data-action=effacer]")
    page.click("[data-action=confirmer-effacement]")
    until(lambda: page.locator("#bilan-effacement").is_visible(), 60)
    report = page.locator("#bilan-effacement").inner_text()
    return report.count("vide, vérifié") == 3


def campaign(playwright, address: str, folder: Path, shared: bool, wipes: int, seed: int = 1,
             say=lambda words: None) -> Tally:
    """Erase ``wipes`` times, in profiles made in ``folder``, searching every file of each profile."""
    chance = random.Random(seed)
    tally = Tally()
    while tally.wipes < wipes:
        profile = folder / f"profile-{tally.wipes}"
        word = marker(chance)
        context = launch_profile(playwright, profile)
        tally.unproved += not type_and_wipe(context.new_page(), address, word, shared)
        context.close()
        tally.wipes += 1
        tally.found += [word] * scan(profile, word, tally)
        shutil.rmtree(profile, ignore_errors=True)
        say(f"{tally.wipes} wipes: {len(tally.found)} markers found, {tally.unproved} not proved empty")
    return tally


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--wipes", type=int, default=200)
    parser.add_argument("--store", choices=("shared", "clear"), default="shared")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    shared = options.store == "shared"
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        build.build(folder / "dist")
        server = StaticServer(folder / "dist")
        tally = campaign(playwright, server.address, folder, shared, options.wipes, options.seed,
                         lambda words: print(words, flush=True))
        server.kill()
    print(f"store « {options.store} »: markers found after their wipe: {rate(len(tally.found), tally.wipes)}; not "
          f"proved empty by the page: {tally.unproved}; {tally.files} files, {tally.bytes // 10**6} MB read; "
          f"{time.perf_counter() - start:.0f} s.")
    return 1 if tally.unproved or bool(tally.found) == shared else 0


if __name__ == "__main__":
    sys.exit(main())
