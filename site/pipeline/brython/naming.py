"""Questions that the sources name by their constant, named in the page by their path: it looks nothing up, and loads no
page of the form for a name alone."""

from __future__ import annotations

import ast
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from pid_rules.questions.schema import Block, Field

if TYPE_CHECKING:
    from typing import Any

PACKAGE = "pid_rules.form"
"""Where every constant that names a question or a list is declared."""
NAMES = ("path", "name")
"""What names it, and is a text known before any page is open."""
PLACED = "at"
"""What names it in one item: ``STAGE_FIN.at(place)`` is ``place + ".fin"``."""


def by_path(source: str) -> str:
    """The same Python, in which a path is a text, and what was imported for that alone is not imported."""
    if PACKAGE not in source:
        return source
    naming = _ByPath(_imported(ast.parse(source)))
    tree = naming.visit(ast.parse(source))
    left = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return ast.unparse(ast.fix_missing_locations(_Without(naming.named - left).visit(tree)))


def _imported(tree: ast.Module) -> dict[str, Any]:
    """{name in the module: what it stands for}, of all that it imports from the form."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and f"{node.module}.".startswith(f"{PACKAGE}."):
            for alias in node.names:
                found[alias.asname or alias.name] = _held(import_module(str(node.module)), alias.name)
    return found


def _held(module: ModuleType, name: str) -> Any:
    return getattr(module, name) if hasattr(module, name) else import_module(f"{module.__name__}.{name}")


class _ByPath(ast.NodeTransformer):
    """Writes each path in the place of its constant; ``named`` are the imported names through which it found one."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known
        self.named: set[str] = set()

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        asked = self._asked(node.value) if node.attr in NAMES else None
        return self._written(node, ast.Constant(getattr(asked, node.attr))) if asked else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        asked = self._asked(node.func.value) if isinstance(node.func, ast.Attribute) and node.func.attr == PLACED \
            else None
        if asked is None:
            return node
        return self._written(node.func, ast.BinOp(node.args[0], ast.Add(), ast.Constant(asked.at(""))) if asked.within
                             else ast.Constant(asked.path))

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Two texts, of which one was a path, are one."""
        self.generic_visit(node)
        texts = [side.value for side in (node.left, node.right)
                 if isinstance(side, ast.Constant) and isinstance(side.value, str)]
        return ast.Constant("".join(texts)) if isinstance(node.op, ast.Add) and len(texts) == 2 else node

    def _asked(self, node: ast.AST) -> Field | Block | None:
        """The question or the list that an expression names, or None."""
        found = self._found(node)
        return found if isinstance(found, (Field, Block)) else None

    def _found(self, node: ast.AST) -> Any:
        """What a name stands for, or an attribute of what another stands for."""
        if isinstance(node, ast.Attribute):
            return getattr(self._found(node.value), node.attr, None)
        return self.known.get(node.id) if isinstance(node, ast.Name) else None

    def _written(self, constant: ast.AST, text: ast.expr) -> ast.expr:
        self.named |= {node.id for node in ast.walk(constant) if isinstance(node, ast.Name)}
        return text


class _Without(ast.NodeTransformer):
    """Imports these names no more."""

    def __init__(self, names: set[str]) -> None:
        self.names = names

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST | None:
        if f"{node.module}.".startswith(f"{PACKAGE}."):
            node.names = [alias for alias in node.names if (alias.asname or alias.name) not in self.names]
        return node if node.names else None
