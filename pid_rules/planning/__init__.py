"""Hours at the collège and elsewhere: week models, stays, and both laid on the calendar.

For the interface and the documents: ``weeks_of(dossier)``, then ``hours(week)`` and ``dispenses(week, reference)``. The
rules read ``PLAN``, computed once for all of them on the same week models.
"""

from pid_rules.form import eleve, emploi_du_temps, parcours, stages
from pid_rules.planning.disciplines import discipline
from pid_rules.planning.stays import Stay
from pid_rules.planning.timeline import Timeline
from pid_rules.planning.weeks import COLLEGE, dispenses, hours, weeks_of, weeks_of_items
from pid_rules.rule import Derived, Part, optional, profile

__all__ = ["COLLEGE", "PLAN", "STAYS", "WEEKS", "discipline", "dispenses", "hours", "weeks_of"]


WEEKS = Derived("weeks", weeks_of_items, emploi_du_temps.SEMAINES)
"""The week models, read again only when one of their answers changes."""


def _stays(items):
    return [item.once("stay", Stay) for item in items]


STAYS = Derived("stays", _stays, Part(stages.STAGES, stages.STAGE_LIEU, stages.STAGE_DEBUT, stages.STAGE_FIN,
                             stages.HORAIRE_JOUR, stages.HORAIRE_DEBUT, stages.HORAIRE_FIN, stages.PAUSE_DEBUT,
                             stages.PAUSE_FIN))
"""The stays of the stages, read again only when a place, a date or an hour changes."""
PLAN = Derived("plan", Timeline, WEEKS, STAYS, optional(eleve.DATE_NAISSANCE), optional(parcours.DEBUT), optional(parcours.FIN),
               profile("departement.zone"))
"""The ``Timeline`` of the dossier."""
