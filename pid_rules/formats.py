"""Kinds of answer with a format of their own: UAI, telephone, postcode, e-mail, SIRET, school year.

Sources: ``domaine.md`` § F, that is the open data of the ministry for the UAI letter, the INSEE rule for SIRET.
"""

from pid_rules.calendar_day import FIRST_YEAR, LAST_YEAR
from pid_rules.dates import is_number
from pid_rules.kinds import AVERTISSEMENT, Kind, Wrong
from pid_rules.visible import visible

_UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SEPARATORS = (" ", "\u00a0", "\u202f", ".", "-", "/", "(", ")")
_OVERSEAS = ("262", "590", "594", "596")


def compact(typed):
    """The text without the spaces and separators that people put in numbers."""
    typed = visible(typed)
    for sign in _SEPARATORS:
        typed = typed.replace(sign, "")
    return typed


def uai_letter(digits):
    """The control letter of the seven digits of a UAI."""
    return _UAI_LETTERS[int(digits) % 23]


class Uai(Kind):
    """Identifier of a school: seven digits and a control letter, which is suggested when it does not match."""

    max_length = 20

    def read(self, value):
        if len(value) != 8 or not is_number(value[:7]) or value[7] not in _UPPER:
            return None, Wrong("Indiquez l’UAI avec sept chiffres et une lettre, par exemple 0490060Z.")
        letter = uai_letter(value[:7])
        if value[7] != letter:
            return value, Wrong("Vérifiez l’UAI : pour {0}, la lettre attendue est {1}.".format(value[:7], letter),
                                AVERTISSEMENT)
        return value, None

    def accept(self, typed):
        return compact(typed).upper()


class Phone(Kind):
    """A French telephone number, stored as ten digits; foreign numbers as « + » and digits."""

    inputmode = "tel"
    max_length = 30

    def read(self, value):
        digits = value[1:] if value[:1] == "+" else value
        if not is_number(digits) or (value[:1] == "+" and not 8 <= len(digits) <= 15):
            return None, Wrong("Indiquez un numéro de téléphone, par exemple 02 41 00 00 00.")
        if value[:1] != "+" and (len(digits) != 10 or digits[0] != "0" or digits[1] == "0"):
            return None, Wrong("Indiquez dix chiffres commençant par 0, par exemple 02 41 00 00 00.")
        return value, None

    def accept(self, typed):
        text = compact(typed)
        for prefix in ("+33", "0033"):
            if text[:len(prefix)] == prefix:
                text = "0" + text[len(prefix):].lstrip("0")
        for overseas in _OVERSEAS:
            for prefix in ("+" + overseas, "00" + overseas):
                if text[:len(prefix)] == prefix and len(text) == len(prefix) + 9:
                    text = "0" + text[len(prefix):]
        if is_number(text) or (text[:1] == "+" and is_number(text[1:])):
            return text
        return Kind.accept(self, typed)

    def show(self, value):
        if len(value) == 10 and is_number(value):
            return "\u00a0".join([value[index:index + 2] for index in range(0, 10, 2)])
        return value


class Postcode(Kind):
    """A French postcode, CEDEX included."""

    inputmode = "numeric"
    max_length = 20

    def read(self, value):
        if len(value) != 5 or not is_number(value) or not 1 <= int(value[:2]) <= 98:
            return None, Wrong("Indiquez un code postal de cinq chiffres, par exemple 49000.")
        return value, None

    def accept(self, typed):
        text = compact(typed)
        return text if is_number(text) else Kind.accept(self, typed)


class Email(Kind):
    """An e-mail address: one @, a domain with a dot, no space."""

    inputmode = "email"
    max_length = 200

    def read(self, value):
        local, at, domain = value.partition("@")
        good = (local != "" and at and "@" not in domain and "." in domain and ".." not in value
                and domain[0] != "." and domain[-1] != "." and " " not in value
                and not any([sign in value for sign in ",;<>()[]\\\"\n\r"]))
        if not good:
            return None, Wrong("Indiquez une adresse électronique. Format attendu : nom@domaine.fr")
        return value, None

    def accept(self, typed):
        return visible(typed).replace(" ", "").replace("\u00a0", "").strip()


def luhn(digits):
    """Whether the digits satisfy Luhn's rule."""
    total = 0
    for position in range(len(digits)):
        value = int(digits[len(digits) - 1 - position])
        if position % 2 == 1:
            value = value * 2 - 9 if value > 4 else value * 2
        total += value
    return total % 10 == 0


def is_siret(value):
    """Whether fourteen digits are a SIRET; La Poste's establishments follow a rule of their own."""
    if len(value) != 14 or not is_number(value):
        return False
    if value[:9] == "356000000":
        return luhn(value) or sum([int(digit) for digit in value]) % 5 == 0
    return luhn(value) and luhn(value[:9])


class Siret(Kind):
    """A SIRET stored as digits. A wrong one is judged by rule ST-29, as it never blocks."""

    inputmode = "numeric"
    max_length = 30

    def accept(self, typed):
        text = compact(typed)
        return text if is_number(text) else Kind.accept(self, typed)

    def show(self, value):
        if len(value) != 14 or not is_number(value):
            return value
        return "\u00a0".join([value[:3], value[3:6], value[6:9], value[9:]])


class SchoolYear(Kind):
    """A school year « 2026-2027 »; its first calendar year for the rules."""

    max_length = 20

    def read(self, value):
        first, dash, second = value.partition("-")
        if not dash or len(value) != 9 or not (is_number(first) and is_number(second)) \
                or not FIRST_YEAR <= int(first) < LAST_YEAR or int(second) != int(first) + 1:
            return None, Wrong("Indiquez l’année scolaire avec ses deux années, par exemple 2026-2027.")
        return int(first), None

    def accept(self, typed):
        text = visible(typed).replace(" ", "").replace("\u00a0", "").replace("/", "-").replace("–", "-")
        if len(text) == 8 and is_number(text):
            text = text[:4] + "-" + text[4:]
        return text


REFERENCE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Reference(Kind):
    """Reference of a dossier, « UAI-AAAA-XXXX »: four random signs without O, 0, I, 1; never a name."""

    max_length = 30

    def read(self, value):
        pieces = value.split("-")
        if len(pieces) != 3 or len(pieces[1]) != 4 or not is_number(pieces[1]) or len(pieces[2]) != 4 \
                or pieces[2].strip(REFERENCE_SIGNS) != "" or Uai().read(pieces[0])[0] is None:
            return None, Wrong("La référence attendue a la forme 0490060Z-2026-K7QF.")
        return value, None


class Identifier(Kind):
    """A stable name inside the dossier, such as « O1 » or « L2 », to which other blocks refer."""

    max_length = 40


class ItemReference(Identifier):
    """The identifier of an item of another list, or one of a few ``fixed`` (value, label) pairs such as the collège.

    ``target`` is the block of that list, ``scope`` a name of what it may designate, ``named`` what its item is called in
    « Ce lieu n’existe plus… ». The kind reads the shape only; whether the item exists is judged with the whole dossier.
    """

    control = "reference"

    def __init__(self, target, named, fixed=()):
        self.target = target
        self.named = named
        self.fixed = fixed
        self.scope = " ".join([target.path] + [value for value, _ in fixed])

    def gone(self):
        """What is wrong when no item bears the identifier."""
        return Wrong(self.named + " n’existe plus dans le dossier\u00a0: choisissez dans la liste.")
