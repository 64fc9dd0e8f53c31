"""French typography of what people type: spaces that hold punctuation to its word, curly apostrophes, ellipses.

Words are never changed, nor anything inside an address or a time (« https://… », « 11:30 »).
"""

NBSP = "\u00a0"
_SPACES = " \u00a0\u202f"
_HIGH = ";:!?»"
_CLOSING = ";:!?»)].,…"
_OPENING = "([«;:!?"
_CONCERNED = "'«" + _HIGH


def french(text):
    """The text as French print sets it; applying it twice changes nothing more."""
    text = text.replace("...", "…")
    if not any([sign in text for sign in _CONCERNED]):
        return text
    written = []
    position = 0
    while position < len(text):
        sign = text[position]
        position += 1
        if sign == "'":
            written.append(_apostrophe(text, position - 1))
        elif sign == "«":
            written.append(sign)
            after = _after_spaces(text, position)
            if after < len(text) and text[after] != "\n":
                written.append(NBSP)
                position = after
        else:
            if sign in _HIGH:
                _hold(written, sign, text[position:position + 1])
            written.append(sign)
    return "".join(written)


def _apostrophe(text, position):
    before, after = text[position - 1:position], text[position + 1:position + 2]
    return "’" if before.isalpha() and (after.isalpha() or after == "«") else "'"


def _after_spaces(text, position):
    while position < len(text) and text[position] in _SPACES:
        position += 1
    return position


def _hold(written, sign, following):
    """Put one no-break space at the end of what is written, where the punctuation that comes needs it."""
    spaces = []
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
