"""Constants that nothing in the page reads: texts that no rule of the page quotes, lists kept for the tests and the
build."""

from __future__ import annotations

import ast

PACKAGES = ("pid_rules.sources.", "pid_rules.seuils.")
"""Where a constant is only a value: making it changes nothing else."""


def without_unread(modules: list[dict]) -> list[dict]:
    """The same modules without the constants of these packages that no module of the list names, again until none is
    left."""
    trees = {module["name"]: ast.parse(module["source"]) for module in modules}
    while _forget(trees):
        pass
    return [{**module, "source": ast.unparse(trees[module["name"]])} if _holds_constants(module["name"]) else module
            for module in modules]


def _forget(trees: dict) -> bool:
    """Take away the constants that no tree names; whether there was one."""
    named = {name for tree in trees.values() for node in ast.walk(tree) for name in _names(node)}
    found = False
    for module, tree in trees.items():
        if _holds_constants(module):
            kept = [node for node in tree.body if not _is_unread(node, named)]
            found = found or len(kept) < len(tree.body)
            tree.body = kept
    return found


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        return [node.id]
    if isinstance(node, ast.Attribute):
        return [node.attr]
    return [alias.name for alias in node.names] if isinstance(node, ast.ImportFrom) else []


def _is_unread(node: ast.AST, named: set) -> bool:
    return isinstance(node, ast.Assign) and all(isinstance(target, ast.Name) and target.id not in named
                                                for target in node.targets)


def _holds_constants(module: str) -> bool:
    return module.startswith(PACKAGES)
