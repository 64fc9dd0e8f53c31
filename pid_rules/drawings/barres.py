"""The hours that a dossier dispenses from, by discipline, as bars: what is lost first, each figure that of the
rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.drawings.canvas import Canvas
from pid_rules.drawings.measure import first_that_fits, width_of
from pid_rules.drawings.semaine import SHORTENED
from pid_rules.planning.dispense_table import DispenseTable
from pid_rules.words import horaires
from pid_rules.words.typography import french
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.drawings.canvas import Drawing
    from pid_rules.judgement.item import Item
    from pid_rules.planning.dispense_table import Reduced
    from pid_rules.shapes import Dossier

WIDTH = 483
SIZE = 8
ROW, CLOSE, BAR = 14, 11, 9
FIGURES = 88
"""Room for « 4 h 30 → 3 h (− 1 h 30) »."""
HEAD = ("Discipline", "Grille, par semaine", "Pendant le parcours", "Dispensé")
TO_TELL = "à préciser"


class Barres:
    """The bars of a dossier, from its ``table``; ``known`` is whether a discipline is reduced, ``text`` tells them;
    ``root`` is the dossier where it was read already."""

    def __init__(self, dossier: Dossier, zone: str = "", root: Item | None = None) -> None:
        self.table = DispenseTable(dossier, zone, root)
        self.lines = [row for row in self.table.rows if row.lesson.dispensed or row.lesson.taught]
        self.lines.sort(key=lambda row: (_left(row) > 0, -row.lesson.dispensed))
        self.known = bool(self.lines)
        said = [row[0] + " : " + row[1] + " avant, " + row[2] + " pendant" for row in self.rows()]
        self.text = french("Heures par semaine, là où le plus d’heures sont dispensées. " + " ; ".join(said) + "."
                           if said else "Aucune heure dispensée n’est calculée.")

    def rows(self) -> list[list[str]]:
        """[discipline, hours of the grid, hours left, hours dispensed] of each bar."""
        return [[row.lesson.name, horaires.in_words(row.lesson.grid),
                 TO_TELL if row.week.unread else horaires.in_words(_left(row)),
                 TO_TELL if row.week.unread else horaires.in_words(row.lesson.dispensed)] for row in self.lines]

    def within(self, width: int, height: int) -> tuple[Drawing, int]:
        """The bars in a height, closer to each other, and how many are left out: never the first three."""
        most = max(3, (height - 10) // CLOSE)
        return self.drawing(width, CLOSE, most), max(0, len(self.lines) - most)

    def drawing(self, width: int = WIDTH, row: int = ROW, count: int = 99) -> Drawing:
        """The bars, to be asked only where some are known."""
        canvas = Canvas(width)
        named = min(110, width // 3)
        long = width - named - FIGURES - 6
        most = max([one.lesson.grid for one in self.lines])
        shown = self.lines[:count]
        for rank, one in enumerate(shown):
            y = row * rank
            names = [one.lesson.name] + list(SHORTENED[one.lesson.name] if one.lesson.name in SHORTENED else ())
            canvas.text(0, y + 9, SIZE, first_that_fits(names, named - 4, SIZE))
            self._bar(canvas, one, named, y + 2, long, most)
            canvas.text(width, y + 9, SIZE, _figures(one), "strong" if _left(one) == 0 else "ink", "end")
        bottom = row * len(shown) + 9
        self._legend(canvas, bottom)
        return canvas.drawing(bottom + 2, self.text)

    def _bar(self, canvas: Canvas, row: Reduced, x: int, y: int, long: int, most: int) -> None:
        lesson = row.lesson
        end = x + lesson.grid * long // most
        canvas.rect(x, y, end - x, BAR, "lost")
        if row.week.unread:
            return
        kept = x + max(0, _left(row) - lesson.taught) * long // most
        taught = x + _left(row) * long // most
        if kept > x:
            canvas.rect(x, y, kept - x, BAR, "college")
        if taught > kept:
            canvas.rect(kept, y, taught - kept, BAR, "other")

    def _legend(self, canvas: Canvas, y: int) -> None:
        x = 0
        shown = {shape[-1] for shape in canvas.shapes if shape[0] == "rect"}
        for kind, words in (("college", "au collège"), ("other", "enseigné ailleurs"), ("lost", "dispensé")):
            if kind in shown:
                canvas.rect(x, y - 6, 7, 6, kind)
                canvas.text(x + 9, y, SIZE, words, "muted")
                x += 17 + width_of(words, SIZE)


def _left(row: Reduced) -> int:
    """The minutes of the grid that are not dispensed."""
    return max(0, row.lesson.grid - row.lesson.dispensed)


def _figures(row: Reduced) -> str:
    """« 4 h 30 → 3 h »."""
    before = horaires.in_words(row.lesson.grid)
    return before + NBSP + "→" + NBSP + (TO_TELL if row.week.unread else horaires.in_words(_left(row)))
