"""What CONTRIBUTING.md gives to be copied works where it says to write it, with what that module already imports."""

import re
import types
from pathlib import Path

import pytest

from pid_rules.documents import catalogue
from pid_rules.documents.document import compose
from pid_rules.dossier.structure import VERSION
from pid_rules.form import FORM, eleve
from pid_rules.judgement.catalogue import Catalogue
from pid_rules.judgement.evaluate import evaluate
from pid_rules.judgement.rule import Theme
from pid_rules.questions.schema import Page
from pid_rules.rules import projet
from pid_rules.seuils import reperes
from tests.support.examples import EXAMPLES
from tests.support.papers import PROFILE, TODAY, edition

PAPER = (Path(__file__).resolve().parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
WRITTEN = [re.sub(rf"(?m)^{indent}", "", text) for indent,
           text in re.findall(r"^( *)```python\n(.*?)```", PAPER, re.DOTALL | re.MULTILINE)]


def written(beginning, module, **others):
    """The names of a module once the lines of the paper that begin so are written in it."""
    text, = (text for text in WRITTEN if text.startswith(beginning))
    names = {**vars(module), **others}
    exec(text if "__future__" in text else "from __future__ import annotations\n" + text, names)
    return names


def test_a_question_is_asked_and_waits_for_the_next_version():
    page = Page("eleve", "Élève")
    field = written("LV2 =", eleve, PAGE=page)["LV2"]
    assert page.fields() == [field] and field.optional and field.since == VERSION + 1
    assert f"« Version {VERSION + 1} (to come) »" in PAPER


@pytest.fixture
def rule():
    """The rule of the paper, which reads its threshold."""
    theme = Theme("projet", "Projet")
    seuils = types.SimpleNamespace(OBJECTIFS_NOMBREUX=written("OBJECTIFS_NOMBREUX", reperes)["OBJECTIFS_NOMBREUX"])
    written("@THEME.rule", projet, THEME=theme, reperes=seuils)
    return theme


@pytest.mark.parametrize("count, said", [(5, []), (6, ["Le contrat a plus de 5\u00a0objectifs (choix de "
                                                       "l’outil)\u00a0: gardez les plus utiles."])])
def test_a_rule_speaks_beyond_its_threshold_and_not_at_it(rule, count, said):
    dossier = {**EXAMPLES["complet"],
               "parcours": {**EXAMPLES["complet"]["parcours"], "objectifs": [{} for _ in range(count)]}}
    report = evaluate(FORM, Catalogue((rule,)), dossier, "contrat", TODAY, PROFILE)
    assert [finding.message for finding in report.findings if finding.rule == "PR-16"] == said
    assert rule.rules[0].thresholds()[0].values() == [5]


def test_a_document_of_each_stage_is_composed():
    made = written('"""What the host', catalogue)
    line, = (text for text in WRITTEN if text.startswith("Document("))
    document = eval(line.strip().rstrip(","), made)
    place = document.places(EXAMPLES["complet"])[0]
    printed = compose(document, EXAMPLES["complet"], edition(EXAMPLES["complet"]), place)["blocks"]
    assert printed[0]["text"] == "Attestation de stage" and len(printed[1]["rows"]) == 4
