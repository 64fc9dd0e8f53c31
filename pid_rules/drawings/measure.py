"""How wide words are, at most: the core has no font, and both that of the PDF and Arial keep within these widths."""

from __future__ import annotations

from pid_rules.words.visible import NBSP

SHARES = ((34, " !'’()[],./\\:;|-`·Iijlftîï" + NBSP), (48, "*{}\"r"), (56, "0123456789Jacesvxykzç#$_«»–éèêëàâ"),
          (78, "&wďŉŵ"), (89, "mM%æ"), (102, "Wœ@…→ŒÆŴ—"))
"""Widths in hundredths of the size; the widest of both faces."""
_WIDTH = {letter: share for share, letters in SHARES for letter in letters}
SMALL, CAPITAL, RARE, UNKNOWN = 62, 79, 134, 600
"""Other letters; those that few languages have, some of them two in one; a sign that no font has, printed by its
number, « [U+1F600] »."""
FIRST_RARE, LAST_RARE, LAST_LETTER = "\u0180", "\u1eff", "\u2122"
VOWELS = "aeiouyàâéèêëîïôöùûüœæ"
FEWEST = 3
"""A name of which fewer letters can be shown is left out, and a word has no fewer on each side of its hyphen."""


def width_of(words: str, size: int) -> int:
    """Points, rounded upwards, that words take at most."""
    total = 0
    for letter in words:
        if letter in _WIDTH:
            total += _WIDTH[letter]
        elif letter > LAST_LETTER:
            total += UNKNOWN
        elif FIRST_RARE <= letter <= LAST_RARE:
            total += RARE
        else:
            total += SMALL if letter == letter.lower() else CAPITAL
    return (total * size + 99) // 100


def first_that_fits(choices: list[str], room: int, size: int) -> str:
    """The first of some words that holds in ``room``, else the last of them cut, else ""."""
    for words in choices:
        if width_of(words, size) <= room:
            return words
    return cut(choices[-1], room, size) if choices else ""


def wrapped(words: str, room: int, size: int, most: int) -> list[str]:
    """Words on lines of ``room``; [] where they need more than ``most`` of them, or one of them is wider."""
    lines = _broken(words, room, size)
    fits = len(lines) <= most and all([width_of(line, size) <= room for line in lines])
    return lines if fits else []


def hyphened(words: str, room: int, size: int) -> str:
    """Words of which those wider than ``room`` are in two, « Menui- serie », where a syllable lets them be."""
    return " ".join([word if width_of(word, size) <= room else _in_two(word, room, size) for word in words.split(" ")])


def _in_two(word: str, room: int, size: int) -> str:
    for end in range(len(word) - FEWEST, FEWEST - 1, -1):
        if _begins_syllable(word.lower(), end) and width_of(word[:end] + "-", size) <= room:
            return word[:end] + "- " + word[end:]
    return word


def _begins_syllable(word: str, at: int) -> bool:
    """Whether a consonant and a vowel begin there, « -ple » and « -che » being of one piece."""
    last, first, second, third = word[at - 1], word[at], word[at + 1], word[at + 2]
    if first in VOWELS or not first.isalpha() or not last.isalpha() or first in "hlnr" and last in "bcdfgptv":
        return False
    return second in VOWELS or second in "hlr" and third in VOWELS


def wrapped_and_cut(words: str, room: int, size: int, most: int) -> list[str]:
    """What can be read of words on ``most`` lines, each cut to ``room``."""
    lines = _broken(words, room, size)
    kept = lines[:most - 1] + [" ".join(lines[most - 1:])]
    return [line for line in [cut(line, room, size) for line in kept] if line]


def _broken(words: str, room: int, size: int) -> list[str]:
    lines = [""]
    for word in words.split(" "):
        longer = word if lines[-1] == "" else lines[-1] + " " + word
        if width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines if lines[0] else lines[1:]


def cut(words: str, room: int, size: int) -> str:
    """Words cut to a width, at the end of one of them where enough is left; "" where nothing readable holds."""
    if width_of(words, size) <= room:
        return words
    kept = words
    while kept and width_of(kept.rstrip(" ,.;:") + "…", size) > room:
        kept = kept[:-1]
    whole = kept.rpartition(" ")[0]
    kept = (whole if 2 * len(whole) > len(kept) else kept).rstrip(" ,.;:" + NBSP)
    return kept + "…" if len(kept) >= FEWEST else ""
