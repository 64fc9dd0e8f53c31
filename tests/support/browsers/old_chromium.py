"""Chromium as it was, for the oldest browsers that the site supports: programs that npm packages hold, compressed by
Brotli."""

from pathlib import Path

import brotli

from tests.support.packages import packages

OLDEST, MIDDLE, TOO_OLD = 109, 119, 92
"""The last on Windows 7 and 8; a later one; one that cannot run the site."""


def program(version: int) -> Path:
    """The program of that version, written beside its package at its first use."""
    folder = packages() / f"chromium-{version}" / "bin"
    path = folder / "chromium"
    if not path.is_file():
        written = folder / "chromium.new"  # named once it is whole: a test that is stopped leaves no half of a program
        written.write_bytes(brotli.decompress((folder / "chromium.br").read_bytes()))
        written.chmod(0o755)
        written.replace(path)
    return path
