"""Names of the files that leave the computer: never a pupil's name, only ASCII, drafts unmistakable."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import get, is_blank
from pid_rules.dossier.seal import borne, has_grown, sent_on
from pid_rules.form.etablissement import ANNEE_SCOLAIRE, REFERENCE, REVISION, UAI
from pid_rules.questions.formats import Reference, SchoolYear, Uai
from pid_rules.questions.kinds import Integer

if TYPE_CHECKING:

    from pid_rules.questions.kinds import Kind
    from pid_rules.shapes import Dossier, Json

NO_UAI = "0000000A"
"""Stands in the reference of a dossier begun before its collège is known."""
NO_COLLEGE = "0490000J"
"""The UAI of the fictional collège: a reference that begins with it is that of a demonstration, wherever its file
goes."""
SEAL_SIGNS = 4
AFTER_SENDING = "apres-envoi"
BROUILLON = "BROUILLON"
DEMONSTRATION = "DEMONSTRATION"


def _sound(dossier: Dossier, path: str, kind: Kind) -> str:
    """The answer as text where it has the form of its kind, else "": a name typed in its place stays out."""
    value = get(dossier, path)
    if is_blank(value) or not isinstance(value, str if kind.blank == "" else int):
        return ""
    parsed, _ = kind.read(value)
    return "" if parsed is None else str(kind.accept(str(value)))


def reference(dossier: Dossier) -> str:
    """The reference of the dossier, "" unless it has the form of one and begins with a UAI."""
    found = _sound(dossier, REFERENCE.path, Reference())
    begins_with, _ = Uai().read(found.split("-")[0])
    return "" if begins_with is None else found


def is_demonstration(dossier: Dossier) -> bool:
    """Whether the dossier is the demonstration or was made from it: its file carries no other mark."""
    given = get(dossier, REFERENCE.path)
    return isinstance(given, str) and given[:len(NO_COLLEGE) + 1] == NO_COLLEGE + "-"


def uai(dossier: Dossier) -> str:
    """The UAI of the collège, "" unless it has the form of one."""
    return _sound(dossier, UAI.path, Uai())


def reference_of_college(dossier: Dossier) -> Json:
    """The reference, which begins with the UAI of the collège until the dossier is sealed or noted as sent, never
    changed after.

    That of a demonstration stays as it is: it marks its files.
    """
    given = get(dossier, REFERENCE.path)
    known = uai(dossier)
    if not known or not reference(dossier) or is_demonstration(dossier) or borne(dossier) or sent_on(dossier):
        return given
    return known + cast("str", given)[len(NO_UAI):]


def reference_as_answered(dossier: Dossier) -> Json:
    """The reference that goes with the UAI that is answered, or was before it was, once it is taken back."""
    return _without_college(dossier) if is_blank(get(dossier, UAI.path)) else reference_of_college(dossier)


def _without_college(dossier: Dossier) -> Json:
    """The reference as it was before the UAI, where it may still change."""
    given, known = get(dossier, REFERENCE.path), reference(dossier)
    if not known or is_demonstration(dossier) or borne(dossier) or sent_on(dossier):
        return given
    return NO_UAI + known[len(NO_UAI):]


def school_year(dossier: Dossier) -> str:
    """The school year, "" unless it has the form of one."""
    return _sound(dossier, ANNEE_SCOLAIRE.path, SchoolYear())


def revision(dossier: Dossier) -> str:
    """The revision as text, "" unless it is one."""
    return _sound(dossier, REVISION.path, Integer(1, 999))


def plain_name(dossier: Dossier, extension: str, brouillon: bool = False, demonstration: bool = False,
               moment: str = "") -> str:
    """The name of the dossier given without a seal at a moment: once its revision has left under one, it is not that of
    what left."""
    left = (borne(dossier) or sent_on(dossier)) and not has_grown(dossier)
    pieces = [AFTER_SENDING if left else "", _given(moment)]
    return file_name(dossier, extension, brouillon, demonstration, "_".join([piece for piece in pieces if piece]))


def carnet_name(dossier: Dossier, demonstration: bool, moment: str) -> str:
    """The name of the carnet of a dossier, made at a moment."""
    return file_name(dossier, "json", False, demonstration, "carnet_" + _given(moment))


def _given(moment: str) -> str:
    """« 2026-11-29-14h32 »."""
    return moment[:10] + "-" + moment[11:13] + "h" + moment[14:16] if moment else ""


def file_name(dossier: Dossier, extension: str, brouillon: bool = False, demonstration: bool = False,
              document: str = "", seal: str = "") -> str:
    """« PID_0490060Z_2026-2027_K7QF_v1_contrat.pdf », at most 80 characters; what is blank or ill-formed is left out.

    ``document`` is the name of the document, "" for the complete dossier; ``seal`` the fingerprint of a sealed one,
    whose first characters keep two contents from bearing one name.
    """
    number = revision(dossier)
    pieces = ["PID", uai(dossier), school_year(dossier), reference(dossier)[-4:], "v" + number if number else "",
              seal[:SEAL_SIGNS], document]
    if demonstration:
        pieces.append(DEMONSTRATION)
    elif brouillon:
        pieces.append(BROUILLON)
    return "_".join([piece for piece in pieces if piece]) + "." + extension
