"""The length of a lesson: what most slots say of it, proposed where the dossier says nothing or something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import put
from pid_rules.form.emploi_du_temps import DUREE_SEANCE
from pid_rules.form.options import COLLEGE
from pid_rules.planning.draft import length_of
from pid_rules.planning.lessons import HOUR, likely_length
from ui.kit import dom
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from ui.week.timetable import Timetable

FEW = 3
"""Fewer slots than that say nothing of the others."""


class LessonLength:
    """The proposal beside the question; ``timetable`` is the ``Timetable``."""

    def __init__(self, timetable: Timetable) -> None:
        self.timetable = timetable
        self.draft = timetable.draft
        self.proposed: Any = None
        dom.on_action({"seance-proposee": self.take})

    def show(self, models: Any) -> None:
        """Propose the length that most slots at the collège have."""
        minutes = [slot.minutes for model in models for slot in model.slots if slot.complete and slot.place == COLLEGE]
        self.proposed = likely_length(minutes) if len(minutes) >= FEW else None
        held = length_of(self.draft.dossier)
        place = dom.by_id("seance-proposee")
        # Lessons of an hour are counted alike without an answer.
        place.hidden = self.proposed is None or self.proposed == (HOUR if held is None else held)
        if not place.hidden:
            place.select_one("p").textContent = "La plupart des créneaux durent " + str(self.proposed) + " minutes."

    def take(self, button: Element) -> None:
        """Count lessons as the slots say, with undo."""
        taken = self.proposed
        self._put(taken)
        self.timetable.blocks.offer_undo("Chaque séance de " + str(taken) + " minutes compte pour une heure.")

    def _put(self, length: int) -> None:
        put(self.draft.dossier, DUREE_SEANCE.path, length)
        binding.fill_question(dom.closest(dom.by_id(dom.element_id(DUREE_SEANCE.path)), ".champ"), self.draft.dossier)
        self.recounted()
        self.timetable.hours_changed()

    def recounted(self) -> None:
        """Lessons are counted otherwise: say the hours of every week again."""
        for index in range(len(self.timetable.weeks())):
            self.timetable.head(index)
        if self.timetable.slots is not None:
            self.timetable.totals()
