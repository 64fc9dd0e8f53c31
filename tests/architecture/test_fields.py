"""A question is named by its constant of ``pid_rules/form``: a text that says a path is a name that no tool follows."""

import ast
from pathlib import Path

import pytest

from pid_rules.dossier.paths import pattern_of
from pid_rules.form import FORM

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "site" / "ui"
CORE = ROOT / "pid_rules"
UNDER = {"words", "questions", "form", "dossier", "profils"}
"""The rooms of the core that know no question: those on which the form stands, and what names a frozen format."""
PATHS = {*FORM.field, *FORM.block}
ENDS = {"." + path.rpartition(".")[2] for path in PATHS}
ADVICE = ("{0}:{1} writes {2!r}: name the question by its constant of pid_rules/form, eleve.NOM.path for its path, "
          "STAGE_FIN.at(place) for that in an item, .name for its key. The build writes the text in its place.")


def documented(tree):
    """The docstrings of a module, of its classes and functions."""
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))]
    return {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}


def is_end(node):
    """Whether « + ".fin" » makes the path of an answer from that of its item."""
    return isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant) and node.right.value in ENDS


def named_by_text(source):
    """[(line, text)] of what a source writes that is a path of the form, or the end of one."""
    tree = ast.parse(source)
    left = documented(tree)
    whole = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
             and id(node) not in left and pattern_of(node.value.strip(".")) in PATHS
             and not node.value.startswith(".")]
    return [(node.lineno, node.value) for node in
            [*whole, *(node.right for node in ast.walk(tree) if is_end(node))]]


def written(path, keys=False):
    """A sentence for each path that a module writes; the core may write the ``keys`` at the top of a file."""
    return [ADVICE.format(path.relative_to(ROOT).as_posix(), line, text)
            for line, text in named_by_text(path.read_text(encoding="utf-8")) if "." in text or not keys]


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.relative_to(UI).as_posix())
def test_a_screen_names_questions_by_their_constants(path):
    assert written(path) == []


@pytest.mark.parametrize("path", [path for path in sorted(CORE.rglob("*.py"))
                                  if path.relative_to(CORE).parts[0] not in UNDER],
                         ids=lambda path: path.relative_to(CORE).as_posix())
def test_the_core_names_questions_by_their_constants(path):
    assert written(path, keys=True) == []


@pytest.mark.parametrize("source, said", [
    ('get(dossier, "dossier.revision")', "dossier.revision"), ('FORM.field["journal[].date"]', "journal[].date"),
    ('X = "stages.0.horaires.1.fin"', "stages.0.horaires.1.fin"), ('get(dossier, path + ".nom")', ".nom"),
    ('f(dossier, "stages")', "stages"), ('path[:7] == "stages."', "stages.")])
def test_control_a_path_that_is_written_is_seen(source, said):
    assert named_by_text(source) == [(1, said)]


def test_control_what_is_no_path_is_left():
    assert named_by_text('"""stages[].fin"""\nrow.select(".creneaux")\nslot[FIN.name] + "."\nfile + ".age"') == []
