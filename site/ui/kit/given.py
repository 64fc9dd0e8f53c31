"""Files of work in progress that leave the page: encrypted where drafts are, for they stay on the same disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Error

JSON_TYPE = "application/json"


def give(button: Element, name: str, text: str, more: str = "", held: str = "") -> None:
    """Download a JSON text under a name; ``more`` is a sentence to add, ``held`` the dossier of which it is a copy."""
    def as_stored(encrypted: Any) -> None:
        if encrypted:
            window.pidStore.vault().then(lambda vault: vault.recoveryFile(text)).then(as_recovery, failed)
        else:
            window.pidFiles.download(button, name, JSON_TYPE, text, more, held)

    def as_recovery(made: Any) -> None:
        window.pidFiles.download(button, name[:-5] + "_reprise.json", JSON_TYPE, made,
                                 more + " Ce fichier de reprise est chiffré avec la phrase de cet ordinateur.", held)

    def failed(error: Error) -> None:
        dom.show(dom.by_id("alerte-enregistrement"), error.message)

    window.pidStore.isShared().then(as_stored, failed)
