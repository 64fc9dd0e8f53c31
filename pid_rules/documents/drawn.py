"""The drawings of a dossier as blocks, each with what it cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents import blocks
from pid_rules.dossier.paths import get
from pid_rules.drawings import frise_narrow, semaine
from pid_rules.drawings.barres import Barres
from pid_rules.drawings.frise import Frise
from pid_rules.drawings.places import Places
from pid_rules.form import stages
from pid_rules.planning.grid import timed

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition


def zone_of(edition: Edition) -> str:
    """The zone of the school calendar of the département, "" for an unknown one."""
    return cast("str", get(edition.profile, "departement.zone") or "")


def calendar(answers: Answers, edition: Edition) -> list[Printed]:
    """The timeline; a sentence where its dates are not given, nothing on a form to fill by hand without them."""
    frise = Frise(answers.root(), edition.today, zone_of(edition))
    if frise.known:
        return [blocks.figure(frise.wide())]
    return [] if answers.blank_form else [blocks.paragraph(frise.text, "note")]


def weeks(answers: Answers) -> list[Printed]:
    """The week models two by two, the ordinary one first; an empty grid where hours are to be drawn by hand."""
    models, places = answers.plan().models, Places(answers.root())
    ordinary = semaine.ordinary_of(models)
    held = [week for week in models if timed(week.slots)]
    held = [week for week in held if week is ordinary] + [week for week in held if week is not ordinary]
    if not held:
        return [blocks.figure(semaine.by_hand())] if answers.blank_form else []
    made: list[Printed] = []
    for rank in range(0, len(held), 2):
        both = held[rank:rank + 2]
        drawing = semaine.side_by_side(places, both[0], both[1], ordinary) if len(both) == 2 \
            else semaine.one_week(places, both[0], semaine.HALF, ordinary=ordinary)
        made.append(blocks.figure(drawing))
    return made


def hours(answers: Answers, edition: Edition) -> list[Printed]:
    """The hours before and during, discipline by discipline."""
    bars = Barres(answers.dossier, zone_of(edition), answers.root())
    return [blocks.figure(bars.drawing())] if bars.known else []


def large_week(answers: Answers) -> list[Printed]:
    """The week with most hours elsewhere, in large letters; without any, the ordinary one."""
    models = answers.plan().models
    week = semaine.with_stage_of(models) or semaine.ordinary_of(models)
    if week is None or not timed(week.slots):
        return [blocks.figure(semaine.by_hand(size=semaine.LARGE))] if answers.blank_form else []
    return [blocks.figure(semaine.one_week(Places(answers.root()), week, size=semaine.LARGE))]


def large_calendar(answers: Answers, edition: Edition) -> list[Printed]:
    """The timeline from top to bottom, in letters of 12 points."""
    frise = Frise(answers.root(), edition.today, zone_of(edition))
    return [blocks.figure(frise.narrow(frise_narrow.WIDER))] if frise.known else []


def stage_days(answers: Answers, place: str) -> list[Printed]:
    """The days of a stage, on an empty grid where its hours are to be drawn by hand."""
    stay = answers.stay(place) if answers.count(stages.STAGES.path) else None
    if stay is not None and [presence for presence in stay.presences if presence.complete]:
        return [blocks.figure(semaine.of_stage(stay))]
    return [blocks.figure(semaine.by_hand(tall=semaine.LOW))] if answers.blank_form else []
