"""``python -m tests.campaigns.counts [--dist FOLDER] [--without-gestures] [--second] [--json FILE]``: what a whole
dossier costs.

A driver types the untidy dossier of ``tests/data`` in Chromium, from the home page until « C’est envoyé », and counts
answers, clicks and keystrokes (how: ``tests/support/pages/hand.py``), page by page; what is typed twice; how tall the
pages of ``complet.json`` are. ``--dist`` takes a site already built, of another version for instance;
``--without-gestures`` leaves aside what answers several questions at once, and years of two digits; ``--actions FILE``
writes each gesture; ``--second`` counts the next dossier of the same collège as well, once the first was kept in « Mon
établissement ». Exit code 1 when the file that the pages give is not the dossier that was to be typed (what is
compared: ``tests/support/pages/expected.py``).
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from playwright.sync_api import sync_playwright  # noqa: E402

import build  # noqa: E402 (the paths come first)
from tests.support.browsers.chromium import launch  # noqa: E402
from tests.support.examples import DATA, EXAMPLES  # noqa: E402
from tests.support.pages.gestures import GESTURES, NEEDED, USUAL  # noqa: E402
from tests.support.pages.hand import WHAT  # noqa: E402
from tests.support.pages.heights import heights, too_tall  # noqa: E402
from tests.support.pages.journey import Journey  # noqa: E402
from tests.support.pages.typed_again import typed_again  # noqa: E402
from tests.support.server import StaticServer  # noqa: E402

DAY = "2026-12-18T10:00"
"""The day of the last signature."""
SECONDS = {"answers": 2.5, "clicks": 1.4, "keystrokes": 0.28, "text": -0.28}
"""What each costs, to sort the pages: the keystroke-level model, with the time to think of an answer, without the texts
of one's own."""


def seconds(counted):
    """The estimated time of what was counted, but for the texts that somebody composes."""
    return round(sum(counted[what] * cost for what, cost in SECONDS.items()))


def measure(browser, server, gestures, second=False):
    """Every figure, as they are written in JSON."""
    page = browser.new_context(locale="fr-FR", service_workers="block").new_page()
    journey = Journey(page, server.address, EXAMPLES["desordre"], DAY, gestures)
    typed = journey.run()
    wrong = journey.wrong(typed)
    next_one = None
    if second:
        journey.keep()
        next_one = Journey(page, server.address, EXAMPLES["desordre"], DAY, gestures + USUAL)
        wrong += ["second: " + one for one in next_one.wrong(next_one.run())]
    again = typed_again(journey.tally.typed)
    actions = [f"{page}\t{what}\t{number}\t{where}" for page, what, number, where in journey.tally.actions]
    page = browser.new_context(locale="fr-FR", service_workers="block").new_page()
    return {**counted(journey), "second": next_one and counted(next_one), "typed again": again,
            "actions": actions, "heights": heights(page, server, DATA / "complet.json"), "wrong": wrong}


def counted(journey):
    """The total of a journey, and its pages."""
    return {"total": journey.tally.total(), "pages": {slug: {what: one[what] for what in WHAT}
                                                      for slug, one in journey.tally.pages.items()}}


def table(figures):
    """The table of the pages, the costliest first, then the total."""
    rows = sorted(figures["pages"].items(), key=lambda one: -seconds(one[1])) + [("**total**", figures["total"])]
    lines = ["| page | answers | clicks | keystrokes | of which text | about, s |", "|---|---:|---:|---:|---:|---:|"]
    return lines + [f"| {slug} | " + " | ".join(str(one[what]) for what in WHAT) + f" | {seconds(one)} |"
                    for slug, one in rows]


def told(figures):
    """Everything in words."""
    again = figures["typed again"]
    second = ["", "Second dossier:", "", *table(figures["second"])] if figures["second"] else []
    return [*table(figures), *second, "",
            f"Typed in several places: {len(again)} texts or dates, {sum(len(one) - 1 for one in again.values())} "
            "useless entries.",
            *(f"- {text[:60]}: {', '.join(places)}" for text, places in again.items()), "",
            "| page of complet.json | 1280 px | 360 px |", "|---|---:|---:|",
            *(f"| {slug} | {both[1280]} | {both[360]} |" for slug, both in figures["heights"].items()), "",
            *(f"Too tall: {one}" for one in too_tall(figures["heights"])),
            *(f"Otherwise than it should be: {one}" for one in figures["wrong"])]


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--dist", type=Path)
    parser.add_argument("--without-gestures", action="store_true")
    parser.add_argument("--second", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--actions", type=Path, help="where to write each gesture, in order")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        out = options.dist or Path(temporary) / "dist"
        if options.dist is None:
            build.build(out)
        server, browser = StaticServer(out), launch(playwright)
        figures = measure(browser, server, NEEDED if options.without_gestures else GESTURES, options.second)
        browser.close()
        server.kill()
    print(*told(figures), sep="\n")
    actions = figures.pop("actions")
    if options.actions:
        options.actions.write_text("\n".join(actions) + "\n", encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if figures["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
