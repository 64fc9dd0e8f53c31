"""What a person means to write: a paste brings signs without ink, line ends of every program, bullets of Word's own
fonts.

One cleaning for every answer: ``one_line`` for short ones, ``paragraphs`` for long ones.
"""

from __future__ import annotations

NBSP = "\u00a0"
BLANKS = " \t" + NBSP + "\u1680" + "".join([chr(code) for code in range(0x2000, 0x200B)]) + "\u202f\u205f\u2800\u3000"
"""Every blank of a line: the spaces of Unicode, the tab, the braille pattern without dots."""
LINE_ENDS = ("\r\n", "\r", "\u000b", "\u000c", "\u001c", "\u001d", "\u001e", "\u001f", "\u0085", "\u2028", "\u2029")
"""What ends a line in some program (PowerPoint and Word have U+000B), besides the « \\n » of the file."""
NO_INK = tuple([chr(code) for first, last in (
    (0x00, 0x06), (0x08, 0x08), (0x0E, 0x1B), (0x7F, 0x7F), (0x81, 0x81), (0x8D, 0x8D), (0x8F, 0x90), (0x9D, 0x9D),
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
                                              (0x200B, 0x200F),
    (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB), (0xFFFE, 0xFFFF), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE007F), (0xE0100, 0xE01EF))
    for code in range(first, last + 1)])
"""Controls, soft hyphens, joiners, variation selectors, fillers, tags, bidirectional controls: characters that nobody
sees."""
_WRITTEN_AS = (
    # Windows' letters, read as if they were controls; the end of a cell in Word.
    "\u0080€\u0082‚\u0083ƒ\u0084„\u0086†\u0087‡\u0088ˆ\u0089‰\u008aŠ\u008b‹\u008cŒ\u008eŽ\u0091‘\u0092’\u0093“\u0094”\u0095•"
    "\u0096–\u0097—\u0098˜\u0099™\u009aš\u009b›\u009cœ\u009ež\u009fŸ\u0007 "
    # Bullets, boxes and arrows of Symbol and of the three Wingdings, which only those fonts show.
    "\uf0b7•\uf0a7▪\uf06e■\uf06c●\uf0d8►\uf076•\uf0fc✓\uf050✓\uf0fb✗\uf04f✗\uf0fe☑\uf052☑\uf0fd☒\uf053☒\uf054☒\uf0a8☐\uf0a3☐"
    "\uf06f☐\uf070☐\uf071☐\uf072☐\uf0e0→\uf0e8→\uf0f0→\uf0ae→\uf0de→\uf046→\uf0df←\uf0b3≥\uf0b1±\uf0b4×\uf0b0°\uf02d–\uf0be–\uf04a☺")
WRITTEN_AS = {_WRITTEN_AS[place]: _WRITTEN_AS[place + 1] for place in range(0, len(_WRITTEN_AS), 2)}
"""Characters that another program shows, by the character that everybody sees."""
# the signs of a text, which are the keys that a text is asked for
_SEEN_AS = {character: "" for character in "".join(NO_INK)}
_SEEN_AS.update(WRITTEN_AS)
KEYBOARD = "".join([chr(code) for code in range(0x20, 0x7F)])
_USUAL = KEYBOARD + "\n" + NBSP + "ÀÂÇÈÉÊËÎÏÔÙÛàâçèéêëîïôùûœ’«»–…"
"""Characters of which there is nothing to look for: most answers have no other."""


def visible(typed: str) -> str:
    """The text without the signs that nobody can see, with a sign of everybody for those of one program."""
    if typed.strip(_USUAL) == "":
        return typed
    return "".join([_SEEN_AS[character] if character in _SEEN_AS else character for character in typed])


def _with_ends(typed: str, end: str) -> str:
    typed = visible(typed)
    for character in LINE_ENDS:
        if character in typed:
            typed = typed.replace(character, end)
    return typed


def paragraphs(typed: str) -> str:
    """A long text as it is kept, whatever ended its lines."""
    return _with_ends(typed, "\n")


def one_line(typed: str) -> str:
    """A short text as it is kept: nothing that stood on two lines or in two cells is glued."""
    return _with_ends(typed, " ").replace("\n", " ").replace("\t", " ").strip(BLANKS)
