"""``python -m tests.campaigns.item_races [--rounds 140] [--store site|naive]``.

Two tabs of the built site are at the address of the same item (``item_places.PLACES``, in turn). Each types in it at
its own random moment of the same second; one round in four, one of them moves the item in its list instead. What a tab
says saved must be in the item of the stored dossier, wherever it stands by now. What it could not save must still be in
its page, and in the new dossier that it proposes to keep. ``--store naive``, tabs deaf to each other on a storage
without the check of the revision, is the negative control. Exit code 1 on any loss.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from playwright.sync_api import Error, sync_playwright  # noqa: E402

import build  # noqa: E402 (the paths come first)
from tests.campaigns.figures import rate  # noqa: E402
from tests.campaigns.item_places import PLACES, SCRIPT, dossier, holds, place  # noqa: E402
from tests.support.browsers.chromium import launch  # noqa: E402
from tests.support.pages.steps import DEAF, go, ready, until  # noqa: E402
from tests.support.server import StaticServer  # noqa: E402

SPREAD_MS = 1000
"""Milliseconds in which both tabs begin to type: some meet before either has saved, others after."""
MOVED_EVERY = 4
MOVABLE = ("stages", "lieux", "objectifs")
"""Pages whose list has more than one item here."""
PER_PROFILE = 28
"""Rounds that one profile sees: what conflicts keep grows."""
WAIT = 60
OPENED = "new URLSearchParams(location.search).get('d')"
READ = "(place) => item.read(place)"
CREATE = "(json) => pidStore.create({ json, titre: '', etat: '', demonstration: false }).then(({ id }) => id)"
STORED = "(id) => pidStore.get(id).then(({ json }) => JSON.parse(json))"
NAIVE = """let made;
Object.defineProperty(window, 'pidStore', { get: () => made, set: (store) => {
  made = { ...store, save: async (draft) =>
    store.save({ ...draft, expected_rev: (await store.get(draft.id)).rev }) };
} });"""
SETTLED = """window.settled = new Promise((resolve) => {
  const line = document.getElementById('etat-enregistrement');
  document.addEventListener('pid-enregistre', () => line.textContent.includes('Enregistré à') && resolve('saved'));
  setTimeout(() => resolve('nothing'), 60_000);
  const conflict = document.getElementById('conflit');
  new MutationObserver(() => { if (!conflict.hidden) resolve('conflict'); }).observe(conflict, { attributes: true });
});"""
"""What a tab says of the next change, once it is saved or refused."""
WRITE = f"([place, number, after]) => {{ {SETTLED} setTimeout(() => item.write(place, number), after); }}"
MOVE = f"(after) => {{ {SETTLED} setTimeout(() => item.move(), after); }}"


class Tabs:
    """Two tabs on one dossier of a fresh profile; ``seen`` counts how rounds ended, ``wrong`` says what was lost."""

    def __init__(self, browser, root: str, store: str, seed: int = 1):
        self.root, self.chance = root, random.Random(seed)
        self.seen, self.wrong = Counter(), []
        self.context = browser.new_context(locale="fr-FR", service_workers="block")
        self.context.add_init_script(SCRIPT)
        if store == "naive":
            self.context.add_init_script(DEAF)
            self.context.add_init_script(NAIVE)
        self.pages = [self.context.new_page() for _ in range(2)]
        for page in self.pages:
            page.on("pageerror", lambda error: self.wrong.append(f"error of the page: {error}"))
        self.pages[0].goto(root)
        until(lambda: ready(self.pages[0]), WAIT)
        self.draft = self.pages[0].evaluate(CREATE, json.dumps(dossier()))

    def open(self, page, address: str) -> None:
        """The screen of an item, as a link leads there."""
        page.goto(self.root)
        page.goto(f"{self.root}dossier/index.html?d={self.draft}#{address}")
        until(lambda: page.evaluate("'juge' in document.documentElement.dataset"), WAIT)
        until(lambda: page.evaluate("(place) => item.isReady(place)", place(address)), WAIT)

    def round(self, number: int, address: str) -> None:
        """Both tabs at an address, each with its own number; what they say of it is judged."""
        for page in self.pages:
            self.open(page, address)
        moved = number % MOVED_EVERY == MOVED_EVERY - 1 and address.partition("/")[0] in MOVABLE
        typed = [(self.pages[0], 0, 2 * number + 1), (self.pages[1], 1, 2 * number + 2)][:1 if moved else 2]
        if moved:
            go(self.pages[1], address.partition("/")[0])
            self.pages[1].evaluate(MOVE, self.chance.uniform(0, SPREAD_MS))
        for page, which, one in typed:
            page.evaluate(WRITE, [place(address, which), one, self.chance.uniform(0, SPREAD_MS)])
        outcomes = [page.evaluate("settled") for page in self.pages]
        self.seen[" and ".join(sorted(outcomes)) + ", moved" * moved] += 1
        for (page, which, one), outcome in zip(typed, outcomes):
            lost = self.saved(page, address, which, one) if outcome == "saved" else \
                self.refused(page, address, which, one) if outcome == "conflict" else f"nothing is said of {one}"
            if lost:
                self.wrong.append(f"round {number}, {address}, {outcomes}: {lost}")

    def saved(self, page, address: str, which: int, number: int) -> str:
        """What is wrong of a number that a tab said saved."""
        if not holds(page.evaluate(STORED, self.draft), address, which, number):
            return f"{number} was said saved and is not stored"
        return "" if page.evaluate(READ, place(address, which)) == number else f"{number} is not shown any more"

    def refused(self, page, address: str, which: int, number: int) -> str:
        """What is wrong of a number that a tab could not save, and keeps in a new dossier."""
        if page.evaluate(READ, place(address, which)) != number:
            return f"{number} is not in the page that could not save it"
        page.click("[data-action=garder-les-deux]")
        # asked of the page itself: its address is not heard of while nothing else is asked
        until(lambda: page.evaluate(OPENED) != self.draft and page.locator("#reference").inner_text() != "", WAIT)
        made = page.evaluate(OPENED)
        return "" if holds(page.evaluate(STORED, made), address, which, number) else f"{number} is not in its copy"

    def close(self) -> None:
        self.context.close()


def campaign(browser, root: str, rounds: int, store: str = "site", say=lambda words: None) -> Tabs:
    """The Tabs after so many rounds, a fresh profile from time to time."""
    tabs = total = None
    for number in range(rounds):
        if number % PER_PROFILE == 0:
            if tabs:
                tabs.close()
            tabs = Tabs(browser, root, store, number)
            total = total or tabs
            tabs.seen, tabs.wrong = total.seen, total.wrong
        try:
            tabs.round(number, list(PLACES)[number % len(PLACES)])
        except (AssertionError, Error) as error:
            tabs.wrong.append(f"round {number}: {type(error).__name__} {str(error)[:200]}")
        if number % 7 == 6:
            say(f"{number + 1} rounds: {dict(total.seen)}, {len(total.wrong)} wrong")
    tabs.close()
    return total


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=140)
    parser.add_argument("--store", choices=("site", "naive"), default="site")
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        build.build(Path(temporary) / "dist")
        server, browser = StaticServer(Path(temporary) / "dist"), launch(playwright)
        tabs = campaign(browser, server.address, options.rounds, options.store, lambda words: print(words, flush=True))
        browser.close()
        server.kill()
    print(*tabs.wrong[:20], sep="\n")
    print(f"store « {options.store} », {len(PLACES)} addresses, {time.perf_counter() - start:.0f} s: lost or not shown "
          f"{rate(len(tabs.wrong), options.rounds)} rounds; {dict(tabs.seen)}.")
    return 1 if tabs.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
