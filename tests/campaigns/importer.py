"""Hostile files in the importer of the pages: ``python -m tests.campaigns.importer [--count 200000] [--seed 1]``.

The script of the pages runs in Node. Prints how many mutated dossiers were refused, in which words, and how many
opened. Exit code 1 at the first error that is not a sentence, and at the first dossier opened that the format does not
allow.
"""

import argparse
import base64
import functools
import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from pid_rules.dossier.json_schema import json_schema  # noqa: E402
from pid_rules.dossier.paths import concrete, get  # noqa: E402
from pid_rules.dossier.structure import blank_dossier  # noqa: E402
from pid_rules.files import Unreadable, dossier_of  # noqa: E402 (the paths come first)
from pid_rules.form import FORM  # noqa: E402
from pid_rules.questions.kinds import YesNo  # noqa: E402
from pid_rules.received import LARGEST, LIMITS, REFUSED, RESERVED  # noqa: E402
from pipeline import javascript, node  # noqa: E402

RUNNER = Path(__file__).with_name("importer.js")
DATA = ROOT / "tests" / "data"
BATCH = 20_000
SLOWEST_MS = 2000


@functools.cache
def bundle() -> str:
    """The importer.js of the pages."""
    node.install()
    return javascript.bundle("importer.js", javascript.ENTRIES["importer.js"],
                             javascript.received(json_schema(FORM), LIMITS))


def ask(task: str, **given):
    """The answer of one task of the runner."""
    return node.run(RUNNER, {"bundle": bundle(), "task": task, "schema": json_schema(FORM),
                             "noInk": [ord(sign) for sign in REFUSED], "reserved": RESERVED, **given})


def read(files: dict[str, bytes]) -> dict:
    """{answers: {name: what the importer says}, uncaught, polluted} for files by name."""
    return ask("read", files={name: base64.b64encode(content).decode() for name, content in files.items()})


def bases() -> list[str]:
    """The dossiers that are mutated: the three examples and a blank one."""
    return [(DATA / f"{name}.json").read_text(encoding="utf-8") for name in ("complet", "clos", "desordre")] \
        + [json.dumps(blank_dossier(FORM))]


def mutated(count: int, seed: int) -> dict:
    """The figures of ``count`` mutated dossiers."""
    return ask("mutate", bases=bases(), count=count, seed=seed)


def python_opens(content: bytes) -> bool:
    """Whether the command line takes this file, which is no PDF, with no finding about a type that the pages refuse at
    once."""
    try:
        return len(content) <= LARGEST and not of_another_type(dossier_of(content))
    except Unreadable:
        return False


def of_another_type(dossier: dict) -> list[str]:
    """Paths of numbers that are true or false, and of yes or no answers that are neither."""
    return [path for field in FORM.field.values() if field.kind.blank is None for path in concrete(dossier, field.path)
            if get(dossier, path) is not None and isinstance(get(dossier, path), bool) != isinstance(field.kind, YesNo)]


def disagreements(figures: dict) -> list[str]:
    """Mutated dossiers, in base 64, that the pages open and Python refuses, or the reverse."""
    return [file for file, opened in figures["compared"] if python_opens(base64.b64decode(file)) != opened]


def faults(figures: dict) -> list:
    """What must be empty."""
    return [*disagreements(figures), *figures["unsound"], *figures["unsaid"], *["uncaught"] * figures["uncaught"],
            *["polluted"] * figures["polluted"]]


def main(arguments=None) -> int:
    """Run the campaign; the exit code is 0 when nothing is wrong."""
    parser = argparse.ArgumentParser(description="Mutated dossiers in the importer of the pages")
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    start, tried, opened, compared, refused, slowest = time.perf_counter(), 0, 0, 0, {}, 0.0
    while tried < options.count:
        figures = mutated(min(BATCH, options.count - tried), options.seed + tried)
        tried, opened, slowest = tried + figures["tried"], opened + figures["opened"], max(slowest, figures["slowest"])
        compared += len(figures["compared"])
        for sentence, many in figures["refused"].items():
            refused[sentence] = refused.get(sentence, 0) + many
        if faults(figures):
            print(faults(figures)[:3])
            return 1
        print(f"{tried} files: {opened} opened, all sound; {sum(refused.values())} refused with a sentence; 0 "
              f"uncaught; {compared} given to Python too, "
              f"which agrees; slowest {slowest:.0f} ms; {time.perf_counter() - start:.0f} s", flush=True)
    for sentence, many in sorted(refused.items(), key=lambda one: -one[1]):
        print(f"{many:7} {sentence}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
