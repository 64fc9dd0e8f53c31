"""``python -m tests.bench [--runs 5] [--without pyodide,enketo] [--record]``: the speed and size of the site, as
ratios.

Needs the test dependencies and, for the peers, the registry; run it on a quiet machine. ``--record`` keeps the ratios,
to which every later run compares its own. The last figures are in ``docs/mesures.md``.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from playwright.sync_api import sync_playwright  # noqa: E402

import build  # noqa: E402 (the paths come first)
from tests.bench import families, measure, recorded, variants  # noqa: E402
from tests.support.browsers.chromium import launch  # noqa: E402

MOMENTS = ("cold", "cold judged", "warm", "warm judged")
FIRST_VISIT = ("dossier/index.html", "static/site.css", "brython.js", "app.js", "suite.js", "storage.js", "boot.js")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--without", default="", help="variants left out, separated by commas")
    parser.add_argument("--no-memory", action="store_true", help="leaves out the hour of typing")
    parser.add_argument("--no-families", action="store_true", help="leaves out what each family of fast paths gains")
    parser.add_argument("--record", action="store_true", help="keeps these ratios as the reference")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary)
        start = time.perf_counter()
        build.build(out / "dist")
        print(f"build: {time.perf_counter() - start:.1f} s")
        folders = variants.make(out / "dist", out, set(options.without.split(",")))
        with sync_playwright() as playwright:
            browser = launch(playwright, whole=True)
            ratios = speed(browser, folders, options.runs)
            ratios |= work(browser, folders["site"], not options.no_memory)
            browser.close()
        sizes(out / "dist")
        if not options.no_families:
            families.tell(out, options.runs)
    print("\n".join(recorded.regressions(ratios, recorded.read())) or "aucune régression de plus de 20 %")
    if options.record:
        recorded.write(ratios)


def speed(browser, folders, runs):
    """Print the starts of every variant and return the ratios of the site to each."""
    print(f"| page | CPU | {' | '.join(MOMENTS)} |\n|---|---|---:|---:|---:|---:|")
    found = measure.starts(browser, folders, runs)
    ratios = {}
    for rate in (1, 4):
        for name in folders:
            if name == "site":
                continue
            for moment, mine, other in zip(MOMENTS, found["site", rate], found[name, rate]):
                ratios[f"{moment}, site / {name}, x{rate}"] = mine / other
    for name, ratio in ratios.items():
        print(f"{name}: {ratio:.2f}")
    return ratios


def work(browser, folder, with_memory):
    """Print what the page costs once open; return the ratios: to the example for large dossiers, of memory to its
    beginning."""
    for rate in (1, 4):
        keystroke, report, pdf = measure.work(browser, folder, rate)
        print(f"x{rate}: keystroke {keystroke:.1f} ms, full report {report:.0f} ms, PDF {pdf:.0f} ms", flush=True)
        if rate == 1:
            example = report
    reports, (keystroke, pdf) = measure.large(browser, folder)
    print("report of the vast dossier, first then once warm: "
          + ", ".join(f"× {scale} {first:.0f} then {warm:.0f} ms" for scale, (first, warm) in reports.items()))
    print(f"vast dossier: keystroke {keystroke:.1f} ms, PDF {pdf:.0f} ms", flush=True)
    ratios = {f"report, vast × {scale} / complet.json": warm / example for scale, (_, warm) in reports.items()}
    if with_memory:
        before, after = measure.memory(browser, folder)
        print(f"heap after six minutes of typing {before / 1e6:.1f} MB, after an hour {after / 1e6:.1f} MB")
        ratios["heap, an hour of typing / six minutes"] = after / before
    return ratios


def sizes(dist):
    """Print the bytes of a first visit and of the whole precache, brotli 11."""
    sent = {path.relative_to(dist).as_posix(): len(brotli.compress(path.read_bytes(), quality=11))
            for path in dist.rglob("*") if path.is_file()}
    cached = {name: size for name, size in sent.items() if name in variants.precached(dist)}
    print(f"first visit {sum(sent[name] for name in FIRST_VISIT) / 1000:.0f} kB, "
          f"whole precache {sum(cached.values()) / 1000:.0f} kB in {len(cached)} files")


if __name__ == "__main__":
    main()
