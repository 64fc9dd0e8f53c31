"""What stands in a text pasted whole: an address and its parts, several telephone numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.questions.formats import Phone, Postcode
from pid_rules.words.dates import is_number
from pid_rules.words.visible import NBSP, one_line

if TYPE_CHECKING:
    from collections.abc import Callable

BOXES = ("BP", "B.P.", "CS", "TSA")
"""What a number of five digits follows that is no postcode."""


def _on_one_line(text: str, breaks: str) -> str:
    """The text with this sign for each end of a line."""
    return one_line(breaks.join(text.splitlines()))


def address(text: str) -> tuple[str, str, str] | None:
    """(street, postcode, town) of a French address written on one line or several, None where it is not one.

    The postcode is the last five digits that a town follows; the street may be "".
    """
    words = _on_one_line(text, " , ").replace(",", " , ").split()
    for index in range(len(words) - 1, -1, -1):
        code, after = _postcode(words[index:])
        town = _town(words[index + after:]) if code and (index == 0 or words[index - 1].upper() not in BOXES) else ""
        if town and not is_number(town[0]):
            return _trimmed(words[:index]), code, town
    return None


def whole_address(text: str, town_at: Callable[[str], str]) -> tuple[str, str, str, str] | None:
    """(street, postcode, town, country) of an address of which nothing else is written, None where it is not one.

    ``town_at(postcode)`` gives the town that may be left out, "" for none.
    """
    words = text.replace(",", " , ").split()
    code, used = _postcode(words[-1:]) if words else ("", 0)
    town = town_at(code) if code else ""
    if town and _trimmed(words[:-used]):
        return _trimmed(words[:-used]), code, town, ""
    found = address(text)
    if found is None or found[0] == "":
        return None
    written, kept = _letters(text), _letters("".join(found))
    rest = written[len(kept):]
    return (*found, rest.capitalize()) if written == kept + rest and rest in ("", "france") else None


def _letters(text: str) -> str:
    """What is written, without what only parts it."""
    return "".join([sign for sign in text.lower() if sign not in " ,-–" + NBSP])


def _postcode(words: list[str]) -> tuple[str, int]:
    """(the postcode that begins these words, in how many words), ("", 0) where none does."""
    first = Postcode().accept(words[0])
    if len(first) == 5 and is_number(first):
        return first, 1
    if len(words) > 1 and len(first) == 2 and len(words[1]) == 3 and is_number(first) and is_number(words[1]):
        return first + words[1], 2
    return "", 0


def _parts(words: list[str]) -> list[str]:
    """What stands between the commas, which are line breaks as well."""
    return [part for part in [part.strip(" -–") for part in " ".join(words).split(",")] if part]


def _trimmed(words: list[str]) -> str:
    """These words as one line."""
    return ", ".join(_parts(words))


def _town(words: list[str]) -> str:
    """The first part of these words: what follows is a country or a telephone, and « France » says nothing."""
    town = (_parts(words) or [""])[0]
    return town[:-6].strip() if town.lower() == "france" or town[-7:].lower() == " france" else town


def phones(text: str) -> list[str]:
    """The telephone numbers of a list, [] unless every piece of it is one."""
    line = _on_one_line(text, "/")
    for character in (";", ",", "|", " ou ", " et ", " - "):
        line = line.replace(character, "/")
    kind = Phone()
    pieces = [piece.strip() for piece in line.split("/") if piece.strip()]
    return pieces if all([kind.read(kind.accept(piece))[1] is None for piece in pieces]) else []
