"""What one answer may be: texts, choices and numbers, and the interface that every kind has.

The formats with a check of their own (UAI, telephone…) are in ``formats``, days in ``calendar_day``, times in
``time_of_day``. A kind never sees a blank value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.words import horaires
from pid_rules.words.alike import alike
from pid_rules.words.dates import is_number
from pid_rules.words.declared import declared
from pid_rules.words.visible import one_line, paragraphs

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Block
    from pid_rules.shapes import Json

BLOQUANT = "bloquant"
AVERTISSEMENT = "avertissement"
INFORMATION = "information"

SHORT = 200
LONG = 5000


class Wrong:
    """What is wrong with an answer: a severity and a sentence that says what to do."""

    def __init__(self, message: str, severity: str = BLOQUANT) -> None:
        self.message = message
        self.severity = severity


class Kind:
    """One kind of answer.

    ``control`` names the HTML control: text, textarea, date, radio, checkboxes, select, number, reference.
    """

    control = "text"
    inputmode = ""
    max_length = SHORT
    blank: Json = ""
    options: tuple[tuple[str, str], ...]
    target: Block | None = None
    """The block whose items the answer designates, for a reference."""
    lost = ""
    """What is said where the item that it designates is gone."""
    known: dict[str, Any] | None = None
    """Texts already read without fault, with what the rules see of them, where remembering is worth it."""

    def read(self, value: Json) -> tuple[Any, Wrong | None]:
        """(value for the rules, Wrong or None) of a stored value that is not blank."""
        if not isinstance(value, str):
            return None, Wrong("Indiquez un texte.")
        if len(value) > self.max_length:
            return value, Wrong(declared("Raccourcissez ce texte à {0} caractères au plus : il en compte {1}.")
                                .format(self.max_length, len(value)))
        return value, None

    def remembered(self, value: str) -> Any:
        """What the rules see of a text already read without fault, None of another."""
        return self.known[value] if self.known is not None and value in self.known else None

    def accept(self, typed: Any) -> Any:
        """The stored value of what a person typed; what is not understood is kept as typed.

        Characters that nobody can see are left out: a text pasted from elsewhere holds some.
        """
        return one_line(typed)

    def show(self, value: Any) -> str:
        """The stored value as French print writes it."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the stored value, blank included."""
        return {"type": "string", "maxLength": self.max_length}


class Text(Kind):
    """A short text on one line."""

    def __init__(self, max_length: int = SHORT) -> None:
        self.max_length = max_length


class Moment(Text):
    """A moment that the site writes, to the minute: « 2026-11-29T14:32 »."""

    def __init__(self) -> None:
        Text.__init__(self, 16)

    def show(self, value: str) -> str:
        return horaires.moment_in_words(value)


class LongText(Kind):
    """A text of several paragraphs."""

    control = "textarea"
    max_length = LONG

    def accept(self, typed: str) -> str:
        return paragraphs(typed)


class Name(Kind):
    """A person's name: any letter, with apostrophes, hyphens and spaces; the case typed is kept."""

    max_length = 100

    def read(self, value: Any) -> tuple[Any, Wrong | None]:
        value, wrong = Kind.read(self, value)
        if wrong is None and any([is_number(character) or character in "@<>{}[]|\\/=+*%$€£&#_\""
                                  for character in value]):
            wrong = Wrong("Indiquez un nom avec des lettres, des espaces, des apostrophes ou des traits d’union "
                          "seulement.")
        return value, wrong


class Integer(Kind):
    """A whole number between two bounds."""

    inputmode = "numeric"
    control = "number"
    blank = None

    def __init__(self, minimum: int = 0, maximum: int = 1000) -> None:
        self.minimum = minimum
        self.maximum = maximum

    def read(self, value: Json) -> tuple[Any, Wrong | None]:
        if isinstance(value, bool) or not isinstance(value, int) or not self.minimum <= value <= self.maximum:
            return None, Wrong("Indiquez un nombre entier de {0} à {1}.".format(self.minimum, self.maximum))
        return value, None

    def accept(self, typed: str) -> int | str | None:
        text = alike(typed).replace(" ", "")
        if text == "":
            return None
        return int(text) if is_number(text) and len(text) < 10 else one_line(typed)

    def schema(self) -> dict[str, Any]:
        return {"type": ["integer", "string", "null"], "minimum": self.minimum, "maximum": self.maximum}


