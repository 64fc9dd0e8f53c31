"""The complete dossier as a PDF, part after part so that the page goes on answering, with the dossier inside."""

from browser import window
from javascript import JSON

from pid_rules.form import FORM
from pid_rules.output.catalogue import COMPLET
from pid_rules.output.document import Composition, Edition
from pid_rules.rules import CATALOGUE
from ui.clock import today

NOT_MADE = "Le PDF n’a pas pu être composé. Téléchargez le JSON, puis rechargez la page."


def make(verification, dossier, seal, attached, then, failed):
    """Compose the PDF of a dossier judged as the open one: ``then(bytes, missing)``, or ``failed()``.

    ``seal`` is printed where it is not "", ``attached`` is the text of the dossier inside, ``missing`` are the signs that the
    fonts do not have.
    """
    draft, watch = verification.draft, verification.watch
    edition = Edition(FORM, CATALOGUE, verification.profile, today(), watch.report(), watch.fingerprint(),
                      draft.demonstration, seal)
    composition = Composition(COMPLET, dossier, edition)

    def go_on():
        if composition.go_on():
            window.setTimeout(go_on, 0)
            return
        window.pidPdf.make(JSON.stringify(composition.described()), attached).then(
            lambda result: then(result.bytes, list(result.missing)), lambda error: failed())

    window.setTimeout(go_on, 0)


def replaced(missing):
    """What is said of signs that are not printed, "" without any."""
    return " Ces signes ne peuvent pas être imprimés et sont remplacés par un carré\u00a0: " + " ".join(missing) \
        if missing else ""
