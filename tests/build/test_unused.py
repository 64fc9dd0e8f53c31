"""What was cut out of Brython is not written in the pages, and what may be written is still there."""

import re

import pytest

from pipeline.brython import runtime, unused
from pipeline.node import BuildError


@pytest.mark.parametrize("source", [
    "match a:\n    case 1:\n        pass\n", "async def f():\n    pass\n", "a = b'c'\n", "a = '%s' % b\n",
    "a = bytes(b)\n", "a = eval('b')\n", "a = b.casefold()\n", "a = c.to_bytes(2, 'big')\n"])
def test_python_that_needs_what_was_cut_stops_the_build(source):
    with pytest.raises(BuildError, match="ligne 1"):
        unused.refuse({"file": "essai.py", "source": source})


@pytest.mark.parametrize("source", ["a = 7 % b\n", "a = b.title\n", "a = '{0}'.format(b)\n", "a = f'{b}'\n"])
def test_other_python_does_not(source):
    unused.refuse({"file": "essai.py", "source": source})


def test_neither_the_texts_of_help_nor_the_patterns_are_sent():
    text = runtime.text()
    for passage in ("Common base class for all exceptions", "$B.pattern_match"):
        assert passage not in text
    assert "Common base class for all exceptions" in runtime.source()


def test_what_is_left_calls_nothing_that_was_cut_away():
    left, whole = runtime.text(), runtime.source()
    called = set(re.findall(r"\$B\.([\w$]+)\s*\(", left))
    defined, known = (set(re.findall(r"\$B\.([\w$]+)\s*=[^=]", text)) for text in (left, whole))
    unreached = {"is_bytes_like", "bytes_decode", "promise", "make_complex", "make_import_paths"}
    assert called & known - defined == unreached  # str(bytes), anext(), powers of floats under 0, sys.path
