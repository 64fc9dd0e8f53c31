"""The buttons of the slots of the open week: moved, removed with undo, a day copied to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import as_new, identify
from pid_rules.form import FORM
from pid_rules.form.emploi_du_temps import CRENEAU_ACTIVITE, CRENEAU_JOUR, CRENEAUX
from pid_rules.planning.breaks import break_in, parted
from pid_rules.planning.draft import read, stays_of
from pid_rules.planning.grid_typing import in_words
from ui.kit import copy_panel, dom
from ui.week.slots import LABELS
from ui.week.totals import day_of

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event

    from ui.week.timetable import Timetable


class SlotActions:
    """What these buttons do to the slots of the open week of ``timetable``, the ``Timetable``."""

    def __init__(self, timetable: Timetable) -> None:
        self.timetable = timetable
        self.blocks = timetable.blocks
        timetable.section.bind("keydown", self._key)
        dom.on_action({"creneau-supprimer": self.remove, "creneau-monter": lambda button: self.move(button, -1),
                       "creneau-descendre": lambda button: self.move(button, 1), "jour-copier": self.ask_days,
                       "creneau-pause": self.part})

    def _key(self, event: Event) -> None:
        """Enter goes to the next row; the grid has keys of its own."""
        grid, slots = self.timetable.grid, self.timetable.slots
        if slots is None or grid.is_seen and grid.keys.pressed(event):
            return
        row = dom.closest(event.target, ".creneau")
        if event.key == "Enter" and row is not None and (
                event.target.tagName == "INPUT" or dom.closest(event.target, "[data-colonne=semaine]") is not None):
            event.preventDefault()
            slots.enter(row)

    def _of(self, button: Element) -> Any:
        """(slot of the row of a button, its index, all the slots)."""
        slots = self.timetable.slots
        slot, path = slots.slot_of(dom.closest(button, ".creneau"))
        return slot, int(path.split(".")[-1]), slots.items()[:]

    def remove(self, button: Element) -> None:
        """Take a slot out, with undo."""
        slot, index, before = self._of(button)
        self.timetable.slots.replace(before[:index] + before[index + 1:])
        words = CRENEAU_ACTIVITE.kind.show(slot[CRENEAU_ACTIVITE.name]) or "créneau sans nom"
        self.blocks.offer_undo("Suppression faite : " + LABELS[day_of(slot)].lower() + " : " + words + ".")

    def show(self, week: Any, stays: Any) -> None:
        """Offer, for each slot that holds the break of a stage, to stop during it."""
        for row in self.timetable.slots.body.select(".creneau[data-rang]"):
            pause = break_in(week.slots[int(dom.attribute(row, "data-rang"))], stays)
            button = row.select_one(".pause")
            button.hidden = pause is None
            if pause is not None:
                button.textContent = "Retirer la pause (" + in_words(pause) + ")"

    def part(self, button: Element) -> None:
        """A slot of a stage stops during the break, with undo."""
        _, index, before = self._of(button)
        slots, root = self.timetable.slots, read(self.timetable.draft.dossier)
        pause = break_in(self.timetable.week_now().slots[index], stays_of(root))
        if pause is None:
            return
        slots.replace(parted(before, index, pause))
        identify(FORM, slots.draft.dossier, slots.path)
        self.blocks.offer_undo("Le créneau s’arrête pendant la pause, " + in_words(pause) + ".")

    def move(self, button: Element, step: Any) -> None:
        """Exchange a slot with the one before or after it in its day."""
        slot, index, items = self._of(button)
        same = [rank for rank in range(len(items)) if day_of(items[rank]) == day_of(slot)]
        target = same.index(index) + step
        if not 0 <= target < len(same):
            self.blocks.say_after(dom.closest(button, ".creneau-actions"),
                                  "Ce créneau est déjà " + ("le premier" if step < 0 else "le dernier") + " du jour.")
            return
        other = same[target]
        items[index], items[other] = items[other], items[index]
        self.timetable.slots.replace(items)
        self.timetable.draft.step()
        self.timetable.slots.row_at(other).select_one("[data-action="
                                                      + dom.attribute(button, "data-action") + "]").focus()

    def ask_days(self, button: Element) -> None:
        """Ask to which days the slots of this one are copied."""
        day = dom.attribute(dom.closest(button, ".jour"), "data-jour")
        legend = "Copier " + copy_panel.words([day]) + " vers (les créneaux de ces jours sont remplacés)"
        copy_panel.ask(button, day, legend, lambda days: self._copy(button, day, days))

    def _copy(self, button: Element, day: Any, days: Any) -> None:
        replaced = self._put_copies(day, days)
        if replaced is None:
            button.focus()
            self.blocks.say_after(dom.closest(button, ".jour-tete"),
                                  "Rien n’est copié : la semaine aurait plus de "
                                  + str(CRENEAUX.maximum) + " créneaux.")
            return
        words = copy_panel.LABELS[day] + " copié vers " + copy_panel.words(days)
        if replaced:
            words += " ; créneaux remplacés : " + str(replaced)
        self.blocks.offer_undo(words + ".")

    def _put_copies(self, day: Any, days: Any) -> Any:
        """Put the slots of a day in other days, in the place of theirs; returns how many went.

        Nothing is changed, and None returned, where the week would hold more than a file may.
        """
        slots = self.timetable.slots
        before = slots.items()[:]
        kept = [slot for slot in before if day_of(slot) not in days]
        copied = []
        for other in days:
            for slot in before:
                if day_of(slot) == day:
                    copied.append(as_new(slot))
                    copied[-1][CRENEAU_JOUR.name] = other
        if len(kept) + len(copied) > CRENEAUX.maximum:
            return None
        slots.replace(kept + copied)
        identify(FORM, slots.draft.dossier, slots.path)
        return len(before) - len(kept)
