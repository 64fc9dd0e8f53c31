"""The buttons of the slots of the open week: moved, removed with undo, a day copied to others."""

from pid_rules.form.emploi_du_temps import CRENEAUX
from ui import copy_panel, dom


class SlotActions:
    """What these buttons do to ``timetable.slots``; ``timetable`` is the ``Timetable``."""

    def __init__(self, timetable):
        self.timetable = timetable
        self.blocks = timetable.page.blocks
        dom.on_action({"creneau-supprimer": self.remove, "creneau-monter": lambda button: self.move(button, -1),
                       "creneau-descendre": lambda button: self.move(button, 1), "jour-copier": self.ask_days})

    def remove(self, button):
        """Take a slot out, with undo."""
        self.blocks.offer_undo("Suppression faite\u00a0: " + self.timetable.slots.remove(dom.closest(button, ".creneau")) + ".")

    def move(self, button, step):
        """Exchange a slot with the one before or after it in its day."""
        if not self.timetable.slots.move(dom.closest(button, ".creneau"), step):
            self.blocks.say_after(dom.closest(button, ".creneau-actions"),
                                  "Ce créneau est déjà " + ("le premier" if step < 0 else "le dernier") + " du jour.")

    def ask_days(self, button):
        """Ask to which days the slots of this one are copied."""
        day = dom.attribute(dom.closest(button, ".jour"), "data-jour")
        legend = "Copier " + copy_panel.words([day]) + " vers (les créneaux de ces jours sont remplacés)"
        copy_panel.ask(button, day, legend, lambda days: self._copy(button, day, days))

    def _copy(self, button, day, days):
        replaced = self.timetable.slots.copy(day, days)
        if replaced is None:
            button.focus()
            self.blocks.say_after(dom.closest(button, ".jour-tete"), "Rien n’est copié\u00a0: la semaine aurait plus de "
                                  + str(CRENEAUX.maximum) + " créneaux.")
            return
        words = copy_panel.LABELS[day] + " copié vers " + copy_panel.words(days)
        if replaced:
            words += "\u00a0; créneaux remplacés\u00a0: " + str(replaced)
        self.blocks.offer_undo(words + ".")
