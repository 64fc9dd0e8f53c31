"""Nothing that a module declares is left out of the whole: pages of the form, themes of the rules, tests."""

import fnmatch
import importlib
import pkgutil
import types
from pathlib import Path

import pytest

import pid_rules.form
import pid_rules.rules
from pid_rules.form import FORM
from pid_rules.judgement.rule import Theme
from pid_rules.questions.schema import Page
from pid_rules.rules import CATALOGUE

TESTS = Path(__file__).resolve().parents[1]


def left_out(modules, kind, whole):
    """What modules declare of a kind and that the whole has not: (module, what it is)."""
    return [(module.__name__, str(getattr(one, "slug", one))) for module in modules for held in vars(module).values()
            for one in (held if isinstance(held, tuple) else (held,)) if isinstance(one, kind) and one not in whole]


def modules_of(package):
    return [importlib.import_module(f"{package.__name__}.{found.name}")
            for found in pkgutil.iter_modules(package.__path__)]


@pytest.mark.parametrize("package, kind, whole, where", [
    (pid_rules.form, Page, FORM.pages,
     "the pages of FORM, in pid_rules/form/__init__.py, at their place on the screen"),
    (pid_rules.rules, Theme, CATALOGUE.themes, "CATALOGUE, in pid_rules/rules/__init__.py")], ids=["pages", "themes"])
def test_what_is_declared_is_collected(package, kind, whole, where):
    found = left_out(modules_of(package), kind, whole)
    assert found == [], f"add to {where}: {found}"


def test_control_a_theme_left_out_is_seen():
    assert left_out([types.SimpleNamespace(__name__="x", THEME=Theme("neuf", "Neuf"))], Theme,
                    CATALOGUE.themes) == [("x", "neuf")]


def test_pytest_goes_into_every_folder_of_tests(pytestconfig):
    """« build » is among those that it passes over by itself: tests/build ran where it was named only."""
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {path.parent.name for path in TESTS.rglob("test_*.py")}
    assert {"build", "browser", "unit"} <= folders
    assert [name for name in sorted(folders) if any(fnmatch.fnmatch(name, one) for one in passed_over)] == []
    assert fnmatch.fnmatch("node_modules", passed_over[-1])
