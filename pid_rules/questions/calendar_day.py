"""The kind of answer that is a day: three boxes on screen, an ISO date in the file, a day number for the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.questions.kinds import Kind, Wrong
from pid_rules.words import dates
from pid_rules.words.alike import plain
from pid_rules.words.dates import is_number
from pid_rules.words.declared import declared
from pid_rules.words.visible import one_line

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Json

    Triple = tuple[str, str, str]

FIRST_YEAR = 1900
LAST_YEAR = 2100
"""Years in which a dossier can have a day: beyond them stands a typing error, and no rule computes with it."""
_FIRST_DAY = cast("int", dates.day_number(FIRST_YEAR, 1, 1))
_LAST_DAY = cast("int", dates.day_number(LAST_YEAR, 12, 31))
_BETWEEN = ".-,"
_BEFORE = ("le", "du", "au", "lun", "mar", "mer", "jeu", "ven", "sam", "dim")
_ASKED = "Indiquez une date avec le jour, le mois et l’année, par exemple 27 3 2011."


def _year_asked(typed: str) -> str:
    """« 26 » may be 2026 or 1926: nobody chooses in the place of the person."""
    if len(typed) == 2 and is_number(typed):
        return declared("Indiquez l’année avec quatre chiffres : {0} s’écrit 20{0} ou 19{0}.").format(typed)
    return "Indiquez l’année avec quatre chiffres."


class Date(Kind):
    """A day, stored as an ISO date; day number for the rules. Incomplete dates are kept as typed, « 27/13/2011 »."""

    control = "date"
    known: dict[str, Any] | None = {}
    max_length = 40

    def read(self, value: Json) -> tuple[Any, Wrong | None]:
        number = dates.parse_iso(value) if isinstance(value, str) else None
        if number is not None and not _FIRST_DAY <= number <= _LAST_DAY:
            return None, Wrong("Indiquez une année entre {0} et {1}.".format(FIRST_YEAR, LAST_YEAR))
        if number is not None:
            return number, None
        return None, Wrong(self.explain(str(value)))

    def accept(self, typed: str) -> str:
        """``typed`` is « jour/mois/année », or a whole date in one of the three; the month may be a name.

        A year of two digits is one of this half century: nobody in a dossier was born in the other. With 19 and 20
        begins one of four.
        """
        if one_line(typed).strip("/ ") == "":
            return ""
        day, month, year = _spread(_words(plain(typed).replace("/", " "))) or ("", "", "")
        day = day[:-2] if day[-2:] == "er" else day
        year = "20" + year if len(year) == 2 and year[0] in "01234" and year not in ("19", "20") else year
        number = None
        if is_number(day) and len(day) <= 2 and is_number(year) and len(year) == 4 and self.month(month) is not None:
            number = dates.day_number(int(year), cast("int", self.month(month)), int(day))
        return "/".join([one_line(piece) for piece in typed.split("/")]) if number is None else dates.to_iso(number)

    def month(self, typed: str) -> int | None:
        """1 to 12 from a number or the beginning of a month's French name, or None."""
        if is_number(typed):
            return int(typed) if len(typed) <= 2 and 1 <= int(typed) <= 12 else None
        name = plain(typed).replace(".", "")
        if len(name) < 3:
            return None
        found = [index + 1 for index in range(12) if plain(dates.MONTHS[index])[:len(name)] == name]
        return found[0] if len(found) == 1 else None

    def explain(self, typed: str) -> str:
        """The sentence that says what is wrong in a date kept as typed."""
        whole = _spread(_words(plain(typed).replace("/", " ")))
        pieces = list(whole) if whole else [piece.strip() for piece in plain(typed).split("/")]
        filled = [piece for piece in pieces if piece != ""]
        if len(pieces) != 3 or any([len(_words(piece)) > 1 for piece in filled]) \
                or (len(filled) == 1 and pieces[1] == "" and not is_number(filled[0])):
            return _ASKED
        missing = [name for name, piece in zip(("le jour", "le mois", "l’année"), pieces) if piece == ""]
        if missing:
            return declared("Complétez la date : il manque {0}.").format(" et ".join(missing))
        if len(pieces[2]) != 4 or not is_number(pieces[2]):
            return _year_asked(pieces[2])
        if self.month(pieces[1]) is None:
            return "Indiquez un mois de 1 à 12, ou son nom."
        if not is_number(pieces[0]) or not 1 <= int(pieces[0]) <= 31:
            return "Indiquez un jour de 1 à 31."
        return declared("Indiquez une date qui existe : il n’y a pas de {0} {1} {2}.").format(
            int(pieces[0]), dates.MONTHS[cast("int", self.month(pieces[1])) - 1], pieces[2])

    def parts(self, value: str) -> Triple:
        """(jour, mois, année) as texts for the three boxes, from a stored value."""
        number = dates.parse_iso(value)
        if number is None:
            pieces = (value.split("/") + ["", ""])[:3]
            return cast("Triple", tuple(pieces))
        year, month, day = dates.parts(number)
        return str(day), str(month), str(year)

    def show(self, value: str) -> str:
        number = self.remembered(value)
        if number is None:
            number = dates.parse_iso(value)
        return value if number is None else dates.in_words(number)

    def schema(self) -> dict[str, Any]:
        return {"type": "string",
                "anyOf": [{"const": ""}, {"format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}],
                "maxLength": self.max_length}


def _words(written: str) -> list[str]:
    """What stands between blanks, points, dashes or commas of a date in lower case, without the hour that a cell adds
    to a day."""
    for character in _BETWEEN:
        written = written.replace(character, " ")
    words = [word.partition("t")[0] if ":" in word else word for word in written.split()]
    return [word for word in words if word != "" and ":" not in word]


def _spread(words: list[str]) -> Triple | None:
    """(day, month, year) as texts, or None where the words are not these three."""
    while len(words) > 3 and words[0][:3] in _BEFORE:
        words = words[1:]
    if len(words) == 4 and words[1] == "er":
        words = words[:1] + words[2:]
    if len(words) == 1 and is_number(words[0]) and len(words[0]) == 8:  # no year begins as a month does
        whole = words[0]
        words = [whole[:2], whole[2:4], whole[4:]] if int(whole[4:6]) > 12 else [whole[:4], whole[4:6], whole[6:]]
    if len(words) != 3:
        return None
    return (words[2], words[1], words[0]) if len(words[0]) == 4 else cast("Triple", tuple(words))
