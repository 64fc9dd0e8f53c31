"""The texts that the Python of the pages declares, set as French print does when a page is built.

``declared`` reads a text character by character, which Brython does slowly. It knows nothing but its text: each text
written in the sources is replaced by what it gives, and the page never calls it. The no-break space, which sources call
by its name, is a character of its text again.
"""

from __future__ import annotations

import ast

from pid_rules.words.declared import declared
from pid_rules.words.visible import NBSP

FUNCTION, SPACE = declared.__name__, "NBSP"
TEXTS = ("advice", "hint", "intro", "label", "message", "missing", "needed", "note", "title")
"""Parameters that hold a declared text, whatever is called: what receives it passes it through ``declared``."""
PLACES = {FUNCTION: (0,), "OneLine": (0,), "Page": (1, 2), "Section": (0, 1), "Seuil": (0,), "Theme": (1,),
          "ask": (1,), "read": (1, 3), "read_in_part": (1, 3), "repeat": (1,), "required": (1,), "rule": (1,),
          "section": (0, 1), "unconfirmed": (1, 2)}
"""The places of those given without their name."""


CODE = '"[]=#<>'
"""What no sentence to a person holds, and a selector or a piece of a file does."""


def set_in_print(source: str, everywhere: bool = False) -> str:
    """The same Python, its declared texts set, and without any call that would set them again; ``everywhere`` for the
    screens, of which every text is said to somebody."""
    tree = _Set().visit(ast.parse(source))
    if everywhere:
        tree = _SetAll().visit(tree)
    return ast.unparse(ast.fix_missing_locations(tree))


def set_part(text: str) -> str:
    """A text of a screen, whole or a part of one: before it may stand a number or a word, after it a word."""
    if any(character in text for character in CODE) or text.endswith(":") and " " not in text:
        return text
    after = "a" if text.endswith(" ") else ""
    return declared("0" + text + after)[1:len(text) + 1]


def texts_of(call: ast.Call) -> list[ast.expr]:
    """The arguments of a call that are declared texts."""
    places = PLACES.get(name_of(call), ())
    return [given for place, given in enumerate(call.args) if place in places] + [
        named.value for named in call.keywords if named.arg in TEXTS]


def name_of(call: ast.Call) -> str:
    """« rule » of ``THEME.rule(…)``, « Trip » of ``Trip(…)``."""
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


class _Set(ast.NodeTransformer):
    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST | None:
        node.names = [alias for alias in node.names if alias.name not in (FUNCTION, SPACE)]
        return node if node.names else None

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Constant(NBSP) if node.id == SPACE and isinstance(node.ctx, ast.Load) else node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Two texts that stand side by side are one."""
        self.generic_visit(node)
        sides = [getattr(side, "value", None) for side in (node.left, node.right)]
        both = [text for text in sides if isinstance(text, str)]
        return ast.Constant("".join(both)) if isinstance(node.op, ast.Add) and len(both) == 2 else node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        for text in texts_of(node):
            for part in ast.walk(text):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    part.value = declared(part.value)
        return node.args[0] if name_of(node) == FUNCTION else node


class _SetAll(ast.NodeTransformer):
    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        return node if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return ast.Constant(set_part(node.value)) if isinstance(node.value, str) else node
