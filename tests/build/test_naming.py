"""A question named by its constant is named by its path in the page, as if the path had been written there."""

import ast

import pytest

from pipeline.brython.naming import by_path

FIN = "from pid_rules.form.stages import STAGE_FIN\n"
PAIRS = {
    "a path": (f"{FIN}f(STAGE_FIN.path)", "f('stages[].fin')"),
    "a key": (f"{FIN}x[STAGE_FIN.name]", "x['fin']"),
    "in an item": ("from pid_rules.form.stages import HORAIRES, STAGES\nf(HORAIRES.at(g(STAGES.path)))",
                   "f(g('stages') + '.horaires')"),
    "in no item": ("from pid_rules.form.eleve import NOM\nf(NOM.at(place))", "f('eleve.nom')"),
    "through a module": ("from pid_rules.form import FORM, eleve, stages\nf(FORM, eleve.NOM.path, stages.STAGES.path)",
                         "from pid_rules.form import FORM\nf(FORM, 'eleve.nom', 'stages')"),
    "through another object": ("from pid_rules.form import bilans\nf(bilans.ETAPE.date.at(x))", "f(x + '.date')"),
    "with what follows": (f"{FIN}f(STAGE_FIN.path + '.' + x)", "f('stages[].fin.' + x)"),
    "in a function": ("def f(x):\n    from pid_rules.form import eleve\n    return x[eleve.NOM.name]",
                      "def f(x):\n    return x['nom']"),
}
SAME = (f"{FIN}f(STAGE_FIN, slot.path, slot.at(STAGE_FIN), page.name, 1 + x)",
        f"{FIN}f(STAGE_FIN.kind)", "from pid_rules.dossier.paths import get\nget(a, X.path)")


@pytest.mark.parametrize("written, wanted", PAIRS.values(), ids=PAIRS)
def test_a_constant_is_named_by_its_path_and_imported_no_more(written, wanted):
    assert by_path(written) == ast.unparse(ast.parse(wanted))


@pytest.mark.parametrize("source", SAME)
def test_what_is_no_name_of_a_question_stays(source):
    assert by_path(source) == source


def test_a_constant_that_is_asked_something_else_is_still_imported():
    assert by_path(f"{FIN}f(STAGE_FIN.path, STAGE_FIN.kind)") == f"{FIN}f('stages[].fin', STAGE_FIN.kind)"
