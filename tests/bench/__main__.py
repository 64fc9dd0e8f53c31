"""``python -m tests.bench [--runs 5] [--no-pyodide]``: the speed and size of the site, as ratios to other ways.

Needs the test dependencies; run it on a quiet machine. The last figures are in ``docs/mesures.md``.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

import build  # noqa: E402 (the paths come first)
from playwright.sync_api import sync_playwright  # noqa: E402
from tests.bench import variants  # noqa: E402
from tests.bench.vast import vast  # noqa: E402
from tests.conftest import launch  # noqa: E402
from tests.server import StaticServer  # noqa: E402

EXAMPLE = (ROOT / "tests" / "data" / "complet.json").read_text(encoding="utf-8")
MARK_READY = """
new MutationObserver((_, observer) => {
  const { ouvert, juge } = document.documentElement.dataset;
  if (ouvert !== undefined) window.readyAt ??= performance.now();
  if (juge !== undefined) { window.judgedAt = performance.now(); observer.disconnect(); }
}).observe(document, {attributes: true, subtree: true, attributeFilter: ['data-ouvert', 'data-juge']});
"""
CREATE = """(json) => pidStore.create({json, titre: 'x', etat: '', demonstration: false}).then((made) => made.id)"""
KEYSTROKE = """() => {
  const box = document.getElementById('parcours-objectifs-0-echeance-annee');
  const times = [];
  for (let turn = 0; turn < 40; turn++) {
    box.value = turn % 2 ? '2027' : '2029';
    const start = performance.now();
    box.dispatchEvent(new Event('input', {bubbles: true}));
    times.push(performance.now() - start);
  }
  return times;
}"""
REPORT = """(text) => {
  const B = __BRYTHON__, item = (module, name) => B.module_getattr(B.imported[module], name);
  const dossier = B.structuredclone2pyobj(JSON.parse(text));
  const profile = B.structuredclone2pyobj(JSON.parse(document.getElementById('profil').textContent));
  const times = [];
  for (let turn = 0; turn < 8; turn++) {
    const start = performance.now();
    B.pid_call('pid_rules.evaluate', 'evaluate', item('pid_rules.form', 'FORM'), item('pid_rules.rules', 'CATALOGUE'),
               dossier, 'envoi', 739940, profile);
    times.push(performance.now() - start);
  }
  return times;
}"""


def until(page, expression, seconds=60):
    """Wait for a true expression, polling: the policy of the pages forbids evaluating in the page otherwise."""
    end = time.monotonic() + seconds
    while not (value := page.evaluate(expression)):
        if time.monotonic() > end:
            raise RuntimeError(f"never true: {expression}")
        time.sleep(0.02)
    return value


class Bench:
    """One browser context with a draft in it, the CPU slowed down ``rate`` times."""

    def __init__(self, browser, folder, rate, text=EXAMPLE):
        self.server = StaticServer(folder)
        self.context = browser.new_context(locale="fr-FR")
        self.context.add_init_script(MARK_READY)
        self.page = self.context.new_page()
        self.page.goto(self.server.address + "blank.html")
        self.draft = self.page.evaluate(CREATE, text)
        self.context.new_cdp_session(self.page).send("Emulation.setCPUThrottlingRate", {"rate": rate})

    def open(self, scripted):
        """Milliseconds from navigation to (a page of questions ready for typing, the whole dossier judged)."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.server.address}dossier/index.html?d={self.draft}#eleve")
        if not scripted:
            return (self.page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"),) * 2
        judged = until(self.page, "window.judgedAt")
        return self.page.evaluate("window.readyAt"), judged

    def close(self):
        self.context.close()
        self.server.kill()


def starts(browser, folders, runs):
    """{(variant, rate): (cold, cold judged, warm, warm judged) medians in ms}."""
    found = {}
    for rate in (1, 4):
        for name, folder in folders.items():
            cold, warm = [], []
            for _ in range(runs):
                bench = Bench(browser, folder, rate)
                cold.append(bench.open(name != "html"))
                time.sleep(0.5)
                bench.open(name != "html")
                warm.append(bench.open(name != "html"))
                bench.close()
            found[name, rate] = tuple(statistics.median(column) for runs_of in (cold, warm) for column in zip(*runs_of))
            print(f"| {name} | x{rate} | {' | '.join(f'{figure:.0f}' for figure in found[name, rate])} |", flush=True)
    return found


def work(browser, folder, rate, text=EXAMPLE):
    """(keystroke, full report, PDF from click to file) medians in ms, for a dossier given as JSON text."""
    bench = Bench(browser, folder, rate, text)
    page = bench.page
    bench.open(True)
    page.evaluate("location.hash = '#objectifs'")
    until(page, "!!document.getElementById('parcours-objectifs-0-echeance-annee')")
    keystroke = statistics.median(page.evaluate(KEYSTROKE)[10:])
    report = statistics.median(page.evaluate(REPORT, text)[2:])
    page.evaluate("location.hash = '#verifier'")
    until(page, "document.getElementById('verdict').textContent !== ''")
    time.sleep(2)
    pdf = []
    for _ in range(4):
        start = time.perf_counter()
        with page.expect_download() as got:
            page.locator("[data-action=telecharger-pdf]").click()
        got.value.path()
        pdf.append((time.perf_counter() - start) * 1000)
    bench.close()
    return keystroke, report, statistics.median(pdf)


def large(browser, folder):
    """Print what the largest dossiers cost, at x1: their report at four sizes, a keystroke, the PDF of the first size."""
    bench = Bench(browser, folder, 1)
    bench.open(True)
    reports = [(scale, statistics.median(bench.page.evaluate(REPORT, json.dumps(vast(scale)))[2:])) for scale in (1, 2, 4, 8)]
    bench.close()
    print("report of the vast dossier: " + ", ".join(f"× {scale} {time:.0f} ms" for scale, time in reports), flush=True)
    keystroke, _, pdf = work(browser, folder, 1, json.dumps(vast(1)))
    print(f"vast dossier: keystroke {keystroke:.1f} ms, PDF {pdf:.0f} ms", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--no-pyodide", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary)
        start = time.perf_counter()
        build.build(out / "dist")
        print(f"build: {time.perf_counter() - start:.1f} s")
        folders = variants.make(out / "dist", out, not options.no_pyodide)
        with sync_playwright() as playwright:
            browser = launch(playwright)
            print("| page | CPU | cold ms | cold, judged | warm ms | warm, judged |\n|---|---|---:|---:|---:|---:|")
            found = starts(browser, folders, options.runs)
            for rate in (1, 4):
                for name in folders:
                    if name != "site":
                        ratios = [mine / other for mine, other in zip(found["site", rate], found[name, rate])]
                        print(f"site / {name} at x{rate}: cold {ratios[0]:.2f}, judged {ratios[1]:.2f}, "
                              f"warm {ratios[2]:.2f}, judged {ratios[3]:.2f}")
                keystroke, report, pdf = work(browser, folders["site"], rate)
                print(f"x{rate}: keystroke {keystroke:.1f} ms, full report {report:.0f} ms, PDF {pdf:.0f} ms", flush=True)
            large(browser, folders["site"])
            browser.close()
        sizes = {path.relative_to(out / "dist").as_posix(): len(brotli.compress(path.read_bytes(), quality=11))
                 for path in (out / "dist").rglob("*") if path.is_file()}
        first = ("dossier/index.html", "static/site.css", "brython.js", "app.js", "suite.js", "storage.js", "boot.js")
        print(f"first visit {sum(sizes[name] for name in first) / 1000:.0f} kB, whole site {sum(sizes.values()) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
