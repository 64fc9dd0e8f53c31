"""``python -m tests.campaigns.visits [--worker site|naive|…] [--visits 500] [--updates 50]``.

What a person sees. Pages opened with no network, unknown addresses included, are all of one version. While tabs are
open and somebody types in one of them, a new version arrives: no tab mixes two versions, no character typed is lost.
Exit code 1 when one does, or is.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from playwright.sync_api import Error, sync_playwright  # noqa: E402

import build  # noqa: E402 (the paths come first)
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.site_versions import KINDS, Maker  # noqa: E402
from tests.campaigns.updates import Lab  # noqa: E402
from tests.support.browsers.chromium import launch  # noqa: E402
from tests.support.pages.steps import go, open_new, ready, saved, until  # noqa: E402

UNKNOWN = ("inconnu/", "dossier/absent.html", "regles/zz-99/", "a/b/c/d", "index.php?id=1", "aide/index.htm")
MARK = """[...document.childNodes].filter(({ nodeType }) => nodeType === Node.COMMENT_NODE)
  .map(({ data }) => data.trim()).join()"""
OTHERS = ("aide/", "regles/", "eligibilite/")
WAIT = 30


def visit(lab: Lab, count: int, seed: int = 1) -> tuple[list[str], list[float]]:
    """(what went wrong, milliseconds of each visit) of pages opened with the host dead; a draft must outlive them."""
    chance = random.Random(seed)
    lab.install(lab.old)
    page = lab.page
    page.goto(lab.host.address)
    until(lambda: ready(page), WAIT)
    open_new(page)
    go(page, "eleve")
    page.fill("#eleve-nom", "Avant la panne")
    saved(page)
    draft = page.url
    pages = [path for path in lab.paths if path.endswith(".html") and not path.startswith("lab/")]
    wrong, times = [], []
    with lab.down():
        for _ in range(count):
            path = chance.choice(UNKNOWN if chance.random() < 0.2 else pages)
            start = time.perf_counter()
            try:
                page.goto(lab.host.address + chance.choice((path, path.removesuffix("index.html"))))
                mark, address = page.evaluate(MARK), page.url.removeprefix(lab.host.address)
            except Error as error:
                wrong.append(f"{path}: {error.message.splitlines()[0]}")
                continue
            times.append((time.perf_counter() - start) * 1000)
            expected = "404.html" if path in UNKNOWN else path
            if mark != "version 1" or address not in (expected, expected.removesuffix("index.html")):
                wrong.append(f"{path}: {mark or 'no version'} at {address}")
        try:
            page.goto(draft)
            until(lambda: page.locator("#eleve-nom").input_value() == "Avant la panne", WAIT)
        except (AssertionError, Error):
            wrong.append("the draft is not there any more")
    lab.renew()
    return wrong, times


def update_with_tabs(lab: Lab, tabs: int, chance: random.Random) -> list[str]:
    """What went wrong of one update accepted with ``tabs`` tabs of the site open, somebody typing in one of them."""
    lab.renew()
    lab.install(lab.old)
    inside, context = lab.page, lab.page.context
    typing = context.new_page()
    typing.goto(lab.host.address)
    until(lambda: ready(typing), WAIT)
    open_new(typing)
    go(typing, "eleve")
    others = [context.new_page() for _ in range(tabs - 1)]
    for other, path in zip(others, OTHERS):
        other.goto(lab.host.address + path)
    typing.fill("#eleve-prenom", "Tapé avant")
    lab.host.deploy(lab.new)
    inside.evaluate("update()")
    wrong = []
    if lab.verdict(lab.held(), (1, lab.known[1])) != "version 1":
        wrong.append("a tab of version 1 is served another version")
    text = f"Tapé {chance.randrange(10**6)} pendant la mise à jour"
    typing.focus("#eleve-nom")
    typing.keyboard.type(text)
    time.sleep(chance.uniform(0, 0.6))
    chooser = chance.choice([typing, *others])
    try:
        chooser.locator("[data-action=mettre-a-jour]").click(timeout=WAIT * 1000)
        for page in (typing, *others):
            until(lambda: page.evaluate(MARK) == "version 2", WAIT)
        until(lambda: typing.locator("#eleve-nom").input_value() == text, WAIT)
    except (AssertionError, Error):
        wrong.append(f"after the update: {typing.evaluate(MARK)}, "
                     f"{typing.locator('#eleve-nom').input_value()!r} instead of {text!r}")
    if lab.verdict(lab.held(), (2, lab.known[2])) != "version 2":
        wrong.append("after the update, files of another version")
    lab.renew()
    return wrong


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--worker", choices=KINDS, default="site")
    parser.add_argument("--visits", type=int, default=500)
    parser.add_argument("--updates", type=int, default=50)
    options = parser.parse_args(arguments)
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        build.build(folder / "dist")
        browser = launch(playwright)
        lab = Lab(browser, Maker(folder / "dist", options.worker, folder))
        wrong, times = visit(lab, options.visits)
        print(*wrong[:20], sep="\n")
        if len(times) > 20:
            print(f"a visit: median {statistics.median(times):.0f} ms, p95 {statistics.quantiles(times, n=20)[-1]:.0f} "
                  f"ms")
        print(f"worker « {options.worker} », visits without network, wrong: {rate(len(wrong), options.visits)}",
              flush=True)
        mixed = []
        for turn in range(options.updates):
            found = update_with_tabs(lab, 2 + turn % 3, chance)
            mixed += found[:1]
            if found:
                print(f"update {turn}: {'; '.join(found)}", flush=True)
        print(f"worker « {options.worker} », updates with 2 to 4 tabs open, "
              f"mixed or lost: {rate(len(mixed), options.updates)}.")
        lab.close()
        browser.close()
    return 1 if wrong or mixed else 0


if __name__ == "__main__":
    sys.exit(main())
