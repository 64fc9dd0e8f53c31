"""The folders of site/ui: which may import which. What stands below knows nothing of what stands above."""

import ast
from pathlib import Path

import pytest

from pid_rules.form import FORM
from tests.support.drawings import DRAW, needed
from tests.support.drawings import drawn as drawn_on_paper

UI = Path(__file__).resolve().parents[2] / "site" / "ui"
PAGES = "the pages"
"""The modules that stand outside of the folders: one for each address of the site."""
ARROWS = {
    "kit": (),
    "questions": ("kit",),
    "rules": ("kit", "questions"),
    "draft": ("kit", "questions"),
    "week": ("kit", "questions", "rules"),
    "documents": ("kit", "questions", "rules"),
    "signatures": ("kit", "questions", "documents"),
    "sending": ("kit", "questions", "rules", "draft", "documents"),
    "follow_up": ("kit", "questions", "rules", "draft"),
    "opening": ("kit", "draft"),
    "home": ("kit",),
    "dossier": ("kit", "questions", "draft", "week", "signatures", "documents", "sending", "follow_up"),
    PAGES: ("kit", "questions", "rules", "draft", "signatures", "sending", "opening", "home", "dossier"),
}
"""What each folder may import: a line more is a decision, to be taken with what it makes known to what."""
ADVICE = ("{0} imports {1}, which it may not know. Hand {0} what it needs when it is made, or move the function to a "
          "folder that both may import; only then add the arrow to ARROWS in tests/architecture/test_screens.py.")


def folder_of(parts):
    """The folder of a module named by its parts, « ui » first."""
    return parts[1] if len(parts) > 2 else PAGES


def imported(source):
    """The modules of ``ui`` that a source imports, anywhere in it, as parts of their names."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module.split(".")[0] == "ui":
            parts = node.module.split(".")
            found += [parts if len(parts) > 2 else [*parts, alias.name] for alias in node.names]
    return found


def drawn():
    """{(folder, folder that it imports): the modules that do}."""
    found = {}
    for path in sorted(UI.rglob("*.py")):
        here = ["ui", *path.relative_to(UI).with_suffix("").parts]
        for parts in imported(path.read_text(encoding="utf-8")):
            arrow = folder_of(here), folder_of(parts)
            if arrow[0] != arrow[1]:
                found.setdefault(arrow, []).append(".".join(here))
    return found


DRAWN = drawn()


def test_every_folder_is_known():
    assert {path.parent.name for path in UI.glob("*/*.py")} == set(ARROWS) - {PAGES}, \
        "add the folder to ARROWS, with what it may import, and say in its __init__.py what it holds"


@pytest.mark.parametrize(("above", "below"), sorted(DRAWN))
def test_a_folder_imports_only_what_stands_below_it(above, below):
    assert below in ARROWS[above], ADVICE.format(", ".join(DRAWN[above, below]), below)


def test_an_arrow_that_nothing_draws_goes():
    assert [arrow for arrow in [(above, below) for above in ARROWS for below in ARROWS[above]]
            if arrow not in DRAWN] == []


def test_the_drawing_of_the_paper_is_this_table():
    assert drawn_on_paper("The screens") == needed(ARROWS), DRAW


def test_nothing_stands_above_what_it_imports():
    order = list(ARROWS)
    assert [(above, below) for above in order for below in ARROWS[above]
            if order.index(below) > order.index(above)] == []


def test_control_an_arrow_is_seen_wherever_it_is_written():
    source = "def later():\n    from ui.kit import dom\n    from ui.week.slots import Slots"
    assert imported(source) == [["ui", "kit", "dom"], ["ui", "week", "slots"]]


LONGEST = 250


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.relative_to(UI).as_posix())
def test_a_module_is_read_in_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST, \
        "move what has a purpose of its own to a module of its own, in the same folder"


SLUGS = {page.slug for page in FORM.pages} | {"taches", "verifier", "documents", "suivi"}
NAMING_NONE = ("page_dossier.py", "dossier/answering.py", "dossier/parts.py", "dossier/passages.py",
               "dossier/rewriting.py")


def texts(source):
    """The texts that a source writes, but for its docstrings."""
    docstrings = [ast.get_docstring(node, clean=False) for node in ast.walk(ast.parse(source))
                  if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))]
    return [node.value for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in docstrings]


@pytest.mark.parametrize("name", NAMING_NONE)
def test_what_goes_from_page_to_page_names_none(name):
    named = SLUGS & {text.lstrip("#") for text in texts((UI / name).read_text(encoding="utf-8"))}
    assert named == set(), "a page that does more than ask is a Part, with its line in dossier/special.py"


def test_control_a_page_that_is_named_is_seen():
    assert SLUGS & {text.lstrip("#") for text in texts((UI / "dossier" / "special.py").read_text(encoding="utf-8"))}
