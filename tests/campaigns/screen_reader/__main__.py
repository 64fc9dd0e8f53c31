"""``python -m tests.campaigns.screen_reader [--dist FOLDER] [--browser NAME …] [--journey NAME …] [--write]
[--spoil]``.

Orca reads the site in Chromium and in Firefox: what it says at each step of each journey is printed, and with
``--write`` kept in ``docs/accessibilite``. Exit code 1 where words that must be heard are not. ``--spoil`` is the
negative control: labels are taken away from the fields and live regions are silenced. Exit code 2, and a sentence,
where the machine lacks a program.
"""

import argparse
import os
import sys
import tempfile
import traceback
from pathlib import Path

from playwright.sync_api import sync_playwright

import build
from tests.campaigns.screen_reader import session
from tests.campaigns.screen_reader.gestures import told
from tests.campaigns.screen_reader.journeys import JOURNEYS
from tests.campaigns.screen_reader.room import room
from tests.support.programs import NEEDS
from tests.support.server import StaticServer

ROOT = Path(__file__).resolve().parents[3]
BROWSERS = {"chromium": "Chromium", "firefox": "Firefox"}


def main():
    options = parse()
    lacking = [need for need in needs(options.browser) if not need.found()]
    if lacking:
        print(without(lacking))
        return 2
    if session.SPOKEN not in os.environ:
        return session.run_again("tests.campaigns.screen_reader")
    with tempfile.TemporaryDirectory() as folder:
        if not options.dist:
            build.build(Path(folder))
        server = StaticServer(options.dist or Path(folder))
        faults = sum(listen(browser, server.address, options) for browser in options.browser)
        server.kill()
    return 1 if faults else 0


def parse():
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.screen_reader")
    parser.add_argument("--dist", type=Path)
    parser.add_argument("--browser", nargs="+", default=list(BROWSERS), choices=list(BROWSERS))
    parser.add_argument("--journey", nargs="+", choices=[one.name for one in JOURNEYS],
                        default=[one.name for one in JOURNEYS])
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--spoil", action="store_true")
    return parser.parse_args()


def needs(browsers):
    """What must be found on this machine."""
    return [session.ORCA, *(need for need in NEEDS if need.name in [BROWSERS[one] for one in browsers])]


def without(lacking):
    """One sentence: what is missing, and how to have it."""
    packages = " ".join(package for need in lacking for package in need.packages)
    return (f"Il manque à cette machine : {', '.join(need.name for need in lacking)} "
            f"(sous Debian « apt-get install {packages} »).")


def listen(browser, root, options):
    """Print, and keep where asked, the transcript of one browser; how many faults it tells."""
    with session.orca() as spoken, sync_playwright() as playwright, \
            room(playwright, browser, spoken, Path(os.environ["HOME"]), options.spoil) as here:
        lines = heading(BROWSERS[browser], here.page.context.browser.version)
        faults = 0
        for journey in (one for one in JOURNEYS if one.name in options.journey):
            more, wrong = follow(here, root, journey)
            lines += more
            faults += wrong
    if options.write:
        (ROOT / "docs" / "accessibilite" / f"orca-{browser}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return faults


def heading(name, version):
    return [f"# Ce que dit Orca {session.version()} avec {name} {version}", "",
            f"Écrit par `python -m tests.campaigns.screen_reader --browser {name.lower()} --write` ; "
            "jugé dans [lecteur-d-ecran.md](lecteur-d-ecran.md)."]


def follow(here, root, journey):
    """The lines of one journey, printed as it goes, and its faults."""
    journey.begin(here, root)
    here.heard()
    lines, faults = ["", "## " + journey.title, ""], 0
    print("\n".join(lines), flush=True)
    for number, step in enumerate(journey.steps, 1):
        line, wrong = told(number, step, here.do(step))
        print(line, flush=True)
        lines.append(line)
        faults += wrong
    return lines, faults


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Exception:  # 1 is kept for what is heard
        traceback.print_exc()
        sys.exit(3)
