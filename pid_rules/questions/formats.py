"""Kinds of answer with a format of their own: UAI, telephone, postcode, e-mail, SIRET, school year.

Sources: the open data of the ministry for the UAI letter, the rule of INSEE for SIRET.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.questions.calendar_day import FIRST_YEAR, LAST_YEAR
from pid_rules.questions.kinds import AVERTISSEMENT, Kind, Wrong
from pid_rules.words.alike import alike
from pid_rules.words.dates import is_number
from pid_rules.words.declared import declared
from pid_rules.words.visible import BLANKS, NBSP

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Json

_UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "0123456789"
_SEPARATORS = " .-/()"
_FRANCE = "33"
_OVERSEAS = ("262", "508", "590", "594", "596")
_LONGEST_PHONE = 16
_POLYNESIE = ("40", "49", "87", "88", "89")


def compact(typed: str) -> str:
    """The text without the blanks, dashes and other separators that people put in numbers."""
    text = alike(typed)
    for character in _SEPARATORS:
        text = text.replace(character, "")
    return text


def _after(text: str, starts: tuple[str, ...]) -> str:
    """The text after the first of the beginnings that it has, as of « tel: » or « mailto: »."""
    for start in starts:
        if text[:len(start)].lower() == start:
            return text[len(start):]
    return text


class Written(Kind):
    """A kind that people write in several ways: whatever the file holds is judged as it is understood."""

    def read(self, value: Json) -> tuple[Any, Wrong | None]:
        return self.judge(self.accept(value)) if isinstance(value, str) else Kind.read(self, value)

    def judge(self, value: str) -> tuple[Any, Wrong | None]:
        """(value for the rules, Wrong or None) of an answer understood."""
        return Kind.read(self, value)


def uai_letter(digits: str) -> str:
    """The control letter of the seven digits of a UAI."""
    return _UAI_LETTERS[int(digits) % 23]


class Uai(Written):
    """Identifier of a school: seven digits and a control letter, which is suggested when it does not match."""

    max_length = 20

    def judge(self, value: str) -> tuple[Any, Wrong | None]:
        if len(value) != 8 or not is_number(value[:7]) or value[7] not in _UPPER:
            return None, Wrong("Indiquez l’UAI avec sept chiffres et une lettre, par exemple 0490060Z.")
        letter = uai_letter(value[:7])
        if value[7] != letter:
            return value, Wrong(declared("Vérifiez l’UAI : pour {0}, la lettre attendue est {1}.")
                                .format(value[:7], letter),
                                AVERTISSEMENT)
        return value, None

    def accept(self, typed: str) -> str:
        return compact(typed).upper()


class Phone(Written):
    """A telephone number, stored as the ten digits of France, as « + » and digits for another country, or as the six or
    eight of overseas."""

    inputmode = "tel"
    max_length = 30

    def judge(self, value: str) -> tuple[Any, Wrong | None]:
        foreign = value[:1] == "+"
        digits = value[1:] if foreign else value
        if not is_number(digits):
            return None, Wrong("Indiquez un numéro de téléphone, par exemple 02 41 00 00 00.")
        if not (foreign and 7 <= len(digits) <= 15 and digits[0] != "0" or _is_national(value)):
            return None, Wrong(declared("Indiquez dix chiffres commençant par 0, par exemple 02 41 00 00 00 ; pour un "
                                        "autre pays, « + » et tous les chiffres, par exemple +32 470 00 00 00."))
        return value, None

    def accept(self, typed: str) -> str:
        text = _after(compact(typed), ("tel:", "tél:", "tel", "tél"))
        if text[:2] == "00" and len(text) != 10:  # ten digits: one of France, mistyped
            text = "+" + text[2:]
        abroad = text[1:] if text[:1] == "+" else text
        for code in (_FRANCE,) + _OVERSEAS:
            national = abroad[len(code):].lstrip("0")
            begins = code == _FRANCE or national[:1] in (code[0], "6", "7", "9")
            if abroad[:len(code)] == code and is_number(national) and begins \
                    and (len(national) == 9 or text[:1] == "+" and code == _FRANCE):
                return "0" + national
        # Several numbers stay apart, for the person to choose.
        return text if is_number(abroad) and len(text) <= _LONGEST_PHONE else Kind.accept(self, typed)

    def show(self, value: str) -> str:
        if len(value) in (6, 8, 10) and is_number(value):
            return NBSP.join([value[index:index + 2] for index in range(0, len(value), 2)])
        return value


def _is_national(digits: str) -> bool:
    """Whether a number is one of France; Nouvelle-Calédonie and Wallis-et-Futuna have six digits, Polynésie eight."""
    return len(digits) == 10 and digits[0] == "0" < digits[1] or len(digits) == 6 and digits[0] != "0" \
        or len(digits) == 8 and digits[:2] in _POLYNESIE


class Postcode(Written):
    """A French postcode, those of CEDEX included; that of another country is kept, and told to be looked at."""

    max_length = 20

    def judge(self, value: str) -> tuple[Any, Wrong | None]:
        if is_number(value) and len(value) == 5 and value[:2] != "99":
            return value, None
        if 3 <= len(value) <= 10 and any([digit in value for digit in _DIGITS]) \
                and value.upper().strip(_UPPER + _DIGITS + " -") == "":
            return value, Wrong(declared("Vérifiez le code postal : en France, il a cinq chiffres, comme 49000. Celui "
                                         "d’un autre pays est gardé tel quel."), AVERTISSEMENT)
        return None, Wrong(declared("Indiquez un code postal : en France, cinq chiffres, par exemple 49000."))

    def accept(self, typed: str) -> str:
        text = Kind.accept(self, alike(typed))
        close = _after(text.replace(" ", "").replace(".", ""), ("fr-", "f-", "fr", "f"))
        return close if is_number(close) and len(close) == 5 else text


class Email(Written):
    """An e-mail address: one @, a domain with a dot, no blank."""

    inputmode = "email"
    max_length = 200

    def judge(self, value: str) -> tuple[Any, Wrong | None]:
        local, at, domain = value.partition("@")
        good = (local != "" and at and "@" not in domain and "." in domain and ".." not in value
                and domain[0] != "." and domain[-1] != "."
                and not any([character in value for character in ",;:<>()[]\\\"\n\r" + BLANKS]))
        if not good:
            begins = declared("Vérifiez cette adresse électronique : une seule, sans espace ni virgule.") if at \
                else "Indiquez une adresse électronique."
            return None, Wrong(begins + declared(" Format attendu : nom@domaine.fr"))
        return value, None

    def accept(self, typed: str) -> str:
        text = alike(typed).strip()
        name, begins, address = text.partition("<")
        if begins and "@" in address and "@" not in name and text[-1] == ">":  # « Nom <nom@domaine.fr> »
            text = address[:-1]
        return _after(text.replace(" ", ""), ("mailto:",)).rstrip(";,")


def luhn(digits: str) -> bool:
    """Whether the digits satisfy Luhn's rule."""
    total = 0
    for position in range(len(digits)):
        value = int(digits[len(digits) - 1 - position])
        if position % 2 == 1:
            value = value * 2 - 9 if value > 4 else value * 2
        total += value
    return total % 10 == 0


