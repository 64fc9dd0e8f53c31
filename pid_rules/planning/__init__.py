"""Hours at the collège and elsewhere: week models, stays, and both laid on the calendar.

For the interface and the documents: ``weeks_of(dossier)``, then ``hours(week)`` and ``dispenses(week, reference)``. The
rules read ``PLAN``, computed once for all of them on the same week models.
"""

from pid_rules.form import eleve, emploi_du_temps, parcours, stages
from pid_rules.planning.disciplines import discipline
from pid_rules.planning.stays import Stay
from pid_rules.planning.timeline import Timeline
from pid_rules.planning.weeks import COLLEGE, dispenses, hours, weeks_of, weeks_of_items
from pid_rules.rule import Derived, optional, profile

__all__ = ["COLLEGE", "PLAN", "discipline", "dispenses", "hours", "weeks_of"]


def _plan(semaines, items, born, debut, fin, zone):
    return Timeline(weeks_of_items(semaines), [Stay(item) for item in items], born, zone, debut, fin)


PLAN = Derived(_plan, emploi_du_temps.SEMAINES, stages.STAGES, optional(eleve.DATE_NAISSANCE), optional(parcours.DEBUT),
               optional(parcours.FIN), profile("departement.zone"))
"""The ``Timeline`` of the dossier."""
