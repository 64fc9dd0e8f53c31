"""The words of passphrases, as the build writes them for the page."""

import pytest

from pipeline.node import NODE_MODULES, BuildError
from pipeline.words import COUNT, coded, french


def read(text):
    """What the page reads back."""
    words, before, position = [], "", 0
    while position < len(text):
        shared, end = int(text[position]), position + 1
        while end < len(text) and not text[end].isdigit():
            end += 1
        before = before[:shared] + text[position + 1:end]
        words.append(before[::-1])
        position = end
    return words


def test_every_word_of_the_list_is_found_again():
    words = french(NODE_MODULES)
    assert len(words) == COUNT and sorted(read(coded(words))) == sorted(words)
    assert len(coded(words)) < len(" ".join(words)) * 0.7


def test_the_smallest_cases():
    assert coded(["aba", "essaba", "é"]) == "0aba3sse0é"


def test_a_package_written_otherwise_stops_the_build(tmp_path):
    folder = tmp_path / "@scure" / "bip39" / "wordlists"
    folder.mkdir(parents=True)
    (folder / "french.js").write_text("export const wordlist = ['abaisser'];", encoding="utf-8")
    with pytest.raises(BuildError, match="2048 mots"):
        french(tmp_path)
