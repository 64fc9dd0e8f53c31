"""Mutants of a module of rules: one small change each, such as a reviewer might miss.

Ours, because the kept libraries do not fit. mutmut 3 leaves decorated functions alone, and every rule is one.
cosmic-ray starts the whole test session again for each mutant. Words for people (titles, messages, advice, quotations,
any whole sentence) are left as they are.
"""

import ast
import copy
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "site"))

from pipeline.brython.untyped import untyped_tree  # noqa: E402 (the path comes first)

COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
OPERATIONS = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult}
SEVERITIES = {"BLOQUANT": "AVERTISSEMENT", "AVERTISSEMENT": "INFORMATION", "INFORMATION": "AVERTISSEMENT"}
NARROWER = {"max": "min", "min": "max", "any": "all", "all": "any"}
FOR_PEOPLE = {"title", "message", "advice", "source", "at", "eligibility", "seuils"}
"""Arguments of a rule, or of its Trip, that no mutant touches."""
REMOVABLE = {"severity_at", "steps", "severity", "paths"}


class Mutant:
    """One change: the line, the function or constant it is in, the text before and after."""

    def __init__(self, module, statement, tree, node, changed):
        self.module = module
        self.place = getattr(statement, "name", None) or ast.unparse(statement).partition(" ")[0]
        self.line = node.lineno
        self.before, self.after = _shown(node, ast.fix_missing_locations(changed))
        self._parts = tree, node, changed

    def tree(self):
        """The module with the change."""
        tree, node, changed = self._parts
        return ast.fix_missing_locations(copy.deepcopy(tree, {id(node): changed}))

    def key(self):
        """What names the mutant whatever the line."""
        return f"{self.module} {self.place}: {self.before} → {self.after}"


def mutants(module, source):
    """Every mutant of a module, in the order of its text."""
    tree = untyped_tree(source)
    found = []
    for statement in tree.body:
        if isinstance(statement, (ast.Import, ast.ImportFrom)) or _is_text(statement):
            continue
        for node, changed in _changes(statement):
            found.append(Mutant(module, statement, tree, node, changed))
    return found


def _is_text(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _shown(node, changed):
    """The texts before and after, no longer than needed."""
    if isinstance(node, ast.Call) and isinstance(changed, ast.Call):
        gone = [keyword for keyword in node.keywords if keyword not in changed.keywords]
        if gone:
            return f"{gone[0].arg}={ast.unparse(gone[0].value)}", "absent"
    if isinstance(node, ast.If):
        return "if " + ast.unparse(node.test), "if " + ast.unparse(changed.test)
    return ast.unparse(node), ast.unparse(changed)


def _changes(root):
    """(node, node that takes its place) for every change under a node."""
    found = []
    for node in _walked(root):
        found += [(node, changed) for changed in _changed(node)]
    return found


def _walked(node):
    """The nodes in the order of the text, words for people left out."""
    yield node
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or (isinstance(child, ast.keyword) and child.arg in FOR_PEOPLE):
                continue
            if name == "body" and isinstance(child, ast.Expr) and _is_text(child):
                continue
            if isinstance(node, ast.Call) and _name(node.func) in ("rule", "Theme", "quoting") and name == "args":
                continue
            yield from _walked(child)


def _name(function):
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _changed(node):
    """Every other version of one node."""
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                yield ast.copy_location(
                    ast.Compare(node.left, [*node.ops[:index], other(), *node.ops[index + 1:]], node.comparators), node)
    elif isinstance(node, ast.BoolOp):
        yield ast.copy_location(ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values), node)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
        yield ast.copy_location(ast.BinOp(node.left, OPERATIONS[type(node.op)](), node.right), node)
    elif isinstance(node, ast.Constant):
        yield from _other_constants(node)
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in SEVERITIES:
        yield ast.copy_location(ast.Name(SEVERITIES[node.id], ast.Load()), node)
    elif isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        yield ast.copy_location(ast.Return(None), node)
    elif isinstance(node, (ast.If, ast.IfExp)) and isinstance(node.test, (ast.Name, ast.Call, ast.Attribute)):
        other = copy.copy(node)
        other.test = ast.copy_location(ast.UnaryOp(ast.Not(), node.test), node.test)
        yield other
    elif isinstance(node, (ast.Continue, ast.Break)):
        yield ast.copy_location(ast.Pass(), node)
    elif isinstance(node, ast.Call):
        yield from _other_calls(node)


def _is_none(node):
    return isinstance(node, ast.Constant) and node.value is None


def _other_constants(node):
    if isinstance(node.value, bool):
        values = [not node.value]
    elif isinstance(node.value, int):
        values = [node.value + 1, node.value - 1]
    elif isinstance(node.value, str):
        sentence = " " in node.value and node.value.endswith(".")
        values = [] if sentence else [node.value + "?"]
    else:
        values = []
    for value in values:
        yield ast.copy_location(ast.Constant(value), node)


def _other_calls(node):
    if _name(node.func) == "optional":
        yield node.args[0]
    elif isinstance(node.func, ast.Name) and node.func.id in NARROWER:
        other = ast.copy_location(ast.Name(NARROWER[node.func.id], ast.Load()), node)
        yield ast.copy_location(ast.Call(other, node.args, node.keywords), node)
    if _name(node.func) in ("rule", "Trip"):
        for index, keyword in enumerate(node.keywords):
            if keyword.arg in REMOVABLE and not (keyword.arg == "severity" and _name(node.func) == "rule"):
                yield ast.copy_location(
                    ast.Call(node.func, node.args, node.keywords[:index] + node.keywords[index + 1:]), node)
