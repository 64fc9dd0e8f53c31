"""``python -m tests.campaigns.fuzz_python [--raw 19000000] [--built 1000000] [--seconds 0] [--folder FOLDER]``.

Atheris (``pip install atheris==3.0.0``, Python 3.11) against the Python importer: two processes, one that gives it raw bytes, one that
gives it dossiers built from bytes. Each file must be refused with a sentence or judged, within two seconds of processor
time. Prints how many of each; exit code 1 at the first fault, whose bytes stay in the folder. Atheris follows the code
that reads; the rules run at their full speed, as a file that is read calls all of them.
"""

import argparse
import atexit
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
SLOWEST = 2.0
EVERY = 5_000
LONGEST = 2_000
"""Bytes of a raw file: half of the files are longer than any of the small dossiers."""
FOLLOWED = ["pid_rules.__main__", "pid_rules.received", "pid_rules.structure", "pid_rules.reading", "pid_rules.kinds",
            "pid_rules.formats", "pid_rules.calendar_day", "pid_rules.dates", "pid_rules.horaires", "pid_rules.references"]
WORDS = ('"format"', '"pid-dossier"', '"version"', ":1", "null", "true", "[]", "{}", '""', '"\\\\ud800"', '"\\\\u202e"', "1e9", "-0",
         "NaN", "\\xef\\xbb\\xbf", '"__proto__"', '"eleve"', '"stages"', '"nom"', '"2026-11-20"', ",", '"parcours"', '"debut"')
SMALL = ({}, {"eleve": {"nom": "A", "niveau": "4e", "date_naissance": "2012-02-29"}},
         {"parcours": {"debut": "2026-11-30", "fin": "2027-02-12", "objectifs": [{"id": "O1", "strategies": [{"id": "O1S1"}]}]}},
         {"lieux": [{"id": "L1"}], "stages": [{"id": "S1", "lieu": "L1", "horaires": [{"jour": "lundi", "debut": "08:00"}]}]},
         {"dossier": {"revision": 1, "reference": "0490060Z-2026-K7QF"}, "justifications": {"ST-01": "oui"}, "inconnue": [1]})


def bases():
    """Texts of small dossiers, and of the two examples."""
    return [json.dumps({"format": "pid-dossier", "version": 1, **one}) for one in SMALL] \
        + [(DATA / f"{name}.json").read_text(encoding="utf-8") for name in ("complet", "clos")]


def fuzz(kind, runs, seconds, folder):
    """Run Atheris in this process, which it ends; the counts stand in a file of the folder."""
    import atheris

    with atheris.instrument_imports(include=FOLLOWED):
        from tests.campaigns import python_importer

    counts = {"runs": 0, "refused": 0, "read": 0, "slowest": 0.0}
    texts = bases()[:len(SMALL)] * (3 if kind == "built" else 1) + bases()[len(SMALL):] * (kind == "built")

    def one(data):
        start = time.process_time()
        arguments = python_importer.built(data, texts) if kind == "built" else (data,)
        counts[python_importer.judged(*arguments)] += 1
        counts["runs"] += 1
        counts["slowest"] = max(counts["slowest"], time.process_time() - start)
        if counts["slowest"] > SLOWEST:
            raise AssertionError(f"{counts['slowest']:.1f} s")
        if counts["runs"] % EVERY == 0:
            note()

    def note():
        (folder / f"{kind}.json").write_text(json.dumps(counts))

    atexit.register(note)
    corpus = folder / kind
    corpus.mkdir()
    for index, text in enumerate(texts if kind == "raw" else ()):
        (corpus / str(index)).write_text(text, encoding="utf-8")
    (folder / "words").write_text("".join(f"{quoted(word)}\n" for word in WORDS))
    atheris.Setup([sys.argv[0], f"-runs={runs}", f"-max_len={LONGEST if kind == 'raw' else 200}", "-len_control=20",
                   f"-dict={folder / 'words'}", f"-max_total_time={seconds}",
                   "-timeout=60", "-rss_limit_mb=3000", f"-artifact_prefix={folder}/fault-",
                   "-print_final_stats=1", "-verbosity=0", str(corpus)], one)
    atheris.Fuzz()


def quoted(word):
    """A word as libFuzzer's dictionaries write it."""
    return '"' + word.replace('"', '\\"') + '"'


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--raw", type=int, default=19_000_000, help="files of raw bytes")
    parser.add_argument("--built", type=int, default=1_000_000, help="dossiers built from bytes")
    parser.add_argument("--seconds", type=int, default=0, help="stop then, whatever is left")
    parser.add_argument("--folder", type=Path, help="where faults are kept")
    parser.add_argument("--only", choices=("raw", "built"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.only:
        fuzz(options.only, getattr(options, options.only), options.seconds, options.folder)
    folder = options.folder or Path(tempfile.mkdtemp(prefix="fuzz-"))
    folder.mkdir(exist_ok=True)
    start = time.perf_counter()
    command = [sys.executable, "-m", "tests.campaigns.fuzz_python", "--raw", str(options.raw), "--built", str(options.built),
               "--seconds", str(options.seconds), "--folder", str(folder), "--only"]
    running = {kind: subprocess.Popen([*command, kind], cwd=ROOT, stderr=(folder / f"{kind}.log").open("wb"))
               for kind in ("raw", "built") if getattr(options, kind)}
    failed = [kind for kind, process in running.items() if process.wait()]
    for kind in running:
        counts = json.loads((folder / f"{kind}.json").read_text())
        print(f"{kind}: {counts['runs']} files, {counts['refused']} refused with a sentence, {counts['read']} read and judged, "
              f"slowest {counts['slowest']:.2f} s of processor.")
    print(f"{len(failed)} of {len(running)} processes stopped at a fault, {time.perf_counter() - start:.0f} s; {folder}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
