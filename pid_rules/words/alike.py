"""Seeing through what looks alike: blanks, dashes, apostrophes, full-width letters, accents.

One table for every comparison: formats, dates, hours, the guard, searches.
"""

from __future__ import annotations

from pid_rules.words.visible import BLANKS, KEYBOARD, LINE_ENDS, visible

DASHES = ("-\u02d7\u058a\u05be\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2053\u207b\u208b\u2212\u2500"
          "\u2796"
          "\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\U00010ead")
"""Every hyphen, dash and minus of Unicode."""
_GROUPS = ((" ", BLANKS + "\n" + "".join(LINE_ENDS[1:])), ("-", DASHES), ("'", "’‘‛ʹʻʼʽʾʿˈ′´`＇ꞌ"), ("/", "⁄∕⧸"),
           (":", "∶ː꞉"), (".", "․"),
           ("fi", "ﬁ"), ("fl", "ﬂ"), ("ff", "ﬀ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("st", "ﬅﬆ"), ("...", "…"), ("e", "ᵉ"),
           ("r", "ʳ"))
_ALIKE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
for _sign, _looks in _GROUPS:
    for _look in _looks:
        _ALIKE[_look] = _sign

_LETTERS = (
    "aaaaaa*ceeeeiiiidnooooo*ouuuuy**aaaaaa*ceeeeiiiidnooooo*ouuuuy*yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiii"
    "iiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbbbbboccdddddeeeffgghiikkll"
    "mnnoooggpprssssttttuuuvyyzzzzzz255tw*****d**l**n*aaiioouuuuuuuuuueaaaa**ggggkkoooozzj*d*gghwnnaa**ooaaaaeeeeii"
    "iioooorrrruuuussttzzhhnduuzzaaeeooooooooyylntjdqaccltsz**buveejj*qrryy")
_LETTERS_ADDED = (
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrsssssssssstttt"
    "ttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasss*daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooo"
    "oooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy")
"""The letter without its accent, from À to ɏ and from Ḁ to ỿ; « * » where the character is no letter, or more than
one."""
_PLAIN = {chr(code): "" for code in range(0x300, 0x370)}
for _first, _letters in ((0xC0, _LETTERS), (0x1E00, _LETTERS_ADDED)):
    for _place in range(len(_letters)):
        if _letters[_place] != "*":
            _PLAIN[chr(_first + _place)] = _letters[_place]
for _sign, _looks in (("ae", "æǣǽ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"), ("ij", "ĳ"), ("dz", "ǆǳ"), ("lj", "ǉ"),
                      ("nj", "ǌ"),
                      ("a", "ª"), ("b", "ɓ"), ("d", "ɖɗ"), ("e", "əɛ"), ("g", "ɠɣ"), ("i", "ɨɩ"), ("m", "ɯ"),
                      ("n", "ɲ"), ("o", "ɔɵº"), ("s", "ʃ"), ("t", "ʈ"), ("u", "ʉʊ"), ("v", "ʋʌ"), ("z", "ʒ")):
    for _look in _looks:
        _PLAIN[_look] = _sign


def alike(text: str) -> str:
    """The text with the character of the keyboard for each that looks like it; a line end becomes a blank."""
    if text.strip(KEYBOARD) == "":
        return text
    return "".join([_ALIKE[character] if character in _ALIKE else character for character in visible(text)])


def plain(text: str) -> str:
    """The text in lower case without accents, seen through what looks alike."""
    return "".join([_PLAIN[character] if character in _PLAIN else character for character in alike(text).lower()])
