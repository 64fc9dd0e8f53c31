"""The page of the dispenses: a line for each discipline that the week models reduce, with one box; the others after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.dispenses import TO_TELL
from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.form import FORM
from pid_rules.form.parcours import COMPENSATION, DISPENSE_DISCIPLINE, DISPENSES, DISPENSES_PAGE
from pid_rules.planning.dispense_table import DispenseTable
from pid_rules.words.horaires import in_words
from ui.kit import dom
from ui.kit.part import Part
from ui.questions import binding
from ui.questions.blocks import draw, number

if TYPE_CHECKING:
    from typing import Any

    from browser import Element, Event

    from pid_rules.planning.dispense_table import Reduced
    from pid_rules.questions.schema import Field
    from ui.questions.watch import Watch

PLACE = "__0__"
"""Stands in the template of an item for its index."""


class DispenseLines(Part):
    """The items that name a reduced discipline stand in the order of the grid, among blank lines for those of which
    nobody said anything: such a line has no item until it is answered."""

    def __init__(self, draft: Any, watch: Watch, blocks: Any) -> None:
        self.draft = draft
        self.watch = watch
        self.blocks = blocks
        self.section = dom.by_id(DISPENSES_PAGE.slug)
        self.block = self.section.select_one(".bloc")
        self.table: Any = None
        self.last = ""
        self.section.bind("click", self._helped)
        dom.on_action({"meme-compensation": self.spread})

    def draw(self, answer: Any) -> None:
        """Make the list from the dossier: the timetable may have changed."""
        draw(self.block, self.draft.dossier)
        binding.fill_questions(self.block, self.draft.dossier)
        self.restructured()
        self.watch.drawn(self.block)

    def restructured(self) -> None:
        """Put the lines of the reduced disciplines first."""
        zone: Any = self.watch.profile["departement"]["zone"]
        self.table = table = DispenseTable(self.draft.dossier, zone)
        holder = self.block.select_one("ol.items")
        items = list(holder.select(".item"))
        room = DISPENSES.maximum - len(items)
        for row in table.rows:
            lines = [items[position] for position in row.items]
            if not lines and room:
                room -= 1
                lines = [self._blank(row, "_" + str(room) + "_")]
            for line in lines:
                self._describe(line, row, len(lines) > 1)
                holder.appendChild(line)
        for position in table.others:
            holder.appendChild(items[position])
        self._draw_bars(zone)
        self._say()

    def _draw_bars(self, zone: str) -> None:
        """The hours before and during: the figures of the lines, seen at once."""
        def here() -> None:
            from ui.week.dispense_bars import draw_bars
            draw_bars(self.draft.dossier, zone)

        dom.once_script_is_here("documents.js", here)

    def _blank(self, row: Reduced, token: str) -> Element:
        """The line of a discipline that no item names; ``token`` stands for its index."""
        line = self.block.select_one("template").content.cloneNode(True).firstElementChild
        number(line, PLACE, token)
        for champ in line.select(".champ"):
            champ.removeAttribute("data-path")  # nothing answers them yet
        line.select_one("input").value = row.lesson.name
        line.select_one(".item-actions").remove()
        line.setAttribute("data-index", token)
        line.setAttribute("data-discipline", row.lesson.name)
        return line

    def _describe(self, line: Element, row: Reduced, repeated: bool) -> None:
        lesson = row.lesson
        hours = in_words(lesson.grid) + " → " + in_words(lesson.college) + " au collège"
        if lesson.taught:
            hours += " et " + in_words(lesson.taught) + " en stage"
        away = TO_TELL if row.week.unread else in_words(lesson.dispensed) if lesson.dispensed else "rien"
        line.classList.add("calcule")
        if lesson.dispensed and not repeated:
            line.classList.add("unique")
        line.select_one(".item-nom").textContent = lesson.name
        line.select_one(".item-tete").appendChild(dom.make("p", hours + ". Dispense par semaine : " + away + ".",
                                                           class_="aide"))
        dom.also_heard(line.select_one("label[for$=compensation]"), lesson.name)

    def _begin(self, line: Element) -> None:
        """Make the item of a blank line."""
        name = dom.attribute(line, "data-discipline")
        path = self._add([row for row in self.table.rows if row.lesson.name == name][0])
        index = path.rpartition(".")[2]
        for field, champ in zip((DISPENSE_DISCIPLINE, COMPENSATION), line.select(".champ")):
            champ.setAttribute("data-path", field.at(path))
        number(line, dom.attribute(line, "data-index"), index)
        line.setAttribute("data-index", index)
        line.removeAttribute("data-discipline")
        self.watch.later()

    def _add(self, row: Reduced) -> str:
        """Make the item of a discipline; gives its place."""
        path = add_item(FORM, self.draft.dossier, DISPENSES.path, DISPENSES.path)
        put(self.draft.dossier, DISPENSE_DISCIPLINE.at(path), row.lesson.name)
        row.items.append(int(path.rpartition(".")[2]))
        return path

    def _helped(self, event: Event) -> None:
        """Sentences are proposed for an answer, which needs its item."""
        line = dom.closest(event.target, "[data-discipline]")
        if line is not None and dom.closest(event.target, "[data-action=s-inspirer]") is not None:
            self._begin(line)

    def typed(self, control: Element) -> bool:
        """A blank line becomes an item when something is typed in it."""
        line = dom.closest(control, "[data-discipline]")
        if line is not None and control.value.strip():
            self._begin(line)
            return False
        return line is not None

    def left(self, control: Element) -> bool:
        return dom.closest(control, "[data-discipline]") is not None

    def answered(self, field: Field, champ: Element, control: Element) -> bool:
        self.last = dom.attribute(champ, "data-path")
        self.watch.later(self.last)
        self._say()
        return True

    def _unsaid(self) -> list[Reduced]:
        """The lines of which no box is answered."""
        return [row for row in self.table.rows
                if all([is_blank(get(self.draft.dossier, path)) for path in _boxes(row)])]

    def _say(self) -> None:
        """Say above the list what is computed, and what is left to write."""
        strangers = [place for place in self.table.others if not is_blank(get(
            self.draft.dossier, DISPENSE_DISCIPLINE.at(DISPENSES.path + "." + str(place))))]
        dom.say(dom.by_id("dispenses-calcul"), _words(self.table, len(self._unsaid()), len(strangers)))
        dom.by_id("meme-compensation").hidden = len(self.table.rows) < 2

    def spread(self, button: Element) -> None:
        """Write in every empty box what was written last, else what is written first."""
        dossier: Any = self.draft.dossier
        boxes = [path for row in self.table.rows for path in _boxes(row) if not is_blank(get(dossier, path))]
        unsaid = self._unsaid()
        if not boxes or not unsaid:
            self.blocks.say_after(button, "Aucune case n’est vide : ce qui est écrit n’est pas remplacé." if boxes else
                                  "Écrivez d’abord une compensation : elle sera copiée dans les cases vides.")
            return
        self.draft.note()
        text = get(dossier, self.last if self.last in boxes else boxes[0])
        for row in unsaid:
            put(dossier, _boxes(row)[0] if row.items else COMPENSATION.at(self._add(row)), text)
        self.blocks.redraw(self.block)
        self.blocks.offer_undo("Même compensation pour " + str(len(unsaid)) + " autres disciplines."
                               if len(unsaid) > 1 else "Même compensation pour une autre discipline.")


def _boxes(row: Reduced) -> list[str]:
    return [COMPENSATION.at(DISPENSES.path + "." + str(position)) for position in row.items]


def _words(table: DispenseTable, left: int, strangers: int) -> str:
    """What is computed, how many disciplines are ``left`` to make up for, how many items name none of them."""
    if not table.known:
        return "Les disciplines réduites se calculent dès que la grille horaire de référence est choisie, sur " \
            "« Emploi du temps », parmi celles dont les heures sont connues. En attendant, listez-les ici."
    rest = "" if table.complete else " L’emploi du temps n’est pas complet : le calcul peut changer."
    if strangers and table.complete:
        rest += " Plus bas, " + (str(strangers) + " disciplines ne sont" if strangers > 1 else "une discipline n’est") \
            + " pas de celles-ci : corrigez le nom, ou supprimez la ligne."
    if not table.rows:
        return "D’après l’emploi du temps, aucune discipline n’est réduite." + rest
    count = len(table.rows)
    return (str(count) + " disciplines sont réduites" if count > 1 else "Une discipline est réduite") \
        + " d’après l’emploi du temps ; leurs heures sont celles de la semaine qui en dispense le plus. " \
        + ("Toutes ont leur compensation." if left == 0 else
           "Il reste à écrire comment " + str(left) + (" sont compensées." if left > 1 else " est compensée.")) + rest
