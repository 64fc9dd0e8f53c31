"""The buttons of the week models: one added, copied, moved, removed with undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import add_item, as_new, identify
from pid_rules.dossier.paths import put
from pid_rules.form import FORM
from pid_rules.form.emploi_du_temps import DUREE_SEANCE, SEMAINE_AU, SEMAINE_DU, SEMAINE_NOM, SEMAINES
from pid_rules.planning.assumed import assume
from ui.kit import dom
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from ui.week.timetable import Timetable

ORDINARY = "Semaine ordinaire"


class WeekActions:
    """What these buttons do to the list of ``timetable``, the ``Timetable``."""

    def __init__(self, timetable: Timetable) -> None:
        self.timetable = timetable
        self.draft = timetable.draft
        self.blocks = timetable.blocks
        dom.on_action({"semaine-ajouter": self.add, "semaine-commencer": self.begin, "semaine-copier": self.copy,
                       "semaine-supprimer": self.remove,
                       "semaine-monter": lambda button: self.move(button, -1),
                       "semaine-descendre": lambda button: self.move(button, 1)})

    def begin(self, button: Element) -> None:
        """The first week model, under its usual name; the focus goes to what is asked first of the page."""
        self._put(dom.by_id("premiere-semaine"), ORDINARY)
        dom.focus_text(dom.by_id(dom.element_id(DUREE_SEANCE.path)))

    def add(self, button: Element) -> None:
        """A new week model, open."""
        if self._is_full(button):
            return
        self._put(button, "")
        self._focus_name()

    def _put(self, place: Element, name: str) -> None:
        """Put a week model after the others; what it takes from other pages is said after a place."""
        path = add_item(FORM, self.draft.dossier, SEMAINES.path, SEMAINES.path)
        put(self.draft.dossier, SEMAINE_NOM.at(path), name)
        assumed = len(self.timetable.weeks()) == 1 and assume(self.draft.dossier, path)
        self.timetable.listed(int(path.split(".")[-1]))
        if assumed:
            binding.fill_questions(self.timetable.section.select_one(".commun"), self.draft.dossier)
            self.blocks.say_after(place, "La grille de référence et la période viennent du niveau de l’élève et des "
                                  "dates du parcours : changez-les si elles sont autres.")

    def copy(self, button: Element) -> None:
        """The same slots under another name, for another period."""
        if self._is_full(dom.closest(button, ".item-tete")):
            return
        index = self.timetable.index(button)
        weeks = self.timetable.weeks()[:]
        copied = as_new(weeks[index])
        copied.update({SEMAINE_NOM.name: "Copie de " + (copied[SEMAINE_NOM.name] or "la semaine sans nom"),
                       SEMAINE_DU.name: "", SEMAINE_AU.name: ""})
        put(self.draft.dossier, SEMAINES.path, weeks[:index + 1] + [copied] + weeks[index + 1:])
        identify(FORM, self.draft.dossier, SEMAINES.path)
        self.timetable.listed(index + 1)
        self._focus_name()
        dom.announce("Semaine type copiée : indiquez son nom et sa période.")

    def remove(self, button: Element) -> None:
        """Take a week model out, with undo."""
        index, before = self.timetable.index(button), self.timetable.weeks()[:]
        put(self.draft.dossier, SEMAINES.path, before[:index] + before[index + 1:])
        self.timetable.listed(max(0, index - 1))
        name = before[index][SEMAINE_NOM.name] or "semaine sans nom"
        self.blocks.offer_undo("Suppression faite : " + name + ".")

    def move(self, button: Element, step: Any) -> None:
        """Exchange a week model with the one above or below: the lower one wins where two periods overlap."""
        index, weeks = self.timetable.index(button), self.timetable.weeks()[:]
        target = index + step
        if not 0 <= target < len(weeks):
            self.blocks.say_after(dom.closest(button, ".item-tete"),
                                  "Cette semaine type est déjà " + ("la première." if step < 0 else "la dernière."))
            return
        weeks[index], weeks[target] = weeks[target], weeks[index]
        put(self.draft.dossier, SEMAINES.path, weeks)
        self.timetable.listed(target)
        self.timetable.row(target).select_one("[data-action=" + dom.attribute(button, "data-action") + "]").focus()
        dom.announce("Déplacée en position " + str(target + 1) + " sur " + str(len(weeks)) + ".")

    def _is_full(self, place: Any) -> Any:
        """Whether no other week model may be added; it is then said after ``place``."""
        full = len(self.timetable.weeks()) >= SEMAINES.maximum
        if full:
            self.blocks.say_after(place, "La liste est pleine : " + str(SEMAINES.maximum) + " au plus.")
        return full

    def _focus_name(self) -> None:
        dom.focus_text(self.timetable.slots.body.select_one("[name]"))
