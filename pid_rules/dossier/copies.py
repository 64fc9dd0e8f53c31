"""The moment of a copy, which each file that bears no seal of its own says: which of two copies is the later one.

Moments are local, « AAAA-MM-JJTHH:MM ». Neither seal nor fingerprint reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get
from pid_rules.dossier.structure import ordered
from pid_rules.words import dates
from pid_rules.words.declared import declared
from pid_rules.words.horaires import parse_time
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier

LENGTH = 16
UNKNOWN = "inconnu"
"""Moment of what comes from a file that says none."""


def copy_text(form: Form, dossier: Dossier, moment: str) -> str:
    """The text of a dossier file given at that moment, "" for none."""
    made = ordered(form, dossier)
    made["copie"] = {"le": moment}
    return to_json(ordered(form, made)) + "\n"


def copied_on(dossier: Dossier) -> str:
    """The moment that a file says, "" where it says none."""
    found = get(dossier, "copie.le")
    return found if isinstance(found, str) and is_moment(found) else ""


def is_moment(text: str) -> bool:
    """Whether a text is a moment, to the minute or to the second."""
    minute, seconds = text[11:LENGTH], text[LENGTH:]
    return dates.parse_iso(text[:10]) is not None and text[10:11] == "T" and parse_time(minute) is not None \
        and (seconds == "" or parse_time(minute[:3] + seconds[1:]) is not None and seconds[0] == ":")


def beside(dossier: Dossier, copied: str, draft: Dossier, moment: str, differs: bool) -> str:
    """What a file is beside a draft of this computer, in words; ``copied`` and ``moment`` are when each was as it is,
    "" where unknown."""
    if not differs:
        return "Même état que celui de cet ordinateur."
    ours, theirs = [get(one, "dossier.revision") for one in (draft, dossier)]
    if isinstance(ours, int) and isinstance(theirs, int) and ours != theirs:
        which = NBSP + declared(": c’est la révision {0}, et celui-ci la révision {1}.")
        return _compared(theirs < ours) + which.format(theirs, ours)
    if not is_moment(copied) or not is_moment(moment):
        return declared("Le fichier ne dit pas lequel des deux est le plus récent : comparez-les.")
    if copied[:LENGTH] == moment[:LENGTH]:
        return declared("De la même minute que celui de cet ordinateur : comparez-les.")
    return _compared(copied < moment) + ", d’après l’heure de chaque ordinateur."


def _compared(is_older: bool) -> str:
    return ("Plus ancien" if is_older else "Plus récent") + " que celui de cet ordinateur"
