"""What every rule owes: a case on each side, words that were read, French as it is written, no outside import."""

import ast
import functools
import importlib
import inspect
import re
import string
from pathlib import Path

import pytest

import pid_rules
from pid_rules.judgement.rule import SEVERITIES
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.formats import SchoolYear
from pid_rules.questions.kinds import BLOQUANT, Choices, Integer, Kind, YesNo
from pid_rules.questions.schema import STEPS
from pid_rules.questions.time_of_day import Time
from pid_rules.rules import CATALOGUE
from pid_rules.seuils import SEUILS
from pid_rules.sources.every import ALL
from pid_rules.sources.source import A_CONFIRMER, Citation
from pipeline.brython.untyped import untyped
from tests.support.archives import lacks
from tests.support.cases_replay import load_cases, reports

CORE = Path(pid_rules.__file__).parent
MODULES = [path for path in sorted(CORE.rglob("*.py")) if path.name not in ("__main__.py", "files.py")]
EVERY_RULE = pytest.mark.parametrize("rule", CATALOGUE.rules, ids=lambda rule: rule.id)
THEMES = sorted(path.stem for path in (CORE / "rules").glob("[a-z]*.py"))
CASES = load_cases()
WITHOUT_NBSP = re.compile(r"[^\u00a0\u202f][;:!?»]|«[^\u00a0]")


@functools.cache
def findings():
    """Those of every case, as dicts."""
    return [finding for _, report in reports() for finding in report["findings"]]


def said(rule):
    """Findings of a rule in every case."""
    return [finding for finding in findings() if finding["rule"] == rule.id]


@EVERY_RULE
def test_rule_has_a_case_that_trips_it_and_one_that_passes(rule):
    assert any(rule.id in [awaited.split()[0] for awaited in case["expect"]] for case in CASES), \
        f'write in tests/cases a case in which it speaks: expect = ["{rule.id} {rule.severity}"]'
    assert any(rule.id in case["absent"] for case in CASES), \
        f'write in tests/cases a case in which it is judged and says nothing: absent = ["{rule.id}"]'


@EVERY_RULE
def test_extract_stands_in_its_archive(rule):
    assert not lacks(rule.citation), lacks(rule.citation)


@EVERY_RULE
def test_unconfirmed_source_never_blocks(rule):
    if rule.citation.source.status == A_CONFIRMER:
        words = f"{rule.citation.source.id} is « à confirmer »: a rule that rests on it may warn, never block"
        assert BLOQUANT not in [rule.severity, *rule.severity_at.values()], words
        assert BLOQUANT not in [finding["severity"] for finding in said(rule)], words


def test_finding_that_cites_an_unconfirmed_source_never_blocks():
    unconfirmed = {source.label() for source in ALL if source.status == A_CONFIRMER}
    severities = {finding["severity"] for finding in findings() if finding["source"] in unconfirmed}
    assert severities and BLOQUANT not in severities


@EVERY_RULE
def test_metadata_are_complete(rule):
    assert re.fullmatch(r"[A-Z]{2}-\d{2}", rule.id)
    assert rule.title and rule.severity in SEVERITIES
    assert rule.steps and set(rule.steps) <= set(STEPS)
    assert rule.advice or rule.severity == "information", "say in advice=… what the person may do"


@EVERY_RULE
def test_sentences_are_french_typography(rule):
    for sentence in [rule.title, rule.message, rule.words({}), rule.advice,
                     *[finding["message"] for finding in said(rule)]]:
        assert not WITHOUT_NBSP.search(sentence), f"a no-break space goes before « : ; ? ! » and inside « »: {sentence}"
        assert "'" not in sentence and '"' not in sentence, f"apostrophes are ’, quotation marks « »: {sentence}"
        assert "  " not in sentence and sentence == sentence.strip(), f"two spaces, or one at an end: {sentence}"
    for sentence in [rule.message, rule.words({}), rule.advice]:
        assert sentence == "" or sentence.endswith("."), f"a sentence ends with a full stop: {sentence}"


