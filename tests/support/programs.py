"""Programs of this machine that only some tests need."""

import shutil

import pytest

PACKAGES = {"age": "age", "age-keygen": "age", "7z": "p7zip-full"}


def tool(name):
    """The path of a program that only these tests need."""
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"Le programme « {name} » manque pour les tests : sous Debian « apt-get install {PACKAGES[name]} ».", pytrace=False)
    return found
