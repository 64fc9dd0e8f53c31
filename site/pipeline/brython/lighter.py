"""The Python modules of the page, without what nothing in a page reads: types, docstrings, quotations, names."""

from __future__ import annotations

import ast
import string
from pathlib import Path

from pipeline.brython.declaring import set_in_print
from pipeline.brython.naming import by_path
from pipeline.brython.untyped import untyped

UNREAD = ("__main__", "declared", "files", "received", "shapes", "profils")
"""Modules and folders of ``pid_rules`` that no page runs: those of the command line and the build, the names of types,
and what sets the texts that we declare."""
QUOTING = ("pid_rules.rules.", "pid_rules.seuils.")
QUOTED_IN_THE_PAGE = ("pid_rules.rules.eligibilite", "pid_rules.rules.periode")
"""Modules whose quotations « Éligibilité » shows beside its findings."""
SOURCES = "pid_rules.sources."
UNSHOWN = {"Seuil": (("pid_rules.seuils.", 0),), "read": ((SOURCES, 0), (SOURCES, 3)),
           "read_in_part": ((SOURCES, 0), (SOURCES, 3)),
           "unconfirmed": ((SOURCES, 0), (SOURCES, 2)), "Ground": ((SOURCES, 1),)}
"""Calls of which arguments are for the built pages and the tests alone: name of a threshold, id and note of a source,
what the tool says in the place of a letter. (modules, place)."""
NOTED = ("education-d332-6", "education-l332-3", "crpa-l211-3", "patrimoine-r212-14")
"""The sources whose notes the complete dossier prints."""
SAID = ("classes", "seize_ans", "transitoire", "validation")
"""What the tool says in the place of a letter, and « Éligibilité » shows."""
RULE = "rule"
"""Every rule of a theme is found through its id: the name of its function says nothing to the page."""
SHORT = [*string.ascii_lowercase, *(first + second for first in "ab" for second in string.ascii_lowercase)]


def modules(root: Path) -> list[dict]:
    """The Python modules of the page: every one of ``pid_rules`` that a page may run, and those of ``site/ui``.

    Their types are gone, their texts are set, and what names a question is its path: whatever a page or a script is
    made from never had anything else.
    """
    found = []
    for base, package in ((root, "pid_rules"), (root / "site", "ui")):
        for path in sorted((base / package).rglob("*.py")):
            parts = path.relative_to(base).with_suffix("").parts
            if set(parts) & set(UNREAD):
                continue
            is_package = parts[-1] == "__init__"
            source = untyped(path.read_text(encoding="utf-8"))
            found.append({"name": ".".join(parts[:-1] if is_package else parts), "package": is_package,
                          "file": "/".join(parts) + ".py", "source": by_path(set_in_print(source, package == "ui"))})
    return found


def lighter(module: dict) -> str:
    """The source of a module, without all of this."""
    name = module["name"]
    return without_docstrings(without_unshown(name, without_quotations(name, module["source"])))


def without_docstrings(source: str) -> str:
    """The same Python without its docstrings, which nothing in the page reads; a body is never left empty."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node, clean=False):
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(ast.fix_missing_locations(tree))


def without_quotations(name: str, source: str) -> str:
    """The same Python without the words that its rules quote, where nothing in the page shows them: their own pages
    do."""
    if not name.startswith(QUOTING) or name in QUOTED_IN_THE_PAGE:
        return source
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "quoting":
            node.args = [ast.Constant("")]
    return ast.unparse(ast.fix_missing_locations(tree))


def without_unshown(name: str, source: str) -> str:
    """The same Python without the words that only the built pages show, whose place in a call stays."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            noted = node.args and getattr(node.args[0], "value", "") in NOTED + SAID
            for modules, place in UNSHOWN.get(node.func.id, ()):
                if name.startswith(modules) and len(node.args) > place and not (noted and place):
                    node.args[place] = ast.Constant("")
        elif isinstance(node, ast.FunctionDef) and any(_declares_rule(decorator) for decorator in node.decorator_list):
            node.name = RULE
            _shorten(node)
    return ast.unparse(ast.fix_missing_locations(tree))


def _shorten(function: ast.FunctionDef) -> None:
    """Give its own names to what a rule receives and makes, one letter or two each: it is called by position only."""
    names = [node for statement in function.body for node in ast.walk(statement) if isinstance(node, ast.Name)]
    arguments = [*function.args.args, *([function.args.vararg] if function.args.vararg else [])]
    own = list(dict.fromkeys([one.arg for one in arguments] + [node.id for node in names
                                                               if isinstance(node.ctx, ast.Store)]))
    free = (short for short in SHORT if short not in {node.id for node in names} - set(own))
    shorter = dict(zip(own, free))
    for one in arguments:
        one.arg = shorter[one.arg]
    for node in names:
        node.id = shorter.get(node.id, node.id)


def _declares_rule(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute) and decorator.func.attr == RULE
