"""The week typed in its grid: names in its cells, hours in the headers of its rows. What else a slot holds is asked in
its row of the list, which is shown beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.dossier.paths import get
from pid_rules.dossier.references import names
from pid_rules.form import FORM
from pid_rules.form.emploi_du_temps import CRENEAU_ACTIVITE, SEMAINES
from pid_rules.form.options import JOURS
from pid_rules.planning.draft import length_of, week_at
from pid_rules.planning.grid import Grid, headers, timed
from pid_rules.planning.grid_typing import following, written
from ui.kit import dom
from ui.kit.rest import Rest
from ui.questions import binding
from ui.week.grid_cells import GridCells
from ui.week.grid_drawing import GridDrawing, is_case, is_hours
from ui.week.grid_keys import GridKeys
from ui.week.grid_rows import GridRows
from ui.week.slots import KINDS, WEEKEND

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.planning.weeks import Week
    from ui.week.timetable import Timetable

AFTER = 60
"""Milliseconds after which what was said of the slots is told in their cells."""


class WeekGrid:
    """The grid of the open week of ``timetable``. ``asked`` are the hours of rows, ``rooms`` the empty cells that
    somebody made in each week, by its identifier: a file holds slots only."""

    def __init__(self, timetable: Timetable) -> None:
        self.timetable = timetable
        self.draft = timetable.draft
        self.asked: dict[str, Any] = {}
        self.rooms: dict[str, Any] = {}
        self.body: Any = None
        self.grid: Any = None
        self.week: Any = None
        self.drawn = ""
        self.drawing = False
        self.chosen: Any = (JOURS[0][0], "")
        self.cells = GridCells(timetable, self)
        self.rows = GridRows(timetable, self)
        self.keys = GridKeys(timetable, self)
        self.is_seen = True
        self.tell = Rest(AFTER, self._tell)
        dom.on_action({"vue-grille": lambda button: self.see(True), "vue-liste": lambda button: self.see(False),
                       "grille-jour": lambda button: self.choose(dom.attribute(button, "data-jour"), "")})

    def open(self, body: Element) -> None:
        """The body of a week has just been made."""
        self.body, self.drawn, self.chosen = body, "", (JOURS[0][0], "")
        self.holder = body.select_one(".grille-saisie")
        self.problem = self.holder.select_one(".erreur")
        body.select_one(".fin-de-semaine").bind("toggle", lambda event: self.refresh())
        for jours in body.select(".jours"):
            window.MutationObserver.new(lambda *_: self.tell.restart()).observe(
                jours, {"childList": True, "subtree": True, "attributes": True, "attributeFilter": ["hidden"]})
        self.cells.hear(self.holder)
        self.keys.hear(self.holder)
        self.see(self.is_seen)

    def see(self, is_seen: bool) -> None:
        """Show the week as a grid or as a list: both write the same slots."""
        self.is_seen = is_seen
        for name, chosen in (("grille", is_seen), ("liste", not is_seen)):
            self.body.select_one("[data-action=vue-" + name + "]").setAttribute(
                "aria-pressed", "true" if chosen else "false")
        if is_seen:
            self.body.classList.add("en-grille")
        else:
            self.body.classList.remove("en-grille")
        self.refresh()

    def close(self) -> None:
        """No week is open."""
        self.body = None

    def typed(self, control: Element) -> bool:
        """Something is being typed; whether it is in the grid."""
        if is_case(control):
            self.cells.typed(control)
        return is_case(control) or is_hours(control)

    def left(self, control: Element) -> bool:
        """Something typed is finished; whether it is in the grid."""
        if is_hours(control):
            self.rows.take(control)
        return is_case(control) or is_hours(control)

    def identifier(self) -> Any:
        """The identifier of the open week."""
        return get(self.timetable.weeks()[self.timetable.open_at], "id") or ""

    def ask_row(self, hours: Any) -> None:
        """What stood on a row leaves it: the row stays."""
        held = self.asked.setdefault(self.identifier(), [])
        if hours in self.grid.headers and hours not in held:
            held.append(hours)

    def headers(self) -> Any:
        """The hours of the rows, those of the other weeks where this one has no lesson."""
        identifier, others = self.identifier(), []
        asked = self.asked[identifier] if identifier in self.asked else []
        if not timed(self.week.slots):
            for index in range(len(self.timetable.weeks())):
                if index != self.timetable.open_at:
                    others += headers(week_at(self.draft.dossier, SEMAINES.path + "." + str(index)).slots, [], [])
        return headers(self.week.slots, asked, others)

    def refresh(self, week: Week | None = None) -> None:
        """Show the grid as the dossier is now; what is drawn stays where only names have changed."""
        if self.body is None or not self.is_seen or self.timetable.open_at >= len(self.timetable.weeks()):
            return  # not drawn, or another tab has taken the week away
        self.week = week or self.timetable.week_now()
        identifier = self.identifier()
        self.grid = Grid(self.week.slots, self.headers(), self.rooms[identifier] if identifier in self.rooms else [])
        proposed = following(self.grid.headers, length_of(self.draft.dossier))
        drawing = GridDrawing(self.grid, self.week, self._days(), names(FORM, self.draft.dossier),
                              "" if proposed is None else written(proposed))
        signature = drawing.signature()
        if signature != self.drawn:
            self.drawn = signature
            self._draw(drawing)
        self._fill(drawing)

    def _draw(self, drawing: GridDrawing) -> None:
        """Make the table; the box in which the focus is comes back where it stood, with what is being typed in it
        unless the file has something else there now."""
        outer, active = self.drawing, document.activeElement
        self.drawing = True
        is_typed = is_case(active) or is_hours(active)
        held = (active.value, active.selectionStart, active.selectionEnd) if is_typed else None
        window.pidPlace.keep(lambda: dom.fill(self.holder.select_one(".defile"), drawing.table()))
        box = dom.by_id(active.id) if is_typed else None
        if box is not None and held is not None:
            if is_case(box):
                box.value = held[0] if _accepted(held[0]) == self.value(box) else self.value(box)
            elif held[0] != active.defaultValue:
                box.value = held[0]
            box.focus({"preventScroll": True})
            box.setSelectionRange(held[1], held[2])
        self.drawing = outer  # a box that is taken away may be left, and its answer drawn, meanwhile

    def _days(self) -> Any:
        open_weekend = self.body.select_one(".fin-de-semaine").open
        return [day for day, _ in JOURS if day not in WEEKEND or open_weekend]

    def _fill(self, drawing: GridDrawing) -> None:
        """The names, the totals and the day seen on a narrow screen."""
        for box in self.boxes():
            if box != document.activeElement:
                box.value = self.value(box)
        self.holder.select_one(".ligne-suivante").textContent = drawing.next_row()
        for button in self.holder.select("[data-action=grille-jour]"):
            button.hidden = dom.attribute(button, "data-jour") not in drawing.days
        for total, words in zip(self.holder.select(".total"), drawing.totals()):
            total.textContent = words
        missing = len(self.week.slots) - len(timed(self.week.slots))
        dom.say(self.holder.select_one(".sans-heures"), "" if not missing else
                ("Un créneau n’a pas" if missing == 1 else str(missing) + " créneaux n’ont pas")
                + " encore son jour et ses deux heures : voyez la liste.")
        self.choose(self.chosen[0], self.chosen[1])
        self._tell()

    def boxes(self) -> Any:
        """The boxes of the cells, as they stand in the page."""
        return list(self.holder.select(".case"))

    def value(self, box: Element) -> str:
        """The name that the slot of a box has in the file."""
        items, rank = self.timetable.slots.items(), dom.attribute(box, "data-rang")
        if rank == "" or int(rank) >= len(items) or CRENEAU_ACTIVITE.name not in items[int(rank)]:
            return ""
        return binding.as_typed(KINDS[CRENEAU_ACTIVITE.name], items[int(rank)][CRENEAU_ACTIVITE.name])

    def choose(self, day: str, rank: str) -> None:
        """Show beneath the grid a day, and the row of one of its slots."""
        for one in self.body.select(".choisi"):
            one.classList.remove("choisi")
        self.chosen = (day, rank)
        row = self.timetable.slots.row_at(int(rank)) if rank else None
        section = self.body.select_one(".jour[data-jour='" + day + "']") if row is None else dom.closest(row, ".jour")
        if row is not None:
            row.classList.add("choisi")
            self.chosen = (dom.attribute(section, "data-jour"), rank)
        if section is not None:
            section.classList.add("choisi")
        self.show_day(self.chosen[0])

    def show_day(self, day: str) -> None:
        """The only day that a narrow screen shows."""
        self.holder.setAttribute("data-jour", day)
        for button in self.holder.select("[data-action=grille-jour]"):
            button.setAttribute("aria-pressed", "true" if dom.attribute(button, "data-jour") == day else "false")

    def reveal(self, path: str) -> None:
        """Show the row in which an answer stands."""
        parts = path.split(".")
        slots = self.timetable.slots
        if self.body is not None and self.is_seen and len(parts) > 4 and path[:len(slots.path)] == slots.path \
                and int(parts[4]) < len(self.week.slots):
            self.choose("", parts[4])

    def _tell(self) -> None:
        """Say in each cell whether something is said of its slot."""
        if self.body is None:
            return
        for box in self.boxes():
            row = self.timetable.slots.row_at(int(dom.attribute(box, "data-rang"))) \
                if box.hasAttribute("data-rang") else None
            said = row is not None and any([not one.hidden and one.textContent != ""
                                            for one in row.select(".constat, .erreur")])
            place = dom.by_id(box.id + "-dit")
            if place is not None and place.hidden == said:
                place.hidden = not said
                if said:
                    box.setAttribute("aria-describedby", place.id)
                else:
                    box.removeAttribute("aria-describedby")


def _accepted(text: str) -> str:
    """A name as it is shown once it is in the file."""
    kind = KINDS[CRENEAU_ACTIVITE.name]
    return binding.as_typed(kind, kind.accept(text))
