"""The codes and short words of SIECLE, read as answers of the form; what says two things is left to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form.options import NIVEAUX
from pid_rules.words.alike import plain

if TYPE_CHECKING:
    from pid_rules.reprise.proposal import Choices

LEVELS = {"100": "6e", "101": "5e", "102": "4e", "103": "3e", "166": "4e_segpa", "167": "3e_segpa"}
"""The level of a class by the first three digits of its MEF; the 6e and the 5e of SEGPA have none in the form."""
TROISIEME = "3e"
PREPA = "3e_prepa_metiers"
EXTERNE, DEMI, INTERNE = "externe", "demi_pensionnaire", "interne"
REGIMES = {"0": EXTERNE, "1": EXTERNE, "2": DEMI, "6": DEMI, "3": INTERNE, "5": INTERNE}
"""By the first digit of the code; 4 is who sleeps there and has lessons elsewhere, or the other way round."""
REGIME_WORDS = (("in ex", ""), ("interne ext", ""), ("au tic", ""), ("ex", EXTERNE), ("dp", DEMI), ("demi", DEMI),
                ("in", INTERNE))
"""How a label begins, the longest first; "" for those that two answers may mean."""
PARENTS = {"10": "mere", "20": "pere", "50": "tuteur", "51": "ase", "37": "autre", "38": "autre", "39": "autre",
           "41": "autre", "42": "autre", "70": "autre", "90": "autre"}
PARENT_WORDS = (("mere", "mere"), ("pere", "pere"), ("tut", "tuteur"), ("aide sociale", "ase"), ("ase", "ase"),
                ("delegataire", "delegataire"), ("grand", "autre"), ("fratrie", "autre"), ("beau", "autre"),
                ("belle", "autre"), ("autre", "autre"), ("famille", "autre"), ("oncle", "autre"), ("conjoint", "autre"))
SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"


def bare(text: str) -> str:
    """A label or a heading in lower case, without accents, points nor the blanks that fill it."""
    return " ".join("".join([sign if sign in SIGNS else " " for sign in plain(text)]).split())


def level_of_mef(code: str, label: str) -> tuple[str, Choices]:
    """(level, choices) of a MEF: a 3e may be « prépa-métiers », which only its label tells."""
    level = LEVELS.get(code[:3], "")
    if level != TROISIEME:
        return level, []
    if bare(label):
        return (PREPA if is_prepa(label) else TROISIEME), []
    return TROISIEME, [pair for pair in NIVEAUX if pair[0] in (TROISIEME, PREPA)]


def is_prepa(label: str) -> bool:
    """Whether a label is that of the « prépa-métiers » class."""
    return "prepa" in bare(label) and "met" in bare(label)


def level_of_label(label: str) -> str:
    """The level that « 3EME SEGPA » or « 4e » says, "" where it is none of the form."""
    text = bare(label)
    digits = [sign for sign in text if sign in "0123456789"]
    level = digits[0] + "e" if digits else ""
    if "segpa" in text:
        level += "_segpa"
    elif is_prepa(label):
        level = PREPA if level == TROISIEME else ""
    return level if level in [value for value, _ in NIVEAUX] else ""


def regime_of(code: str) -> tuple[str, list[str]]:
    """(régime, those among which to choose) of a code of SIECLE."""
    digit = code[:1]
    return REGIMES.get(digit, ""), [INTERNE, EXTERNE] if digit == "4" else []


def regime_of_label(label: str) -> tuple[str, list[str]]:
    """The same of a label, « DP DAN », « EXTERN », or of a code that stands in its place."""
    text = bare(label)
    if text[:1] in "0123456789":
        return regime_of(text)
    for begins, value in REGIME_WORDS:
        if text[:len(begins)] == begins:
            return value, [] if value else [DEMI, EXTERNE] if begins == "au tic" else [INTERNE, EXTERNE]
    return "", []


def parent_of(written: str) -> str:
    """Who a person is to the pupil, by code or by word; "" where nobody can tell, as for codes of one digit."""
    if written in PARENTS:
        return PARENTS[written]
    text = bare(written)
    for begins, value in PARENT_WORDS:
        if text[:len(begins)] == begins:
            return value
    return ""
