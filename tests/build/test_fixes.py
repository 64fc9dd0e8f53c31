"""Every correction of Brython answers for a fault that stock Brython has, and mends it without any fast path."""

from importlib.resources import files

import pytest

from pipeline.brython import aot, runtime
from pipeline.brython.fixes import FIXES
from tests.support import brython_fixes


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    """{expression: what Brython as it is published gives}."""
    return brython_fixes.published(files("brython") / "data" / "brython.js", tmp_path_factory.mktemp("stock"))


@pytest.fixture(scope="module")
def mended(tmp_path_factory):
    """{expression: what the run time of the pages gives, without fast paths}."""
    folder = tmp_path_factory.mktemp("mended")
    module = {"name": "tried", "package": False, "source": brython_fixes.MODULE, "file": "tried.py"}
    (folder / "brython.js").write_text(runtime.text(families=()), encoding="utf-8")
    (folder / "app.js").write_text(aot.application([module], families=()), encoding="utf-8")
    return brython_fixes.made(folder)


@pytest.mark.parametrize("expression", brython_fixes.EXPRESSIONS)
def test_stock_brython_fails_where_python_answers_and_the_mended_one_does_not(expression, stock, mended):
    awaited = brython_fixes.awaited(expression)
    assert stock[expression] != awaited, "mended upstream: take this fix away"
    assert mended[expression] == awaited


@pytest.mark.parametrize("fix", FIXES, ids=lambda fix: fix.name)
def test_a_fix_says_what_it_mends_and_what_upstream_knows_of_it(fix):
    assert fix.says.endswith(".") and fix.expressions and fix.substitutions
    assert "none found" in fix.report or fix.report.startswith("https://github.com/brython-dev/brython/")
