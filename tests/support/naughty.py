"""Naughty strings, and dossiers that hold one in every text."""

import copy
import functools
import json
import re

from pid_rules.documents.document import Edition, compose
from pid_rules.dossier.paths import concrete, put
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.rules import CATALOGUE
from pid_rules.words import dates
from pid_rules.words.visible import paragraphs
from tests.support.examples import EXAMPLES, SMALL_PROFILE
from tests.support.packages import packages

INJECTIONS = ("a\r\nBcc: x@y.fr", "a\nBcc: x@y.fr", "a\rBcc: x@y.fr", "a\x00b", "a\u2028Bcc: x@y.fr", "a\x85b",
              "\r\n\r\n<html>",
              "=?utf-8?B?Qg==?=", '"; filename="b.exe', "a\r\n--=_dossier-pid--", ".", "..", "\ud800", "😀" * 40,
              "é" * 300, "a" * 500, "%00%0d%0aBcc: x", "Ω=?\x0c?=")
SAFE = re.compile(r"PID[A-Za-z0-9_-]*\.(json|pdf)")
"""What the name of a file may be."""
TODAY = dates.parse_iso("2026-11-20")


def naughty():
    """The big list of naughty strings, and what is meant to inject."""
    listed = json.loads((packages() / "big-list-of-naughty-strings" / "blns.json").read_text(encoding="utf-8"))
    return [*listed, *INJECTIONS]


@functools.cache
def strings():
    """What the site lets in: no half of a pair of characters, no character without ink."""
    listed = [paragraphs(text) for text in naughty()]
    return [text for text in dict.fromkeys(listed) if text.encode("utf-8", "replace").decode() == text]


def filled(text, base="clos"):
    """The example with the text in every answer that is a text, identifiers and dates included; of an iterator, one
    text each."""
    made = copy.deepcopy(EXAMPLES[base])
    for field in FORM.field.values():
        if field.kind.blank == "":
            for path in concrete(made, field.path):
                put(made, path, text if isinstance(text, str) else next(text))
    return made


def dated(text):
    """The same, but for the identity of the dossier and its dates, without which there is no calendar."""
    made = filled(text, "complet")
    made["dossier"].update(EXAMPLES["complet"]["dossier"])
    for field in FORM.field.values():
        if field.kind.control == "date":
            for path in concrete(made, field.path):
                put(made, path, "2026-12-01")
    return made


def texts_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for below in value.values():
            yield from texts_of(below)
    elif isinstance(value, (list, tuple)):
        for below in value:
            yield from texts_of(below)


def edition(dossier, document):
    report = evaluate(FORM, CATALOGUE, dossier, document.step, TODAY, SMALL_PROFILE)
    return Edition(FORM, CATALOGUE, SMALL_PROFILE, TODAY, report, "")


def described(dossier, document):
    to_fill = not document.summary
    places = document.places(dossier, to_fill)
    return compose(document, dossier, edition(dossier, document), places[0], to_fill)


def check_document(text, document):
    """The document of a dossier that holds the text everywhere can be given to the page, as it can be written."""
    made = described(filled(text), document)
    assert json.loads(json.dumps(made)) is not None
    assert all(one.encode() is not None for one in texts_of(made))
