"""The slots of the open week model as rows, day by day; the last row of a day is proposed and kept once typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import get, put
from pid_rules.form import FORM
from pid_rules.form.emploi_du_temps import (
    CRENEAU_ACTIVITE,
    CRENEAU_DEBUT,
    CRENEAU_DISCIPLINE,
    CRENEAU_FIN,
    CRENEAU_JOUR,
    CRENEAU_LIEU,
    CRENEAU_SEMAINE,
    CRENEAUX,
)
from pid_rules.form.options import COLLEGE, JOURS
from pid_rules.words import horaires
from ui.kit import dom
from ui.questions import binding
from ui.week.slot_names import options_of
from ui.week.totals import OTHER, day_of

if TYPE_CHECKING:
    from typing import Any

    from browser import Element


KINDS = {field.name: field.kind for field in CRENEAUX.fields()}
WEEKEND = ("samedi", "dimanche")
LISTS = (CRENEAU_LIEU.name, CRENEAU_SEMAINE.name, CRENEAU_DISCIPLINE.name)
LABELS = dict(JOURS)
LABELS[OTHER] = "Jour à préciser"


def place(row: Element, identifier: str, path: str = "") -> None:
    """Give the controls of a row their identifiers, and the answers under ``path`` that they hold, if any."""
    for champ, said in zip(row.select(".champ"), row.select(".dits > .constat")):
        column = "-" + dom.attribute(champ, "data-colonne")
        champ.select_one("[for]").setAttribute("for", identifier + column)
        control_of(row, column[1:]).id = identifier + column
        champ.select_one(".erreur").id = identifier + column + "-erreur"
        said.id = identifier + column + "-constat"
        if path:
            champ.setAttribute("data-path", path + "." + column[1:])
        else:
            champ.removeAttribute("data-path")


def control_of(row: Element, column: str) -> Any:
    """The control of one column of a row."""
    return row.select_one("[name=" + column + "]")


def beside(row: Element, step: Any) -> Element | None:
    """The row before or after another, None where there is none."""
    rows = dom.closest(row, ".creneaux").select(".creneau")
    index = [one == row for one in rows].index(True) + step
    return rows[index] if 0 <= index < len(rows) else None


def _called(rows: Any, day: Any) -> Any:
    """« Lundi, créneau 2 », of the last of these rows."""
    return LABELS[day] + ", créneau " + str(len(rows.select(".creneau")))


class Slots:
    """The rows of one week. ``changed(path, day)`` is called after an answer, ``restructured()`` after the list,
    ``drawn()`` once the rows were made anew."""

    def __init__(self, draft: Any, week: Any, body: Element, changed: Any, restructured: Any, drawn: Any) -> None:
        self.draft = draft
        self.path = CRENEAUX.at(week)
        self.body = body
        self.changed = changed
        self.restructured = restructured
        self.drawn = drawn
        # Every row is a copy of this one: its list of places is made once.
        self.model = dom.by_id("modele-creneau").content.querySelector(".creneau").cloneNode(True)
        places = binding.reference_options(KINDS[CRENEAU_LIEU.name], draft.dossier)
        binding.fill_options(control_of(self.model, CRENEAU_LIEU.name), places)
        binding.fill_options(control_of(self.model, CRENEAU_DISCIPLINE.name), options_of(False))

    def items(self) -> Any:
        """The slots of the file, in their order."""
        return get(self.draft.dossier, self.path) or []

    def draw(self) -> None:
        """Make the days and their rows from the dossier."""
        week, weekend = self.body.select(".jours")
        dom.fill(week)
        dom.fill(weekend)
        by_day = {}
        for index, slot in enumerate(self.items()):
            by_day.setdefault(day_of(slot), []).append(index)
        for day, _ in JOURS:
            indices = by_day[day] if day in by_day else []
            self._draw_day(weekend if day in WEEKEND else week, day, indices)
        if OTHER in by_day:
            self._draw_day(week, OTHER, by_day[OTHER])
        if WEEKEND[0] in by_day or WEEKEND[1] in by_day:
            self.body.select_one(".fin-de-semaine").open = True
        self.drawn()

    def _draw_day(self, holder: Any, day: Any, indices: Any) -> None:
        holder.appendChild(dom.by_id("modele-jour").content.cloneNode(True))
        section = holder.lastElementChild
        section.setAttribute("data-jour", day)
        section.select_one("h4").textContent = LABELS[day]
        section.select_one(".nom").textContent = LABELS[day].lower()
        rows = section.select_one(".creneaux")
        for index in indices:
            self._draw_row(rows, day, index)
        if day == OTHER:
            section.select_one("button").hidden = True
        else:
            self._propose(rows, day)

    def _row(self, rows: Any, day: Any) -> Any:
        rows.appendChild(self.model.cloneNode(True))
        row = rows.lastElementChild
        row.select_one("[data-colonne=jour]").hidden = day != OTHER
        row.setAttribute("aria-label", _called(rows, day))
        return row

    def _draw_row(self, rows: Any, day: Any, index: int) -> None:
        row = self._row(rows, day)
        row.setAttribute("data-rang", str(index))
        path = self.path + "." + str(index)
        place(row, dom.element_id(path), path)
        self._show(row, self.items()[index])

    def _show(self, row: Element, slot: Any) -> None:
        for champ in row.select(".champ"):
            column = dom.attribute(champ, "data-colonne")
            control = control_of(row, column)
            value = binding.as_typed(KINDS[column], slot[column] if column in slot else "")
            if column in LISTS:
                binding.keep_option(control, value, KINDS[column].lost)
            control.value = value

    def _propose(self, rows: Any, day: Any) -> None:
        """The row of the next slot: it begins where the one before ends, at the same place, in the weeks of the same
        letter."""
        row = self._row(rows, day)
        row.classList.add("nouveau")
        row.setAttribute("aria-label", LABELS[day] + ", nouveau créneau")
        place(row, "nouveau-" + day)
        self._propose_start(rows)

    def _propose_start(self, rows: Any) -> None:
        row = rows.select_one(".nouveau")
        before = beside(row, -1)

        def above(column: str, alone: str) -> Any:
            return alone if before is None else control_of(before, column).value

        control_of(row, CRENEAU_DEBUT.name).value = above(CRENEAU_FIN.name, "")
        control_of(row, CRENEAU_LIEU.name).value = above(CRENEAU_LIEU.name, COLLEGE)
        control_of(row, CRENEAU_SEMAINE.name).value = above(CRENEAU_SEMAINE.name, "")

    def slot_of(self, row: Element) -> Any:
        """(slot of the file, its path) of a row that holds one."""
        index = int(dom.attribute(row, "data-rang"))
        return self.items()[index], self.path + "." + str(index)

    def typed(self, row: Element, control: Element) -> None:
        """One cell is being typed in; a range in the first one fills the second."""
        champ = dom.closest(control, ".champ")
        rows = dom.closest(row, ".creneaux")
        if row.classList.contains("nouveau") and not self._keep(row, rows):
            dom.say(champ.select_one(".erreur"),
                    "La semaine est pleine : " + str(CRENEAUX.maximum) + " créneaux au plus.")
            return
        slot, path = self.slot_of(row)
        column = dom.attribute(champ, "data-colonne")
        both = horaires.read_range(control.value) if column == CRENEAU_DEBUT.name else None
        found = {CRENEAU_DEBUT.name: both[0], CRENEAU_FIN.name: both[1]} if both \
            else {column: KINDS[column].accept(binding.typed(control))}
        if column == CRENEAU_ACTIVITE.name and (column not in slot or found[column] != slot[column]):
            found[CRENEAU_DISCIPLINE.name] = ""  # what hours are counted in was said of the former name
        for column in found:
            if column not in slot or slot[column] != found[column]:
                slot[column] = found[column]
                self.changed(path + "." + column, day_of(slot))
        if both:
            control_of(row, CRENEAU_FIN.name).value = both[1]
        following = beside(row, 1)
        if following is not None and following.classList.contains("nouveau"):
            self._propose_start(rows)

    def _keep(self, row: Element, rows: Any) -> Any:
        """The proposed row becomes a slot of the file, and another one is proposed; False where the week is full."""
        if len(self.items()) >= CRENEAUX.maximum:
            return False
        day = dom.attribute(dom.closest(rows, ".jour"), "data-jour")
        path = add_item(FORM, self.draft.dossier, CRENEAUX.path, self.path)
        slot: Any = get(self.draft.dossier, path)
        slot.update({CRENEAU_JOUR.name: day,
                     CRENEAU_DEBUT.name: KINDS[CRENEAU_DEBUT.name].accept(control_of(row, CRENEAU_DEBUT.name).value),
                     CRENEAU_FIN.name: KINDS[CRENEAU_FIN.name].accept(control_of(row, CRENEAU_FIN.name).value),
                     CRENEAU_LIEU.name: control_of(row, CRENEAU_LIEU.name).value,
                     CRENEAU_SEMAINE.name: control_of(row, CRENEAU_SEMAINE.name).value})
        row.classList.remove("nouveau")
        row.setAttribute("data-rang", path.split(".")[-1])
        row.setAttribute("aria-label", _called(rows, day))
        place(row, dom.element_id(path), path)
        control_of(row, CRENEAU_JOUR.name).value = day
        self._propose(rows, day)
        self.restructured()
        return True

    def left(self, row: Element) -> None:
        """A cell is finished: show the row as it was understood."""
        if row.classList.contains("nouveau"):
            return
        slot, _ = self.slot_of(row)
        self._show(row, slot)
        if dom.attribute(dom.closest(row, ".jour"), "data-jour") != day_of(slot):
            self.draw()

    def enter(self, row: Element) -> None:
        """Enter goes to the next row; from a row still proposed, to the next day."""
        following = beside(row, 1)
        if following is None:
            days = [day for day in self.body.select(".jour") if day.select_one(".nouveau") is not None]
            index = days.index(dom.closest(row, ".jour")) + 1
            following = days[index if index < len(days) else 0].select_one(".nouveau")
            details = dom.closest(following, "details")
            if details is not None:
                details.open = True
        dom.focus_text(control_of(following, CRENEAU_DEBUT.name))

    def replace(self, slots: Any) -> None:
        """Put another list of slots in the file and show it."""
        put(self.draft.dossier, self.path, slots)
        self.draw()
        self.restructured()

    def row_at(self, index: int) -> Any:
        """The row of a slot of the file."""
        return self.body.select_one(".creneau[data-rang='" + str(index) + "']")
