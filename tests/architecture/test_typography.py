"""Sources are typed with plain spaces: what keeps a text of ours sets it, and the no-break space is written once."""

import ast
import re
from pathlib import Path

import pytest

from pid_rules.words.declared import declared
from pid_rules.words.visible import NBSP
from pipeline.brython.declaring import FUNCTION, name_of, texts_of

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "pid_rules"
UI = ROOT / "site" / "ui"
BY_HAND = re.compile("\\\\u00a0|\\\\xa0|\\\\N\\{NO-BREAK SPACE\\}|\u00a0|chr\\((?:0xa0|160)\\)", re.IGNORECASE)
DEFINED = 'NBSP = "\\u00a0"'
SAID = "une espace insécable écrite à la main : tapez une espace simple, `declared` la tiendra ; " \
       "hors d’une phrase, NBSP de pid_rules.words.visible ; ailleurs, dites pourquoi dans un commentaire de la ligne"
LOOSE = "ce texte a besoin d’espaces insécables : " \
        "donnez-le à `declared(…)`, ou à ce qui garde un texte (message=, hint=…)"
MIXED = "un texte déclaré s’écrit d’un seul tenant, ou porte un nom : " \
        "`declared` ne voit pas plus loin que ses guillemets"
ENDED = re.compile(r"(?:[^\W\d]|[.,]) ?$")
"""The end of a text after which nothing is held, whatever is added."""
SET_LATER = ("documents", "drawings", "__main__", "files", "received", "profils")
"""What composes blocks and drawings, which are set one by one with what people typed; the command line, read in a
terminal."""
QUOTING = ("quoting", "Ground")
"""Calls that are given the words of others, as their archive has them."""
SOUGHT = ("pid_rules/planning/disciplines.py", "pid_rules/words/horaires.py")
"""Where such a character is looked for, and said to nobody."""
SOURCES = pytest.mark.parametrize("path", sorted(CORE.rglob("*.py")),
                                  ids=lambda path: path.relative_to(CORE).as_posix())


def by_hand(source):
    """The lines that hold a no-break space which no comment explains."""
    return [f"ligne {number} : {SAID}" for number, line in enumerate(source.splitlines(), 1)
            if BY_HAND.search(line) and DEFINED not in line and "  # " not in line]


def _quoted(tree):
    """Nodes of what is not ours or is not said: quotations, docstrings."""
    apart = [node for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    apart += [node for node in ast.walk(tree) if isinstance(node, ast.Call) and name_of(node) in QUOTING]
    return {id(part) for node in apart for part in ast.walk(node)}


def _literals(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def _is_loose(text):
    """Whether French print would hold one of its spaces."""
    return declared(text) != text and declared(text).replace(NBSP, " ") == text.replace(NBSP, " ")


def loose(source):
    """The literals that nothing sets, and which French print would write otherwise."""
    tree = ast.parse(source)
    texts = [text for node in ast.walk(tree) if isinstance(node, ast.Call) for text in texts_of(node)]
    apart = _quoted(tree) | {id(part) for text in texts for part in ast.walk(text)}
    return [f"ligne {node.lineno} : {LOOSE} : « {node.value} »" for node in _literals(tree)
            if id(node) not in apart and _is_loose(node.value)]


def _is_made(part):
    """Whether a part of a declared text makes words at run time, or ends where a space to hold may follow."""
    if isinstance(part, ast.BinOp):
        return any(not ENDED.search(node.value) for node in _literals(part))
    if isinstance(part, ast.Call):
        filled = getattr(part.func, "value", None)
        is_whole = name_of(part) in (FUNCTION, "join") or isinstance(filled, ast.Call) and name_of(filled) == FUNCTION
        return not is_whole and _literals(part) != []
    return isinstance(part, ast.JoinedStr)


def mixed(source):
    """The declared texts that are neither a literal nor what names, chooses or adds texts already declared."""
    tree = ast.parse(source)
    texts = [text for node in ast.walk(tree) if isinstance(node, ast.Call) for text in texts_of(node)]
    return [f"ligne {text.lineno} : {MIXED}" for text in texts if any(_is_made(part) for part in ast.walk(text))]


@SOURCES
def test_no_break_spaces_are_not_typed_by_hand(path):
    assert by_hand(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.relative_to(UI).as_posix())
def test_no_break_spaces_of_the_screens_are_not_typed_by_hand(path):
    assert by_hand(path.read_text(encoding="utf-8")) == []


@SOURCES
def test_every_text_of_ours_is_set_by_what_keeps_it(path):
    name = path.relative_to(CORE.parent).as_posix()
    if name not in SOUGHT and name.split("/")[1].removesuffix(".py") not in SET_LATER:
        assert loose(path.read_text(encoding="utf-8")) == []


@SOURCES
def test_a_declared_text_is_whole(path):
    assert mixed(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("check, source", [
    (by_hand, 'say("Erreur\\u00a0: rien")'), (by_hand, 'say("Erreur\u00a0: rien")'), (by_hand, 'say("a" + chr(160))'),
    (by_hand, 'SPACE = "\\N{NO-BREAK SPACE}"'), (loose, 'say("Erreur : rien")'), (loose, 'TOO_LONG = "plus de 35 h"'),
    (loose, 'Trip(jour="lundi ?")'), (mixed, 'Trip(message="Plus de 3" + what)'),
    (mixed, 'declared("a {0} ?".format(1))')])
def test_control_what_is_typed_otherwise_is_seen(check, source):
    assert len(check(source)) == 1


@pytest.mark.parametrize("source", [
    DEFINED, 'label = "art.\\u00a0"  # the sources know no other room', 'say(declared("Erreur : rien"))',
    '"""Erreur : rien."""', 'Trip(message="Erreur : rien")', 'A.quoting("Erreur : rien")',
    'Trip(message=message + A_PUBLIER)', 'Trip(message=ONE if where else declared("Erreur : rien"))'])
def test_control_what_is_typed_as_it_should_is_not(source):
    assert by_hand(source) + loose(source) + mixed(source) == []
