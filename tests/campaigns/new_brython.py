"""``python -m tests.campaigns.new_brython FILE``: what another ``brython.js`` asks of us, all at once.

Prints the passages that the build cuts or replaces and that FILE does not hold as often as they are expected. Each
stands with the part of ``site/pipeline/brython`` that names it. Then prints the corrections that FILE does not need any
more. Exit code 1 on any of them.
"""

import argparse
import collections
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from pipeline.brython import fast, runtime  # noqa: E402 (the paths come first)
from pipeline.brython.fixes import FIXES  # noqa: E402
from pipeline.node import BuildError  # noqa: E402
from tests.campaigns.engines import NODE  # noqa: E402
from tests.support import brython_fixes  # noqa: E402

COMPILER = "process.stdout.write(JSON.stringify(require(process.argv[1])(process.argv[2].split(',')).compiler))"


def missing(text):
    """(part, passage, how often it stands in this text) of the passages that the build would not find as it expects
    them."""
    found = [(part, old, text.count(old)) for part, old in compiler_passages() if text.count(old) != 1]
    left = text
    for first, following in runtime.CUTS:
        try:
            left = runtime.cut(left, first, following)
        except BuildError:  # gone, or taken away by a former cut that goes too far
            found.append(("runtime.py, CUTS", first, left.count(first)))
    return found + [(part, old, left.count(old)) for part, old, count in run_time_passages()
                    if count not in (left.count(old), text.count(old))]


def run_time_passages():
    """(part, passage, how often it is expected) of what is replaced in the brython.js of the pages."""
    closed = [("runtime.py, CLOSED", old, count) for old, _, count in runtime.CLOSED]
    fixes = [(f"fixes.py, « {fix.name} »", old, 1) for fix in FIXES for old, _ in fix.substitutions]
    paths = [(f"fast, « {family.name} »", old, 1) for family in fast.FAMILIES for old, _ in family.substitutions]
    return closed + fixes + paths + [("fast, SYMBOLS", old, 1) for old, _ in fast.SYMBOLS]


def compiler_passages():
    """(part, passage) of what the families replace in the compiler."""
    for name in fast.EVERY:
        asked = [NODE, "-e", COMPILER, str(fast.FOLDER / "emitted.js"), name]
        changes = json.loads(subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=True).stdout)
        for passage, _ in changes:
            yield f"fast/emitted.js, « {name} »", passage


def needless(brython):
    """Names of the corrections of which this file needs none: it answers all their expressions as Python does."""
    with tempfile.TemporaryDirectory() as folder:
        given = brython_fixes.published(brython, Path(folder))
    return [fix.name for fix in FIXES if all(given[one] == brython_fixes.awaited(one) for one in fix.expressions)]


def main():
    """Say what this file asks of us; 1 where it asks something."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("brython", type=Path, metavar="FILE", help="le brython.js d’une autre version")
    brython = parser.parse_args().brython
    changed, mended = missing(brython.read_text(encoding="utf-8")), needless(brython)
    for part, passage, there in changed:
        print(f"{part}: {there} ×\n    " + passage.replace("\n", "\n    "))
    for part, count in collections.Counter(part for part, _, _ in changed).items():
        print(f"{part}: {count} to write again")
    for name in mended:
        print(f"fixes.py, « {name} »: Brython does it now, take it away")
    print(f"{len(changed)} passages to write again, {len(mended)} corrections to take away")
    return 1 if changed or mended else 0


if __name__ == "__main__":
    sys.exit(main())
