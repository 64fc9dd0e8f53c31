"""French typography of what people type: spaces that hold punctuation to its word, curly apostrophes, ellipses.

Words are never changed, nor anything inside an address or a time (« https://… », « 11:30 »).
"""

from __future__ import annotations

from pid_rules.words.visible import BLANKS, NBSP, paragraphs

_SPACES = BLANKS.replace("\t", "")
_HIGH = ";:!?»"
_CLOSING = ";:!?»)].,…"
_OPENING = "([«;:!?"
_CONCERNED = "'«" + _HIGH


def french(text: str) -> str:
    """The text as a person sees it and as French print sets it; applying it twice changes nothing more.

    A file that this site has not made may hold lines ended otherwise, and characters of one program.
    """
    text = paragraphs(text).replace("...", "…")
    if not any([character in text for character in _CONCERNED]):
        return text
    # A list: Brython counts the places of a text otherwise than its characters where one is beyond U+FFFF.
    characters = [character for character in text]
    written: list[str] = []
    position = 0
    while position < len(characters):
        character = characters[position]
        position += 1
        if character not in _CONCERNED:
            written.append(character)
        elif character == "'":
            written.append(_apostrophe(characters, position - 1))
        elif character == "«":
            written.append(character)
            after = _after_spaces(characters, position)
            if after < len(characters) and characters[after] != "\n":
                written.append(NBSP)
                position = after
        else:
            _hold(written, character, characters[position] if position < len(characters) else "")
            written.append(character)
    return "".join(written)


def _apostrophe(characters: list[str], position: int) -> str:
    before = characters[position - 1] if position > 0 else ""
    after = characters[position + 1] if position + 1 < len(characters) else ""
    return "’" if before.isalpha() and (after.isalpha() or after == "«") else "'"


def _after_spaces(characters: list[str], position: int) -> int:
    while position < len(characters) and characters[position] in _SPACES:
        position += 1
    return position


def _hold(written: list[str], character: str, following: str) -> None:
    """Put one no-break space at the end of what is written, where the punctuation that comes needs it."""
    spaces: list[str] = []
    while written and written[-1] in _SPACES:
        spaces.append(written.pop())
    before = written[-1] if written else "\n"
    if before == "\n":
        written += spaces
    elif spaces:
        written.append(NBSP)
    elif character == "»" or (before not in _OPENING and not before.isspace()
                         and (following == "" or following.isspace() or following in _CLOSING)):
        written.append(NBSP)