class Percent(Integer):
    """A percentage: its sign may be written, and is not kept."""

    def __init__(self) -> None:
        Integer.__init__(self, 0, 100)

    def accept(self, typed: str) -> int | str | None:
        text = one_line(typed)
        given = Integer.accept(self, text[:-1] if text[-1:] == "%" else text)
        return given if isinstance(given, int) or text == "" else text


class YesNo(Kind):
    """Yes or no."""

    control = "radio"
    blank = None
    options = (("oui", "Oui"), ("non", "Non"))

    def read(self, value: Json) -> tuple[Any, Wrong | None]:
        if not isinstance(value, bool):
            return None, Wrong("Choisissez oui ou non.")
        return value, None

    def accept(self, typed: str) -> bool | None:
        return {"oui": True, "non": False}.get(typed)

    def show(self, value: Json) -> str:
        return "Oui" if value is True else "Non" if value is False else str(value)

    def schema(self) -> dict[str, Any]:
        return {"type": ["boolean", "null"]}


class Choice(Kind):
    """One of a few options, each a (value, label) pair; ``unanswered`` is what a list shows where none is chosen.

    Of those ``proposed``, all by default, one may be chosen; the others are what a former file may hold.
    """

    def __init__(self, *options: tuple[str, str], control: str = "", unanswered: str = "Choisissez",
                 proposed: tuple[str, ...] = ()) -> None:
        self.options = options
        self.proposed = [option for option in options if not proposed or option[0] in proposed]
        self.unanswered = unanswered
        self.known: dict[str, Any] | None = {}
        self.labels = {value: label for value, label in options}
        self.control = control or ("radio" if len(options) <= 6 else "select")

    def read(self, value: Json) -> tuple[Any, Wrong | None]:
        if not isinstance(value, str) or value not in self.labels:
            return None, Wrong(declared("Choisissez une réponse de la liste : « {0} » n’en fait pas partie.")
                               .format(value))
        return value, None

    def show(self, value: Json) -> str:
        return self.labels[value] if isinstance(value, str) and value in self.labels else str(value)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "enum": [""] + [value for value, _ in self.options]}


class Choices(Kind):
    """Any number of the options, as a list of their values."""

    control = "checkboxes"
    blank: Json = []

    def __init__(self, *options: tuple[str, str]) -> None:
        self.options = options
        self.labels = {value: label for value, label in options}

    def read(self, value: Json) -> tuple[Any, Wrong | None]:
        if not isinstance(value, list) or any([not isinstance(one, str) or one not in self.labels for one in value]):
            return None, Wrong("Choisissez des réponses de la liste.")
        return value, None

    def accept(self, typed: list[str]) -> list[str]:
        return typed

    def show(self, value: list[str]) -> str:
        return ", ".join([self.labels[one] if one in self.labels else str(one) for one in value])

    def schema(self) -> dict[str, Any]:
        return {"type": "array", "items": {"type": "string", "enum": [value for value, _ in self.options]}}


class Rating(Integer):
    """A rating from 1 (« pas du tout ») to 4 (« tout à fait »)."""

    control = "radio"
    options = (("1", "1 – pas du tout"), ("2", "2 – plutôt non"), ("3", "3 – plutôt oui"), ("4", "4 – tout à fait"))

    def __init__(self) -> None:
        Integer.__init__(self, 1, 4)

    def show(self, value: Json) -> str:
        return str(value) + " sur 4"


class Mastery(Rating):
    """The same four degrees, by the words of the school's scale (code de l'éducation, D122-3)."""

    options = (("1", "Maîtrise insuffisante"), ("2", "Maîtrise fragile"), ("3", "Maîtrise satisfaisante"),
               ("4", "Très bonne maîtrise"))

    def show(self, value: Json) -> str:
        return dict(self.options).get(str(value), str(value))
