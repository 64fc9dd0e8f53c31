"""« Envoyer à la DSDEN »: the files with their fingerprint, the message, what the browser can do of it, the receipts.

The site sends nothing and cannot know what has left: the person says so, and may take it back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import window

from pid_rules.dossier import seal
from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.structure import ordered
from pid_rules.dossier.versions import note_sending, receipts
from pid_rules.form import FORM, etablissement
from pid_rules.handover import eml, transmission
from pid_rules.handover.names import file_name, reference
from pid_rules.handover.receipt import as_text
from pid_rules.words import dates
from ui.documents import complete
from ui.kit import dom
from ui.kit.clock import hour_in_words, now, today
from ui.kit.data import parse
from ui.sending.handover_files import PDF, prepare
from ui.sending.receipts import draw

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Error

    from ui.draft.draft import Draft
    from ui.questions.watch import Watch

GONE_OR_NOT = (" S’ils sont déjà partis, choisissez « C’est envoyé » ; sinon, préparez l’envoi de "
               "nouveau.")
UNMARKED = "aucune : ce navigateur ne sait pas la calculer ici"
NOT_PREPARED = "Les fichiers n’ont pas pu être préparés. Rechargez la page, puis essayez à nouveau."


class Sending:
    """The part of « Vérifier et envoyer » that hands the dossier over."""

    def __init__(self, draft: Draft, watch: Watch, versions: Any, rewriting: Any, protection: Any) -> None:
        self.draft = draft
        self.watch = watch
        self.versions = versions
        self.rewriting = rewriting
        self.protection = protection
        self.prepared: Any = None
        self.before: Any = None
        self.asked = 0
        dom.on_action({"envoi-preparer": self.prepare, "envoi-fichier": self.download, "envoi-eml": self.download_draft,
                       "envoi-partager": self.share, "envoi-partager-pdf": self.share_pdf,
                       "envoi-copier-objet": self.copy_subject,
                       "envoi-copier-texte": self.copy_body, "envoi-fait": self.done, "envoi-annuler": self.undo,
                       "envoi-recu": self.download_receipt})

    def draw(self) -> None:
        """Show the section as the dossier is now."""
        self.check()
        draw(dom.by_id("recus-liste"), receipts(self.versions.kept))

    def check(self) -> None:
        """Say that the dossier, or the day, has changed since its files were prepared."""
        prepared, words = self.prepared, ""
        if prepared is not None and seal.sealed_text(ordered(FORM, self.draft.dossier)) != prepared.sealed:
            words = "Le dossier a changé depuis la préparation de ces fichiers."
        elif prepared is not None and prepared.judged[0] != today():
            words = "Ces fichiers ont été préparés et vérifiés le " + dates.in_words(prepared.judged[0]) + "."
        if words:
            words += GONE_OR_NOT
        dom.say(dom.by_id("envoi-change"), words)

    def prepare(self, button: Element) -> None:
        """Make the files, with the fingerprint of the dossier as it is now."""
        self._say("Préparation des fichiers…")
        self.asked += 1
        asked = self.asked

        def made(prepared: Any) -> None:
            if asked == self.asked:
                self._show(prepared)

        def failed(reason: str | None = None) -> None:
            if asked == self.asked:
                self._say(reason if isinstance(reason, str) else NOT_PREPARED)

        prepare(self.draft, self.watch, self.protection, made, failed)

    def _show(self, prepared: Any) -> None:
        self.prepared = prepared
        self.subject = transmission.mail_subject(prepared.dossier, self.watch.profile, prepared.mark)
        self.body = transmission.mail_body(prepared.dossier, self.watch.profile, prepared.mark)
        dom.by_id("envoi-empreinte").textContent = prepared.mark or UNMARKED
        dom.by_id("envoi-code").hidden = not prepared.code
        dom.by_id("envoi-code-signes").textContent = prepared.code
        dom.fill(dom.by_id("envoi-fichiers"), *[self._file(index, one) for index, one in enumerate(prepared.files)])
        dom.by_id("envoi-objet").value = self.subject
        dom.by_id("envoi-texte").value = self.body
        address, whole = transmission.mailto(transmission.recipient(self.watch.profile), self.subject, self.body)
        dom.by_id("envoi-mailto").setAttribute("href", address)
        dom.by_id("envoi-mailto-aide").hidden = whole
        dom.by_id("envoi-partage").hidden = not window.pidHandover.canShare(self._shared(prepared.files))
        dom.by_id("envoi-partage-pdf").hidden = True
        dom.by_id("envoi-brouillon").hidden = not prepared.brouillon
        self._say("Fichiers prêts." + complete.replaced(prepared.missing))
        dom.by_id("envoi-change").hidden = True
        dom.hide(dom.by_id("envoi-annulation"))
        dom.by_id("envoi").hidden = False
        dom.focus(dom.by_id("envoi-pret"))

    def _file(self, index: int, one: Any) -> Any:
        button = dom.make("button", "Télécharger", type="button", class_="bouton discret", data_action="envoi-fichier",
                          data_index=str(index))
        words = one.name + ", " + transmission.size_in_words(one.data.length) + " "
        return dom.make("li", "", dom.make("span", words), dom.also_heard(button, one.name))

    def download(self, button: Element) -> None:
        """Give one of the files."""
        one = self.prepared.files[int(dom.attribute(button, "data-index"))]
        window.pidFiles.download(button, one.name, one.mime, one.data)

    def download_draft(self, button: Element) -> None:
        """Give the message as an .eml file, its files attached."""
        attached = [(one.name, one.mime, window.pidHandover.base64(one.data)) for one in self.prepared.files]
        text = eml.draft(transmission.recipient(self.watch.profile), self.subject, self.body, attached)
        window.pidFiles.download(button, self.prepared.name("eml"), "message/rfc822", text,
                                 " Ouvrez-le pour le relire et l’envoyer.")

    def _shared(self, files: Any) -> Any:
        return [window.pidHandover.file(one.name, one.mime, one.data) for one in files]

    def share(self, button: Element) -> None:
        self._share(self.prepared.files)

    def share_pdf(self, button: Element) -> None:
        self._share([one for one in self.prepared.files if one.mime == PDF])

    def _share(self, files: Any) -> None:
        """Open the share sheet; what the browser refuses is said, with what can be done instead."""
        def shared(*_: Any) -> None:
            self._say("Fichiers remis à l’application choisie. Envoyez-y le message.")

        def failed(error: Error) -> None:
            if error.name == "AbortError":
                self._say("Partage abandonné : rien n’est parti.")
                return
            alone = len(files) > 1 and any([one.mime == PDF for one in files])
            dom.by_id("envoi-partage-pdf").hidden = not alone
            self._say("Ce navigateur a refusé de partager ces fichiers. " + (
                "Partagez le PDF seul (il contient le dossier), ou prenez" if alone
                else "Prenez") + " le brouillon de courriel.")

        window.pidHandover.share(self._shared(files), self.subject, self.body).then(shared, failed)

    def copy_subject(self, button: Element) -> None:
        self._copy("envoi-objet", "Objet copié.")

    def copy_body(self, button: Element) -> None:
        self._copy("envoi-texte", "Texte copié.")

    def _copy(self, identifier: str, said: str) -> None:
        """Copy a text, or leave it selected for the person to copy."""
        control = dom.by_id(identifier)

        def by_hand(error: Error) -> None:
            dom.focus(control)
            control.setSelectionRange(0, len(control.value))
            self._say("Ce navigateur ne permet pas la copie : le texte est sélectionné, copiez-le avec Ctrl + C.")

        window.pidHandover.copy(control.value).then(lambda *_: self._say(said), by_hand)

    def done(self, button: Element) -> None:
        """The person says that the message has left: note it in the dossier, give the receipt, let it be taken back."""
        prepared, dossier, kept = self.prepared, self.draft.dossier, self.versions.kept
        moment = now()
        noted = moment[:10]
        date, to = self._typed("date"), self._typed("destinataire") or transmission.recipient(self.watch.profile)
        if dates.parse_iso(date) is None:
            date = noted
        self.before = (to_json(get(dossier, "transmission")), to_json(kept))
        receipt = {"date": date, "heure": hour_in_words(moment) if date == noted else "",
                   "reference": reference(prepared.dossier),
                   "revision": get(prepared.dossier, etablissement.REVISION.path), "empreinte": prepared.mark,
                   "destinataire": to, "fichiers": [[one.name, one.data.length] for one in prepared.files]}
        sent = seal.bearing(FORM, prepared.dossier, prepared.mark, to)
        note_sending(kept, sent, prepared.contract, date, receipt)
        given = sent["transmission"]
        given["date"] = date
        dossier["transmission"] = given
        self.after = to_json(given)
        self.revision = get(prepared.dossier, etablissement.REVISION.path)
        self.prepared = None
        dom.hide(dom.by_id("envoi"))
        self._say("")
        self._rewritten()
        dom.show(dom.by_id("envoi-annulation"),
                 "Envoi noté au " + dates.in_words(cast("int", dates.parse_iso(date))) + ". La "
                 "page « Transmission » permet de corriger la date.")
        dom.focus(dom.by_id("recus-titre"))

    def _typed(self, name: str) -> Any:
        """What the person has written in « Transmission » since the files were prepared, "" where nothing."""
        now, then = [get(dossier, "transmission." + name) for dossier in (self.draft.dossier, self.prepared.dossier)]
        return "" if now == then or is_blank(now) else now

    def undo(self, button: Element) -> None:
        """Take the sending back, unless the dossier has gone on from it: nothing typed may be lost."""
        dom.hide(dom.by_id("envoi-annulation"))
        dossier = self.draft.dossier
        revision = get(dossier, etablissement.REVISION.path)
        if to_json(get(dossier, "transmission")) != self.after or revision != self.revision:
            self._say("Le dossier a changé depuis : corrigez la page « Transmission ».")
            return
        before, kept = self.before
        dossier["transmission"] = parse(before)
        self.versions.kept = parse(kept)
        self._rewritten()
        self._say("L’envoi n’est plus noté : le dossier est comme avant. Préparez de nouveau les fichiers pour "
                  "l’envoyer.")
        dom.focus(dom.by_id("envoi-titre"))

    def _rewritten(self) -> None:
        self.versions.write()
        self.rewriting.rewritten("transmission")
        self.draft.history.forget()
        self.draft.save()
        draw(dom.by_id("recus-liste"), receipts(self.versions.kept))

    def download_receipt(self, button: Element) -> None:
        """Give a receipt as a text."""
        receipt = receipts(self.versions.kept)[int(dom.attribute(button, "data-index"))]
        sent = ordered(FORM, self.draft.dossier)
        put(sent, etablissement.REVISION.path, receipt["revision"])
        name = file_name(sent, "txt", demonstration=self.draft.demonstration, document="recepisse",
                          seal=receipt["empreinte"])
        window.pidFiles.download(button, name, "text/plain;charset=utf-8", as_text(receipt))

    def _say(self, words: str) -> None:
        dom.by_id("envoi-etat").textContent = words
