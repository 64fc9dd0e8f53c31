"""The texts that this program declares, set as French print does: its sources are written with plain spaces.

What keeps such a text sets it (``Rule``, ``Trip``, ``Field``…); one that goes another way is declared by name. No page
runs this: its texts are set when it is built (``site/pipeline/brython/declaring.py``).
"""

from __future__ import annotations

from pid_rules.words.typography import french
from pid_rules.words.visible import NBSP

UNITS = ("an", "ans", "caractères", "demi-journées", "décembre", "h", "heures", "jours", "minutes", "mois", "objectifs",
         "personnes", "semaines", "signatures", "stagiaires", "séquences", "%")
"""What a number, or the word that a message will put there, is held to."""
NUMBERED = ("n°", "révision")
"""What is held to the number after it."""
_NUMBER = "0123456789}"
_known: dict[str, str] = {}
"""Texts already set: they are few, and said again and again."""


def declared(text: str) -> str:
    """A text of ours with its no-break spaces: those of ``french``, and between a number and its unit."""
    if text not in _known:
        _known[text] = _with_units(french(text).split(" "))
    return _known[text]


def _with_units(words: list[str]) -> str:
    written = words[0]
    for before, after in zip(words, words[1:]):
        written += (NBSP if _held(before, after) else " ") + after
    return written


def _held(before: str, after: str) -> bool:
    bare = after.split(NBSP)[0].rstrip(".,)")
    return before[-1:] in _NUMBER and bare in UNITS or before.lower() in NUMBERED and after[:1] in "0123456789{"
