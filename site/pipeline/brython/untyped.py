"""Python without its types: annotations, what only they import, ``cast``. They are for who reads and for pyright, not
for the pages."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

TYPING = ("__future__", "typing", "collections.abc")
"""Modules of which our sources import nothing but types."""
GUARD = "TYPE_CHECKING"
"""What stands under it is read by pyright alone."""


def untyped(source: str) -> str:
    """The same Python as if nobody had ever written a type in it."""
    return ast.unparse(untyped_tree(source))


def untyped_tree(source: str) -> ast.Module:
    """The same as a tree, of which each node still says its line."""
    return ast.fix_missing_locations(_Untyped().visit(ast.parse(source)))


class _Untyped(ast.NodeTransformer):
    """Takes every type away; a body that held nothing else holds ``pass``."""

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST | None:
        return None if node.module in TYPING else node

    def visit_If(self, node: ast.If) -> ast.AST | None:
        return None if isinstance(node.test, ast.Name) and node.test.id == GUARD else self._filled(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        if node.value is None:
            return None
        return ast.Assign(targets=[node.target], value=self.visit(node.value), lineno=node.lineno)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST | None:
        if any(isinstance(decorator, ast.Name) and decorator.id == "overload" for decorator in node.decorator_list):
            return None
        node.returns = None
        return self._filled(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._filled(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        return node.args[1] if isinstance(node.func, ast.Name) and node.func.id == "cast" else node

    def _filled(self, node: Any) -> Any:
        self.generic_visit(node)
        node.body = node.body or [ast.Pass()]
        return node
