"""What a script offers to the page in a ``window.pidXxx`` object has a caller: nothing is shipped for nobody."""

import re
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "site"
OBJECT = re.compile(r"window\.(pid\w+) = Object\.freeze\(\{(.*?)\n?\}\);", re.DOTALL)
SOURCES = [path.read_text(encoding="utf-8") for folder in ("js", "ui")
           for path in sorted((SITE / folder).rglob("*.[jp][sy]"))]
OFFERED = [(found[1], found[2]) for source in SOURCES for found in OBJECT.finditer(source)]
READ_BY_TESTS_ONLY = {"pidCrypto.readCode", "pidReprise.paste"}
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


DECLARED = (SITE / "js" / "interface.d.ts").read_text(encoding="utf-8")
"""What tsc holds the scripts to: a name that Python calls and that is not there is a name that nobody has."""
CALLED = {path.relative_to(SITE).as_posix(): re.findall(r"window\.(pid[A-Z]\w*)(?:\.(\w+))?",
                                                        path.read_text(encoding="utf-8"))
          for path in sorted((SITE / "ui").rglob("*.py"))}
EVENTS = {path.relative_to(SITE).as_posix(): re.findall(r"""["'](pid-[a-z-]+)["']""", path.read_text(encoding="utf-8"))
          for path in sorted((SITE / "ui").rglob("*.py"))}


def declared(name):
    """The members of a ``window.pidXxx`` in the declared interface, [] for a plain value; None where it is not
    there."""
    found = re.search(rf"^  {name}\??: (?:Readonly<)?(\{{.*?\}}|\w+)", DECLARED, re.MULTILINE)
    if found is None:
        return None
    body = re.search(rf"interface {found[1]} (.*?)\n\}}", DECLARED, re.DOTALL)
    return re.findall(r"\b(\w+)\(|'(\w+)'", body[1] if body else found[1])


@pytest.mark.parametrize("path", [path for path, names in CALLED.items() if names])
def test_what_python_calls_is_declared(path):
    for name, member in CALLED[path]:
        members = declared(name)
        assert members is not None, f"write window.{name} in site/js/interface.d.ts: {path} reads it"
        assert not members or member in [one or other for one,
                                         other in members], f"interface.d.ts: no {name}.{member}, which {path} calls"


@pytest.mark.parametrize("path", [path for path, names in EVENTS.items() if names])
def test_an_event_of_python_is_declared(path):
    assert [name for name in EVENTS[path]
            if f"  '{name}':" not in DECLARED] == [], f"{path}: write it in site/js/interface.d.ts"


CALLS_OF_PYTHON = re.findall(r"pid_call\(\s*'([\w.]+)',\s*'(\w+)'", "\n".join(SOURCES))


@pytest.mark.parametrize("module, function", CALLS_OF_PYTHON)
def test_what_a_script_calls_in_python_is_there(module, function):
    path = SITE / (module.replace(".", "/") + ".py")
    assert path.is_file(), f"no module {module}: a script calls it by that name"
    assert f"\ndef {function}(" in path.read_text(encoding="utf-8")


def test_some_script_calls_python_and_python_some_script():
    assert CALLS_OF_PYTHON and sum(map(len, CALLED.values())) > 50 and sum(map(len, EVENTS.values())) > 10
