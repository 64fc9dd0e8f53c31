"""What several tests use stands in ``tests/support``: a test that is moved, renamed or deleted takes nothing from
another."""

import ast
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]


def imported(text):
    """Names of the modules that a text imports, those named as « from folder import module » included."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from [f"{node.module}.{one.name}" for one in node.names]


def borrowed(text):
    """The modules of tests, and of their fixtures, that a text imports."""
    return sorted({name for name in imported(text) if name.startswith("tests.")
                   and (name.rpartition(".")[2].startswith("test_") or name.rpartition(".")[2] == "conftest")})


def test_no_test_imports_from_the_module_of_another():
    found = [f"{path.relative_to(TESTS.parent)} imports {module}: move what both use to a module of tests/support/, "
             f"and import it from there."
             for path in sorted(TESTS.rglob("*.py")) if "node_modules" not in path.parts
             for module in borrowed(path.read_text(encoding="utf-8"))]
    assert not found, "\n" + "\n".join(found)


def test_control_each_way_of_importing_is_seen():
    inside = "def f():\n    from tests.unit.test_rules import judge\nfrom tests.support.judging import judge"
    assert borrowed(inside) == ["tests.unit.test_rules"]
    assert borrowed("from tests.unit import test_rules, helper\nimport tests.conftest") == ["tests.conftest",
                                                                                            "tests.unit.test_rules"]
