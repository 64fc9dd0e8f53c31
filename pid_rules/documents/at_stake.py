"""What the parcours takes from the week of the pupil: the ordinary one, the one with a stage, the hours of each
discipline in both; drawn, with what the drawings do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents import blocks
from pid_rules.documents.dispenses import UNREAD
from pid_rules.documents.drawn import zone_of
from pid_rules.documents.facts import counted
from pid_rules.dossier.paths import get
from pid_rules.drawings import semaine
from pid_rules.drawings.barres import Barres
from pid_rules.drawings.places import Places
from pid_rules.form import emploi_du_temps
from pid_rules.planning.dispense import dispenses
from pid_rules.planning.grid import timed
from pid_rules.words import horaires

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition
    from pid_rules.planning.weeks import Week

TALL = 104
"""Points of the hours of a week."""
NO_WEEK, NO_ORDINARY = "Aucune semaine type n’est décrite.", "Aucune semaine ordinaire n’est décrite."
NO_STAGE = "Aucune semaine type n’a d’heures hors du collège."


class Weeks:
    """The ordinary week model of a dossier and the one with most hours elsewhere, None where there is none; how many
    ``others`` it has."""

    def __init__(self, answers: Answers) -> None:
        models = answers.plan().models
        self.ordinary = semaine.ordinary_of(models)
        self.with_stage = semaine.with_stage_of(models)
        self.places = Places(answers.root())
        if self.ordinary is self.with_stage:
            self.ordinary = None
        self.others = len(models) - len([one for one in (self.ordinary, self.with_stage) if one is not None])

    def drawn(self, week: Week | None) -> list[Printed]:
        """One of both, in half the width of a page; [] where no slot has its hours."""
        if week is None or not timed(week.slots):
            return []
        return [blocks.figure(semaine.one_week(self.places, week, semaine.HALF, ordinary=self.ordinary, tall=TALL))]

    def said(self, week: Week) -> str:
        """The hours of one of both."""
        words = _hours(week)
        if self.others and week is self.ordinary:
            words += " – " + counted(self.others, "autre semaine type", "autres semaines types")
        return words if timed(week.slots) else semaine.title_of(week) + " : " + words

    def left(self) -> str:
        """What is said of the ordinary week, or why there is none."""
        if self.ordinary is not None:
            return self.said(self.ordinary)
        return NO_WEEK if self.with_stage is None else NO_ORDINARY

    def right(self) -> str:
        """The same of the week with a stage, "" where no week is described at all."""
        if self.with_stage is not None:
            return self.said(self.with_stage)
        return NO_STAGE if self.ordinary is not None else ""


def _hours(week: Week) -> str:
    """« 16 h au collège, 13 h 30 hors du collège », of weeks A and B where they differ, where elsewhere is said
    once."""
    said = [(horaires.in_words(half.college), horaires.in_words(half.elsewhere) if half.elsewhere else "")
            for half in week.halves]
    inside, outside = said[0]
    words = inside + " au collège" + (", " + outside + " hors du collège" if outside else "")
    if said[0] == said[1]:
        return words
    other = ", ".join([one for one in said[1] if one])
    return "A : " + words + " ; B : " + other + ("" if outside or not said[1][1] else " hors du collège")


class Hours:
    """The hours of each discipline before and during: ``bars`` where some are lost, ``notes`` beside them."""

    def __init__(self, answers: Answers, edition: Edition) -> None:
        self.bars = Barres(answers.dossier, zone_of(edition), answers.root())
        self.notes: list[str] = []
        if not self.bars.table.known:
            self.notes.append(UNREAD if answers.held(emploi_du_temps.REFERENCE.path)
                              else "Aucune grille horaire n’est choisie.")
        elif not self.bars.table.complete:
            self.notes.append("Des créneaux ne peuvent pas être comptés.")
        elif not self.bars.known:
            self.notes.append("Aucune heure n’est dispensée.")
        elif _is_whole(answers):
            self.notes.append("Rien n’est dispensé en semaine ordinaire.")


def _is_whole(answers: Answers) -> bool:
    """Whether the ordinary week keeps every hour of the grid."""
    plan = answers.plan()
    ordinary = semaine.ordinary_of(plan.models)
    if ordinary is None or ordinary.elsewhere or not ordinary.complete or ordinary.unread:
        return False
    measured = dispenses(plan, ordinary, cast("str", get(answers.dossier, emploi_du_temps.REFERENCE.path)))
    return measured is not None and not any([one.dispensed for one in measured])
