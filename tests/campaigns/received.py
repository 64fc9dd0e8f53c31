"""What the page that opens files makes of them, with its own scripts in Node: the journey of a file, its code
included."""

import base64
from pathlib import Path

from pipeline import node
from tests.campaigns import encryption, importer

RUNNER = Path(__file__).with_name("received.js")


def encoded(content: bytes) -> str:
    """Bytes as they travel to Node."""
    return base64.b64encode(content).decode()


def case(*files: tuple, **given) -> dict:
    """Files given together, as (name, bytes), or (name, bytes, size) with zeros after.

    ``given`` is as in the runner, its key as bytes.
    """
    if "key" in given:
        given["key"] = encoded(given["key"])
    return {"files": [(name, encoded(content), *size) for name, content, *size in files], **given}


def journeys(cases: list[dict]) -> list[dict]:
    """The last answer of each: {ok, message, text, nom, choix, asked, inflated, kept, ms}."""
    return node.run(RUNNER, {"importer": importer.bundle(), "crypto": encryption.bundle(), "cases": cases})
