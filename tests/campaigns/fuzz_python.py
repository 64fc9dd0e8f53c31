"""``python -m tests.campaigns.fuzz_python [--raw 10000000] [--built 10000000] [--seconds 0] [--folder FOLDER]``.

Atheris (``pip install atheris==3.0.0``, Python 3.11) against the Python importer: raw bytes, then dossiers built from
bytes. Each file must be refused with a sentence or read, within two seconds of processor time. One in fifty of those
that are read is judged too, as all the rules take fifty times as long as the reading. Prints how many of each. Exit
code 1 at the first fault, whose bytes stay in the folder. ``--control`` gives the same files to a reader without the
checks.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
SLOWEST = 2.0
EVERY = 1_000
JUDGED = 50
LONGEST = {"raw": 2_000, "built": 48}
"""Bytes of a raw file, many times those of a small dossier; and those that a dossier is built from, for a few changes
each."""
EACH_SMALL = 8
"""Small dossiers are begun from so many times as often as the two examples, which take thirty times as long."""
FOLLOWED = ["pid_rules.__main__", "pid_rules.received", "pid_rules.dossier.structure"]
WORDS = ('"format"', '"pid-dossier"', '"version"', ":1", "null", "true", "[]", "{}", '""', '"\\\\ud800"', '"\\\\u202e"',
         "1e9", "-0",
         "NaN", "\\xef\\xbb\\xbf", '"__proto__"', '"eleve"', '"stages"', '"nom"', '"2026-11-20"', ",", '"parcours"',
         '"debut"')
SMALL = ({}, {"eleve": {"nom": "A", "niveau": "4e", "date_naissance": "2012-02-29"}},
         {"parcours": {"debut": "2026-11-30", "fin": "2027-02-12",
                       "objectifs": [{"id": "O1", "strategies": [{"id": "O1S1"}]}]}},
         {"lieux": [{"id": "L1"}],
          "stages": [{"id": "S1", "lieu": "L1", "horaires": [{"jour": "lundi", "debut": "08:00"}]}]},
         {"dossier": {"revision": 1, "reference": "0490060Z-2026-K7QF"}, "justifications": {"ST-01": "oui"},
          "inconnue": [1]})


def bases():
    """Texts of small dossiers, and of the three examples."""
    return [json.dumps({"format": "pid-dossier", "version": 1, **one}) for one in SMALL] \
        + [(DATA / f"{name}.json").read_text(encoding="utf-8") for name in ("complet", "clos", "desordre")]


def fuzz(kind, options):
    """Run Atheris in this process, which it ends; the counts stand in a file of the folder."""
    import atheris

    with atheris.instrument_imports(include=FOLLOWED):
        from tests.campaigns import python_importer

    folder, read = options.folder, python_importer.careless if options.control else python_importer.read
    counts = {"runs": 0, "refused": 0, "read": 0, "judged": 0, "slowest": 0.0, "processor": 0.0}
    texts = bases()[:len(SMALL)] * (EACH_SMALL if kind == "built" else 1) + bases()[len(SMALL):] * (kind == "built")

    def one(data):
        start = time.process_time()
        counts["runs"] += 1
        content, *place = python_importer.built(data, texts) if kind == "built" else (data,)
        dossier = read(content)
        counts["refused" if dossier is None else "read"] += 1
        if dossier is not None and counts["read"] % JUDGED == 1:
            python_importer.judge(dossier, *place)
            counts["judged"] += 1
        counts["slowest"] = max(counts["slowest"], time.process_time() - start)
        if counts["slowest"] > SLOWEST:
            raise AssertionError(f"{counts['slowest']:.1f} s")
        if counts["runs"] % EVERY == 0:
            note()

    def note():
        counts["processor"] = time.process_time()
        (folder / f"{kind}.json").write_text(json.dumps(counts))

    def guarded(data):
        try:
            one(data)
        except BaseException:
            note()
            raise

    note()
    corpus = folder / kind
    corpus.mkdir()
    for index, text in enumerate(texts if kind == "raw" else ()):
        (corpus / str(index)).write_text(text, encoding="utf-8")
    (folder / "words").write_text("".join(f"{quoted(word)}\n" for word in WORDS))
    atheris.Setup([sys.argv[0], f"-runs={getattr(options, kind)}", f"-max_len={LONGEST[kind]}", "-len_control=20",
                   f"-dict={folder / 'words'}", f"-max_total_time={options.seconds}",
                   "-timeout=60", "-rss_limit_mb=3000", f"-artifact_prefix={folder}/fault-",
                   "-print_final_stats=1", "-verbosity=0", str(corpus)], guarded)
    atheris.Fuzz()


def quoted(word):
    """A word as libFuzzer's dictionaries write it."""
    return '"' + word.replace('"', '\\"') + '"'


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--raw", type=int, default=10_000_000, help="files of raw bytes")
    parser.add_argument("--built", type=int, default=10_000_000, help="dossiers built from bytes")
    parser.add_argument("--seconds", type=int, default=0, help="stop each of the two then, whatever is left")
    parser.add_argument("--folder", type=Path, help="where faults are kept")
    parser.add_argument("--only", choices=("raw", "built"), help=argparse.SUPPRESS)
    parser.add_argument("--control", action="store_true", help="a reader without the checks: a fault must be found")
    options = parser.parse_args(arguments)
    if options.only:
        fuzz(options.only, options)
    folder = options.folder or Path(tempfile.mkdtemp(prefix="fuzz-"))
    folder.mkdir(exist_ok=True)
    start = time.perf_counter()
    command = [sys.executable, "-m", "tests.campaigns.fuzz_python", "--raw", str(options.raw), "--built",
               str(options.built),
               "--seconds", str(options.seconds), "--folder", str(folder), *["--control"] * options.control, "--only"]
    failed = []
    for kind in [kind for kind in ("raw", "built") if getattr(options, kind)]:
        with (folder / f"{kind}.log").open("wb") as log:
            if subprocess.run([*command, kind], cwd=ROOT, stderr=log).returncode:
                failed.append(kind)
        counts = json.loads((folder / f"{kind}.json").read_text())
        print(f"{kind}: {counts['runs']} files, {counts['refused']} refused with a sentence, {counts['read']} read, "
              f"{counts['judged']} judged too, slowest {counts['slowest']:.2f} s, {counts['processor']:.0f} s of "
              f"processor.", flush=True)
    print(f"Stopped at a fault: {', '.join(failed) or 'none'}; {time.perf_counter() - start:.0f} s; {folder}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
