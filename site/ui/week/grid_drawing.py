"""The table of the grid of a week: boxes in which hours and names are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form.options import COLLEGE, JOURS
from pid_rules.planning.grid_typing import in_words, written
from pid_rules.words.dates import RANKS
from ui.kit import dom
from ui.week.totals import day_words, is_empty, week_of

if TYPE_CHECKING:

    from browser import Element

    from pid_rules.planning.grid import Cell, Grid
    from pid_rules.planning.weeks import Slot, Week

REM_PER_HOUR = 2.4
"""Height of an hour: a row of a lesson holds two lines of a name."""
LABELS = dict(JOURS)


class GridDrawing:
    """What a table is made of: ``week`` and its ``grid``, the ``days`` that are seen, the names of places ``called``,
    the hours ``proposed`` for the next row, "" for none. A day has as many ``columns`` as any other."""

    def __init__(self, grid: Grid, week: Week, days: list[str], called: dict[str, str], proposed: str) -> None:
        self.grid = grid
        self.week = week
        self.days = days
        self.called = called
        self.proposed = proposed
        self.columns = 2 if any(grid.split) else 1

    def signature(self) -> str:
        """A text that changes when the table is to be drawn again; the names of slots are no part of it."""
        cells = [[cell.day, cell.letter, cell.start, cell.end, cell.ranks, [self._place(rank) for rank in cell.ranks]]
                 for cells in self.grid.days for cell in cells]
        return str([self.days, self.grid.headers, self.grid.bounds, self.proposed, cells])

    def table(self) -> Element:
        """The table, without what is typed in its boxes."""
        rows = [self._row(row) for row in range(len(self.grid.bounds))]
        return dom.make("table", "", dom.make("caption", "Semaine à remplir : une ligne par plage horaire",
                                              class_="invisible"),
                        dom.make("thead", "", self._head()), dom.make("tbody", "", *rows, self._blank_row()),
                        class_="saisie")

    def totals(self) -> list[str]:
        """The hours of each day that is seen, "" where nothing is counted."""
        return ["" if is_empty(self.week, day) else day_words(self.week, day) for day in self.days]

    def next_row(self) -> str:
        """What the last header is for."""
        if self.proposed:
            return "Dernière case des heures : Entrée ajoute la ligne proposée, ou tapez d’autres heures."
        return "Tapez dans la dernière case les heures d’une ligne (8h05-9h), ou celles de toute une journée " \
               "(8h05-12h 13h30-16h30), puis Entrée."

    def _head(self) -> Element:
        made = [dom.make("th", "Heures", scope="col")]
        for day in self.days:
            made.append(dom.make("th", LABELS[day], dom.make("span", class_="total"), scope="col",
                                 data_jour=day, colspan=str(self.columns)))
        return dom.make("tr", "", *made)

    def _row(self, row: int) -> Element:
        made = dom.make("tr", "", *self._header(row))
        made.style.height = str(self.grid.lasts(row) / 60 * REM_PER_HOUR) + "rem"
        for day in self.days:
            self._cells_of(made, day, row)
        return made

    def _header(self, row: int) -> list[Element]:
        """The header that begins in a row; none where one goes on."""
        start, end = self.grid.bounds[row]
        for index in range(len(self.grid.headers)):
            hours = self.grid.headers[index]
            if hours[0] == start:
                box = _hours_box(str(index), "Heures de la ligne " + str(index + 1), written(hours))
                box.setAttribute("data-rang", str(index))
                return [dom.make("th", "", box, scope="row", rowspan=str(self.grid.span(hours[0], hours[1])[1]))]
            if hours[0] < start < hours[1]:
                return []
        return [dom.make("th", in_words((start, end)), scope="row", class_="hors-plage")]

    def _blank_row(self) -> Element:
        box = _hours_box("nouvelle", "Heures d’une ligne de plus", self.proposed)
        return dom.make("tr", "", dom.make("th", "", box, scope="row", class_="nouveau"))

    def _cells_of(self, row: Element, day: str, index: int) -> None:
        """The cells of a day that begin in a row, and what is bare in it."""
        cells = [cell for cell in self.grid.days[RANKS[day]] if cell.first <= index < cell.first + cell.rows]
        for letter in ("A", "B") if self.grid.split[RANKS[day]] else ("",):
            held = [cell for cell in cells if cell.letter in ("", letter)]
            if not held:
                row.appendChild(dom.make("td", data_jour=day, class_="vide", colspan=self._span(letter)))
            elif held[0].first == index and not (held[0].letter == "" and letter == "B"):
                row.appendChild(self._cell(day, held[0]))

    def _cell(self, day: str, cell: Cell) -> Element:
        places = [self._place(rank) for rank in cell.ranks]
        look = "ailleurs" if [place for place in places if place] else "college" if places else "libre"
        made = dom.make("td", data_jour=day, class_=look, rowspan=str(cell.rows), colspan=self._span(cell.letter))
        for position, rank in enumerate(cell.ranks or [-1]):
            made.appendChild(self._box(day, cell, position, rank))
        return made

    def _span(self, letter: str) -> str:
        """The columns of a cell: all those of its day, as many in each, unless it is of one letter."""
        return "1" if letter else str(self.columns)

    def _box(self, day: str, cell: Cell, position: int, rank: int) -> Element:
        """One slot, or with the rank -1 the room of one."""
        slot: Slot | None = self.week.slots[rank] if rank >= 0 else None
        letter, hours = cell.letter, (cell.start, cell.end)
        if slot is not None:
            letter, hours = slot.letter, (slot.start, slot.end)
        place = "" if slot is None else self._place(rank)
        words = in_words(hours)
        name = [LABELS[day], words] + ([week_of(letter)] if letter else []) + ([place] if place else [])
        identifier = "-".join(["case", day + letter, str(cell.start)] + ([str(position)] if position else []))
        box = dom.make("textarea", id=identifier, class_="case", rows="1", aria_label=", ".join(name),
                       autocomplete="off", autocapitalize="off", enterkeyhint="next",
                       data_jour=day, data_lettre=letter, data_debut=str(hours[0]), data_fin=str(hours[1]))
        made = dom.make("div", class_="boite", id=identifier + "-boite", data_etape="case")
        if letter:
            made.appendChild(dom.make("b", letter, aria_hidden="true"))
        if hours not in self.grid.headers:
            made.appendChild(dom.make("span", words, class_="heures", aria_hidden="true"))
        made.appendChild(box)
        if place:
            made.appendChild(dom.make("span", place, class_="lieu", aria_hidden="true"))
        if slot is not None:
            hold(made, box, slot.path)
            made.appendChild(dom.make("span", "à voir", class_="a-voir", id=identifier + "-dit", hidden=""))
        made.appendChild(dom.make("span", "", class_="poignee", aria_hidden="true", title="Tirez pour allonger"))
        return made

    def _place(self, rank: int) -> str:
        """The name of where a slot is, "" at the collège."""
        place = self.week.slots[rank].place
        if place == COLLEGE:
            return ""
        return "lieu à préciser" if place is None else self.called[place] if place in self.called else place


def is_case(element: Element) -> bool:
    """Whether an element is a box of a cell."""
    return element.classList.contains("case")


def is_hours(element: Element) -> bool:
    """Whether an element is the box of the hours of a row."""
    return element.classList.contains("plage")


def hold(holder: Element, box: Element, path: str) -> None:
    """A box is that of the slot at a path."""
    holder.setAttribute("data-path", path)
    box.setAttribute("data-rang", path.split(".")[-1])


def _hours_box(identifier: str, label: str, value: str) -> Element:
    box = dom.make("input", id="plage-" + identifier, class_="plage", aria_label=label, autocomplete="off",
                   enterkeyhint="next")
    box.defaultValue = value
    return box
