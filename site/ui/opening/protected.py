"""A protected file on the page that opens files: what it asks for, then the dossier that comes out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.words.visible import NBSP
from ui.kit import dom

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Event, Failed

WORDS = {
    "code": "Le code a été donné par téléphone : seize signes. Majuscules, espaces et tirets n’importent pas.",
    "phrase": "Indiquez le code ou la phrase de passe que l’expéditeur vous a donné par téléphone.",
    "cle": "Il a été chiffré pour votre service : choisissez le fichier de votre clé privée, puis indiquez le "
           "code de cette clé.",
}
LABELS = {"code": "Code", "phrase": "Code ou phrase de passe", "cle": "Code de la clé privée"}


class ProtectedFile:
    """The questions about one protected file; ``then(files, pdf, none)`` is called with what it held."""

    kind: str

    def __init__(self, failed: Failed, then: Callable[..., Any]) -> None:
        self.failed = failed
        self.then = then
        self.file: Any = None
        dom.by_id("protection").bind("submit", self.submitted)
        dom.on_action({"protection-annuler": self.cancel})

    def ask(self, file: Any, family: str) -> None:
        """Ask what opens a file; nothing is asked when the private key is already open in this page."""
        self.file = file

        def asked(kind: Any) -> None:
            if self.file is not file:
                return
            self.kind = kind
            if kind == "rien" or (kind == "cle" and window.pidCrypto.isUnlocked()):
                self.open()
            else:
                self.show()

        def loaded(*_: Any) -> None:
            window.pidCrypto.askedBy(file, family).then(asked, self.failed)

        window.pidScripts.load("crypto.js").then(loaded, self.failed)

    def show(self) -> None:
        """Show the questions of this kind of file."""
        dom.by_id("protection-aide").textContent = WORDS[self.kind]
        dom.by_id("protection-cle").hidden = self.kind != "cle"
        dom.by_id("protection").select_one("label[for=protection-code]").textContent = LABELS[self.kind]
        dom.by_id("protection-code").value = ""
        self._say("")
        dom.hide(dom.by_id("protection-erreur"))
        dom.by_id("protection").hidden = False
        dom.focus(dom.by_id("protection-titre"))

    def hide(self) -> None:
        """Take the questions away, and what was typed with them."""
        self.file = None
        dom.by_id("protection-code").value = ""
        dom.by_id("protection-fichier-cle").value = ""
        dom.hide(dom.by_id("protection"))

    def submitted(self, event: Event) -> None:
        event.preventDefault()
        self.open()

    def open(self) -> None:
        """Try what was given."""
        file = self.file
        keys = dom.by_id("protection-fichier-cle").files
        given = {"code": dom.by_id("protection-code").value, "onProgress": self._progress}
        if keys.length:
            given["keyFile"] = keys.item(0)
        dom.hide(dom.by_id("protection-erreur"))
        self._say("Ouverture…")

        def opened(result: Any) -> None:
            if self.file is not file:
                return
            self._say("")
            if result.ok:
                self.hide()
                self.then(list(result.files), result.pdf or None, result.none)
                return
            plain = self.kind == "rien"
            if dom.by_id("protection").hidden and not plain:
                self.show()
            dom.say(dom.by_id("fichier-erreur" if plain else "protection-erreur"), result.message)
            if not plain:
                dom.by_id("protection-code").focus()

        window.pidCrypto.open(file, self.kind, given).then(opened, self.failed)

    def _progress(self, part: Element) -> None:
        percent = int(part * 10) * 10
        self._say("Ouverture… " + str(percent) + NBSP + "%")

    def cancel(self, button: Element) -> None:
        self.hide()
        dom.by_id("fichier").value = ""
        dom.by_id("fichier").focus()
        dom.announce("Rien n’a été changé.")

    def _say(self, words: str) -> None:
        place = dom.by_id("protection-etat")
        if place.textContent != words:
            place.textContent = words
