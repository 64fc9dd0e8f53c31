"""Somebody who types the weeks of the timetable: one copied where that is shorter, then its rows, day after day."""

from collections import Counter

from pid_rules.form.emploi_du_temps import CRENEAUX
from pid_rules.form.options import JOURS
from tests.support.pages.gestures import COPY_WEEK, DRAW_WEEKS
from tests.support.pages.grid_filling import GridTypist, hour

WEEKS = "emploi_du_temps.semaines"
COLUMNS = ("debut", "fin", "lieu", "activite", "semaine")
HOURS = ("debut", "fin")
KINDS = {field.name: field.kind for field in CRENEAUX.fields()}
DAYS = [day for day, _ in JOURS]
ROW = 12
"""Keystrokes that a short row costs: a copy is worth what it spares."""


def cells(slot):
    """What the row of a slot of the file shows."""
    return tuple(slot.get(column, "") for column in COLUMNS)


def by_letter(slot):
    """The order in which slots of a day are typed: those of one letter together, as their times come."""
    return slot["semaine"], slot["debut"]


def shown(row):
    """What a row of the page holds."""
    return tuple(KINDS[column].accept(row["cells"][column]["value"]) if column in row["cells"] else ""
                 for column in COLUMNS)


class WeekTypist:
    """Fills the open week of ``typist``, and adds the others."""

    def __init__(self, typist):
        self.typist, self.hand = typist, typist.hand
        self.opened = set()
        self.grid = GridTypist(self.hand, self._put, typist.wanted("emploi_du_temps.duree_seance"))

    def weeks(self):
        return self.typist.wanted(WEEKS)

    def step(self, one):
        """Do the first thing that is to be done in the list of weeks; whether there was one."""
        rows = self.hand.page.locator("main [data-action=vue-liste][aria-pressed=false] >> visible=true")
        if rows.count() and not self.hand.has_keys:
            self.hand.click(rows)
        open_at = [int(path.split(".")[2]) for path in self.typist.shown if path.startswith(WEEKS + ".")]
        if open_at and self._open_week(self.weeks()[open_at[0]]):
            return True
        self.opened |= set(open_at)
        if one["shown"] < len(self.weeks()):
            self._add(one)
            return True
        return self._open()

    def _open(self):
        """Open a week that was drawn closed, to see what is missing in it; whether there was one."""
        weeks = self.hand.page.locator("main [data-action=semaine-ouvrir]")
        closed = [rank for rank in range(weeks.count()) if rank not in self.opened]
        if closed:
            self.opened.add(closed[0])
            self.hand.click(weeks.nth(closed[0]))
        return closed != []

    def _add(self, one):
        """A new week: those of the stages drawn at once where the page offers it, else a copy of the last one where
        most of its slots are the same."""
        rank = one["shown"]
        drawing = self.hand.page.locator("main " + DRAW_WEEKS.selector + " >> visible=true")
        if DRAW_WEEKS in self.typist.gestures and rank and drawing.count():
            self.hand.click(drawing)
            return
        wanted, last = self._slots(rank), self._slots(rank - 1)
        spared = ROW * (wanted & last).total() - (last - wanted).total()
        copies = self.hand.page.locator("main " + COPY_WEEK.selector)
        copied = COPY_WEEK in self.typist.gestures and spared > 0 and copies.count()
        self.hand.click(copies.nth(rank - 1) if copied else self.hand.element(one["rank"]))

    def _slots(self, rank):
        """How often each slot stands in a week of the file, none before the first."""
        week = self.weeks()[rank]["creneaux"] if rank >= 0 else []
        return Counter((slot["jour"], *cells(slot)) for slot in week)

    def _open_week(self, week):
        """Do the first thing that is to be done in a week, in its grid where there is one; whether there was one."""
        if not self.grid.is_shown():
            return self._slot(week)
        if self.grid.step(week):
            return True
        asked = [row for row in self.hand.look("rows") if row["kept"] and "discipline" in row["cells"]]
        return any(self._counted(row, week) for row in asked) or self.grid.lead(week)

    def _slot(self, week):
        """The first row that is too much, missing, or not yet as expected."""
        rows = self.hand.look("rows")
        for day in DAYS:
            wanted = sorted((slot for slot in week["creneaux"] if slot["jour"] == day), key=by_letter)
            here = [row for row in rows if row["day"] == day]
            if here and self._day(here, wanted):
                return True
        return any(self._counted(row, week) for row in rows if "discipline" in row["cells"])

    def _day(self, rows, wanted):
        kept = [row for row in rows if row["kept"]]
        left, wrong = list(wanted), []
        for row in kept:
            same = [slot for slot in left if cells(slot) == shown(row)]
            if same:
                left.remove(same[0])
            else:
                wrong.append(row)
        if len(wrong) > len(left):
            self.hand.click(self.hand.element(wrong[-1]["away"]))
            return True
        if not left:
            return False
        return self._cell(wrong[0] if wrong else [row for row in rows if not row["kept"]][0], left[0])

    def _cell(self, row, slot):
        """Fill the first cell that is not as expected."""
        for column in COLUMNS:
            box = row["cells"].get(column)
            if box is not None and KINDS[column].accept(box["value"]) != slot[column]:
                self._put(box, slot[column], column)
                return True
        return False

    def _put(self, box, value, column):
        path = f"{WEEKS}[].creneaux[].{column}"
        if box["type"] == "select-one":
            self.hand.tally.answer(path)
            self.hand.choose(box["rank"], value)
        else:
            self.hand.tally.answer(path, value)
            self.hand.write(box["rank"], hour(value) if column in HOURS else value)

    def _counted(self, row, week):
        """What the hours of a name are counted in, where the page asks it."""
        wanted = [slot.get("discipline", "") for slot in week["creneaux"]
                  if slot["activite"] == shown(row)[COLUMNS.index("activite")]]
        box = row["cells"]["discipline"]
        if not wanted or not wanted[0] or wanted[0] == box["value"]:
            return False
        self._put(box, wanted[0], "discipline")
        return True
