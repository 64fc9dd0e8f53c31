"""The readers of what other software exports, as the pages run them, for bytes and for what is pasted."""

import base64
import functools
from pathlib import Path

from pid_rules.reprise import agenda, cours
from pid_rules.reprise.siecle import READ
from pipeline import javascript, node

RUNNER = Path(__file__).with_suffix(".js")
LISTS = {"siecle": READ, "cours": list(cours.READ), "agenda": list(agenda.READ)}
"""What the core names, as the page hands it to the readers."""


@functools.cache
def bundle():
    """The script of the pages."""
    return javascript.bundle("reprise.js", {}, {})


def ask(asked):
    """The answers to [[bytes of each file]] and to [(text, html)] pasted; fails where one was thrown."""
    told = [{"files": [base64.b64encode(content).decode() for content in one]} if isinstance(one, list) else
            {"text": one[0], "html": one[1]} for one in asked]
    said = node.run(RUNNER, {"bundle": bundle(), "lists": LISTS, "asked": told})
    assert said["uncaught"] == 0 and not said["polluted"]
    return said["answers"]


def read(*files):
    """The answer for files chosen together."""
    return ask([list(files)])[0]
