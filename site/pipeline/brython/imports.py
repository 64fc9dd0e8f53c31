"""Which modules a page needs, at once or ever, from what each imports outside of its functions or anywhere."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def needed_at_once(modules: list[dict], roots: str) -> set[str]:
    """Names of the modules that those whose name begins with ``roots`` import, directly or not, when they are imported.

    A module imported only inside functions is not among them: it may come later.
    """
    return _needed(modules, roots, lambda tree: tree.body)


def needed_ever(modules: list[dict], roots: str, without: tuple = ()) -> set[str]:
    """The same with what is imported inside functions, but for the modules named in ``without``."""
    return _needed([module for module in modules if module["name"] not in without], roots, ast.walk)


def _needed(modules: list[dict], roots: str, statements: Callable[[ast.Module], Iterable[ast.AST]]) -> set[str]:
    sources = {module["name"]: module["source"] for module in modules}
    waiting = [name for name in sources if name.startswith(roots)]
    found = set()
    while waiting:
        name = waiting.pop()
        if name in found or name not in sources:
            continue
        found.add(name)
        waiting.extend(_imported(statements(ast.parse(sources[name]))))
        waiting.append(name.rpartition(".")[0])
    return found


def _imported(statements: Iterable[ast.AST]) -> list[str]:
    names = []
    for statement in statements:
        if isinstance(statement, ast.Import):
            names += [alias.name for alias in statement.names]
        elif isinstance(statement, ast.ImportFrom):
            names += [statement.module] + [f"{statement.module}.{alias.name}" for alias in statement.names]
    return names
