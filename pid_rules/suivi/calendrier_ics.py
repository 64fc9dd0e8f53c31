"""The deadlines as an iCalendar file (RFC 5545) for Thunderbird and Outlook; it names the reference, never the
pupil."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import get
from pid_rules.handover import names
from pid_rules.suivi.echeances import FAIT, made_here
from pid_rules.words import dates
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier
    from pid_rules.suivi.echeances import Deadline

PRODUCT = "-//Dossier PID//Suivi//FR"
LONGEST = 75
"""Octets of a line, its end left out (RFC 5545, 3.1)."""
EPOCH = cast("int", dates.day_number(1970, 1, 1))
DAY = 24 * 60 * 60
FIRST_MOMENT = (cast("int", dates.day_number(2026, 1, 1)) - EPOCH) * DAY
"""A sequence counts the seconds from then on: it fits the integers of calendars until 2094."""
EVE = "-PT15H"
"""A whole day begins at midnight: fifteen hours before is 9 o'clock of the day before."""

_ESCAPES = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


def escape(text: str) -> str:
    """The text as the value of a property: separators escaped, control characters left out (3.3.11)."""
    pieces: list[str] = []
    for character in text.replace("\r\n", "\n").replace("\r", "\n"):
        if character in _ESCAPES:
            pieces.append(_ESCAPES[character])
        elif (character >= " " and character != "\x7f") or character == "\t":
            pieces.append(character)
    return "".join(pieces)


def octets(character: str) -> int:
    """Length of a character in UTF-8."""
    code = ord(character)
    return 1 if code < 0x80 else 2 if code < 0x800 else 3 if code < 0x10000 else 4


def fold(line: str) -> str:
    """The line cut into pieces of 75 octets at most, each but the first begun by a space; no character is ever cut."""
    pieces: list[str]
    pieces, length = [], 0
    for character in line:
        width = octets(character)
        if length + width > LONGEST:
            pieces.append("\r\n ")
            length = 1
        pieces.append(character)
        length += width
    return "".join(pieces)


def calendar(dossier: Dossier, listed: list[Deadline], moment: int) -> str:
    """The iCalendar text of the deadlines that are not done; ``moment`` is now, in whole seconds since 1970 UTC.

    "" where there is none, or where the dossier has no reference: its events could then replace those of another.
    """
    reference = names.reference(dossier)
    awaited = [deadline for deadline in listed if deadline.state != FAIT]
    if reference == "" or not awaited:
        return ""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:" + PRODUCT, "CALSCALE:GREGORIAN"]
    for deadline in awaited:
        lines += _event(dossier, reference, deadline, moment)
    lines.append("END:VCALENDAR")
    return "\r\n".join([fold(line) for line in lines]) + "\r\n"


def uid(dossier: Dossier, reference: str, deadline: Deadline) -> str:
    """Identifier of an event: the same at each export, so that a calendar replaces it instead of adding another."""
    return reference + "." + deadline.kind + "." + stable(dossier, deadline.path) + "@dossier-pid"


def stable(dossier: Dossier, path: str) -> str:
    """The path with identifiers in the place of the indices: an event follows its stage when the list is reordered.

    An identifier counts only if the site made it and no other item of the list has it.
    """
    pieces: list[str]
    pieces, walked = [], ""
    for part in path.split("."):
        identifier = ""
        if dates.is_number(part):
            identifier = _own_identifier(get(dossier, walked), int(part))
        walked += ("." if walked else "") + part
        pieces.append(identifier or part)
    return ".".join(pieces)


def _own_identifier(items: Any, index: int) -> str:
    identifiers: list[Any] = [item["id"] if isinstance(item, dict) and "id" in item else "" for item in items]
    own = identifiers[index]
    return own if made_here(own) and identifiers.count(own) == 1 else ""


def _event(dossier: Dossier, reference: str, deadline: Deadline, moment: int) -> list[str]:
    title = "PID " + reference + NBSP + ": " + deadline.title()
    note = deadline.sentence + ("\n" + deadline.citation.label() if deadline.citation is not None else "")
    return ["BEGIN:VEVENT", "UID:" + uid(dossier, reference, deadline), "DTSTAMP:" + stamp(moment),
            "SEQUENCE:" + str(max(0, moment - FIRST_MOMENT)),
            "DTSTART;VALUE=DATE:" + _basic(deadline.day), "DTEND;VALUE=DATE:" + _basic(deadline.day + 1),
            "SUMMARY:" + escape(title), "DESCRIPTION:" + escape(note), "TRANSP:TRANSPARENT",
            "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:" + EVE, "DESCRIPTION:" + escape(title), "END:VALARM",
            "END:VEVENT"]


def stamp(moment: int) -> str:
    """A moment in UTC (3.3.5): of two exports, even of one day, it says which is the newer, as does the sequence."""
    seconds = moment % DAY
    hour = [seconds // 3600, seconds // 60 % 60, seconds % 60]
    return _basic(EPOCH + moment // DAY) + "T" + "".join([dates.pad(number, 2) for number in hour]) + "Z"


def _basic(day: int) -> str:
    return dates.to_iso(day).replace("-", "")
