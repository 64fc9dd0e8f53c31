"""What the tests need of the machine: where it is found, the Debian packages that bring it, and what is said where it
is missing."""

import os
import platform
import shutil
from collections.abc import Callable
from typing import NamedTuple

import pytest

from tests.support.browsers import chromium, firefox, webkit
from tests.support.packages import packages

ARCHITECTURES = {"x86_64": "x64", "aarch64": "arm64"}
"""Names of the processors for npm, by those of Linux."""


class Need(NamedTuple):
    """A program, or several that come together."""

    name: str
    found: Callable[[], object]
    packages: tuple[str, ...]
    programs: tuple[str, ...] = ()


NEEDS = (
    # libatomic1 is for the driver, Playwright.
    Need("Chromium", chromium.found, ("chromium", "libatomic1")),
    Need("Chromium sans fenêtre", chromium.shell, (chromium.SHELL,)),
    Need("Firefox", firefox.found, ("firefox-esr",)),
    Need("WebKit", webkit.found, ("webkit2gtk-driver", "xvfb")),
    Need("Poppler", lambda: shutil.which("pdftotext"), ("poppler-utils",),
         ("pdftotext", "pdfdetach", "pdfunite", "pdfseparate",
         "pdfattach", "pdftocairo", "pdfinfo")),
    Need("age", lambda: shutil.which("age"), ("age",), ("age", "age-keygen")),
)


def missing():
    """The needs that this machine does not meet."""
    return [need for need in NEEDS if not need.found()]


def sentence(needs):
    """One sentence: what is missing, how to have it, and what follows."""
    names = ", ".join(need.name for need in needs)
    listed = " ".join(package for need in needs for package in need.packages)
    return (f"Il manque à cette machine, pour les tests : {names} (sous Debian « apt-get install {listed} ») ; "
            "ceux qui s’en servent ne seront pas passés, ou dureront deux fois plus.")


def lacking(name):
    """Leave a test for want of a program, as was said before all tests.

    CI must have them all: there the test fails.
    """
    text = sentence([need for need in NEEDS if need.name == name])
    if os.environ.get("CI"):
        pytest.fail(text, pytrace=False)
    pytest.skip(text)


def tool(name):
    """The path of a program, that of 7-Zip in an npm package."""
    if name == "7z":
        return _seven_zip()
    return shutil.which(name) or lacking(next(need.name for need in NEEDS if name in need.programs))


def _seven_zip():
    path = packages() / "7zip-bin" / "linux" / ARCHITECTURES[platform.machine()] / "7za"
    path.chmod(0o755)
    return str(path)
