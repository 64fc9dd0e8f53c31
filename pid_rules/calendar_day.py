"""The kind of answer that is a day: three boxes on screen, an ISO date in the file, a day number for the rules."""

from pid_rules import dates
from pid_rules.dates import is_number
from pid_rules.kinds import Kind, Wrong
from pid_rules.visible import visible

FIRST_YEAR = 1900
LAST_YEAR = 2100
"""Years in which a dossier can have a day: beyond them stands a typing error, and no rule computes with it."""
_FIRST_DAY = dates.day_number(FIRST_YEAR, 1, 1)
_LAST_DAY = dates.day_number(LAST_YEAR, 12, 31)

class Date(Kind):
    """A day, stored as an ISO date; day number for the rules. Incomplete dates are kept as typed, « 27/13/2011 »."""

    control = "date"
    known = {}
    max_length = 40

    def read(self, value):
        number = dates.parse_iso(value) if isinstance(value, str) else None
        if number is not None and not _FIRST_DAY <= number <= _LAST_DAY:
            return None, Wrong("Indiquez une année entre {0} et {1}.".format(FIRST_YEAR, LAST_YEAR))
        if number is not None:
            return number, None
        return None, Wrong(self.explain(str(value)))

    def accept(self, typed):
        """``typed`` is « jour/mois/année », or a whole date in one of the three; the month may be a name.

        A year of two digits is not understood.
        """
        pieces = [piece.strip() for piece in visible(typed).split("/")]
        if all([piece == "" for piece in pieces]):
            return ""
        day, month, year = _in_one_box(pieces) or (pieces if len(pieces) == 3 else ("", "", ""))
        day = "1" if day.lower() == "1er" else day
        number = None
        if is_number(day) and len(day) <= 2 and is_number(year) and len(year) == 4 and self.month(month) is not None:
            number = dates.day_number(int(year), self.month(month), int(day))
        return "/".join(pieces) if number is None else dates.to_iso(number)

    def month(self, typed):
        """1 to 12 from a number or the beginning of a month's French name, or None."""
        if is_number(typed):
            return int(typed) if len(typed) <= 2 and 1 <= int(typed) <= 12 else None
        plain = _without_accents(typed.lower())
        if len(plain) < 3:
            return None
        found = [index + 1 for index in range(12) if _without_accents(dates.MONTHS[index])[:len(plain)] == plain]
        return found[0] if len(found) == 1 else None

    def explain(self, typed):
        """The sentence that says what is wrong in a date kept as typed."""
        pieces = typed.split("/")
        if len(pieces) != 3:
            return "Indiquez une date avec le jour, le mois et l’année, par exemple 27 3 2011."
        missing = [name for name, piece in zip(("le jour", "le mois", "l’année"), pieces) if piece == ""]
        if missing:
            return "Complétez la date : il manque {0}.".format(" et ".join(missing))
        if len(pieces[2]) != 4 or not is_number(pieces[2]):
            return "Indiquez l’année avec quatre chiffres, par exemple 2011."
        if self.month(pieces[1]) is None:
            return "Indiquez un mois de 1 à 12, ou son nom."
        if not is_number(pieces[0]) or not 1 <= int(pieces[0]) <= 31:
            return "Indiquez un jour de 1 à 31."
        return "Indiquez une date qui existe : il n’y a pas de {0} {1} {2}.".format(
            int(pieces[0]), dates.MONTHS[self.month(pieces[1]) - 1], pieces[2])

    def parts(self, value):
        """(jour, mois, année) as texts for the three boxes, from a stored value."""
        number = dates.parse_iso(value)
        if number is None:
            pieces = (value.split("/") + ["", ""])[:3]
            return tuple(pieces)
        year, month, day = dates.parts(number)
        return str(day), str(month), str(year)

    def show(self, value):
        number = dates.parse_iso(value)
        return value if number is None else dates.in_words(number)

    def schema(self):
        return {"type": "string", "anyOf": [{"const": ""}, {"format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}],
                "maxLength": self.max_length}


def _in_one_box(pieces):
    """(day, month, year) as texts of a date written or pasted whole in one box, the others left blank; else None."""
    filled = [piece for piece in pieces if piece]
    if len(filled) == 1:
        text = filled[0]
        for sign in (".", "-", "\u00a0"):
            text = text.replace(sign, " ")
        filled = text.split()
    elif len(pieces) == 3:
        return None
    if len(filled) != 3:
        return None
    return (filled[2], filled[1], filled[0]) if len(filled[0]) == 4 else tuple(filled)


def _without_accents(text):
    for accented, plain in (("é", "e"), ("û", "u"), ("è", "e"), ("ê", "e"), (".", "")):
        text = text.replace(accented, plain)
    return text
