"""What the corrections of Brython mend, asked of Brython as it is published, of the run time of the pages and of
CPython."""

import json
import subprocess
from pathlib import Path

from pipeline.brython.fixes import FIXES
from tests.campaigns.engines import NODE

FOLDER = Path(__file__).parent
EXPRESSIONS = [expression for fix in FIXES for expression in fix.expressions]
MODULE = f"""
from javascript import JSON, UNDEFINED, pyobj2jsobj

def outcome(function):
    try:
        return repr(function())
    except Exception as error:
        return type(error).__name__

def start():
    return JSON.stringify([outcome(one) for one in [
        {", ".join("lambda: " + expression for expression in EXPRESSIONS)}]])
"""
HERE = {"UNDEFINED": None, "pyobj2jsobj": lambda function: function}
"""What stands for the module ``javascript`` in CPython: a function called from JavaScript without a value gets None."""


def awaited(expression):
    """What Python gives."""
    return repr(eval(expression, HERE))


def published(brython, folder):
    """{expression: what this file of Brython gives}, compiled by itself; ``folder`` is for a file."""
    (folder / "tried.py").write_text(MODULE, encoding="utf-8")
    return _outcomes("brython_stock.js", brython, folder / "tried.py")


def made(folder):
    """{expression: what the module ``tried`` gives}, of a folder that has brython.js and app.js."""
    return _outcomes("brython_call.js", folder / "brython.js", folder / "app.js", "tried")


def call(folder, name):
    """What ``start`` of a module of the folder gives in Node: the last line, after what Brython says of its own
    faults."""
    return _printed("brython_call.js", folder / "brython.js", folder / "app.js", name)


def _outcomes(script, *arguments):
    return dict(zip(EXPRESSIONS, json.loads(_printed(script, *arguments)), strict=True))


def _printed(script, *arguments):
    done = subprocess.run([NODE, FOLDER / script, *arguments], capture_output=True, text=True, encoding="utf-8",
                          check=True)
    return json.loads(done.stdout.splitlines()[-1])
