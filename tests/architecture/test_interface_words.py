"""The words that scripts put on screen hold their punctuation as French print does: those of Python once the build has
set them, those of the pages through ``french``."""

import ast
import re
from pathlib import Path

import pytest

from pipeline.brython.declaring import set_part

SITE = Path(__file__).resolve().parents[2] / "site"
LOOSE = re.compile(r"(?:^|[\w»)’]) [:;?!»](?![\w=])|«(?: |\w)")
"""A plain space, which may end a line, where French wants one that holds. Or no space at all after a guillemet."""
JS_TEXT = re.compile(r"'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`")


def python_texts(path):
    """(line, text as the build sets it) of each constant but docstrings and what ``french`` is given."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    apart = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "french":
            apart.update(id(part) for part in ast.walk(node))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield node.lineno, set_part(node.value)


def javascript_texts(path):
    """(line, text) of each string but those of comments."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.lstrip().startswith(("*", "/*", "//")):
            for single, template in JS_TEXT.findall(line.partition(" // ")[0]):
                yield number, (single or template).replace("\\u00a0", "\u00a0")


def sources():
    return sorted((SITE / "ui").rglob("*.py")) + sorted((SITE / "js").rglob("*.js"))


def texts(path):
    return python_texts(path) if path.suffix == ".py" else javascript_texts(path)


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(SITE).as_posix())
def test_punctuation_is_held_to_its_word(path):
    assert [(line, text) for line, text in texts(path) if LOOSE.search(text)] == []


def test_control_loose_punctuation_is_seen(tmp_path):
    for name, text in (("a.py", 'say("[1] Erreur : rien")\nsay("« oui »=")'),
                       ("b.js", "say('Erreur : rien'); // « non »\n// 'Erreur : rien'\nsay('« oui\\u00a0»');")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert [bool(LOOSE.search(one)) for _, one in texts(tmp_path / name)] == [True, True]


CLAIMED = re.compile(r"téléchargée?s?\b", re.IGNORECASE)
"""A page hands a file to the browser and never learns what became of it: whatever it says, nothing is
« téléchargé »."""


def read_by_people():
    """Where the interface takes its words: scripts, templates, the form and the rules."""
    return sources() + sorted((SITE / "templates").glob("*.html")) + sorted((SITE.parent / "pid_rules").rglob("*.py"))


@pytest.mark.parametrize("path", read_by_people(), ids=lambda path: path.relative_to(SITE.parent).as_posix())
def test_no_file_is_said_to_be_downloaded(path):
    assert CLAIMED.findall(path.read_text(encoding="utf-8")) == []


def test_control_a_claim_is_seen():
    assert CLAIMED.search("Copie téléchargée.") and not CLAIMED.search("Téléchargez une copie dans vos téléchargements")
