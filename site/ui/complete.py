"""The PDF of the complete dossier, asked for in « Vérifier et envoyer »."""

from browser import window

NOT_MADE = "Le PDF n’a pas pu être composé. Téléchargez le JSON, puis rechargez la page."


def make(verification, judged, dossier, seal, attached, then, failed):
    """Compose the PDF of a dossier, judged by ``watch.judged()`` as the open one: ``then(bytes, missing)``, or ``failed()``.

    ``seal`` is printed where it is not "", ``attached`` is the text of the dossier inside, ``missing`` are the signs that the
    fonts do not have.
    """
    def here(*_):
        from ui.composing import compose
        compose(verification, judged, dossier, seal, attached, then, failed)

    window.pidScripts.load("documents.js").then(here, lambda error: failed())


def replaced(missing):
    """What is said of signs that are not printed, "" without any."""
    return " Ces signes ne peuvent pas être imprimés et sont remplacés par un carré\u00a0: " + " ".join(missing) \
        if missing else ""
