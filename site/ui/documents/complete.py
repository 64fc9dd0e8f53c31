"""The PDF of the complete dossier, asked for in « Vérifier et envoyer »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from ui.kit import dom

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pid_rules.shapes import Dossier

NOT_MADE = "Le PDF n’a pas pu être composé. Téléchargez le JSON, puis rechargez la page."


def make(judged: Any, demonstration: bool, dossier: Dossier, seal: str, attached: Any, then: Callable[..., Any],
         failed: Any) -> None:
    """Compose the PDF of a dossier, judged by ``watch.judged()`` as the open one.

    ``then(bytes, missing)`` is called with it, or ``failed()``: ``missing`` are the characters that the fonts do not
    have, with what is printed. ``seal`` is printed where it is not "". ``attached`` is the text of the dossier inside.
    """
    def here(*_: Any) -> None:
        from ui.documents.composing import compose
        compose(judged, demonstration, dossier, seal, attached, then, failed)

    window.pidScripts.load("documents.js").then(here, lambda error: failed())


def replaced(missing: Any) -> str:
    """What is said of characters printed by their number, each given with it, "" without any."""
    return " Ces signes ne sont dans aucune police du document ; leur numéro est imprimé à leur place : " \
        + ", ".join(missing) + "." if missing else ""


def foresee(draft: Any, place: Any) -> None:
    """Say at a place of the page, before any paper is made, which characters of the dossier will be printed by their
    number."""
    window.pidPdf.look(draft.text()).then(
        lambda result: dom.say(place, replaced(list(result.missing)).strip()), lambda error: None)