def is_siret(value: str) -> bool:
    """Whether fourteen digits are a SIRET; La Poste's establishments follow a rule of their own."""
    if len(value) != 14 or not is_number(value):
        return False
    if value[:9] == "356000000":
        return luhn(value) or sum([int(digit) for digit in value]) % 5 == 0
    return luhn(value) and luhn(value[:9])


class Siret(Written):
    """A SIRET stored as digits. A wrong one is judged by rule ST-29, as it never blocks."""

    inputmode = "numeric"
    max_length = 30

    def accept(self, typed: str) -> str:
        text = compact(typed)
        return text if is_number(text) else Kind.accept(self, typed)

    def show(self, value: str) -> str:
        if len(value) != 14 or not is_number(value):
            return value
        return NBSP.join([value[:3], value[3:6], value[6:9], value[9:]])


class SchoolYear(Written):
    """A school year « 2026-2027 »; its first calendar year for the rules."""

    max_length = 20

    def judge(self, value: str) -> tuple[Any, Wrong | None]:
        first, dash, second = value.partition("-")
        if not dash or len(value) != 9 or not (is_number(first) and is_number(second)) \
                or not FIRST_YEAR <= int(first) < LAST_YEAR or int(second) != int(first) + 1:
            return None, Wrong("Indiquez l’année scolaire avec ses deux années, par exemple 2026-2027.")
        return int(first), None

    def accept(self, typed: str) -> str:
        text = alike(typed).replace(" ", "").replace("/", "-")
        if len(text) == 8 and is_number(text):
            text = text[:4] + "-" + text[4:]
        return text


REFERENCE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Reference(Kind):
    """Reference of a dossier, « UAI-AAAA-XXXX »: four random signs without O, 0, I, 1; never a name."""

    max_length = 30

    def read(self, value: Any) -> tuple[Any, Wrong | None]:
        pieces = value.split("-")
        if len(pieces) != 3 or len(pieces[1]) != 4 or not is_number(pieces[1]) or len(pieces[2]) != 4 \
                or pieces[2].strip(REFERENCE_SIGNS) != "" or Uai().judge(pieces[0])[0] is None:
            return None, Wrong("La référence attendue a la forme 0490060Z-2026-K7QF.")
        return value, None
