"""The fingerprint of a dossier as it is handed over: sixteen characters, the same on the screen, in the PDF and in the
JSON.

It says that two files have the same content. It does not say who made them: it is never a signature (docs/adr/0007).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.json_text import answered, canonical
from pid_rules.dossier.paths import get, is_blank
from pid_rules.dossier.structure import ordered

if TYPE_CHECKING:
    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier, Json

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: neither I, L, O nor U."""
LENGTH = 16
"""Characters of a fingerprint, five bits each."""
GROUP = 4
BESIDE = ("format", "version", "transmission", "envois", "reponses", "copie")
"""Not sealed: how the file is written, the sendings, where the fingerprint stands, and what answers them."""


def sealed_text(dossier: Dossier) -> str:
    """Canonical text (RFC 8785) of what is answered in the dossier: the SHA-256 of its UTF-8 bytes makes the
    fingerprint."""
    return canonical(answered({key: dossier[key] for key in dossier if key not in BESIDE}))


def in_signs(digest: str) -> str:
    """« 7K3F-9QXW-2MPD-HJ4T » from the hexadecimal digits of a SHA-256: its first eighty bits."""
    made: list[str] = []
    for start in range(0, LENGTH * 5 // 4, 5):
        twenty = int(digest[start:start + 5], 16)
        made.append("".join([SIGNS[twenty >> shift & 31] for shift in (15, 10, 5, 0)]))
    return "-".join(made)


def is_seal(value: Json) -> bool:
    """Whether a value has the form of a fingerprint."""
    if not isinstance(value, str):
        return False
    groups = value.split("-")
    return len(groups) == LENGTH // GROUP and all([
        len(group) == GROUP and all([character in SIGNS for character in group]) for group in groups])


def borne(dossier: Dossier) -> str:
    """The fingerprint that the dossier bears, "" without any."""
    found = get(dossier, "transmission.empreinte")
    return cast("str", found) if is_seal(found) else ""


def sent_on(dossier: Dossier) -> str:
    """The day noted as that of the sending, as ISO text, "" without any."""
    found = get(dossier, "transmission.date")
    return found if isinstance(found, str) and not is_blank(found) else ""


def has_grown(dossier: Dossier) -> bool:
    """Whether the dossier is already another revision than the one that was sealed."""
    sealed, present = get(dossier, "transmission.revision"), get(dossier, "dossier.revision")
    return isinstance(sealed, int) and isinstance(present, int) and sealed < present


def bearing(form: Form, dossier: Dossier, seal: str, recipient: str) -> Dossier:
    """A copy of the dossier that bears its fingerprint, to be given; its day of sending is not known yet."""
    made = ordered(form, dossier)
    held = cast("Dossier", made["transmission"] if isinstance(made["transmission"], dict) else {})
    given = {key: held[key] for key in held}
    given.update({"date": "", "destinataire": recipient, "empreinte": seal,
                  "revision": get(dossier, "dossier.revision")})
    made["transmission"] = given
    made["copie"] = {}  # its moment is that of its seal
    return ordered(form, made)
