"""Names typed in the cells of the grid: completed, kept, taken out; a cell split in two weeks, or stretched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.paths import is_blank
from pid_rules.form.emploi_du_temps import (
    CRENEAU_ACTIVITE,
    CRENEAU_DEBUT,
    CRENEAU_FIN,
    CRENEAU_LIEU,
    CRENEAU_SEMAINE,
    CRENEAUX,
)
from pid_rules.form.options import COLLEGE
from pid_rules.planning.grid_typing import completed, in_words, names_used
from pid_rules.planning.letters import LETTERS
from pid_rules.planning.usual_names import usual_names
from pid_rules.words.dates import RANKS
from pid_rules.words.horaires import to_time
from ui.kit import dom
from ui.week.grid_drawing import hold, is_case
from ui.week.slots import control_of

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event

    from pid_rules.planning.grid import Cell
    from ui.week.grid import WeekGrid
    from ui.week.timetable import Timetable


class GridCells:
    """The boxes of the cells of ``grid``, the ``WeekGrid`` of ``timetable``."""

    def __init__(self, timetable: Timetable, grid: WeekGrid) -> None:
        self.timetable = timetable
        self.grid = grid
        self.names: list[str] = []
        self.before = self.begun = ""
        self.at_first = ""
        self.was_empty = False
        self.fresh = False
        self.composing = False

    def hear(self, holder: Element) -> None:
        """A grid has just been made."""
        holder.bind("focusin", self._entered)
        holder.bind("focusout", self._gone)
        holder.bind("click", self._clicked)
        holder.bind("compositionstart", lambda event: self._compose(event, True))
        holder.bind("compositionend", lambda event: self._compose(event, False))

    def _compose(self, event: Event, composing: bool) -> None:
        """A letter is being composed: nothing is written after it until it is there."""
        self.composing = composing
        if not composing and is_case(event.target):
            self.before = self.begun = ""
            self.typed(event.target)

    def _entered(self, event: Event) -> None:
        box = event.target
        if not is_case(box) or self.grid.drawing:
            return
        self.grid.choose(dom.attribute(box, "data-jour"), dom.attribute(box, "data-rang"))
        self.names = names_used(self.timetable.weeks(), self.timetable.open_at)
        self.before = self.at_first = box.value
        self.begun = ""
        self.was_empty = not box.hasAttribute("data-rang")
        self.fresh = True
        box.setSelectionRange(0, len(box.value))

    def _clicked(self, event: Event) -> None:
        """What a click leads to is replaced by what is typed."""
        if is_case(event.target) and self.fresh:
            event.target.setSelectionRange(0, len(event.target.value))
        self.fresh = False

    def typed(self, box: Element) -> None:
        """A name is being typed in a cell: it is completed, and kept."""
        self.fresh = False
        dom.say(self.grid.problem, "")
        text = self._typed_over(box.value)
        longer = len(text) > len(self.before) and box.selectionStart == len(box.value)
        self.before = text
        whole = completed(text, self.names + usual_names(text)) if longer and not self.composing else ""
        self.begun = whole[:len(text)]
        if whole:
            box.value = whole
            box.setSelectionRange(len(text), len(whole))
        elif box.value != text:
            box.value = text
        self.keep(box)

    def _typed_over(self, text: str) -> str:
        """What was typed so far, in its own letters: those of the name proposed stood in their place."""
        if self.begun and text[:len(self.begun)] == self.begun and len(text) <= len(self.begun) + 1:
            return self.before + text[len(self.begun):]
        return text

    def keep(self, box: Element) -> None:
        """Put in the file what a box holds; a slot is made where it had none."""
        slots = self.timetable.slots
        if not box.hasAttribute("data-rang"):
            if is_blank(box.value):
                return
            if len(slots.items()) >= CRENEAUX.maximum:
                dom.say(self.grid.problem, "La semaine est pleine : " + str(CRENEAUX.maximum) + " créneaux au plus.")
                return
            hold(box.parentElement, box, self._begin(box))
            box.parentElement.parentElement.className = "college"
            self.grid.choose(dom.attribute(box, "data-jour"), dom.attribute(box, "data-rang"))
            return
        self.put(box, CRENEAU_ACTIVITE.name, box.value)

    def _begin(self, box: Element) -> str:
        """Make a slot at the collège of the row that its day proposes; gives its path."""
        slots, day = self.timetable.slots, dom.attribute(box, "data-jour")
        row = slots.body.select_one(".jour[data-jour='" + day + "'] .nouveau")
        start, end = [to_time(int(dom.attribute(box, "data-" + one))) for one in ("debut", "fin")]
        for column, value in ((CRENEAU_DEBUT.name, start), (CRENEAU_FIN.name, end), (CRENEAU_LIEU.name, COLLEGE),
                              (CRENEAU_SEMAINE.name, dom.attribute(box, "data-lettre")),
                              (CRENEAU_ACTIVITE.name, box.value)):
            control_of(row, column).value = value
        slots.typed(row, control_of(row, CRENEAU_ACTIVITE.name))
        return slots.slot_of(row)[1]

    def put(self, box: Element, column: str, value: str) -> None:
        """Write an answer of the slot of a box in its row of the list, as if it were typed there."""
        row = self.timetable.slots.row_at(int(dom.attribute(box, "data-rang")))
        control = control_of(row, column)
        control.value = value
        self.timetable.slots.typed(row, control)

    def _gone(self, event: Event) -> None:
        """A cell is left: its slot goes where nothing is left of its name."""
        box = event.target
        if self.grid.drawing or not is_case(box) or not box.hasAttribute("data-rang"):
            return
        identifier = box.id
        if is_blank(box.value):  # the focus is on its way: what it goes to must not be drawn anew under it
            window.setTimeout(lambda: self._emptied(dom.by_id(identifier)), 0)
        else:
            self.timetable.row_left(self.timetable.slots.row_at(int(dom.attribute(box, "data-rang"))))
            box.value = self.grid.value(box)

    def _emptied(self, box: Element) -> None:
        if box is not None and box.hasAttribute("data-rang") and is_blank(box.value) and is_blank(self.grid.value(box)):
            self.empty(box)

    def empty(self, box: Element) -> None:
        """Take the slot of a box out of the file, with undo; the focus stays where it is."""
        slots, rank = self.timetable.slots, int(dom.attribute(box, "data-rang"))
        before, was = slots.items()[:], self.at_first or self.grid.value(box)
        words = dom.attribute(box, "aria-label") + " : " + (was or "créneau sans nom") + " retiré."
        self.grid.chosen = (dom.attribute(box, "data-jour"), "")
        self.grid.ask_row((int(dom.attribute(box, "data-debut")), int(dom.attribute(box, "data-fin"))))
        slots.replace(before[:rank] + before[rank + 1:])
        self.timetable.blocks.offer_undo(words, box.id)

    def cancel(self, box: Element) -> None:
        """Give a cell back what it held when the focus came to it."""
        box.value = self.before = self.at_first
        if self.was_empty and box.hasAttribute("data-rang"):
            self.empty(box)
        elif box.hasAttribute("data-rang"):
            self.keep(box)
        box.setSelectionRange(0, len(box.value))

    def split(self, box: Element) -> Any:
        """One week in two: what a cell holds is for weeks A, and another one beside it for weeks B; gives the id of
        the box that is typed in next."""
        day, start = dom.attribute(box, "data-jour"), dom.attribute(box, "data-debut")
        letter = dom.attribute(box, "data-lettre")
        self.timetable.letters.use()
        if letter:
            return "case-" + day + LETTERS[1 - LETTERS.index(letter)] + "-" + start
        if box.hasAttribute("data-rang"):
            self.put(box, CRENEAU_SEMAINE.name, LETTERS[0])
        else:
            for one in LETTERS:
                self._room(RANKS[day], one, int(start), int(dom.attribute(box, "data-fin")))
        self.grid.refresh()
        dom.announce("Semaine A, puis semaine B : chacune a sa case.")
        return "case-" + day + LETTERS[1 if box.hasAttribute("data-rang") else 0] + "-" + start

    def _room(self, day: int, letter: str, start: int, end: int) -> None:
        """Keep room for a slot, instead of what room was kept from the same moment on."""
        held = self.grid.rooms.setdefault(self.grid.identifier(), [])
        held[:] = [one for one in held if one[:3] != (day, letter, start)] + [(day, letter, start, end)]

    def cell_of(self, box: Element) -> Cell:
        """The cell in which a box stands."""
        start, letter = int(box.id.split("-")[2]), dom.attribute(box, "data-lettre")
        return [cell for cell in self.grid.grid.days[RANKS[dom.attribute(box, "data-jour")]]
                if cell.start == start and cell.letter in ("", letter)][0]

    def stretch(self, box: Element, end: int | None) -> None:
        """Make a slot, or the room of one, last until ``end``, None where nothing is there."""
        cell = self.cell_of(box)
        if end is None or len(cell.ranks) > 1 or not self.grid.grid.is_free(cell, end):
            dom.announce("La case ne va pas plus loin.")
            return
        self.grid.ask_row((cell.start, cell.end))
        if box.hasAttribute("data-rang"):
            self.put(box, CRENEAU_FIN.name, to_time(end))
        else:
            self._room(cell.day, cell.letter, cell.start, end)
        self.grid.refresh()
        dom.announce(in_words((cell.start, end)) + ".")
