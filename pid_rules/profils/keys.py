"""The keys of a département's profile and what each must hold: a sentence for each fault says what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.questions.formats import Email, Phone, Postcode
from pid_rules.seuils.vacances import ANNEES
from pid_rules.sources.lettre import GROUNDS, SILENCES
from pid_rules.suivi.echeances import next_day
from pid_rules.words.dates import day_number, parse_iso

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from pid_rules.shapes import Profile

    Key: TypeAlias = "tuple[Callable[[Any], bool], str]"

WORDS = ("dossier", "annee_scolaire", "etablissement", "redacteur", "signature", "service", "empreinte", "pieces")
"""What the e-mail may name between braces."""
LONGEST_DELAY = 366
LONGEST_TEXT = 2_000
SOME_DAY = day_number(2027, 7, 2) or 0
BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
"""The characters of an age key after « age1 », each worth its place."""
AGE, AGE_LENGTH = "age", 62
REMAINDERS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
"""What each bit that leaves a checksum of Bech32 adds to it (BIP 173)."""
LONGEST_SHOWN = 80
SILENT = [one.name for one in SILENCES]
FONDE = "fonde"
"""The table of what the letter founds: each of its keys may be left out."""
OPTIONAL = ("chiffrement", "lettre", FONDE)
"""The tables that a profile may be without."""


def problems(profile: Profile) -> list[str]:
    """The faults of a profile, a sentence each, in the order of the keys; [] where it is right."""
    found: list[str] = []
    for path, (is_right, words) in KEYS.items():
        table, name = path.split(".")
        held = profile.get(table)
        if isinstance(held, dict) and name in held:
            if not is_right(held[name]):
                found.append(f"« {path} » ne convient pas ({_shown(held[name])}) : il faut {words}.")
        elif table != FONDE and not (table in OPTIONAL and table not in profile):
            found.append(f"« {path} » manque : il faut {words}.")
    if FONDE in profile and "lettre" not in profile:
        found.append(f"« {FONDE} » n’a pas sa lettre : il faut aussi la table « lettre ».")
    unknown = [path for path in _paths(profile) if path not in KEYS]
    return found + [f"« {path} » n’est pas une clé de profil : retirez-la." for path in unknown]


def misquoted(profile: Profile, text: str) -> list[str]:
    """The extracts of a right profile that are not in the text of its letter, a sentence each."""
    words = _plain(" ".join([line for line in text.splitlines() if line[:2] != "# "]))
    return [f"« {FONDE}.{name} » n’est pas dans la lettre, mot pour mot ({_shown(extract)}) : recopiez-en l’extrait."
            for name, extract in profile[FONDE].items() if _plain(extract) not in words]


def _plain(text: str) -> str:
    """Words with every run of blanks as one space and every apostrophe straight."""
    return " ".join(text.replace("’", "'").split())


def _paths(profile: Profile) -> list[str]:
    """The paths of a profile, « delais.decision_jours »; a table that none of the keys is in counts for one."""
    tables = {path.split(".")[0] for path in KEYS}
    found: list[str] = []
    for table, held in profile.items():
        names = cast("dict[str, Any]", held) if table in tables and isinstance(held, dict) else None
        found += [table] if names is None else [f"{table}.{name}" for name in names]
    return found


def _shown(value: Any) -> str:
    """A value that is wrong, as short as a sentence takes it."""
    text = str(value).replace("\n", " ")
    return f"« {text[:LONGEST_SHOWN]}{'…' if len(text) > LONGEST_SHOWN else ''} »"


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != "" and "\n" not in value and len(value) <= LONGEST_TEXT


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and "\n" not in value and len(value) <= LONGEST_TEXT


def _is_zone(value: Any) -> bool:
    return isinstance(value, str) and value in ANNEES


def _is_email(value: Any) -> bool:
    return isinstance(value, str) and Email().accept(value) == value and Email().judge(value)[1] is None


def _is_domain(value: Any) -> bool:
    return isinstance(value, str) and _is_email("nom@" + value)


def _is_postcode(value: Any) -> bool:
    return isinstance(value, str) and Postcode().accept(value) == value and Postcode().judge(value)[1] is None


def _is_phone(value: Any) -> bool:
    return isinstance(value, str) and Phone().accept(value) == value and Phone().judge(value)[1] is None


def _is_delay(value: Any) -> bool:
    return type(value) is int and 1 <= value <= LONGEST_DELAY


def _is_subject(value: Any) -> bool:
    return _is_line(value) and _has_known_words(value)


def _is_body(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != "" and len(value) <= LONGEST_TEXT and _has_known_words(value)


def _has_known_words(text: str) -> bool:
    """Whether every word between braces is one that the e-mail knows, and every brace is closed."""
    pieces = text.split("{")
    return "}" not in pieces[0] and all([piece.partition("}")[0] in WORDS and piece.count("}") == 1
                                              for piece in pieces[1:]])


def _is_reminder(value: Any) -> bool:
    return _is_line(value) and next_day(value, SOME_DAY) is not None


def _is_file(value: Any) -> bool:
    return isinstance(value, str) and value[-4:] == ".txt" and len(value) > 4 and "/" not in value and "\\" not in value


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and parse_iso(value) is not None


def _is_silences(value: Any) -> bool:
    return isinstance(value, list) and not [one for one in cast("list[Any]", value) if one not in SILENT]


def _is_age_key(value: Any) -> bool:
    """Whether a text is a public key of age: its checksum catches any mistyped character, as it does in the page."""
    if not isinstance(value, str) or len(value) != AGE_LENGTH or value[:4] != AGE + "1":
        return False
    worth = [BECH32.find(character) for character in value[4:]]
    prefix = [ord(character) for character in AGE]
    return -1 not in worth and _checksum([code >> 5 for code in prefix] + [0] + [code & 31
                                                                                 for code in prefix] + worth) == 1


def _checksum(values: list[int]) -> int:
    total = 1
    for value in values:
        leaving = total >> 25
        total = (total & 0x1FFFFFF) << 5 ^ value
        for bit in range(len(REMAINDERS)):
            if leaving >> bit & 1:
                total ^= REMAINDERS[bit]
    return total


ZONE = (_is_zone, "une zone de vacances scolaires, A, B ou C")
LINE = (_is_line, "un texte d’une ligne")
DELAY = (_is_delay, f"un nombre entier, de 1 à {LONGEST_DELAY}")
BRACES = f"un texte dont les accolades nomment {', '.join(WORDS[:-1])} ou {WORDS[-1]}"

KEYS: dict[str, Key] = {
    "departement.zone": ZONE,
    "departement.tribunal": LINE,
    "destinataire.service": LINE,
    "destinataire.courriel": (_is_email, "une adresse électronique, comme nom@domaine.fr"),
    "destinataire.telephone": (_is_phone, "dix chiffres sans espaces, comme 0241000000"),
    "destinataire.a_confirmer": (_is_text, "ce qui reste à confirmer, comme « adresse de 2018 », ou un texte vide"),
    "courriel.objet": (_is_subject, BRACES + ", sur une ligne"),
    "courriel.texte": (_is_body, BRACES),
    "chiffrement.cle_publique": (_is_age_key, "une clé publique age : « age1 » et 58 signes"),
    "delais.instruction_jours": DELAY,
    "delais.decision_jours": DELAY,
    "delais.bilan_final_jours": DELAY,
    "reperes.constats_minimum": DELAY,
    "reperes.semaines_sans_bilan": DELAY,
    "reperes.semaines_bilan_obligatoire": DELAY,
    "reperes.rappel_effacement": (_is_reminder, "un jour de l’année, comme « 31 août suivant la fin du parcours »"),
    "exemple.code_postal": (_is_postcode, "un code postal de cinq chiffres"),
    "exemple.ville": LINE,
    "exemple.domaine": (_is_domain, "le domaine des courriels de l’académie, comme ac-exemple.fr"),
    "lettre.titre": LINE,
    "lettre.texte": (_is_file, "le nom d’un fichier .txt de ce dossier"),
    "lettre.lue_le": (_is_day, "un jour entre guillemets, comme \"2026-11-24\""),
    "lettre.note": (_is_text, "un texte d’une ligne, ou un texte vide"),
    "lettre.silences": (_is_silences, "une liste, où peuvent être " + " et ".join(SILENT)),
    **{FONDE + "." + ground.name: LINE for ground in GROUNDS},
}
"""(whether a value is right, what is expected) by key."""
