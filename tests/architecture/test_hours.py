"""Hours are counted in one place: documents and screen parse no day, no hour, and take no beginning out of an end."""

import ast
import pathlib

import pytest

from pid_rules.documents import catalogue
from pipeline.brython.imports import needed_ever

ROOT = pathlib.Path(__file__).parents[2]
ENDS, BEGINNINGS = {"end", "fin", "closing"}, {"start", "debut", "opening"}
PARSERS = {"parse_time", "parse_iso"}


def module_of(path, folder):
    return ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")


CORE = [{"name": module_of(path, ROOT), "source": path.read_text(encoding="utf-8")}
        for path in sorted((ROOT / "pid_rules").rglob("*.py"))]
SCREEN = {f"ui.{path.stem}": path.read_text(encoding="utf-8") for path in sorted((ROOT / "site" / "ui").rglob("*.py"))}
SOURCES = {module["name"]: module["source"] for module in CORE}
BESIDE = catalogue.__name__.rpartition(".")[0] + "."
DOCUMENTS = {name: SOURCES[name] for name in needed_ever(CORE, catalogue.__name__) if name.startswith(BESIDE)}


def parsers(source):
    """The functions that parse a day or an hour and that a module names."""
    names = [node.attr if isinstance(node, ast.Attribute) else node.name for node in ast.walk(ast.parse(source))
             if isinstance(node, (ast.Attribute, ast.alias))]
    return [name for name in names if name in PARSERS]


def last_name(node):
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def durations(source):
    """The differences of an end and a beginning that a module computes."""
    return [ast.unparse(node) for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub)
            and last_name(node.left) in ENDS and last_name(node.right) in BEGINNINGS]


def test_the_documents_are_found():
    known = {"document", "answers", "mentions", "convention", "timetable", "famille"}
    assert {name.rpartition(".")[2] for name in DOCUMENTS} >= known


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_a_document_reads_days_and_hours_that_are_parsed(name):
    assert parsers(DOCUMENTS[name]) == []


@pytest.mark.parametrize("name", sorted(DOCUMENTS | SCREEN))
def test_documents_and_screen_compute_no_duration(name):
    assert durations((DOCUMENTS | SCREEN)[name]) == []


def test_control_a_second_reading_and_a_second_count_would_be_found():
    assert parsers("from pid_rules.words.dates import parse_iso") == ["parse_iso"]
    assert parsers("day = dates.parse_iso(text)") == ["parse_iso"]
    assert parsers("from pid_rules import horaires\nhoraires.parse_time(text)") == ["parse_time"]
    assert durations("minutes = slot.end - slot.start") == ["slot.end - slot.start"]
    assert durations("total += fin - debut") == ["fin - debut"] and durations("beside = start - end") == []
