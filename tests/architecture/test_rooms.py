"""Which rooms of the core may know which: the drawing of docs/adr/0018, from what each module imports anywhere."""

import ast
from pathlib import Path

import pytest

from tests.support.drawings import DRAW, drawn, needed

CORE = Path(__file__).resolve().parents[2] / "pid_rules"
COMMAND_LINE = ("__main__", "files", "received")
ALLOWED = {
    "words": "",
    "questions": "words",
    "form": "questions",
    "sources": "words",
    "seuils": "sources words",
    "dossier": "questions words",
    "judgement": "dossier form questions sources words",
    "planning": "dossier form judgement seuils words",
    "rules": "dossier form judgement planning questions seuils sources words",
    "drawings": "form judgement planning questions seuils words",
    "documents": "dossier drawings form judgement planning questions seuils sources words",
    "handover": "dossier form questions words",
    "suivi": "documents dossier form handover judgement questions sources words",
    "reprise": "documents dossier form judgement planning questions seuils words",
    "profils": "questions seuils sources suivi words",
    "command line": "documents dossier form judgement profils questions rules words",
}
"""What each room may import; the one above never knows the one below it in this table."""
TOLD = ("{0} importe {1} : la pièce « {2} » ne doit pas connaître « {3} » (docs/adr/0018). Déplacez ce qui est commun "
        "dans une pièce que les deux connaissent, ou ajoutez la flèche à ALLOWED et dites pourquoi dans l’ADR.")


def room_of(module):
    """« documents » of ``documents.blocks``; the modules at the top are the command line."""
    top = module.partition(".")[0]
    return "command line" if top in COMMAND_LINE else top


def modules():
    """{name within pid_rules: syntax tree}. The package itself is left out, and the names of types, which nothing
    runs."""
    trees = {path.relative_to(CORE).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"):
             ast.parse(path.read_text(encoding="utf-8")) for path in CORE.rglob("*.py")}
    return {name: tree for name, tree in trees.items() if name not in ("__init__", "shapes")}


def imported(tree, names):
    """Names within pid_rules of the modules that one imports."""
    found = set()
    for statement in ast.walk(tree):
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").split(".")[0] == "pid_rules":
            base = statement.module.removeprefix("pid_rules").lstrip(".")
            within = [f"{base}.{alias.name}".lstrip(".") for alias in statement.names]
            found |= {name if name in names else base for name in within}
        elif isinstance(statement, ast.Import):
            found |= {alias.name.removeprefix("pid_rules.") for alias in statement.names}
    return found & names.keys()


def arrows(trees):
    """{(room, other room): (module, module imported)} of one example for each arrow."""
    found = {}
    for name, tree in trees.items():
        for other in sorted(imported(tree, trees)):
            if room_of(name) != room_of(other):
                found.setdefault((room_of(name), room_of(other)), (name, other))
    return found


def refused(trees):
    """A sentence for each arrow that is not allowed."""
    return [TOLD.format(name, other, start, end) for (start, end), (name, other) in arrows(trees).items()
            if end not in ALLOWED.get(start, "").split()]


def test_every_room_knows_only_those_that_it_may():
    assert refused(modules()) == []


def test_every_allowed_arrow_is_of_use():
    drawn = set(arrows(modules()))
    assert {(start, end) for start, ends in ALLOWED.items() for end in ends.split()} == drawn


def test_no_arrow_goes_up():
    order = list(ALLOWED)
    assert [(start, end) for start,
            ends in ALLOWED.items() for end in ends.split() if order.index(end) > order.index(start)] == []


def test_the_drawing_of_the_paper_is_this_table():
    assert drawn("The rooms of the core") == needed({start: ends.split() for start, ends in ALLOWED.items()}), DRAW


@pytest.mark.parametrize("source, said", [
    ("from pid_rules.suivi import echeances", "suivi"), ("from pid_rules.rules.accueil import RULES", "rules"),
    ("def late():\n    import pid_rules.handover.eml", "handover"), ("from pid_rules import files", "command line")])
def test_control_an_arrow_that_is_not_drawn_is_refused(source, said):
    trees = modules() | {"words.visible": ast.parse(source)}
    assert f"« words » ne doit pas connaître « {said} »" in "".join(refused(trees))