@EVERY_RULE
def test_no_word_of_a_message_is_left_unfilled(rule):
    for finding in said(rule):
        assert [name for _, name, _, _ in string.Formatter().parse(finding["message"]) if name is not None] == []


TYPES = (((Integer, Date, Time, SchoolYear), "int"), (YesNo, "bool"), (Choices, "list[str]"), (Kind, "str"))
GIVEN = {"today": "int", "step": "str", "path": "str", "fingerprint": "str", "profile": "str"}
DERIVED = {"plan": "Timeline", "weeks": "list[Week]", "stays": "list[Stay]", "alternation": "Alternation"}


def type_of(read):
    """The type, as an annotation says it, of what a rule receives for what it reads."""
    if read.role in ("items", "part"):
        return "list[Item]"
    if read.role in ("answer", "optional"):
        kind = (read if read.role == "answer" else read.field).kind
        return next(name for kinds,
                    name in TYPES if isinstance(kind, kinds)) + (" | None" if read.role == "optional" else "")
    if read.role in ("threshold", "at"):
        return "Seuil" if read.role == "threshold" else type(read.threshold.latest()).__name__
    return DERIVED[read.name] if read.role == "derived" else GIVEN[read.name]


@EVERY_RULE
def test_a_rule_says_the_types_of_what_it_reads(rule):
    parameters = list(inspect.signature(rule.predicate).parameters.values())
    for read, parameter in zip(rule.reads, parameters):
        if parameter.kind == parameter.VAR_POSITIONAL:
            break
        wanted, profile = type_of(read), read.role == "given" and read.name == "profile"
        written = parameter.annotation
        assert written == wanted or profile and written in ("int", "str"), \
            f"{rule.predicate.__name__}: write {parameter.name}: {wanted}"
    assert inspect.signature(rule.predicate).return_annotation == "Verdict"


@pytest.mark.parametrize("name", THEMES)
def test_every_other_citation_of_a_theme_stands_in_its_archive(name):
    module = importlib.import_module("pid_rules.rules." + name)
    assert [lacks(cited) for cited in vars(module).values() if isinstance(cited, Citation) and lacks(cited)] == []


@pytest.mark.parametrize("seuil", SEUILS, ids=lambda seuil: seuil.label)
def test_figure_is_quoted_from_its_archive(seuil):
    assert [lacks(version.citation) for version in seuil.history if lacks(version.citation)] == []


def test_ids_are_unique_and_in_order():
    ids = [rule.id for rule in CATALOGUE.rules]
    assert ids and [id for id in ids if ids.count(id) > 1] == [], "an id is given once, and never again"
    for theme in CATALOGUE.themes:
        numbers = [rule.id for rule in theme.rules]
        assert numbers == sorted(numbers), f"the rules of « {theme.title} » are written in the order of their numbers"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CORE)))
def test_core_imports_nothing_but_itself_and_types(path):
    imported = []
    for node in ast.walk(ast.parse(untyped(path.read_text(encoding="utf-8")))):
        if isinstance(node, ast.Import):
            imported += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            imported.append(node.module)
    outside = [name for name in imported if name.split(".")[0] != "pid_rules"]
    assert outside == [], "the core imports itself alone: Brython has no standard library in the pages (ADR 0002)"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CORE)))
def test_core_reads_no_clock_and_no_file(path):
    names = {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}
    assert names & {"open", "input", "print", "exec", "eval", "__import__"} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CORE)))
def test_core_keeps_to_what_brython_runs_well(path):
    unwelcome = (ast.GeneratorExp, ast.NamedExpr, ast.Match, ast.AsyncFunctionDef)
    lines = [node.lineno for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
             if isinstance(node, unwelcome)]
    assert lines == [], \
        "write a list where a generator stands: Brython takes ten times longer; no « := », « match » nor « async »"
