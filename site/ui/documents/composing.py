"""The complete dossier as a PDF, part after part so that the page goes on answering, with the dossier inside.

Loaded with what describes the documents. See ``complete``.
"""

from browser import window
from javascript import JSON

from pid_rules.documents.catalogue import COMPLET
from pid_rules.documents.document import Composition, Edition
from pid_rules.form import FORM
from pid_rules.rules import CATALOGUE


def compose(judged, demonstration, dossier, seal, attached, then, failed):
    """What ``complete.make`` says."""
    day, report, fingerprint, profile = judged
    edition = Edition(FORM, CATALOGUE, profile, day, report, fingerprint, demonstration, seal)
    composition = Composition(COMPLET, dossier, edition)

    def go_on():
        if composition.go_on():
            window.setTimeout(go_on, 0)
            return
        window.pidPdf.make(JSON.stringify(composition.described()), attached).then(
            lambda result: then(result.bytes, list(result.missing)), lambda error: failed())

    window.setTimeout(go_on, 0)
