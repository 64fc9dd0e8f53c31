"""Every campaign starts as its documentation says: « python -m tests.campaigns.NAME », with nothing set beforehand."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MAIN = 'if __name__ == "__main__":'
ROOT = Path(__file__).resolve().parents[2]
COMMANDS = sorted(path.stem for path in Path(__file__).parent.glob("*.py")
                  if path.read_text(encoding="utf-8").rstrip().split("\n")[-2:-1] == [MAIN])


@pytest.mark.parametrize("name", COMMANDS)
def test_the_command_starts(name):
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([sys.executable, "-m", f"tests.campaigns.{name}", "--help"], cwd=ROOT, env=bare,
                          capture_output=True, check=False, timeout=120)
    assert done.returncode == 0 and b"usage" in done.stdout, done.stderr[-300:]
