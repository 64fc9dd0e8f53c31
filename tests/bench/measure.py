"""What is measured in a browser: starts, a keystroke, a report, a PDF, memory; medians in milliseconds."""

import json
import statistics
import time
from pathlib import Path

from tests.bench.vast import vast
from tests.support.server import StaticServer

ROOT = Path(__file__).resolve().parents[2]

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
  for (let turn = 0; turn < 48; turn++) {
    const start = performance.now();
    B.pid_call('pid_rules.judgement.evaluate', 'evaluate', item('pid_rules.form', 'FORM'),
               item('pid_rules.rules', 'CATALOGUE'), dossier, 'envoi', 739940, profile);
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
    """{(variant, rate): (cold, cold judged, warm, warm judged) medians in ms}; the variants take turns at each run."""
    taken = {(name, rate): [] for rate in (1, 4) for name in folders}
    for rate in (1, 4):
        for _ in range(runs):
            for name, folder in folders.items():
                bench = Bench(browser, folder, rate)
                cold = bench.open(name != "html")
                time.sleep(0.5)
                bench.open(name != "html")
                taken[name, rate].append(cold + bench.open(name != "html"))
                bench.close()
    found = {key: tuple(statistics.median(column) for column in zip(*runs_of)) for key, runs_of in taken.items()}
    for (name, rate), figures in found.items():
        print(f"| {name} | x{rate} | {' | '.join(f'{figure:.0f}' for figure in figures)} |", flush=True)
    return found


def warm(times):
    """Median once the engine has optimised the code: the first half of the times is left out."""
    return statistics.median(times[len(times) // 2:])


def work(browser, folder, rate, text=EXAMPLE):
    """(keystroke, full report, PDF from click to file) medians in ms, for a dossier given as JSON text."""
    bench = Bench(browser, folder, rate, text)
    page = bench.page
    bench.open(True)
    page.evaluate("location.hash = '#objectifs/O1'")
    until(page, "!!document.getElementById('parcours-objectifs-0-echeance-annee')")
    keystroke = statistics.median(page.evaluate(KEYSTROKE)[10:])
    report = warm(page.evaluate(REPORT, text))
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
    """What the largest dossiers cost at x1: {size: (first report, report once warm)} and (keystroke, PDF) of the first
    size."""
    bench = Bench(browser, folder, 1)
    bench.open(True)
    reports = {}
    for scale in (1, 2, 4, 8):
        times = bench.page.evaluate(REPORT, json.dumps(vast(scale)))
        reports[scale] = times[0], warm(times)
    bench.close()
    keystroke, _, pdf = work(browser, folder, 1, json.dumps(vast(1)))
    return reports, (keystroke, pdf)


TYPE = """async (turns) => {
  const box = document.getElementById('situation-constats');
  for (let turn = 0; turn < turns; turn++) {
    box.value = `Constats relevés par l’équipe, essai ${turn} `.repeat(1 + turn % 20);
    box.dispatchEvent(new Event('input', {bubbles: true}));
    if (turn % 10 === 9) await new Promise((resolve) => setTimeout(resolve));
  }
}"""


def memory(browser, folder, keystrokes=18_000, burst=60):
    """Heap in bytes after garbage collection (after the first tenth, after all): 18 000 keystrokes, five a second for
    an hour, typed in bursts, each saved before the next.
    """
    bench = Bench(browser, folder, 1)
    bench.open(True)
    page, session = bench.page, bench.context.new_cdp_session(bench.page)
    page.evaluate("location.hash = '#situation'")
    until(page, "document.getElementById('situation-constats').offsetParent !== null")
    heaps = []
    for turn in range(1, keystrokes // burst + 1):
        page.evaluate(TYPE, burst)
        until(page, "document.getElementById('etat-enregistrement').textContent.includes('Enregistré à')")
        if turn in (keystrokes // burst // 10, keystrokes // burst):
            session.send("HeapProfiler.collectGarbage")
            heaps.append(session.send("Runtime.getHeapUsage")["usedSize"])
    bench.close()
    return tuple(heaps)
