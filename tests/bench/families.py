"""``python -m tests.bench.families [--runs 9] [--only texts,loops]``: what each family of fast paths gains.

The core is compiled with every family, with each one left out, and with none, then run in Node. The figures are those
of the processor, of which other programs disturb little, and the least of the runs, which take turns. A gain is what
the core costs more without the family; one that gains under 3 % everywhere is not worth its lines (docs/brython.md).
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from pipeline import javascript  # noqa: E402 (the paths come first)
from pipeline.brython import aot, fast, lighter, runtime  # noqa: E402
from tests.campaigns.engines import NODE  # noqa: E402

WHOLE, NONE = "every family", "none"
MEASURED = '''
from javascript import JSON
from pid_rules.documents.catalogue import COMPLET
from pid_rules.documents.document import Edition, compose
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.rules import CATALOGUE

PROFILE = {"departement": {"zone": "B"}}

def report(text):
    return evaluate(FORM, CATALOGUE, JSON.parse(text), "envoi", 739940, PROFILE)

def document(text):
    compose(COMPLET, JSON.parse(text), Edition(FORM, CATALOGUE, PROFILE, 739940, report(text), ""))
'''
COLUMNS = ("scripts run", "first report and document", "report", "document", "bytes")


def tell(folder, runs, names=fast.EVERY):
    """Print what the core costs, then what it costs more without each family."""
    left_out = {WHOLE: fast.EVERY, **{name: tuple(one for one in fast.EVERY if one != name) for name in names},
                NONE: ()}
    sent = {name: make(folder / name, families) for name, families in left_out.items()}
    spent = measure(folder, left_out, runs)
    costs = {name: (*spent[name], sent[name]) for name in left_out}
    print(f"| fast paths left out | {' | '.join(COLUMNS)} |\n|---|---:|---:|---:|---:|---:|")
    print("| nothing | {:.0f} ms | {:.0f} ms | {:.1f} ms | {:.1f} ms | {} |".format(*costs[WHOLE]))
    for name in (*names, NONE):
        gains = [f"{100 * cost / whole - 100:+.1f} %" for cost, whole in zip(costs[name], costs[WHOLE])]
        print(f"| {'all' if name == NONE else name} | {' | '.join(gains)} |", flush=True)


def make(folder, families):
    """Write the core compiled with these families; return its bytes once compressed."""
    folder.mkdir()
    sources = [one for one in lighter.modules(ROOT) if one["name"].startswith("pid_rules")]
    sources.append({"name": "measured", "file": "measured.py", "package": False, "source": MEASURED})
    made = {"brython.js": runtime.text(families), "app.js": aot.application(sources, families)}
    written = {name: javascript.minify(text).encode() for name, text in made.items()}
    for name, text in written.items():
        (folder / name).write_bytes(text)
    return sum(len(brotli.compress(text, quality=9)) for text in written.values())


def measure(folder, names, runs, times=20):
    """{name: least processor time of (scripts, first, report, document), in milliseconds}."""
    dossier = ROOT / "tests" / "data" / "complet.json"
    taken = {name: [] for name in names}
    for _ in range(runs):
        for name in names:
            command = [NODE, Path(__file__).with_suffix(".js"), folder / name / "brython.js", folder / name / "app.js",
                       dossier, str(times)]
            done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
            taken[name].append(json.loads(done.stdout.splitlines()[-1]))
    return {name: tuple(map(min, zip(*times_of))) for name, times_of in taken.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--only", default=",".join(fast.EVERY), help="families, separated by commas")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        tell(Path(temporary), options.runs, tuple(options.only.split(",")))


if __name__ == "__main__":
    main()
