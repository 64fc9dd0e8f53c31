"""French typography of what people type: spaces that hold punctuation to its word, curly apostrophes, ellipses.

Words are never changed, nor anything inside an address or a time (« https://… », « 11:30 »).
"""

from __future__ import annotations

from pid_rules.words.visible import BLANKS, paragraphs

NBSP = "\u00a0"
_SPACES = BLANKS.replace("\t", "")
_HIGH = ";:!?»"
_CLOSING = ";:!?»)].,…"
_OPENING = "([«;:!?"
_CONCERNED = "'«" + _HIGH


def french(text: str) -> str:
    """The text as a person sees it and as French print sets it; applying it twice changes nothing more.

    A file that this site has not made may hold lines ended otherwise, and signs of one program.
    """
    text = paragraphs(text).replace("...", "…")
    if not any([sign in text for sign in _CONCERNED]):
        return text
    # A list: Brython counts the places of a text otherwise than its signs where one is beyond U+FFFF.
    signs = [sign for sign in text]
    written: list[str] = []
    position = 0
    while position < len(signs):
        sign = signs[position]
        position += 1
        if sign == "'":
            written.append(_apostrophe(signs, position - 1))
        elif sign == "«":
            written.append(sign)
            after = _after_spaces(signs, position)
            if after < len(signs) and signs[after] != "\n":
                written.append(NBSP)
                position = after
        else:
            if sign in _HIGH:
                _hold(written, sign, signs[position] if position < len(signs) else "")
            written.append(sign)
    return "".join(written)


def _apostrophe(signs: list[str], position: int) -> str:
    before = signs[position - 1] if position > 0 else ""
    after = signs[position + 1] if position + 1 < len(signs) else ""
    return "’" if before.isalpha() and (after.isalpha() or after == "«") else "'"


def _after_spaces(signs: list[str], position: int) -> int:
    while position < len(signs) and signs[position] in _SPACES:
        position += 1
    return position


def _hold(written: list[str], sign: str, following: str) -> None:
    """Put one no-break space at the end of what is written, where the punctuation that comes needs it."""
    spaces: list[str] = []
    while written and written[-1] in _SPACES:
        spaces.append(written.pop())
    before = written[-1] if written else "\n"
    if before == "\n":
        written += spaces
    elif spaces:
        written.append(NBSP)
    elif sign == "»" or (before not in _OPENING and not before.isspace()
                         and (following == "" or following.isspace() or following in _CLOSING)):
        written.append(NBSP)
