"""Types cost the pages nothing: what is compiled is what would be if nobody had written one."""

import ast

import pytest

import build
from pipeline.brython import aot, lighter
from pipeline.brython.untyped import untyped

PAIRS = {
    "annotations": ("def f(a: int, *b: str, c: bool = True, **d: list[int]) -> int | None:\n    return a",
                    "def f(a, *b, c=True, **d):\n    return a"),
    "variables": ("x: list[int] = []\nfor y in x:\n    z: int = y", "x = []\nfor y in x:\n    z = y"),
    "attributes": ("class A:\n    known: dict[str, int] | None = None\n    role: str\n\n    def f(self) -> None:\n     "
                   "   self.x: int = 1",
                   "class A:\n    known = None\n\n    def f(self):\n        self.x = 1"),
    "a body of types alone": ("class A(B):\n    role: str\n\n\ndef f():\n    x: int",
                              "class A(B):\n    pass\n\n\ndef f():\n    pass"),
    "imports": ("from __future__ import annotations\nfrom typing import TYPE_CHECKING, Any\nfrom collections.abc "
                "import Callable\nfrom pid_rules.words import dates\nif TYPE_CHECKING:\n    from "
                "pid_rules.dossier.paths import Dossier\n    Pairs = list[Dossier]",
                "from pid_rules.words import dates"),
    "a cast": ("x = f(cast('int', g(cast(\"list[int]\", y))))", "x = f(g(y))"),
    "an overload": ("@overload\ndef f(a: int) -> int: ...\n\n\ndef f(a):\n    return a", "def f(a):\n    return a"),
    "a function in another": ("def f():\n    def g(a: int) -> int:\n        b: int = a\n        return b\n    return g",
                              "def f():\n\n    def g(a):\n        b = a\n        return b\n    return g"),
}
MODULES = {module["name"]: module for module in lighter.modules(build.ROOT)}


class Typed(ast.NodeTransformer):
    """Writes a type wherever one may stand."""

    def visit_arg(self, node):
        node.annotation = ast.Constant("list[int]")
        return node

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        node.returns = ast.Name("Any", ast.Load())
        return node

    def visit_Lambda(self, node):
        return node

    def visit_Assign(self, node):
        target, simple = node.targets[0], len(node.targets) == 1 and isinstance(node.targets[0],
                                                                                (ast.Name, ast.Attribute))
        value = ast.Call(ast.Name("cast", ast.Load()), [ast.Constant("Any"), node.value], [])
        return ast.AnnAssign(target, ast.Name("Any", ast.Load()), value,
                             int(isinstance(target, ast.Name))) if simple else node


def typed(source):
    """The same Python with types everywhere, and what they need imported."""
    head = "from __future__ import annotations\nfrom typing import TYPE_CHECKING, Any, cast\n" \
        "if TYPE_CHECKING:\n    import ast\n"
    return head + ast.unparse(ast.fix_missing_locations(Typed().visit(ast.parse(source))))


def types_in(source):
    """Where a type stands in a source."""
    return [ast.unparse(node) for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.AnnAssign)
            or isinstance(node, ast.ImportFrom) and node.module in ("__future__", "typing")
            or isinstance(node, ast.arg) and node.annotation or isinstance(node, ast.FunctionDef) and node.returns
            or isinstance(node, ast.Name) and node.id in ("cast", "TYPE_CHECKING", "overload")]


@pytest.mark.parametrize("written, wanted", PAIRS.values(), ids=PAIRS)
def test_types_go_and_nothing_else(written, wanted):
    assert untyped(written) == ast.unparse(ast.parse(wanted))
    assert types_in(written) and types_in(wanted) == []


@pytest.mark.parametrize("name", MODULES)
def test_a_module_of_the_page_is_the_same_with_types_and_without(name):
    source = MODULES[name]["source"]
    assert types_in(source) == []
    assert untyped(typed(source)) == untyped(source)


def test_the_compiled_script_is_the_same_bytes_with_types_and_without():
    chosen = [MODULES[name]
              for name in ("pid_rules.words.dates", "pid_rules.questions.kinds", "pid_rules.judgement.reading")]
    heavier = [{**module, "source": typed(module["source"])} for module in chosen]
    assert all(len(types_in(module["source"])) > 20 for module in heavier)
    assert aot.application([{**module, "source": untyped(module["source"])}
                            for module in heavier]) == aot.application(chosen)
