"""The page of the timetable: the list of week models, of which one at a time is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.paths import get
from pid_rules.form.emploi_du_temps import CRENEAU_DISCIPLINE, DUREE_SEANCE, PAGE, SEMAINES
from pid_rules.planning.draft import plan_of, read, week_at
from ui.kit import dom
from ui.kit.part import Part
from ui.kit.rest import Rest
from ui.questions import binding
from ui.questions.blocks import draw_all, number
from ui.week import shown
from ui.week.grid import WeekGrid
from ui.week.lesson_length import LessonLength
from ui.week.letters import Letters
from ui.week.slot_actions import SlotActions
from ui.week.slot_names import SlotNames
from ui.week.slots import Slots
from ui.week.stage_drawing import StageDrawing
from ui.week.week_actions import WeekActions
from ui.week.week_views import show_dispenses

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.questions.schema import Field
    from ui.questions.watch import Watch

SAY_AFTER = 1000
SHOW_AFTER = 300


class Timetable(Part):
    """The week models and the hours they hold."""

    def __init__(self, draft: Any, watch: Watch, blocks: Any, stage_weeks: Any) -> None:
        self.draft = draft
        self.watch = watch
        self.blocks = blocks
        self.section = dom.by_id(PAGE.slug)
        self.list = self.section.select_one(".semaines > .items")
        self.open_at: Any = None
        self.slots: Any = None
        self.day_typed = ""
        self.say = Rest(SAY_AFTER, self._say)
        self.show = Rest(SHOW_AFTER, self._refresh)
        self.names = SlotNames(self)
        self.grid = WeekGrid(self)
        self.length = LessonLength(self)
        self.letters = Letters(self)
        window.bind("beforeprint", lambda event: self._refresh())  # the views that were just opened for paper
        dom.on_action({"semaine-ouvrir": self._toggle})
        WeekActions(self)
        self.actions = SlotActions(self)
        self.drawing = StageDrawing(self, stage_weeks)

    def draw(self, answer: Any) -> None:
        """Make the whole page from the dossier: the places may have changed."""
        self.drawing.weeks.settle()
        for part in self.section.select(".commun"):
            draw_all(part, self.draft.dossier)
            self.watch.drawn(part)
        self.letters.draw()
        self.list_weeks()
        if answer:
            self.reveal(answer)

    def weeks(self) -> Any:
        """The week models of the file."""
        return get(self.draft.dossier, SEMAINES.path) or []

    def list_weeks(self, opened: Any = None) -> None:
        """Make the list from the dossier and open one week: ``opened``, else the one that was open, else the first."""
        if opened is None:
            opened = self.open_at if self.open_at is not None else 0
        dom.fill(self.list)
        self.slots = self.open_at = None
        self.grid.close()
        for index in range(len(self.weeks())):
            self.list.appendChild(dom.by_id("modele-semaine").content.cloneNode(True))
            self.list.lastElementChild.setAttribute("data-index", str(index))
            self.head(index)
        if opened < len(self.weeks()):
            self.open(opened)
        else:
            self.show_rest()

    def week_now(self) -> Any:
        """The hours of the open week as they are now."""
        return self._week(self.open_at)

    def _week(self, index: int) -> Any:
        """The hours of one week model."""
        return week_at(self.draft.dossier, SEMAINES.path + "." + str(index))

    def row(self, index: int) -> Any:
        """The line of one week model."""
        return self.list.select_one(".semaine[data-index='" + str(index) + "']")

    def head(self, index: int, week: Any = None) -> None:
        """The line of one week."""
        shown.head(self.row(index), self.draft.dossier, SEMAINES.path + "." + str(index), week or self._week(index))

    def open(self, index: int) -> None:
        """Show the questions and the slots of one week, and of no other."""
        self._close()
        path = SEMAINES.path + "." + str(index)
        row = self.row(index)
        body = row.select_one(".semaine-corps")
        body.appendChild(dom.by_id("modele-semaine-corps").content.cloneNode(True))
        number(body, "__0__", index)
        binding.fill_questions(body, self.draft.dossier)
        self.open_at = index
        self.slots = Slots(self.draft, path, body, self._slot_changed, self.hours_changed, self.grid.refresh)
        self.slots.draw()
        self.grid.open(body)
        body.hidden = False
        row.select_one("h3 button").setAttribute("aria-expanded", "true")
        for view in body.select(".vue"):
            view.bind("toggle", lambda event: self.show.restart())
        self.totals()
        self.show_rest()
        self.watch.drawn(body)

    def _close(self) -> None:
        if self.open_at is not None:
            row = self.row(self.open_at)
            dom.fill(row.select_one(".semaine-corps"))
            row.select_one(".semaine-corps").hidden = True
            row.select_one("h3 button").setAttribute("aria-expanded", "false")
        self.open_at = self.slots = None
        self.grid.close()

    def _toggle(self, button: Element) -> None:
        if self.index(button) == self.open_at:
            self._close()
        else:
            self.open(self.index(button))

    def reveal(self, path: str) -> None:
        """Open the week, or the list of Mondays, in which an answer stands."""
        self.letters.reveal(path)
        index = shown.rank_in(path, len(self.weeks()))
        if index is not None and index != self.open_at:
            self.open(index)
        self.grid.reveal(path)

    def index(self, button: Element) -> int:
        """The index of the week of a button."""
        return int(dom.attribute(dom.closest(button, ".semaine"), "data-index"))

    def answered(self, field: Field, champ: Element, control: Element) -> bool:
        """A question of the page is being answered: the name or the period of the open week, or what all of them
        share."""
        self.watch.later(dom.attribute(champ, "data-path"))
        if field is DUREE_SEANCE:
            self.length.recounted()
        elif self.open_at is not None:
            self.head(self.open_at)
        self.show.restart()
        return True

    def typed(self, control: Element) -> bool:
        """A cell of the grid, or of a row of the list, may be typed in."""
        if self.slots is None or self.grid.typed(control):
            return self.slots is not None
        row = dom.closest(control, ".creneau")
        if row is None or not binding.is_asked(control):
            return False
        if dom.attribute(dom.closest(control, ".champ"), "data-colonne") == CRENEAU_DISCIPLINE.name:
            self.names.choose(row, control)
        else:
            self.slots.typed(row, control)
        return True

    def left(self, control: Element) -> bool:
        """A cell of a slot, or the hours of a row of the grid, may be finished."""
        if self.slots is None or self.grid.left(control):
            return self.slots is not None
        row = dom.closest(control, ".creneau")
        if row is None:
            return False
        self.row_left(row)
        return True

    def row_left(self, row: Element) -> None:
        """What is in a row is finished."""
        self.slots.left(row)
        if dom.attribute(row, "data-rang") and self.names.adopt(row):
            self._slot_changed(CRENEAU_DISCIPLINE.at(self.slots.slot_of(row)[1]), self.day_typed)
        self.names.show(self._week(self.open_at))

    def _slot_changed(self, path: str, day: Any) -> None:
        self.watch.later(path)
        self.draft.changed()
        self.day_typed = day
        self.totals()
        self.say.restart()
        self.show.restart()

    def hours_changed(self) -> None:
        """The list of weeks or of slots has changed."""
        self.watch.later()
        self.draft.changed()
        self.show.restart()
        if self.slots is not None:
            self.totals()

    def totals(self) -> None:
        """Say again the hours of the open week."""
        week = self._week(self.open_at)
        shown.totals(self.slots.body, week)
        self.head(self.open_at, week)

    def _say(self) -> None:
        if self.slots is not None and not self.section.hidden:
            shown.say(self._week(self.open_at), self.day_typed)

    def _refresh(self) -> None:
        """Show the rest again, unless another page is seen: this one is made anew when somebody comes back to it."""
        if not self.section.hidden:
            self.drawing.follow()
            self.show_rest()

    def show_rest(self) -> None:
        """Say what follows from the hours of all weeks, and draw the open one."""
        plan = plan_of(read(self.draft.dossier))
        self.length.show(plan.models)
        self.letters.offer()
        if self.slots is not None:
            week = plan.models[self.open_at]
            self.names.show(week)
            self.actions.show(week, plan.stays)
            self.grid.refresh(week)
            show_dispenses(self.slots.body, self.draft.dossier, plan, week)
        self.drawing.show()
        shown.grid(self.draft.dossier)

    def listed(self, opened: Any) -> None:
        """The list of weeks, or one of them, was put in the file: show it, this week open."""
        self.list_weeks(opened)
        self.hours_changed()
        self.draft.step()
