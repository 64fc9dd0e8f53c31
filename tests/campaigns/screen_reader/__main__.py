"""``python -m tests.campaigns.screen_reader [--dist FOLDER] [--browser NAME …] [--journey NAME …] [--write]``.

Orca reads the site in Chromium and in Firefox: what it says at each step of each journey is printed, and with
``--write`` kept in ``docs/accessibilite``. Exit code 1 where words that must be heard are not.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import build
from tests.campaigns.screen_reader.journeys import JOURNEYS
from tests.campaigns.screen_reader.room import in_a_session, lacking, room
from tests.support.server import StaticServer

ROOT = Path(__file__).resolve().parents[3]


def main():
    options = parse()
    missing = lacking()
    if missing:
        print("Il manque à cette machine : " + ", ".join(missing) + ".")
        return 2
    in_a_session()
    unheard = 0
    with tempfile.TemporaryDirectory() as folder:
        dist = options.dist or Path(folder)
        if not options.dist:
            build.build(dist)
        server = StaticServer(dist)
        for browser in options.browser:
            lines, wrong = transcript(browser, server.address, options.journey)
            unheard += wrong
            print("\n".join(lines))
            if options.write:
                kept = ROOT / "docs" / "accessibilite" / f"orca-{browser}.md"
                kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
        server.kill()
    return 1 if unheard else 0


def parse():
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.screen_reader")
    parser.add_argument("--dist", type=Path)
    parser.add_argument("--browser", nargs="+", default=["chromium", "firefox"])
    parser.add_argument("--journey", nargs="+", default=[one.name for one in JOURNEYS])
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


def transcript(browser, root, names):
    """The lines of what is heard in one browser, and how many steps were not heard as they must be."""
    lines, wrong = [], 0
    with sync_playwright() as playwright, room(playwright, browser) as heard_in:
        for journey in (one for one in JOURNEYS if one.name in names):
            journey.begin(heard_in, root)
            lines += ["", "## " + journey.title, "", "*À l’ouverture* : " + told(heard_in.heard()), ""]
            for number, step in enumerate(journey.steps, 1):
                words = heard_in.type(step.text) if step.text else heard_in.press(*step.keys)
                missing = [one for one in step.heard if one.casefold() not in " ".join(words).casefold()]
                wrong += len(missing)
                lines.append(f"{number}. {step.doing} : {told(words)}"
                             + "".join(f" **N’est pas dit : {one}.**" for one in missing))
    return lines, wrong


def told(words):
    return " · ".join(words) if words else "*(rien)*"


if __name__ == "__main__":
    sys.exit(main())
