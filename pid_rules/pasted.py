"""What stands in a text pasted whole: an address and its parts, several telephone numbers."""

from pid_rules.dates import is_number
from pid_rules.formats import Phone
from pid_rules.visible import one_line


def _on_one_line(text, breaks):
    """The text with this sign for each end of a line."""
    return one_line(breaks.join(text.splitlines()))


def address(text):
    """(street, postcode, town) of a French address written on one line or several, None where it is not one.

    The postcode is the last five digits that a town follows; the street may be "".
    """
    words = _on_one_line(text, " , ").replace(",", " , ").split()
    for index in range(len(words) - 1, -1, -1):
        code, after = _postcode(words[index:])
        town = _trimmed(words[index + after:]) if code else ""
        if town and not is_number(town[0]):
            return _trimmed(words[:index]), code, town
    return None


def _postcode(words):
    """(the postcode that begins these words, in how many words), ("", 0) where none does."""
    first = words[0]
    for prefix in ("F-", "FR-", "f-", "fr-"):
        if first[:len(prefix)] == prefix:
            first = first[len(prefix):]
    if len(first) == 5 and is_number(first):
        return first, 1
    if len(words) > 1 and len(first) == 2 and len(words[1]) == 3 and is_number(first) and is_number(words[1]):
        return first + words[1], 2
    return "", 0


def _trimmed(words):
    """These words as one line: commas stand for line breaks, « France » says nothing."""
    parts = [part.strip() for part in " ".join(words).split(",")]
    return ", ".join([part for part in parts if part and part.lower() != "france"])


def phones(text):
    """The telephone numbers of a list, [] unless every piece of it is one."""
    line = _on_one_line(text, "/")
    for sign in (";", ",", "|", " ou ", " et ", " - "):
        line = line.replace(sign, "/")
    kind = Phone()
    pieces = [piece.strip() for piece in line.split("/") if piece.strip()]
    return pieces if all([kind.read(kind.accept(piece))[1] is None for piece in pieces]) else []
