"""The gestures that answer what a rule finds, where the screen has one: a line for each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import contrat, emploi_du_temps, parcours, stages
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.questions.schema import Page


class Repair:
    """A gesture of a page: its words, and how its button is found there."""

    def __init__(self, page: Page, words: str, selector: str) -> None:
        self.page = page
        self.words = declared(words)
        self.selector = selector


SAME_DAY = Repair(contrat.SIGNATURES_PAGE, "Tous le même jour", "[data-action=dater-signatures]")
REPAIRS = {
    "PR-08": (Repair(parcours.DISPENSES_PAGE, "Même compensation pour toutes", "[data-action=meme-compensation]"),
              Repair(emploi_du_temps.PAGE, "Compter chaque séance pour une heure", "[data-action=seance-proposee]")),
    "ST-27": (Repair(stages.STAGES_PAGE, "Reprendre d’un autre stage", "[data-geste=stage]"),),
    "ST-32": (Repair(emploi_du_temps.PAGE, "Dessiner les semaines de stage", "[data-action=semaines-dessiner]"),),
    "SI-01": (SAME_DAY,), "SI-02": (SAME_DAY,), "SI-04": (SAME_DAY,), "SI-05": (SAME_DAY,), "SI-06": (SAME_DAY,),
    "SI-08": (Repair(contrat.SIGNATURES_PAGE, "C’est à nouveau signé aujourd’hui",
                     "[data-action=signer-de-nouveau]"),)}
"""{rule: its gestures}. A gesture shows itself whether it has something to do."""


def repairs_of(rule: str) -> tuple[Repair, ...]:
    """The gestures that answer what a rule finds, () without any."""
    return REPAIRS[rule] if rule in REPAIRS else ()
