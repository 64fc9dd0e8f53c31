"""Hours at the collège and elsewhere: week models, stays, and both laid on the calendar.

The rules read ``PLAN``, computed once for all of them; the screen and the documents read the same of a dossier that is
being filled, by ``planning.draft``. What is dispensed is in ``planning.dispense``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import eleve, emploi_du_temps, parcours, stages
from pid_rules.judgement.rule import CUTS, Derived, Part, optional, profile
from pid_rules.planning.hours import stay_of
from pid_rules.planning.letters import Alternation
from pid_rules.planning.timeline import Timeline
from pid_rules.planning.weeks import weeks_of_items

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.planning.hours import Stay

WEEKS = Derived("weeks", weeks_of_items, emploi_du_temps.SEMAINES, optional(emploi_du_temps.DUREE_SEANCE))
"""The week models, read again only when one of their answers changes, or the length of a lesson."""


def _stays(items: list[Item]) -> list[Stay]:
    return [stay_of(item) for item in items]


STAYS = Derived("stays", _stays,
                Part(stages.STAGES, stages.STAGE_LIEU, stages.STAGE_TYPE, stages.STAGE_DEBUT, stages.STAGE_FIN,
                             stages.HORAIRE_JOUR, stages.HORAIRE_DEBUT, stages.HORAIRE_FIN, stages.PAUSE_DEBUT,
                             stages.PAUSE_FIN, stages.HORAIRE_SEMAINE))
"""The stays of the stages, read again only when a place, a type, a date or an hour changes."""


def alternation_of(items: list[Item]) -> Alternation:
    """The weeks A that are known, of the Mondays given."""
    days = [item[emploi_du_temps.LUNDI_A] for item in items]
    return Alternation([day for day in days if day is not None])


ALTERNATION = Derived("alternation", alternation_of, emploi_du_temps.LUNDIS_A)
PLAN = Derived("plan", Timeline, WEEKS, STAYS, optional(eleve.DATE_NAISSANCE), optional(parcours.DEBUT),
               optional(parcours.FIN), ALTERNATION, profile("departement.zone"), CUTS)
"""The ``Timeline`` of the dossier."""
