"""Every correction of Brython answers for a fault that stock Brython has, and mends it without any fast path."""

import json
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from pipeline.brython import aot, runtime
from pipeline.brython.fixes import FIXES
from tests.campaigns.engines import NODE

FOLDER = Path(__file__).parent
EXPRESSIONS = [expression for fix in FIXES for expression in fix.expressions]
HERE = {"UNDEFINED": None, "pyobj2jsobj": lambda function: function}
"""What stands for the module ``javascript`` in CPython: a function called from JavaScript without a value gets None."""
SOURCE = f"""
from javascript import JSON, UNDEFINED, pyobj2jsobj

def outcome(function):
    try:
        return repr(function())
    except Exception as error:
        return type(error).__name__

def start():
    return JSON.stringify([outcome(one) for one in [{", ".join("lambda: " + expression for expression in EXPRESSIONS)}]])
"""


def _outcomes(*arguments):
    """{expression: what it gives}, from the last line that Node prints: the lines before are what Brython says of its own faults."""
    done = subprocess.run([NODE, *arguments], capture_output=True, text=True, encoding="utf-8", check=True)
    return dict(zip(EXPRESSIONS, json.loads(json.loads(done.stdout.splitlines()[-1])), strict=True))


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    """{expression: what Brython as it is published gives}."""
    tried = tmp_path_factory.mktemp("stock") / "tried.py"
    tried.write_text(SOURCE, encoding="utf-8")
    return _outcomes(FOLDER / "stock.js", files("brython") / "data" / "brython.js", tried)


@pytest.fixture(scope="module")
def mended(tmp_path_factory):
    """{expression: what the run time of the pages gives, without fast paths}."""
    folder = tmp_path_factory.mktemp("mended")
    module = {"name": "tried", "package": False, "source": SOURCE, "file": "tried.py"}
    (folder / "brython.js").write_text(runtime.text(families=()), encoding="utf-8")
    (folder / "app.js").write_text(aot.application([module], families=()), encoding="utf-8")
    return _outcomes(FOLDER / "call.js", folder / "brython.js", folder / "app.js", "tried")


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_stock_brython_fails_where_python_answers_and_the_mended_one_does_not(expression, stock, mended):
    awaited = repr(eval(expression, HERE))
    assert stock[expression] != awaited, "mended upstream: take this fix away"
    assert mended[expression] == awaited


@pytest.mark.parametrize("fix", FIXES, ids=lambda fix: fix.name)
def test_a_fix_says_what_it_mends_and_what_upstream_knows_of_it(fix):
    assert fix.says.endswith(".") and fix.expressions and fix.substitutions
    assert "none found" in fix.report or fix.report.startswith("https://github.com/brython-dev/brython/")
