"""What a script offers to the page in a ``window.pidXxx`` object has a caller: nothing is shipped for nobody."""

import re
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "site"
OBJECT = re.compile(r"window\.(pid\w+) = Object\.freeze\(\{(.*?)\n?\}\);", re.DOTALL)
SOURCES = [path.read_text(encoding="utf-8") for folder in ("js", "ui") for path in sorted((SITE / folder).rglob("*.[jp][sy]"))]
OFFERED = [(found[1], found[2]) for source in SOURCES for found in OBJECT.finditer(source)]
READ_BY_TESTS_ONLY = {"pidCrypto.readCode"}
"""The tests look through it at how a code is read."""


def members(body):
    """The names of an object literal: those at depth zero, outside of comments."""
    body = re.sub(r"/\*.*?\*/|//[^\n]*", "", body, flags=re.DOTALL)
    flat, depth = "", 0
    for sign in body:
        depth -= sign in ")}]"
        flat += sign if depth == 0 else ""
        depth += sign in "({["
    return [name for name in (re.match(r"\s*(?:async )?(\w*)", part)[1] for part in flat.split(",")) if name]


def test_the_objects_are_found_and_read():
    assert {name for name, _ in OFFERED} >= {"pidStore", "pidCoffre", "pidCrypto", "pidFiles"}
    text = "\n  one, two: (left, right) => left(right, 0),\n  // three, four\n  five: async () => { six(seven, 8); },\n"
    assert members(text) == ["one", "two", "five"]


@pytest.mark.parametrize("name", [f"{name}.{member}" for name, body in OFFERED for member in members(body)])
def test_what_is_offered_has_a_caller(name):
    member = name.partition(".")[2]
    called = any(re.search(rf"\.{member}\b", OBJECT.sub("", source)) for source in SOURCES)
    assert called != (name in READ_BY_TESTS_ONLY)
