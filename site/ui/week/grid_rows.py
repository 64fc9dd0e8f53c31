"""Hours typed in the headers of the rows of the grid: a row added, or all that stands on one moved in one gesture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import is_blank
from pid_rules.planning.draft import length_of
from pid_rules.planning.grid_typing import in_words, length_after, read_hours, read_rows, with_hours, written
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.planning.grid import Hours
    from ui.week.grid import WeekGrid
    from ui.week.timetable import Timetable


class GridRows:
    """The boxes of the headers of ``grid``, the ``WeekGrid`` of ``timetable``."""

    def __init__(self, timetable: Timetable, grid: WeekGrid) -> None:
        self.timetable = timetable
        self.grid = grid
        self.made: list[Hours] = []
        """The rows of the last text that made several."""
        dom.on_action({"grille-lignes-annuler": lambda button: self.take_back()})

    def enter(self, box: Element) -> None:
        """Enter takes the hours of a row, those that were proposed too, and goes to the next one."""
        if self.take(box, proposed=True):
            boxes = self.grid.holder.select(".plage")
            rank = dom.attribute(box, "data-rang")
            dom.focus_text(boxes[int(rank) + 1] if rank and int(rank) + 1 < len(boxes) else boxes[-1])

    def take(self, box: Element, proposed: bool = False) -> bool:
        """The hours of a row are finished; whether nothing is wrong with them."""
        rank, current = dom.attribute(box, "data-rang"), self.grid.grid.headers
        before = current[int(rank)] if rank else None
        if is_blank(box.value):
            return self._leave(box, before)
        if not (before is None and (proposed or box.value != box.defaultValue)) and \
                (before is None or box.value == written(before)):
            return True
        rows = self._read(box.value, before)
        if not rows:
            return self._refuse(box, "Indiquez deux heures, la plus tôt d’abord, par exemple 8h05-9h.")
        met = [one for one in current if one != before
               and any([hours[0] < one[1] and one[0] < hours[1] for hours in rows])]
        if met:
            return self._refuse(box, "Ces heures en recouvrent d’autres de la semaine : " + in_words(met[0]) + ".")
        if before is None:
            self._add(box, rows)
        else:
            self._put(box, before, rows[0])
        return True

    def _read(self, typed: str, before: Any) -> Any:
        """The hours of the rows that are typed: of several lessons where the box is for a row more."""
        lesson = length_of(self.timetable.draft.dossier)
        length = length_after(self.grid.grid.headers, lesson)
        if before is None:
            return read_rows(typed, length, lesson)
        hours = read_hours(typed, length)
        return [] if hours is None else [hours]

    def _add(self, box: Element, rows: Any) -> None:
        """Rows more; where one text made several, they are told, and taken back in one gesture."""
        box.value = box.defaultValue  # what was typed is taken: its row shows it
        asked = self._asked()
        asked += rows
        self.made = rows if len(rows) > 1 else []
        self.grid.refresh()
        place = self.grid.holder.select_one(".lignes-faites")
        place.hidden = not self.made
        if self.made:
            words = str(len(rows)) + " lignes ajoutées : " + ", ".join([in_words(one) for one in rows]) + "."
            place.select_one("p").textContent = words
            dom.announce(words)

    def take_back(self) -> None:
        """The rows that one text made go, but for those on which a lesson was put since."""
        asked = self._asked()
        asked[:] = [one for one in asked if one not in self.made]
        self.made = []
        self.grid.holder.select_one(".lignes-faites").hidden = True
        self.grid.refresh()
        self.grid.holder.select_one("#plage-nouvelle").focus()

    def _asked(self) -> Any:
        return self.grid.asked.setdefault(self.grid.identifier(), [])

    def _put(self, box: Element, before: Any, hours: Hours) -> None:
        slots, asked = self.timetable.slots, self._asked()
        box.value = box.defaultValue  # what was typed is taken: its row shows it
        made, count = with_hours(slots.items(), before, hours)
        asked[:] = [one for one in asked if one != before] + ([] if count else [hours])
        if not count:
            self.grid.refresh()
            return
        slots.replace(made)
        self.timetable.blocks.offer_undo(in_words(before) + " devient " + in_words(hours) + " : " + str(count)
                                         + (" créneau déplacé." if count == 1 else " créneaux déplacés."), box.id)

    def _leave(self, box: Element, before: Any) -> bool:
        """A header without hours: its row goes, unless lessons stand on it."""
        if before is None:
            return True
        count = with_hours(self.timetable.slots.items(), before, before)[1]
        box.value = written(before)
        if count:
            return self._refuse(box, "Des créneaux sont sur cette ligne : videz d’abord ses cases, ou tapez d’autres "
                                     "heures.")
        asked = self._asked()
        asked[:] = [one for one in asked if one != before]
        self.grid.refresh()
        return True

    def _refuse(self, box: Element, words: str) -> bool:
        """Say what is wrong with the hours of a row; what was typed stays."""
        dom.say(self.grid.problem, dom.ERREUR + words)
        box.setAttribute("aria-invalid", "true")
        box.setAttribute("aria-describedby", self.grid.problem.id)
        dom.announce(words)
        return False
