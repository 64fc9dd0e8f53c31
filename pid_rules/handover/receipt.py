"""The receipt of a sending: what the person said was sent, and when. The site cannot know whether the message has left.

A receipt is a dict of date (ISO), heure ("" where the person noted another day), reference, revision, empreinte,
destinataire, and fichiers, pairs of name and bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.handover.transmission import size_in_words
from pid_rules.questions.calendar_day import Date
from pid_rules.words import dates
from pid_rules.words.declared import declared
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.shapes import Receipt

WORTH = declared("Noté sur cet ordinateur d’après ce que vous avez indiqué : le site ne peut savoir ni si le message "
                 "est parti, ni s’il est arrivé.")


def title(receipt: Receipt) -> str:
    """« Révision 1, envoyée le 20/11/2026 »."""
    return "Révision" + NBSP + str(receipt["revision"] or 1) + ", envoyée le " + Date().show(receipt["date"])


def rows(receipt: Receipt) -> list[tuple[str, str]]:
    """(label, text) of all that the receipt says."""
    hour = " à " + receipt["heure"] if receipt["heure"] else ""
    found = [("Envoi noté le", dates.in_words(cast("int", dates.parse_iso(receipt["date"]))) + hour),
             ("À l’adresse", receipt["destinataire"]), ("Référence", receipt["reference"]),
             ("Révision", str(receipt["revision"] or 1)), ("Empreinte", receipt["empreinte"])]
    found += [("Fichier", name + ", " + size_in_words(size)) for name, size in receipt["fichiers"]]
    return [(label, text) for label, text in found if text]


def as_text(receipt: Receipt) -> str:
    """The receipt as a text file."""
    lines = ["Dossier de parcours individualisé dérogatoire – récépissé", ""]
    lines += [label + NBSP + ": " + text for label, text in rows(receipt)]
    return "\r\n".join(lines + ["", WORTH, ""])
