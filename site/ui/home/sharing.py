"""« Cet ordinateur est-il partagé ? » on the page of the dossiers: the question, the passphrase, the lock, the wipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.words import dates
from ui.home.this_computer import FORGETS, SHARED
from ui.kit import dom
from ui.kit.clock import today
from ui.kit.lasting import on_lasting_action

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Error

BLOCKED = "D’autres onglets de ce site sont encore ouverts : fermez-les, l’effacement continue ensuite."
NOT_ERASED = ("Ce que ce site ne peut pas effacer : les fichiers déjà sortis du site et la corbeille, "
              "l’historique et la saisie automatique du navigateur, la liste des fichiers récents, les pages "
              "imprimées, les sauvegardes de cet ordinateur.")
LEFTOVERS = (" Les dossiers n’étaient pas chiffrés : le navigateur peut en garder des traces sur le disque "
             "quelque temps encore.")
ENCRYPTED = ("Ordinateur partagé : les dossiers sont chiffrés sur cet ordinateur et se verrouillent après dix "
             "minutes sans activité.")
PLAIN = ("Ordinateur non partagé : les dossiers sont enregistrés sans chiffrement, lisibles par quiconque ouvre "
         "cette session.")
UNSAID = "Vous n’avez pas encore dit si cet ordinateur est partagé."


class Sharing:
    """The section « Cet ordinateur » and the question of the first visit."""

    def __init__(self) -> None:
        self.encrypted = False
        self.changing = False
        dom.on_action({
            "partage-oui": self.ask_phrase, "partage-non": self.answer_no, "deja-venu": self.forgets,
            "autre-phrase": self.propose, "phrase-abandon": self.give_up,
            "changer-phrase": self.change_phrase, "ne-plus-partager": self.ask_unshare,
            "annuler-clair": lambda button: self.close("vers-clair"), "verrouiller": self.lock,
            "effacer": self.ask_erase, "annuler-effacement": lambda button: self.close("effacement")})
        on_lasting_action({"chiffrer": self.encrypt, "confirmer-clair": self.unshare,
                           "confirmer-effacement": self.erase})
        document.bind("pid-jour", lambda event: self.draw())
        window.pidStore.onChange(lambda news: self.draw() if news.type in ("coffre", "reglage") else None)
        self.drawn = self.draw()

    def draw(self) -> Any:
        """Show the question while it is open, and what this computer is; gives the promise of it."""
        def known(encrypted: Any) -> Any:
            if encrypted and not self.encrypted:
                # Asked even where there is no dossier: a locked computer shows that it is.
                window.pidStore.vault().then(lambda vault: vault.open(), self.failed)
            self.encrypted = encrypted
            return window.pidStore.getSetting(SHARED).then(answered, self.failed)

        def answered(answer: Any) -> Any:
            dom.by_id("partage-question").hidden = self.encrypted or bool(answer)
            dom.by_id("partage-etat").textContent = ENCRYPTED if self.encrypted else PLAIN if answer else UNSAID
            for button in dom.by_id("cet-ordinateur").select("[data-si]"):
                button.hidden = (dom.attribute(button, "data-si") == "partage") != self.encrypted
            return window.pidStore.getSetting(FORGETS).then(forgets, self.failed)

        def forgets(answer: Any) -> Any:
            dom.by_id("oublieux").hidden = not answer
            if answer:
                dom.by_id("deja-venu").hidden = True
                return None
            return window.pidStore.state().then(remembers, self.failed)

        def remembers(state: Any) -> None:
            # A mark of another day has outlived a closing; one of today may not have.
            dom.by_id("deja-venu").hidden = state.depuis[:10] != dates.to_iso(today())

        return window.pidStore.isShared().then(known, self.failed)

    def failed(self, error: Error) -> None:
        dom.tell(error)

    def close(self, identifier: str) -> None:
        dom.hide(dom.by_id(identifier))
        dom.by_id("titre-ordinateur").focus()

    def answer_no(self, button: Element) -> None:
        def written(*_: Any) -> None:
            self.draw()
            dom.announce("Noté : cet ordinateur n’est pas partagé. Vous pourrez changer d’avis au bas de cette "
                         "page.")
            dom.by_id("contenu").focus()
        window.pidStore.putSetting(SHARED, "non").then(written, self.failed)

    def forgets(self, button: Element) -> None:
        def written(*_: Any) -> None:
            self.draw()
            dom.focus(dom.by_id("oublieux"))
        window.pidStore.putSetting(FORGETS, "oui").then(written, self.failed)

    def ask_phrase(self, button: Element) -> None:
        """Offer a passphrase; nothing is encrypted before it has been copied."""
        self.changing = False
        self.open_phrase()

    def change_phrase(self, button: Element) -> None:
        self.changing = True
        self.open_phrase()

    def open_phrase(self) -> None:
        dom.by_id("partage-question").hidden = True
        dom.by_id("ancienne").hidden = not self.changing
        for identifier in ("phrase-ancienne", "phrase-copie"):
            dom.by_id(identifier).value = ""
        self.say_wrong("", "")
        dom.by_id("partage-phrase").hidden = False
        dom.focus(dom.by_id("titre-phrase"))
        self.propose(None)

    def propose(self, button: Element) -> None:
        def ready(vault: Any) -> None:
            dom.by_id("phrase-choisie").value = vault.newPhrase()
            if button is not None:
                dom.announce("Une autre phrase est proposée.")
        window.pidStore.vault().then(ready, self.failed)

    def give_up(self, button: Element) -> None:
        dom.hide(dom.by_id("partage-phrase"))
        self.draw()
        dom.by_id("titre-ordinateur").focus()

    def say_wrong(self, control: Element, message: str) -> None:
        """One error at a time, at its place; "" clears."""
        for name in ("phrase-ancienne", "phrase-choisie", "phrase-copie"):
            dom.say(dom.by_id(name + "-erreur"), dom.ERREUR + message if name == control else "")
            dom.by_id(name).setAttribute("aria-invalid", "true" if name == control else "false")
        if control:
            dom.focus(dom.by_id(control))

    def encrypt(self, button: Element) -> Any:
        """Encrypt, or change the passphrase, once it is strong and copied without a fault."""
        chosen, copied = dom.by_id("phrase-choisie").value, dom.by_id("phrase-copie").value

        def ready(vault: Any) -> Any:
            if not vault.isStrong(chosen):
                self.say_wrong("phrase-choisie",
                               "Cette phrase est trop courte ou trop simple : gardez les sept mots, ou "
                               "écrivez au moins vingt signes.")
            elif not vault.isSamePhrase(chosen, copied):
                self.say_wrong("phrase-copie",
                               "Ce n’est pas la phrase ci-dessus. Recopiez-la telle que vous l’avez notée.")
            else:
                self.say_wrong("", "")
                dom.by_id("phrase-etat").textContent = "Chiffrement en cours…"
                if self.changing:
                    return vault.changePhrase(dom.by_id("phrase-ancienne").value, chosen).then(changed, failed)
                return vault.share(chosen).then(done, failed)

        def changed(right: Any) -> None:
            if right:
                done()
            else:
                dom.by_id("phrase-etat").textContent = ""
                self.say_wrong("phrase-ancienne", "Ce n’est pas la phrase actuelle de cet ordinateur.")

        def done(*_: Any) -> None:
            dom.by_id("phrase-etat").textContent = ""
            for identifier in ("phrase-ancienne", "phrase-choisie", "phrase-copie"):
                dom.by_id(identifier).value = ""
            dom.hide(dom.by_id("partage-phrase"))
            dom.hide(dom.by_id("alerte-enregistrement"))  # what an attempt before has said
            self.draw()
            dom.show(dom.by_id("partage-fait"),
                     "La phrase est changée. L’ancienne ouvre encore les fichiers de reprise faits avec elle."
                     if self.changing
                     else "Les dossiers de cet ordinateur sont chiffrés. Ceux qui y étaient déjà ont pu laisser des "
                     "traces en clair sur le disque, que ce site ne peut pas effacer.")
            dom.focus(dom.by_id("partage-fait"))

        def failed(error: Error) -> None:
            dom.by_id("phrase-etat").textContent = ""
            self.failed(error)

        return window.pidStore.vault().then(ready, failed)

    def lock(self, button: Element) -> None:
        window.pidStore.vault().then(lambda vault: vault.lock(), self.failed)

    def ask_unshare(self, button: Element) -> None:
        dom.by_id("vers-clair").hidden = False
        dom.focus(dom.by_id("vers-clair").select_one("h3"))

    def unshare(self, button: Element) -> Any:
        def written(*_: Any) -> Any:
            window.location.reload()
            return dom.left()
        return window.pidStore.vault().then(lambda vault: vault.unshare()).then(
            lambda *_: window.pidStore.putSetting(SHARED, "non")).then(written, self.failed)

    def ask_erase(self, button: Element) -> None:
        dom.by_id("effacement").hidden = False
        dom.focus(dom.by_id("effacement").select_one("h3"))

    def erase(self, button: Element) -> Any:
        """Erase, look again, and say what was found and what is out of reach."""
        status = dom.by_id("effacement-etat")
        status.textContent = "Effacement en cours…"

        def blocked(*_: Any) -> None:
            status.textContent = BLOCKED

        def done(seen: Any) -> None:
            rows = [dom.make("li", one.quoi
                             + (" : vide, vérifié." if one.vide else " : il en reste. Fermez les autres "
                                "onglets de ce site et recommencez.")) for one in seen]
            title = "Ce site ne garde plus rien dans ce navigateur" if all([one.vide for one in seen]) \
                else "L’effacement est incomplet"
            report = dom.make("section", "", dom.make("h1", title, tabindex="-1"), dom.make("ul", "", *rows),
                              dom.make("p", NOT_ERASED + ("" if self.encrypted else LEFTOVERS)), id="bilan-effacement")
            if window.location.protocol != "file:":
                report.appendChild(dom.make("p", "Une connexion est nécessaire pour rouvrir le site.", class_="aide"))
            dom.fill(dom.by_id("contenu"), report)
            window.document.documentElement.removeAttribute("data-verrou")
            dom.focus(report.select_one("h1"))

        return window.pidStore.vault().then(lambda vault: vault.wipe(blocked)).then(done, self.failed)
