"""``python -m tests.campaigns.races [--increments 20000] [--store site|naive]``.

2, 3 and 5 tabs of the built site add one to the same draft as fast as they can. Each add is read, then saved with the
revision that was read. It is tried again when the storage says that another tab was quicker. The draft must hold the
sum. ``--store naive``, the same store without the check of the revision, is the negative control. Exit code 1 on any
loss.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from playwright.sync_api import sync_playwright  # noqa: E402

import build  # noqa: E402 (the paths come first)
from tests.campaigns.figures import rate  # noqa: E402
from tests.support.browsers.chromium import launch  # noqa: E402
from tests.support.server import StaticServer  # noqa: E402

TABS = (2, 3, 5)
CREATE = "pidStore.create({ json: '0', titre: 'somme' }).then(({ id }) => id)"
START = """([id, count, store]) => {
  const read = () => pidStore.get(id);
  const saves = {
    site: (record, json) => pidStore.save({ id, expected_rev: record.rev, json }),
    // What a store without revisions does: it takes whatever is there now for what was read.
    naive: async (record, json) => pidStore.save({ id, expected_rev: (await read()).rev, json }),
  };
  window.conflicts = 0;
  window.adding = (async () => {
    for (let done = 0; done < count;) {
      const record = await read();
      try {
        await saves[store](record, String(Number(record.json) + 1));
        done += 1;
      } catch (error) {
        if (error.name !== 'Conflit') throw error;
        if (store === 'site' && Number(error.courant.json) <= Number(record.json)) {
          throw new Error('le conflit ne donne pas l’autre version');
        }
        window.conflicts += 1;
      }
    }
  })();
  window.adding.catch(() => {});
}"""


def race(browser, address: str, tabs: int, increments: int, store: str = "site") -> tuple[int, int]:
    """(lost updates, conflicts said) of ``increments`` adds shared between tabs of one profile."""
    context = browser.new_context()
    context.set_default_timeout(3_600_000)
    try:
        pages = [context.new_page() for _ in range(tabs)]
        for page in pages:
            page.goto(address)
        draft = pages[0].evaluate(CREATE)
        share = increments // tabs
        for page in pages:
            page.evaluate(START, [draft, share, store])
        for page in pages:
            page.evaluate("window.adding")
        held = int(pages[0].evaluate("(id) => pidStore.get(id).then(({ json }) => json)", draft))
        return share * tabs - held, sum(page.evaluate("window.conflicts") for page in pages)
    finally:
        context.close()


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--increments", type=int, default=20_000, help="for each number of tabs")
    parser.add_argument("--store", choices=("site", "naive"), default="site")
    options = parser.parse_args(arguments)
    total = 0
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        build.build(Path(temporary) / "dist")
        server = StaticServer(Path(temporary) / "dist")
        browser = launch(playwright)
        for tabs in TABS:
            start = time.perf_counter()
            lost, conflicts = race(browser, server.address, tabs, options.increments, options.store)
            total += lost
            print(f"{tabs} tabs, store « {options.store} », {time.perf_counter() - start:.0f} s: lost updates "
                  f"{rate(lost, options.increments // tabs * tabs)}; conflicts said and tried again: {conflicts}",
                  flush=True)
        browser.close()
        server.kill()
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
