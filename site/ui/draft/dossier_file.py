"""The text of a dossier file, and the reference of a new one, at random."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM
from pid_rules.handover.names import NO_UAI
from pid_rules.questions.formats import REFERENCE_SIGNS
from pid_rules.words import dates
from ui.kit.clock import today

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier


def new_reference(college: Any) -> Any:
    """« UAI-AAAA-XXXX » for the UAI of a collège, "" where it is not known; the four last characters at random."""
    return (college or NO_UAI) + "-" + str(dates.parts(today())[0]) + "-" + random_signs(4)


def random_signs(count: int) -> str:
    """So many letters and digits at random, of those that nobody confuses."""
    signs = window.crypto.getRandomValues(window.Uint8Array.new(count))
    return "".join([REFERENCE_SIGNS[signs[index] % len(REFERENCE_SIGNS)] for index in range(count)])


def file_text(dossier: Dossier) -> str:
    """The text of the dossier file."""
    return to_json(ordered(FORM, dossier)) + "\n"
