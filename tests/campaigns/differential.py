"""``python -m tests.campaigns.differential [--count 100000] [--first 0] [--workers 2] [--plain]``.

Generated dossiers are judged by CPython and by the core compiled for the page: the reports must be the same JSON.
Prints the dossiers that differ, the first one made as small as possible, and how often each rule spoke. Exit code 1 on
any difference. Needs the build's dependencies; runs Node, no browser (the TOML cases are replayed in Chromium).
"""

import argparse
import collections
import json
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from pid_rules.rules import CATALOGUE  # noqa: E402 (the paths come first)
from pipeline.brython import fast  # noqa: E402
from tests.campaigns.dossiers import case_of  # noqa: E402
from tests.campaigns.engines import Brython, compile_core, different, report_here  # noqa: E402
from tests.campaigns.minimise import first_difference, minimised  # noqa: E402

BATCH = 100
SHARE = 1000
"""Seeds that one worker judges with one Node process."""


def compare(folder, seeds):
    """(seeds that differ, number of dossiers in which each rule spoke) of some seeds, by one Node process."""
    brython = Brython(folder)
    wrong, spoke = [], collections.Counter()
    try:
        for start in range(0, len(seeds), BATCH):
            batch = seeds[start:start + BATCH]
            cases = [case_of(seed) for seed in batch]
            wrong += [batch[index] for index, _, _ in different(brython, cases)]
            for case in cases:
                spoke.update({finding["rule"] for finding in report_here(case).get("findings", ())})
    finally:
        brython.close()
    return wrong, spoke


def explain(folder, seed):
    """Print the smallest dossier of a difference."""
    brython = Brython(folder)
    try:
        case, mine, other = minimised(brython, case_of(seed))
    finally:
        brython.close()
    print(f"seed {seed}, step {case['step']}, today {case['today']}, zone {case['profile']['departement']['zone']}:")
    print(json.dumps(case["dossier"], ensure_ascii=False, indent=1))
    print(first_difference(mine, other))


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--plain", action="store_true", help="compiled without the fast paths")
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    seeds = list(range(options.first, options.first + options.count))
    shares = [seeds[index:index + SHARE] for index in range(0, len(seeds), SHARE)]
    wrong, spoke, done = [], collections.Counter(), 0
    with tempfile.TemporaryDirectory() as temporary, ProcessPoolExecutor(options.workers) as pool:
        folder = Path(temporary)
        compile_core(folder, families=() if options.plain else fast.EVERY)
        for share, (found, counted) in zip(shares, pool.map(compare, [folder] * len(shares), shares)):
            wrong += found
            spoke += counted
            done += len(share)
            print(f"{done} dossiers, {len(wrong)} different, {time.perf_counter() - start:.0f} s", flush=True)
        if wrong:
            print("seeds that differ:", ", ".join(map(str, wrong[:50])))
            explain(folder, wrong[0])
    print("dossiers in which each rule spoke:", ", ".join(f"{rule.id} {spoke[rule.id]}" for rule in CATALOGUE.rules))
    print(f"{done - len(wrong)} of {done} reports identical, {time.perf_counter() - start:.0f} s, "
          f"{options.workers} workers.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
