"""How the files of a sending are protected on the road: for the DSDEN's key, in a ZIP under a code, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from ui.kit import dom
from ui.kit.data import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Failed

    from pid_rules.shapes import Profile

SETTING = "cle-reception"
FOR_KEY, UNDER_CODE = "cle", "code"
AGE, ZIP = "application/octet-stream", "application/zip"
NO_KEY = ("La clé de réception n’est plus sur cet ordinateur : un ZIP chiffré est proposé à sa place. Choisissez "
          "comment protéger les fichiers, puis préparez l’envoi de nouveau.")


def known_key(profile: Profile, then: Callable[..., Any], failed: Failed) -> None:
    """Call ``then({cle, empreinte, depuis})`` with the key imported on this computer, else the profile's, else None."""
    def read(text: str) -> None:
        if text:
            then(parse(text))
            return
        key = profile["chiffrement"]["cle_publique"] if "chiffrement" in profile else ""
        then({"cle": key, "empreinte": "", "depuis": ""} if key else None)

    window.pidStore.getSetting(SETTING).then(read, failed)


class Protection:
    """The choice on the last page, and what it does to the files."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.asked = False

    def draw(self) -> None:
        """Offer the DSDEN's key where one is known; it is then the choice proposed."""
        def known(key: Any) -> None:
            self._offer(key)
            if key is not None and not self.asked:
                dom.by_id("envoi-protection-cle").checked = True
            self.asked = True

        known_key(self.profile, known, lambda error: None)

    def _offer(self, key: Any) -> None:
        """Show the choice of the key where there is one; a choice that is there no more gives way to the ZIP."""
        dom.by_id("envoi-choix-cle").hidden = key is None
        if key is None and self.chosen() == FOR_KEY:
            dom.by_id("envoi-protection-code").checked = True

    def chosen(self) -> Any:
        """The value of the choice."""
        return dom.by_id("envoi-protection").select_one("[name]:checked").value

    def protect(self, files: Any, zip_name: str, then: Callable[..., Any], failed: Failed) -> None:
        """Call ``then(files, code)`` with the protected (name, mime, bytes) of those given; ``code`` is "" without one.

        ``failed(words)`` where the person can do something about it, else ``failed(error)``.
        """
        choice = self.chosen()
        if choice not in (FOR_KEY, UNDER_CODE):
            then(files, "")
            return

        def with_key(key: Any) -> None:
            # Read now: it may have been replaced or forgotten in another tab since the page was drawn.
            self._offer(key)
            if key is None:
                failed(NO_KEY)
            else:
                self._for_key(key["cle"], files, [], then, failed)

        def loaded(*_: Any) -> None:
            if choice == FOR_KEY:
                known_key(self.profile, with_key, failed)
                return
            code = window.pidCrypto.newCode()
            entries = [{"name": "dossier." + name.rpartition(".")[2], "bytes": data} for name, _, data in files]
            window.pidCrypto.writeZip(entries, code).then(lambda data: then([(zip_name, ZIP, data)], code), failed)

        window.pidScripts.load("crypto.js").then(loaded, failed)

    def _for_key(self, key: Any, files: Any, done: Any, then: Callable[..., Any], failed: Failed) -> None:
        if not files:
            then(done, "")
            return
        name, _, data = files[0]
        window.pidCrypto.encryptForKey(data, key).then(
            lambda sealed: self._for_key(key, files[1:], done + [(name + ".age", AGE, sealed)], then, failed), failed)
