"""What a line typed in the first of several boxes answers. Nothing is guessed: where a piece has no place, or the place
of one is taken, the line stays as it was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import concrete, fill, get, is_blank, pattern_of
from pid_rules.form import eleve, etablissement
from pid_rules.form.one_line import ADDRESSES, COLLEAGUES, OTHER_YEARS, PEOPLE, PERIODS
from pid_rules.form.options import NIVEAUX
from pid_rules.form.proposals import POSTCODES
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.formats import SchoolYear
from pid_rules.questions.kinds import Choice, Name, Text
from pid_rules.questions.pasted import whole_address
from pid_rules.words.alike import plain
from pid_rules.words.dates import is_number

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Field
    from pid_rules.shapes import Dossier, Json

    Answers = list[tuple[Field, Json]]

SEPTEMBER = 9
PARTICLES = ("de", "du", "des", "d", "la", "le", "les", "da", "di", "van", "von", "m", "mme")
"""What is no first name before a name in capitals."""
SHORTEST = 3
"""Letters from which a beginning says which answer is meant."""


class Spread:
    """What a line gives: ``given``, (question, answer), or the ``piece`` that has no place."""

    def __init__(self, given: Answers, piece: str = "") -> None:
        self.given = given
        self.piece = piece


def spread(dossier: Dossier, path: str, text: str) -> Spread:
    """What a text typed at a path gives to several questions; nothing where it is no line."""
    pattern, made = pattern_of(path), Spread([])
    for lines, read in ((PEOPLE, _person), (ADDRESSES, _address), (PERIODS, _period)):
        for line in lines:
            if line.fields[0].path == pattern:
                made = read(dossier, path, line.fields, text)
    taken = [field for field, value in made.given[1:] if get(dossier, fill(field.path, path)) not in (None, "", value)]
    return Spread([], str(dict(made.given)[taken[0]])) if taken else made


def _person(dossier: Dossier, path: str, fields: tuple[Field, ...], text: str) -> Spread:
    """« Exemple, Nadia, CPE, nadia@exemple.fr » or « Nadia EXEMPLE, CPE », in any order after the name."""
    pieces = [piece.strip() for piece in text.replace(";", ",").split(",") if piece.strip()]
    pieces = [*halves(pieces[0]), *pieces[1:]] if pieces else []
    if len(pieces) < 2:
        return Spread([])
    given: Answers = [(fields[0], fields[0].kind.accept(pieces[0]))]
    left = list(fields[1:])
    for piece in pieces[1:]:
        field = _meant(left, _with_domain(dossier, left, piece))
        if field is None:
            return Spread([], piece)
        left.remove(field)
        given.append((field, understood(field.kind, _with_domain(dossier, [field], piece))))
    level = level_of_class(str(dict(given).get(eleve.CLASSE, "")))
    if level and eleve.NIVEAU in left and is_blank(get(dossier, eleve.NIVEAU.path)):
        given.append((eleve.NIVEAU, level))
    return Spread(given)


def halves(name: str) -> list[str]:
    """The family name, told by its capitals, and the first name: « Nadia BELKACEM », « LE GOFF Anne »."""
    words = name.split()
    great = [word for word in words if len(word) > 1 and word == word.upper() and word != word.lower()]
    small = [word for word in words if word not in great]
    told = great and small and not [word for word in small if plain(word) in PARTICLES]
    return [" ".join(great), " ".join(small)] if told and words in (great + small, small + great) else [name]


def _meant(fields: list[Field], piece: str) -> Field | None:
    """The question that a piece answers: one whose answers have a form of their own, else the first text."""
    found = [field for field in fields if understood(field.kind, piece) != ""]
    own = [field for field in found if not isinstance(field.kind, (Name, Text))]
    return (own or found or [None])[0]


def understood(kind: Any, piece: str) -> Any:
    """The answer that a piece is, "" where it is none of this kind."""
    if isinstance(kind, Choice):
        return _chosen(kind, piece)
    value = kind.accept(piece)
    return value if kind.read(value)[1] is None else ""


def _chosen(kind: Choice, piece: str) -> str:
    """The one option that a piece begins, word for word: « prof principal », « Principale »."""
    typed = [word.rstrip(".") for word in plain(piece).replace("-", " ").split()]
    begun: list[str] = []
    for value, label in kind.options:
        for name in (value.replace("_", " "), plain(label).replace("-", " ")):
            words = name.split()
            if len(words) == len(typed) and all([_is(word, name) for word, name in zip(typed, words)]):
                return value
            if len(words) >= len(typed) and value not in begun \
                    and all([name.startswith(word) or _is(word, name) for word, name in zip(typed, words)]):
                begun.append(value)
    return begun[0] if len(begun) == 1 and len(piece) >= SHORTEST else ""


def _is(typed: str, word: str) -> bool:
    """Whether a word typed is one of an option, or its feminine: « Principale »."""
    return typed in (word, word + "e")


def _with_domain(dossier: Dossier, fields: list[Field], piece: str) -> str:
    """« nadia.exemple@ » with the domain of the collège, for its staff."""
    if piece[-1:] != "@" or not [field for field in fields if field in COLLEAGUES]:
        return piece
    for field in (etablissement.COURRIEL, *COLLEAGUES):
        domain = str(get(dossier, field.path) or "").partition("@")[2]
        if domain:
            return piece + domain
    return piece


def completed(dossier: Dossier, path: str, text: str) -> str:
    """An e-mail address with the domain that it lacks, "" where nothing is known of it."""
    field = [one for one in COLLEAGUES if one.path == path]
    whole = _with_domain(dossier, field, text.strip())
    return whole if whole != text.strip() else ""


def level_of_class(text: str) -> str:
    """« 3e » for « 3 B », « 3e2 » or « 3ème C »; "" where the class may be of another kind, as « 3 SEGPA »."""
    name = plain(text).replace(" ", "")
    for end in ("eme", "e"):
        if name[1:1 + len(end)] == end:
            name = name[:1] + name[1 + len(end):]
    known = name[:1] + "e" in [value for value, _ in NIVEAUX]
    return name[:1] + "e" if known and len(name) <= 2 else ""


def _address(dossier: Dossier, path: str, fields: tuple[Field, ...], text: str) -> Spread:
    """« 12 rue des Lilas, 49300 Cholet »; the town may be one that the dossier has at this postcode."""
    found = whole_address(text, lambda code: known_town(dossier, code))
    return Spread([] if found is None else [(field, part) for field, part in zip(fields, found) if part])


def known_town(dossier: Dossier, code: str) -> str:
    """The only town that the dossier has at a postcode, without its CEDEX; "" where there is none, or several."""
    towns: dict[str, str] = {}
    for field in POSTCODES:
        for place in concrete(dossier, field.path):
            town = str(get(dossier, place.rpartition(".")[0] + "." + eleve.VILLE.name) or "")
            bare = town[:town.upper().find(" CEDEX")] if " CEDEX" in town.upper() else town
            if bare and get(dossier, place) == code:
                towns.setdefault(same_town(bare), bare)
    return list(towns.values())[0] if len(towns) == 1 else ""


def same_town(town: str) -> str:
    """« St-Exemple » and « SAINT EXEMPLE » are one town."""
    words = plain(town).replace("-", " ").split()
    return " ".join([{"st": "saint", "ste": "sainte"}.get(word, word) for word in words])


def _period(dossier: Dossier, path: str, fields: tuple[Field, ...], text: str) -> Spread:
    """« 14/9-16/10 », « du 14/9 au 16/10/2026 »."""
    words = plain(text).replace("du ", "").replace(" au ", "-").split("-")
    days = [_day(dossier, field, word.strip()) for field, word in zip(fields, words)]
    return Spread(list(zip(fields, days)) if len(words) == 2 and "" not in days else [])


def _day(dossier: Dossier, field: Field, text: str) -> str:
    """The ISO date of « 14/9 » or « 14/9/2026 », "" where it is none."""
    parts = text.replace(".", "/").split("/")
    if len(parts) == 2:
        parts.append(school_year(dossier, field, "/".join(parts)))
    day = field.kind.accept("/".join(parts)) if len(parts) == 3 and parts[2] else ""
    return day if day and field.kind.read(day)[1] is None else ""


def school_year(dossier: Dossier, field: Field, text: str) -> str:
    """« 2026 » for « 14/9 » in the school year 2026-2027 of the dossier, "" where the year is to be typed."""
    first = SchoolYear().judge(str(get(dossier, etablissement.ANNEE_SCOLAIRE.path)))[0]
    month = Date().month(text.partition("/")[2])
    if first is None or month is None or not is_number(text.partition("/")[0]) or field in OTHER_YEARS:
        return ""
    return str(first if month >= SEPTEMBER else first + 1)
