"""The words of passphrases, from the French list of a library, written so that the page has fewer bytes to receive."""

import re
import unicodedata
from pathlib import Path

from pipeline.node import BuildError

COUNT = 2048
"""Words of the list, 11 bits each."""


def french(node_modules: Path) -> list[str]:
    """The words of ``@scure/bip39``, accents composed; raises BuildError if the package is no longer written as it
    was."""
    source = (node_modules / "@scure" / "bip39" / "wordlists" / "french.js").read_text(encoding="utf-8")
    literal = re.search(r"`([^`]+)`", source)
    words = unicodedata.normalize("NFC", literal[1] if literal else "").split()
    if len(set(words)) != COUNT:
        raise BuildError(f"La liste de mots français de @scure/bip39 devrait avoir {COUNT} mots, elle en a "
                         f"{len(set(words))}.")
    return words


def coded(words: list[str]) -> str:
    """ Words from the last letter to the first, sorted, each as the number of letters that it shares with the one
    before, then the others: « 0aba4ssé ». They share their ends more than their beginnings, and the order of a draw
    does not matter.
    """
    before, parts = "", []
    for word in sorted(word[::-1] for word in words):
        shared = next((at for at, (left, right) in enumerate(zip(before, word)) if left != right),
                      min(len(before), len(word)))
        parts.append(f"{min(shared, 9)}{word[min(shared, 9):]}")
        before = word
    return "".join(parts)
