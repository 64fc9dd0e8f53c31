"""« Clé de réception de la DSDEN », on the page of the establishment: taken once, after its fingerprint has been
compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.json_text import to_json
from pid_rules.questions.calendar_day import Date
from pid_rules.words import dates
from ui.kit import dom
from ui.kit.clock import today
from ui.kit.data import page_data
from ui.sending.protection import SETTING, known_key

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Failed

NO_KEY = "Ce fichier n’est pas une clé de réception, ou il a été abîmé : demandez-le de nouveau à la DSDEN."


class Reception:
    """The key known on this computer, and the one being looked at."""

    def __init__(self, failed: Failed) -> None:
        self.failed = failed
        self.found: Any = None
        dom.by_id("reception-fichier").bind("change", lambda event: self.read())
        dom.on_action({"reception-garder": self.keep, "reception-annuler": self.cancel,
                       "reception-oublier": self.forget})
        window.pidScripts.load("crypto.js").then(lambda *_: self.draw(), failed)

    def draw(self) -> None:
        """Say which key is used."""
        def known(key: Any) -> None:
            place = dom.by_id("reception-connue")
            place.hidden = key is None
            dom.by_id("reception-oublier").hidden = key is None or not key["depuis"]
            if key is not None:
                window.pidCrypto.fingerprint(key["cle"]).then(lambda signs: self._say_known(place, key, signs),
                                                              self.failed)

        known_key(page_data("profil"), known, self.failed)

    def _say_known(self, place: Any, key: Any, signs: Any) -> None:
        since = ", enregistrée le " + Date().show(key["depuis"]) if key["depuis"] else ", donnée avec le site"
        place.textContent = "Clé utilisée : empreinte " + signs + since + "."

    def read(self) -> None:
        """Look at the file chosen; nothing is kept yet."""
        files = dom.by_id("reception-fichier").files
        dom.hide(dom.by_id("reception-erreur"))
        dom.hide(dom.by_id("reception-nouvelle"))
        self.found = None
        if files.length == 0:
            return

        def understood(found: Any) -> None:
            if not found:
                dom.say(dom.by_id("reception-erreur"), NO_KEY)
                return
            self.found = {"cle": found.key, "empreinte": found.fingerprint}
            dom.by_id("reception-empreinte").textContent = found.fingerprint
            dom.by_id("reception-nouvelle").hidden = False
            dom.focus(dom.by_id("reception-nouvelle"))

        window.pidScripts.load("crypto.js").then(
            lambda *_: window.pidCrypto.readReception(files.item(0)).then(understood, self.failed), self.failed)

    def keep(self, button: Element) -> None:
        """The person has compared the fingerprint: use this key from now on."""
        def kept(*_: Any) -> None:
            self._close("Clé enregistrée : les prochains envois seront chiffrés avec elle.")
        self.found["depuis"] = dates.to_iso(today())
        window.pidStore.putSetting(SETTING, to_json(self.found)).then(kept, self.failed)

    def cancel(self, button: Element) -> None:
        self._close("Cette clé n’a pas été enregistrée.")

    def forget(self, button: Element) -> None:
        """Use the key of the profile again, or none."""
        window.pidStore.putSetting(SETTING, "").then(
            lambda *_: self._close("La clé n’est plus utilisée sur cet ordinateur."), self.failed)

    def _close(self, words: str) -> None:
        self.found = None
        dom.hide(dom.by_id("reception-nouvelle"))
        dom.by_id("reception-fichier").value = ""
        dom.by_id("reception-etat").textContent = words
        self.draw()
        dom.focus(dom.by_id("reception-titre"))
