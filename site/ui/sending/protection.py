"""How the files of a sending are protected on the road: for the DSDEN's key, in a ZIP under a code, or not at all."""

from browser import window

from ui.kit import dom
from ui.kit.data import parse

SETTING = "cle-reception"
FOR_KEY, UNDER_CODE = "cle", "code"
AGE, ZIP = "application/octet-stream", "application/zip"
NO_KEY = ("La clé de réception n’est plus sur cet ordinateur\u00a0: un ZIP chiffré est proposé à sa place. Choisissez comment protéger les "
          "fichiers, puis préparez l’envoi de nouveau.")


def known_key(profile, then, failed):
    """Call ``then({cle, empreinte, depuis})`` with the key imported on this computer, else the profile's, else None."""
    def read(text):
        if text:
            then(parse(text))
            return
        key = profile["chiffrement"]["cle_publique"] if "chiffrement" in profile else ""
        then({"cle": key, "empreinte": "", "depuis": ""} if key else None)

    window.pidStore.getSetting(SETTING).then(read, failed)


class Protection:
    """The choice on the last page, and what it does to the files."""

    def __init__(self, profile):
        self.profile = profile
        self.asked = False

    def draw(self):
        """Offer the DSDEN's key where one is known; it is then the choice proposed."""
        def known(key):
            self._offer(key)
            if key is not None and not self.asked:
                dom.by_id("envoi-protection-cle").checked = True
            self.asked = True

        known_key(self.profile, known, lambda error: None)

    def _offer(self, key):
        """Show the choice of the key where there is one; a choice that is there no more gives way to the ZIP."""
        dom.by_id("envoi-choix-cle").hidden = key is None
        if key is None and self.chosen() == FOR_KEY:
            dom.by_id("envoi-protection-code").checked = True

    def chosen(self):
        """The value of the choice."""
        return dom.by_id("envoi-protection").select_one("[name]:checked").value

    def protect(self, files, zip_name, then, failed):
        """Call ``then(files, code)`` with the protected (name, mime, bytes) of those given; ``code`` is "" without one.

        ``failed(words)`` where the person can do something about it, else ``failed(error)``.
        """
        choice = self.chosen()
        if choice not in (FOR_KEY, UNDER_CODE):
            then(files, "")
            return

        def with_key(key):
            # Read now: it may have been replaced or forgotten in another tab since the page was drawn.
            self._offer(key)
            if key is None:
                failed(NO_KEY)
            else:
                self._for_key(key["cle"], files, [], then, failed)

        def loaded(*_):
            if choice == FOR_KEY:
                known_key(self.profile, with_key, failed)
                return
            code = window.pidCrypto.newCode()
            entries = [{"name": "dossier." + name.rpartition(".")[2], "bytes": data} for name, _, data in files]
            window.pidCrypto.writeZip(entries, code).then(lambda data: then([(zip_name, ZIP, data)], code), failed)

        window.pidScripts.load("crypto.js").then(loaded, failed)

    def _for_key(self, key, files, done, then, failed):
        if not files:
            then(done, "")
            return
        name, _, data = files[0]
        window.pidCrypto.encryptForKey(data, key).then(
            lambda sealed: self._for_key(key, files[1:], done + [(name + ".age", AGE, sealed)], then, failed), failed)
