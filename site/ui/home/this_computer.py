"""What this browser is for the dossiers: does it keep them, are they encrypted, in which form a copy is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.copies import copy_text
from pid_rules.form import FORM
from pid_rules.handover.names import plain_name
from ui.kit import dom
from ui.kit.clock import now
from ui.kit.data import parse
from ui.kit.given import give

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.shapes import Dossier

SHARED = "partage"
"""Setting: the answer « non » to « cet ordinateur est-il partagé ? »; a « oui » is the vault itself."""
FORGETS = "oublieux"
"""Setting: « oui » once somebody has said that earlier visits left nothing here."""


def remind(draft: Any) -> None:
    """Above a dossier: that the browser forgets, or that the question of the shared computer is still open."""
    place = dom.by_id("memoire")

    def forgets(answer: Any) -> None:
        if answer:
            draft.where = " sur cet ordinateur, jusqu’à la fermeture du navigateur"
            dom.fill(place, dom.make("span", "Ce navigateur oublie tout à sa fermeture. Avant de le fermer, "
                                             "téléchargez une copie du travail en cours ; vous la rouvrirez par "
                                             "« Ouvrir un fichier ». "),
                     dom.make("button", "Télécharger une copie", type="button", class_="lien",
                              data_action="telecharger-copie"))
            place.hidden = False
        else:
            window.pidStore.isShared().then(shared)

    def shared(encrypted: Any) -> None:
        if not encrypted:
            window.pidStore.getSetting(SHARED).then(answered)

    def answered(answer: Any) -> None:
        if not answer:
            dom.fill(place, dom.make("span", "Cet ordinateur est-il partagé avec d’autres personnes ? "),
                     dom.make("a", "Répondre pour protéger ce dossier", href="../index.html#cet-ordinateur"))
            place.hidden = False

    window.pidStore.getSetting(FORGETS).then(forgets)


def give_copy(dossier: Dossier, text: str, demonstration: bool, button: Element) -> None:
    """Download ``text``, a copy of the work in progress, encrypted where drafts are: the file stays on the same
    disk."""
    moment = now()
    name = plain_name(dossier, "json", True, demonstration, moment)
    give(button, name, copy_text(FORM, dossier, moment), held=text)


def give_copy_of(text: str, demonstration: bool, button: Element) -> None:
    """The same, of a dossier file."""
    give_copy(parse(text), text, demonstration, button)
