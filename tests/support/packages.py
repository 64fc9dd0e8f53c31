"""The npm packages that only the tests need, locked in ``tests/npm`` and installed at their first use."""

import functools
from pathlib import Path

from pipeline import node

FOLDER = Path(__file__).resolve().parents[1] / "npm"


@functools.cache
def packages() -> Path:
    """Their ``node_modules`` folder."""
    node.install(FOLDER)
    return FOLDER / "node_modules"
