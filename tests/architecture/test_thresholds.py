"""Every threshold is collected, declared by the rules that read it, and reached through its date; every quotation
stands in its archive."""

import ast
import importlib
import inspect
import pkgutil
from pathlib import Path
from types import ModuleType

import pytest

import pid_rules
from pid_rules.rules import CATALOGUE
from pid_rules.seuils import SEUILS, seuil
from pid_rules.seuils.seuil import Seuil
from pid_rules.sources.source import Source
from tests.support.archives import lacks

CORE = Path(pid_rules.__file__).parent
NAMES = sorted(found.name for found in pkgutil.walk_packages([str(CORE)], "pid_rules.")
               if not found.name.endswith("__main__"))
MODULES = [importlib.import_module(name) for name in NAMES]
JUDGING = [module for module in MODULES if module.__name__.startswith(("pid_rules.rules.", "pid_rules.planning"))]


def held(module):
    """The thresholds that a module holds under a name, in its tables too."""
    found = []
    for value in vars(module).values():
        for one in value.values() if isinstance(value, dict) else [value]:
            if isinstance(one, Seuil):
                found.append(one)
    return found


def named(node, module):
    """What an expression of names designates in a module, None where it is not one."""
    if isinstance(node, ast.Name):
        return getattr(module, node.id, None)
    if isinstance(node, ast.Attribute):
        holder = named(node.value, module)
        return getattr(holder, node.attr, None) if isinstance(holder, (ModuleType, Source)) else None
    return None


def uses(tree, module):
    """(function, label) of each threshold that the body of a function names."""
    return [(function.name, named(node, module).label)
            for function in ast.walk(tree) if isinstance(function, ast.FunctionDef)
            for statement in function.body for node in ast.walk(statement)
            if isinstance(named(node, module), Seuil)]


def quotations(module):
    """Each ``SOURCE.quoting("words")`` written in a module, as a citation."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "quoting":
            source = named(node.func.value, module)
            assert isinstance(source, Source), ast.unparse(node)
            yield source.quoting(ast.literal_eval(node.args[0]))


@pytest.mark.parametrize("module", [module for module in MODULES if module.__name__.startswith("pid_rules.seuils.")],
                         ids=lambda module: module.__name__)
def test_no_threshold_is_left_uncollected(module):
    left = [one.label for one in held(module) if one not in SEUILS]
    assert left == [], f"add to the SEUILS of {module.__name__}, which pid_rules/seuils/__init__.py gathers: {left}"


def test_every_threshold_is_read_by_a_rule_or_a_document():
    read = {one.label for rule in CATALOGUE.rules for one in rule.thresholds()}
    read |= {one.label for module in MODULES if "seuils" not in module.__name__ for one in held(module)}
    read |= {one.label for one in importlib.import_module("pid_rules.seuils.grilles").SEUILS}
    unread = [one.label for one in SEUILS if one.label not in read]
    assert unread == [], f"no rule names it in its reads=…, and no document uses it: {unread}"


@pytest.mark.parametrize("module", JUDGING, ids=lambda module: module.__name__)
def test_a_rule_receives_its_thresholds_and_names_none(module):
    found = uses(ast.parse(inspect.getsource(module)), module)
    assert found == [], f"name the threshold in reads=… of the rule, whose function receives it: {found}"


def test_a_threshold_named_in_a_function_is_seen():
    rules = importlib.import_module("pid_rules.rules.eligibilite")
    written = "def majeur(age, day):\n    return age >= reperes.MAJORITE.on(day)\n"
    assert uses(ast.parse(written), rules) == [("majeur", "Majorité")]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_quotation_of_the_core_stands_in_its_archive(module):
    assert [lacks(cited) for cited in quotations(module) if lacks(cited)] == []


@pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")), ids=lambda path: str(path.relative_to(CORE)))
def test_a_history_is_read_in_its_own_module(path):
    reached = [node.lineno for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
               if isinstance(node, ast.Attribute) and node.attr == "history"]
    assert path == Path(seuil.__file__) or reached == [], "ask the threshold: on(day), at(FIELD), citation or latest()"


def test_ages_and_versions_that_rules_read_cut_the_calendar():
    days, ages = CATALOGUE.cuts()
    assert {15, 16, 18} <= set(ages) and days == sorted(days)
