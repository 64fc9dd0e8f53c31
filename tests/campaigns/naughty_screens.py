"""``python -m tests.campaigns.naughty_screens [--strings 469] [--from 0] [--turns N] [--documents]``: each string in
every text.

In Chromium on the built site, each of them goes through:

- the file opened, previewed and compared;
- every page of the dossier at 360 px, at 1280 px too for one string in eight, with the documents on screen;
- the list of dossiers;
- the files of an e-mail (PDF, JSON), its draft, the calendar.

An ordinary dossier goes first: no string may change what it shows but for texts. ``--turns`` puts all the strings in as
few dossiers as it takes, another in each text, N times in other texts. ``--documents`` puts each in every document,
without a browser. Exit code 1 on any fault.
"""

import argparse
import itertools
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from playwright.sync_api import sync_playwright  # noqa: E402

import build  # noqa: E402 (the paths come first)
from pid_rules.documents.catalogue import DOCUMENTS  # noqa: E402
from pid_rules.dossier.paths import concrete  # noqa: E402
from pid_rules.form import FORM  # noqa: E402
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.naughty_journey import DESK, ORDINARY, PHONE, Journey, Record  # noqa: E402
from tests.support.browsers.chromium import launch  # noqa: E402
from tests.support.examples import EXAMPLES  # noqa: E402
from tests.support.naughty import check_document, dated, filled, strings  # noqa: E402
from tests.support.server import StaticServer  # noqa: E402

DESK_EVERY = 8
"""One string in so many is looked at on a large screen too, and in every document on screen."""
SHIFT = 37
"""Answers by which each turn moves the strings; prime to their number."""
PER_CONTEXT = 40
"""Strings that one profile sees before a fresh one: the bin of the drafts stays small."""
NAIVE = """async (text) => {
  let acted = false;
  window.alert = window.confirm = window.prompt = () => { acted = true; };
  document.body.innerHTML = text;
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  return [document.body.querySelectorAll('*').length > 0, acted];
}"""
"""What a page does that writes a text as markup: whether it makes an element, whether it runs a script."""


def campaign(browser, root, cases, say=lambda words: None):
    """The Record of ``cases``, (name, dossier, the same with dates, widths), after those of an ordinary dossier."""
    record = Record()
    journey, before = Journey(browser, root, record), 0
    for number, case in enumerate([(ORDINARY, EXAMPLES["clos"], EXAMPLES["complet"], (PHONE, DESK)), *cases]):
        if number % PER_CONTEXT == PER_CONTEXT - 1 or len(record.faults) > before:
            journey.context.close()
            journey = Journey(browser, root, record)
        before = len(record.faults)
        journey.walk(*case)
        for fault in record.faults[before:]:
            say(fault)
        if number % 5 == 0:
            say(f"{number} dossiers: {dict(record.counts)}, {len(record.faults)} faults")
    journey.context.close()
    record.counts["dossiers"] -= 1
    return record


def naive(browser, texts):
    """(strings that make an element, strings that run a script) in a page that writes them as markup: the control."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    seen = [page.evaluate(NAIVE, text) for text in texts]
    page.close()
    return sum(made for made, _ in seen), sum(acted for _, acted in seen)


def of_strings(texts, first=0):
    """The cases of strings, the first of which has the number ``first``."""
    for number, text in enumerate(texts, first):
        widths = (PHONE, DESK) if number % DESK_EVERY == 0 else (PHONE,)
        yield f"string {number} {text[:40]!r}", filled(text), dated(text), widths


def places():
    """How many answers of the example are texts."""
    return sum(len(concrete(EXAMPLES["clos"], field.path)) for field in FORM.field.values() if field.kind.blank == "")


def spread(texts, turns):
    """The cases of all the strings, another in each answer, as few dossiers as it takes; each turn puts them in other
    answers."""
    for turn in range(turns):
        for start in range(0, len(texts), places()):
            def held(first=start + turn * SHIFT):
                return itertools.islice(itertools.cycle(texts), first, None)
            yield f"turn {turn}, strings from {start}", filled(held()), dated(held()), (PHONE, DESK)


def every_document(texts):
    """Faults of each string in each document, without a browser."""
    faults = []
    for document in DOCUMENTS:
        for text in texts:
            try:
                check_document(text, document)
            except Exception as error:  # the other strings are tried all the same
                faults.append(f"{document.slug}, {text[:40]!r}: {type(error).__name__} {error}")
    return faults


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--strings", type=int, default=len(strings()), help="how many")
    parser.add_argument("--from", type=int, default=0, dest="first", help="number of the first")
    parser.add_argument("--documents", action="store_true", help="in every document, without a browser")
    parser.add_argument("--turns", type=int, default=0,
                        help="all the strings in one dossier, another in each answer, so many times")
    options = parser.parse_args(arguments)
    texts = strings()[options.first:options.first + options.strings]
    start = time.perf_counter()
    if options.documents:
        faults = every_document(texts)
        print(*faults, sep="\n")
        print(f"{len(texts)} strings in each of {len(DOCUMENTS)} documents, {time.perf_counter() - start:.0f} s: "
              f"{rate(len(faults), len(texts) * len(DOCUMENTS))} at fault.")
        return 1 if faults else 0
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        out = Path(temporary) / "dist"
        build.build(out)
        server, browser = StaticServer(out), launch(playwright)
        cases = spread(texts, options.turns) if options.turns else of_strings(texts, options.first)
        record = campaign(browser, server.address, cases, lambda words: print(words, flush=True))
        made, acted = naive(browser, texts)
        browser.close()
        server.kill()
    counts, faults = record.counts, record.faults
    print(f"{rate(len(faults), counts['dossiers'])} dossiers at fault, {len(texts)} strings from number "
          f"{options.first}, {time.perf_counter() - start:.0f} s: {counts['screens']} screens, {counts['fields']} "
          f"fields, {counts['documents']} files made, {counts['names']} names.")
    print(f"Control, a page that writes them as markup: {made} of {len(texts)} make an element, {acted} run a script.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
