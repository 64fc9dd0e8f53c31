"""Encrypted files: ``python -m tests.campaigns.encryption [--files 100] [--masks 1 2 128 255]`` prints its figures.

The script of the pages runs in Node: the public age vectors, every byte of many files changed, numbers that must never
repeat.
"""

import argparse
import functools
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from pid_rules.dossier.json_schema import json_schema  # noqa: E402 (the paths come first)
from pid_rules.form import FORM  # noqa: E402
from pid_rules.received import LIMITS  # noqa: E402
from pipeline import javascript, node  # noqa: E402
from tests.support.packages import packages  # noqa: E402

RUNNER = Path(__file__).with_name("encryption.js")
MASKS = (1, 2, 128, 255)
EVERY_VALUE = tuple(range(1, 256))
SMALL = 300


@functools.cache
def bundle(whole: bool = False) -> str:
    """The crypto.js of the pages; ``whole`` with the parts of age that the site leaves out."""
    node.install()
    options = {"alias": {}} if whole else javascript.CRYPTO_OPTIONS
    return javascript.bundle("crypto.js", options, javascript.received(json_schema(FORM), LIMITS))


def ask(task: str, whole: bool = False, **given):
    """The answer of one task of the runner."""
    return node.run(RUNNER, {"bundle": bundle(whole), "task": task, **given})


def vectors(whole: bool = False) -> dict:
    """{name: {expected, met}} of the public age vectors."""
    return ask("vectors", whole, vectors=vector_files())


def vector_files() -> str:
    """The address of the public age vectors."""
    return (packages() / "cctv-age" / "index.js").as_uri()


def zip_js() -> str:
    """The address of the library that serves as another reader and writer of ZIP."""
    return (packages() / "@zip.js" / "zip.js" / "index-native.js").as_uri()


def main() -> int:
    """Run the campaign; the exit code is 0 when nothing is wrong."""
    parser = argparse.ArgumentParser(description="Encrypted files: vectors, flips, uniqueness")
    parser.add_argument("--files", type=int, default=100, help="files of each kind whose every byte is changed")
    parser.add_argument("--draws", type=int, default=100_000, help="codes drawn; a fiftieth as many files are made")
    parser.add_argument("--masks", type=int, nargs="+", default=MASKS,
                        help="what each byte is changed by (exclusive or)")
    options = parser.parse_args()
    start = time.perf_counter()
    shipped, whole = vectors(), vectors(whole=True)
    failed = [name for name, one in shipped.items() if not one["met"]]
    print(f"Vectors: {sum(one['met'] for one in whole.values())} of {len(whole)} with the whole of age; "
          f"{len(shipped) - len(failed)} of {len(shipped)} as shipped, without {', '.join(failed) or 'exception'}.")
    flipped = ask("flips", files=options.files, size=SMALL, masks=options.masks)
    print(f"Flips: {flipped['files']} files of {min(flipped['sizes'])} to {max(flipped['sizes'])} bytes, "
          f"{flipped['opened']} open whole; {flipped['tried']} changes, {len(flipped['wrong'])} not refused in the "
          f"same words.")
    thorough = ask("flips", files=1, size=20, masks=EVERY_VALUE)
    print(f"Every other value of every byte: {thorough['files']} files, {thorough['tried']} changes, "
          f"{len(thorough['wrong'])} not refused in the same words.")
    controls = ask("controls", size=SMALL, zipjs=zip_js())
    print(f"Controls, of {controls['tried']} changed files: {controls['blind']} open without authentication, "
          f"{controls['zipjs']} with zip.js.")
    drawn = ask("uniqueness", codes=options.draws, files=options.draws // 50)
    print(f"Distinct: {drawn['codes']} of {options.draws} codes; {drawn['salts']} salts, {drawn['shares']} ephemeral "
          f"keys and {drawn['nonces']} nonces of {options.draws // 50} files.")
    print(f"In {time.perf_counter() - start:.0f} s.")
    wrong = flipped["wrong"] + thorough["wrong"]
    return 1 if wrong or flipped["opened"] != flipped["files"] or failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
