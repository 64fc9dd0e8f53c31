"""« Dessiner les semaines de stage »: what the button would do is said beside it, and what was edited by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get
from pid_rules.form.emploi_du_temps import SEMAINE_NOM, SEMAINES
from pid_rules.planning.stage_weeks import StageWeeks
from ui.kit import dom

if TYPE_CHECKING:

    from browser import Element

    from ui.week.stage_weeks import FollowedWeeks
    from ui.week.timetable import Timetable


def counted(count: int, one: str, several: str) -> str:
    """« 1 semaine », « 2 semaines »."""
    return str(count) + " " + (one if count == 1 else several)


class StageDrawing:
    """The box under the list of ``timetable``, the ``Timetable``; ``weeks`` are the ``FollowedWeeks``."""

    def __init__(self, timetable: Timetable, weeks: FollowedWeeks) -> None:
        self.timetable = timetable
        self.weeks = weeks
        self.draft = timetable.draft
        self.box = dom.by_id("semaines-de-stage")
        dom.on_action({"semaines-dessiner": lambda button: self._draw(StageWeeks(self.draft.dossier)),
                       "semaine-redessiner": self._redraw})

    def show(self) -> None:
        """Say what drawing would make; nothing where nothing is to be drawn. Without a week, offer the first one."""
        dom.by_id("premiere-semaine").hidden = bool(self.timetable.weeks())
        drawing = StageWeeks(self.draft.dossier)
        count = drawing.changed or drawing.removed
        self.box.hidden = not (count or drawing.edited)
        self.box.select_one("p").hidden = self.box.select_one("button").hidden = not count
        if count:
            self._offer(drawing)
        edited = self.box.select_one("ul")
        dom.fill(edited)
        for position in drawing.edited:
            edited.appendChild(self._edited(position))

    def _offer(self, drawing: StageWeeks) -> None:
        first = len(drawing.weeks) - len(drawing.raw) == drawing.changed
        words = "Les horaires des stages demandent " + counted(drawing.changed, "semaine type", "semaines types") \
            + " : la semaine ordinaire, sans les cours qui tombent pendant la présence." if first else \
            "Les semaines de stage ne correspondent plus aux stages ou à la semaine ordinaire : " \
            + counted(drawing.changed + drawing.removed, "est à revoir.", "sont à revoir.")
        if drawing.waiting:
            words += " Sans ses horaires, ses dates et son lieu, " + counted(
                drawing.waiting, "stage n’est pas dessiné.", "stages ne sont pas dessinés.")
        self.box.select_one("p").textContent = words
        self.box.select_one("button").textContent = \
            "Dessiner les semaines de stage (" + str(drawing.changed) + ")" if first else \
            "Mettre à jour les semaines de stage"

    def _edited(self, position: int) -> Element:
        name = get(self.draft.dossier, SEMAINE_NOM.at(SEMAINES.path + "." + str(position)))
        button = dom.make("button", "La redessiner d’après les stages", type="button", class_="bouton discret",
                          data_action="semaine-redessiner", data_semaine=str(position))
        return dom.make("li", "« " + str(name) + " » : semaine modifiée à la main, laissée telle "
                        "quelle. ", button)

    def _redraw(self, button: Element) -> None:
        self._draw(StageWeeks(self.draft.dossier, (int(dom.attribute(button, "data-semaine")),)))

    def _draw(self, drawing: StageWeeks) -> None:
        if not self.weeks.take(drawing):
            self.timetable.blocks.say_after(self.box, "La liste est pleine : " + str(SEMAINES.maximum)
                                            + " au plus.")
            return
        self.timetable.list_weeks()
        self.timetable.hours_changed()
        self.weeks.note()
        self.timetable.blocks.offer_undo("Semaines de stage dessinées : "
                                         + str(drawing.changed or drawing.removed) + ".")

    def follow(self) -> None:
        """The ordinary week was typed in: those that are drawn follow, the open one is left as it is."""
        if self.weeks.follow(in_place=True):
            for index in range(len(self.timetable.weeks())):
                if index != self.timetable.open_at:
                    self.timetable.head(index)
