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
        """``typed`` is « jour/mois/année »; the month may be a name, the year two digits are refused."""
        pieces = [piece.strip() for piece in visible(typed).split("/")]
        if all([piece == "" for piece in pieces]):
            return ""
        if len(pieces) != 3 or not is_number(pieces[0]) or not is_number(pieces[2]):
            return "/".join(pieces)
        month = self.month(pieces[1])
        if month is None or len(pieces[0]) > 2 or len(pieces[2]) != 4:
            return "/".join(pieces)
        number = dates.day_number(int(pieces[2]), month, int(pieces[0]))
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
        return "Indiquez une date qui existe : il n’y a pas de {0} dans ce mois.".format(pieces[0])

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


def _without_accents(text):
    for accented, plain in (("é", "e"), ("û", "u"), ("è", "e"), ("ê", "e"), (".", "")):
        text = text.replace(accented, plain)
    return text
