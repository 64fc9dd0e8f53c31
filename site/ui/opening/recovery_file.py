"""On the page that opens files: a recovery file of a shared computer, and the passphrase that opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from ui.kit import dom

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Failed


class RecoveryFile:
    """The file, until its passphrase is right; ``then(file)`` is called with what it held."""

    def __init__(self, failed: Failed, then: Callable[..., Any]) -> None:
        self.failed = failed
        self.then = then
        self.file: Any = None
        dom.on_action({"ouvrir-reprise": self.open})

    def hide(self) -> None:
        """Another file is chosen."""
        self.file = None
        dom.hide(dom.by_id("reprise"))

    def ask(self, file: Any) -> None:
        """Ask for the passphrase of the file, as the importer described it."""
        self.file = file
        dom.by_id("phrase-fichier").value = ""
        self._say("")
        dom.by_id("reprise").hidden = False
        dom.focus(dom.by_id("phrase-fichier"))

    def open(self, button: Element) -> None:
        """Try the passphrase."""
        asked = self.file

        def opened(text: str) -> None:
            # Another file may have been chosen meanwhile.
            if self.file is not asked:
                return
            if isinstance(text, str):
                self.hide()
                self.then(window.File.new([text], "reprise.json"))
            else:
                self._say(dom.ERREUR + "ce n’est pas la bonne phrase, ou le fichier est abîmé. Vérifiez-la mot à mot.")
                dom.focus(dom.by_id("phrase-fichier"))

        self._say("")
        phrase = dom.by_id("phrase-fichier").value
        window.pidStore.vault().then(lambda vault: vault.openRecovery(asked, phrase)).then(opened, self.failed)

    def _say(self, message: str) -> None:
        dom.say(dom.by_id("phrase-fichier-erreur"), message)
        dom.by_id("phrase-fichier").setAttribute("aria-invalid", "true" if message else "false")
