"""What somebody who does not see does with the keyboard, step by step, and what must be heard at each.

A step is what is done, in French, for the transcript; its keys, or the text that is typed; and words that must be among
those that are heard, none where it is only to be read. A journey begins where ``begin`` leaves the page.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.support.pages import steps


@dataclass
class Step:
    """One gesture: ``keys`` of xdotool, or ``text``; each of ``heard`` must be said."""

    doing: str
    keys: tuple[str, ...] = ()
    text: str = ""
    heard: tuple[str, ...] = ()


@dataclass
class Journey:
    """A whole way, and how the page is brought to its beginning."""

    name: str
    title: str
    begin: Any
    steps: list[Step] = field(default_factory=list)


def tab(times, doing, *heard):
    return Step(doing, ("Tab",) * times, heard=heard)


def home(room, root):
    room.page.goto(root)
    steps.until(lambda: steps.ready(room.page), 60)


def new(room, root):
    home(room, root)
    steps.open_new(room.page)


def demonstration(room, root):
    home(room, root)
    steps.open_demonstration(room.page)
    steps.judged(room.page)


def page_of(slug, opened=demonstration, focus="h1"):
    """Opens a page of a dossier, and puts the focus where a link to it puts it, else on ``focus``."""
    def begin(room, root):
        opened(room, root)
        steps.go(room.page, slug)
        room.page.wait_for_timeout(1500)
        if focus != "h1":
            room.page.locator(focus).first.focus()
    return begin


JOURNEYS = [
    Journey("remplir", "Commencer un dossier et remplir une page", page_of("eleve", new), [
        tab(1, "Tabulation, depuis le titre de la page"),
        tab(1, "Tabulation jusqu’à la première question", "Nom"),
        Step("Taper le nom", text="Martin"),
        tab(1, "Tabulation", "Prénom"),
        Step("Taper le prénom", text="Lou"),
        tab(1, "Tabulation jusqu’à la date de naissance", "Jour"),
        Step("Taper le jour", text="14"),
        tab(1, "Tabulation", "Mois"),
        Step("Taper le mois", text="3"),
        tab(1, "Tabulation", "Année"),
        Step("Taper l’année", text="2012"),
        tab(1, "Tabulation jusqu’à la question suivante"),
        tab(1, "Tabulation"),
    ]),
    Journey("erreur", "Une erreur, et la corriger", page_of("eleve", new, "#eleve-date_naissance-jour"), [
        Step("Taper un jour qui n’existe pas", text="31"),
        tab(1, "Tabulation", "Mois"),
        Step("Taper le mois", text="2"),
        tab(1, "Tabulation", "Année"),
        Step("Taper l’année", text="2012"),
        Step("Entrée, pour continuer", ("Return",), heard=("31 février",)),
        Step("Tabulation jusqu’au premier lien du résumé", ("Tab",)),
        Step("Entrée sur le lien", ("Return",), heard=("31 février",)),
    ]),
    Journey("elements", "Une liste d’éléments : ajouter, nommer, retirer, reprendre", page_of("objectifs"), [
        tab(1, "Tabulation"), tab(1, "Tabulation"), tab(1, "Tabulation"), tab(1, "Tabulation"), tab(1, "Tabulation"),
        tab(1, "Tabulation"), tab(1, "Tabulation"),
        Step("En-tête suivant", ("h",)),
        Step("Bouton suivant", ("b",)),
        Step("Bouton suivant", ("b",)),
    ]),
    Journey("emploi-du-temps", "L’emploi du temps", page_of("emploi-du-temps"), [
        Step("En-tête suivant", ("h",)), Step("En-tête suivant", ("h",)), Step("Tableau suivant", ("t",)),
        tab(1, "Tabulation"), tab(1, "Tabulation"), tab(1, "Tabulation"),
    ]),
    Journey("verifier", "Vérifier et envoyer", page_of("verifier"), [
        Step("En-tête suivant", ("h",)), Step("En-tête suivant", ("h",)), Step("Bouton suivant", ("b",)),
        Step("Bouton suivant", ("b",)),
    ]),
    Journey("annuler", "Annuler puis rétablir", page_of("eleve", demonstration, "#eleve-nom"), [
        Step("Taper à la suite du nom", text="xyz"),
        tab(1, "Tabulation", "Prénom"),
        Step("Ctrl+Z", ("ctrl+z",), heard=("annul",)),
        Step("Ctrl+Maj+Z", ("ctrl+shift+z",), heard=("rétabli",)),
    ]),
]
