"""Times of day as minutes since midnight, read in every usual French writing."""

from __future__ import annotations

from pid_rules.words import dates
from pid_rules.words.alike import alike
from pid_rules.words.dates import is_number, pad
from pid_rules.words.visible import NBSP

HOUR = 60
DAY = 24 * HOUR
NAMED = {"midi": "12:00", "minuit": "00:00"}
_BETWEEN = ("-", "→", "/", "à", " a ")
_DECIMALS = {"": "0", "0": "0", "5": "30", "75": "45", "25": "", "50": ""}
"""Minutes of what stands after a comma or a point, "" where nobody can tell; others of two digits are minutes: « 8,30 »
is « 8,5 »."""


def parse_time(text: str) -> int | None:
    """Minutes since midnight of « HH:MM », or None where the text is not exactly that."""
    if len(text) != 5 or text[2] != ":" or not is_number(text[:2]) or not is_number(text[3:]):
        return None
    hours, minutes = int(text[:2]), int(text[3:])
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None


def to_time(minutes: int) -> str:
    """« HH:MM » of a number of minutes."""
    return pad(minutes // 60, 2) + ":" + pad(minutes % 60, 2)


def read_time(typed: str) -> str | None:
    """« HH:MM » from what a person types (8h30, 8 h, 8:30, 8.30, 8,5, 0830, 8, midi), or None where it is no time.

    A decimal that can be read in two ways is no time.
    """
    text = alike(typed).replace(" ", "").lower()
    if text in NAMED:
        return NAMED[text]
    for ending in ("heures", "heure", "min", "mn"):
        text = text.replace(ending, "h" if ending[0] == "h" else "")
    text = text.rstrip(".,").replace("h", ":")
    if "." in text or "," in text:
        text = text.rstrip(":")
    if text[-3:] == ":00" and text.count(":") == 2:  # the seconds of a cell
        text = text[:-3]
    if is_number(text):
        hours, minutes = (text, "0") if len(text) <= 2 else (text[:-2], text[-2:])
    else:
        hours, point, decimals = text.replace(",", ".").partition(".")
        minutes = _DECIMALS[decimals] if decimals in _DECIMALS else decimals if len(decimals) == 2 else ""
        if not point:
            hours, _, minutes = text.partition(":")
            minutes = minutes or "0"
    if not is_number(hours) or not is_number(minutes) or len(hours) > 2 or len(minutes) > 2:
        return None
    return to_time(int(hours) * 60 + int(minutes)) if int(hours) < 24 and int(minutes) < 60 else None


def is_ambiguous(typed: str) -> bool:
    """Whether a text is an hour with a decimal that may be read in two ways: « 8,25 » is 8 h 25 or 8 h 15."""
    hours, _, decimals = alike(typed).replace(" ", "").replace(",", ".").partition(".")
    return is_number(hours) and len(hours) <= 2 and int(hours) < 24 and is_number(decimals) and len(decimals) <= 2 \
        and read_time(typed) is None


def read_range(typed: str) -> tuple[str, str] | None:
    """(« HH:MM », « HH:MM ») from « 8h30-10h30 », « de 8h à midi » or two cells of a sheet; None where it is not a time
    and a later one."""
    text = alike(typed).strip().lower()
    if text[:3] == "de ":
        text = text[3:]
    for character in _BETWEEN:
        first, found, second = text.partition(character)
        if found:
            both = _later(first, second)
            if both is not None:
                return both
    both = text.replace(" h", "h").replace("h ", "h").split()
    return _later(both[0], both[1]) if len(both) == 2 and ("h" in text or ":" in text) else None


def read_presence(typed: str) -> tuple[str, str, str, str] | None:
    """(arrival, beginning and end of the break, departure) from « 8h30-12h 13h30-17h », None from another text."""
    text = alike(typed).lower()
    for between in (" et ", " puis ", ",", ";"):
        text = text.replace(between, " ")
    for between in ("-", "à"):
        text = between.join([part.strip() for part in text.split(between)])
    halves = [read_range(half) for half in text.split()]
    if len(halves) != 2 or halves[0] is None or halves[1] is None or halves[0][1] > halves[1][0]:
        return None
    return halves[0][0], halves[0][1], halves[1][0], halves[1][1]


def _later(first: str, second: str) -> tuple[str, str] | None:
    start, end = read_time(first), read_time(second)
    return (start, end) if start is not None and end is not None and start < end else None


def in_words(minutes: int) -> str:
    """A time or a duration as French writes it: « 8 h 30 », « 7 h »."""
    hours, rest = minutes // 60, minutes % 60
    return str(hours) + NBSP + "h" + (NBSP + pad(rest, 2) if rest else "")


def moment_in_words(moment: str) -> str:
    """« 24 novembre 2026 à 14 h 32 » from « 2026-11-24T14:32:05 »; what is no moment, as it is."""
    day = dates.parse_iso(moment[:10])
    minutes = parse_time(moment[11:16])
    return moment if day is None or minutes is None else dates.in_words(day) + " à " + in_words(minutes)
