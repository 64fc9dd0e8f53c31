"""The files given to the page that opens them, until one dossier is read: chosen or dropped, protected or not, one
or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.dossier.copies import copied_on
from pid_rules.dossier.paths import get
from pid_rules.form import etablissement
from pid_rules.handover.names import reference_of_college
from pid_rules.words.horaires import moment_in_words
from ui.draft.draft import title_of
from ui.kit import dom
from ui.kit.data import parse
from ui.opening.protected import ProtectedFile
from ui.opening.recovery_file import RecoveryFile

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event, Failed

NOTHING = ("Aucun fichier n’a été déposé. Depuis une messagerie, enregistrez d’abord la pièce jointe sur l’ordinateur, "
           "puis choisissez-la ici.")
NONE_OF_THEM = "Aucun dossier n’est lisible parmi les fichiers déposés : choisissez le JSON ou le PDF du dossier."


class ReceivedFiles:
    """``begin()`` is called when a file is given, ``understood(answer, pdf)`` with what the importer read of a dossier,
    ``carnet(answer)`` with that of a carnet.

    ``asked`` grows with each file: what is read of the one before no longer counts.
    """

    def __init__(self, begin: Element, understood: Any, carnet: Any, failed: Failed) -> None:
        self.begin = begin
        self.of_dossier = understood
        self.of_carnet = carnet
        self.failed = failed
        self.asked = 0
        self.protected = ProtectedFile(failed, self.look_into)
        self.recovery = RecoveryFile(failed, lambda file: self.look_into([file], None, ""))
        self.answers: list[Any] = []
        self.pdf: Any = None
        dom.by_id("fichier").bind("change", lambda event: self.read(list(dom.by_id("fichier").files)))
        document.bind("dragover", self.dragged)
        document.bind("drop", self.dropped)
        dom.on_action({"choisir-dossier": self.chosen})

    def dragged(self, event: Event) -> None:
        if _is_ours(event):
            event.preventDefault()
            event.dataTransfer.dropEffect = "copy"  # else Outlook takes the message away

    def dropped(self, event: Event) -> None:
        if _is_ours(event):
            event.preventDefault()
            window.pidImport.dropped(event.dataTransfer).then(lambda files: self.read(list(files), NOTHING),
                                                              self.failed)

    def read(self, files: Any, nothing: Any = "") -> None:
        """Read the files given, as one; ``nothing`` is said where there is none."""
        if not files and not nothing:
            return
        self.begin()
        for name in ("fichier-erreur", "fichier-lu", "choix"):
            dom.hide(dom.by_id(name))
        self.protected.hide()
        self.recovery.hide()
        if files:
            self.look_into(files, None, NONE_OF_THEM if len(files) > 1 else "")
        else:
            dom.say(dom.by_id("fichier-erreur"), nothing)

    def look_into(self, files: Any, pdf: Any, none: Any) -> None:
        """Read files, or what a protected one held: it is trusted no more than any other. ``none`` is said where no
        dossier is in them."""
        self.asked += 1
        asked = self.asked

        def read(answer: Any) -> None:
            # Another file may have been chosen while this one was being read.
            if asked == self.asked:
                self.understood(answer, pdf, len(files) if none == NONE_OF_THEM else 1)
        window.pidImport.readAll(files, none).then(read, self.failed)

    def understood(self, answer: Any, pdf: Any, given: Any) -> None:
        if getattr(answer, "protection", None):
            self.protected.ask(answer.file, answer.protection)
        elif getattr(answer, "reprise", None):
            self.recovery.ask(answer.reprise)
        elif getattr(answer, "choix", None):
            self.offer(answer, pdf)
        elif not answer.ok:
            dom.say(dom.by_id("fichier-erreur"), answer.message)
        else:
            if given > 1:
                dom.say(dom.by_id("fichier-lu"), "Un seul fichier à la fois : « " + answer.nom
                        + " » a été lu, parmi " + str(given) + ".")
            self.then(answer, pdf)

    def then(self, answer: Any, pdf: Any) -> None:
        """One file was read, or chosen among several."""
        if getattr(answer, "carnet", None):
            self.of_carnet(answer)
        else:
            self.of_dossier(answer, pdf)

    def offer(self, answer: Any, pdf: Any) -> None:
        """Name the dossiers found, and let one be chosen; ``pdf`` came with all of them, or None."""
        self.answers, self.pdf = list(answer.choix), pdf
        dom.by_id("choix-message").textContent = answer.message
        dom.fill(dom.by_id("choix-liste"), *[
            dom.make("li", "",
                     dom.make("button", _named(one), type="button", class_="lien", data_action="choisir-dossier"))
            for one in self.answers])
        dom.by_id("choix").hidden = False
        dom.focus(dom.by_id("choix-titre"))

    def chosen(self, button: Element) -> None:
        rank = [one for one in dom.by_id("choix-liste").select("button")].index(button)
        self.begin()
        self.asked += 1
        self.then(self.answers[rank], self.pdf)


def _is_ours(event: Event) -> Any:
    """Whether what is dropped is for this page: not for a box of its own that takes texts and files."""
    return dom.closest(event.target, "#protection, #reprise") is None


def _named(answer: Any) -> Any:
    """A dossier among several: its pupil, its reference, its revision, its day, the file that holds it."""
    dossier = parse(answer.text)
    if getattr(answer, "carnet", None):
        return "Carnet de suivi, {0} ({1})".format(get(dossier, "reference"), answer.nom)
    parts = [title_of(dossier), reference_of_college(dossier) or "sans référence",
             "révision " + str(get(dossier, etablissement.REVISION.path) or 1)]
    day = etablissement.DATE_REDACTION.kind.show(get(dossier, etablissement.DATE_REDACTION.path) or "")
    if day:
        parts.append("rédigé le " + day)
    if copied_on(dossier):
        parts.append("copie faite le " + moment_in_words(copied_on(dossier)))
    return ", ".join(parts) + (" (" + answer.nom + ")" if answer.nom else "")
