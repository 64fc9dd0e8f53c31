"""The day and the hour of the computer are read in one place on each side, so that a screen or a file never mixes two
days."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = [path for path in sorted((ROOT / "site" / "js").rglob("*.js"))
           if path.relative_to(ROOT / "site" / "js").as_posix() != "clock.js"]
MODULES = [path for folder in ("site/ui", "pid_rules") for path in sorted((ROOT / folder).rglob("*.py"))
           if path.relative_to(ROOT).as_posix() not in ("site/ui/kit/clock.py", "pid_rules/__main__.py")]
READ = re.compile(r"\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\)|Temporal\.Now|performance\.timeOrigin")
READ_IN_PYTHON = re.compile(r"\bDate\b\.(?:new|now)|pidDay|\b(?:import|from) (?:datetime|time)\b|performance")


def named(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_no_other_script_reads_the_clock(path):
    assert READ.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_no_other_module_of_the_pages_reads_the_clock(path):
    assert READ_IN_PYTHON.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("rule", "text"), [
    (READ, "const now = new Date();"), (READ, "Date.now() - start"), (READ, "String(Date())"),
    (READ_IN_PYTHON, "window.Date.new()"), (READ_IN_PYTHON, "from datetime import date"),
    (READ_IN_PYTHON, "window.pidDay"),
])
def test_control_a_reading_would_be_found(rule, text):
    assert rule.search(text)


def test_the_day_of_the_page_is_set_by_one_script():
    writers = [named(path) for path in SCRIPTS if re.search(r"pidDay = ", path.read_text(encoding="utf-8"))]
    assert writers == ["site/js/boot/day.js"]
