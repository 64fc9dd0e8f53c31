"""The hours of a dossier that is being filled, for the screen and the documents: the models of the rules, read alike.

What is blank or cannot be read is None, and nothing is said of it: that is for the rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import FORM, eleve, parcours, stages
from pid_rules.form import emploi_du_temps as edt
from pid_rules.judgement.reading import Reading, answer_of
from pid_rules.planning import alternation_of
from pid_rules.planning.hours import Stay, stay_of
from pid_rules.planning.timeline import Timeline
from pid_rules.planning.weeks import weeks_of_items

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.planning.weeks import Week
    from pid_rules.shapes import Dossier


def read(dossier: Dossier) -> Item:
    """The whole dossier, as an item."""
    return Reading(FORM, "", dossier).root


def plan_of(root: Item, zone: str = "") -> Timeline:
    """The ``Timeline`` of a dossier that was read."""
    return Timeline(weeks_of(root), stays_of(root), root[eleve.DATE_NAISSANCE], root[parcours.DEBUT],
                    root[parcours.FIN], alternation_of(root[edt.LUNDIS_A]), zone)


def weeks_of(root: Item) -> list[Week]:
    """The week models of a dossier that was read."""
    return weeks_of_items(root[edt.SEMAINES], root[edt.DUREE_SEANCE])


def stays_of(root: Item) -> list[Stay]:
    """The stays of the stages of a dossier that was read."""
    return [stay_of(item) for item in root[stages.STAGES]]


def length_of(dossier: Dossier) -> int | None:
    """The length of a lesson, None where it is not known."""
    return answer_of(dossier, edt.DUREE_SEANCE)


def week_at(dossier: Dossier, place: str) -> Week:
    """The week model at a place, of which alone the answers are read."""
    return weeks_of_items([Reading(FORM, "", dossier, place).root], length_of(dossier))[0]


def stay_at(dossier: Dossier, place: str) -> Stay:
    """The stay of the stage at a place, of which alone the answers are read."""
    return Stay(Reading(FORM, "", dossier, place).root)
