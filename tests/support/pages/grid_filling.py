"""Somebody who types a week in its grid: the hours of its rows once, then names in cells, day after day.

A name is typed until the page shows it whole; hours that the page proposes for a row are taken by Enter.
"""

from pid_rules.form.emploi_du_temps import CRENEAUX
from pid_rules.form.options import COLLEGE, JOURS
from pid_rules.planning.grid_typing import read_rows
from pid_rules.words.horaires import in_words as words
from pid_rules.words.horaires import parse_time, to_time
from tests.support.pages.gestures import PAUSE
from tests.support.pages.steps import until

PLACE = CRENEAUX.path
DAYS = [day for day, _ in JOURS]
COLUMNS = ("jour", "debut", "fin", "semaine", "lieu", "activite")
BLANK = "plage-nouvelle"
LUNCH = 45
"""Minutes: what is longer between two lessons is for lunch."""


def hour(time):
    """« 8h30 », « 17h »: as people write « 08:30 »."""
    hours, _, minutes = time.partition(":")
    return str(int(hours)) + "h" + minutes.replace("00", "", 1)


def hours_of(one):
    return one["debut"], one["fin"]


def meet(one, other):
    """Whether two hours overlap."""
    return one[0] < other[1] and other[0] < one[1]


def rows_of(slots):
    """The hours of the rows that these slots ask for: those of lessons, without what lasts over several rows."""
    hours = sorted({hours_of(slot) for slot in slots if slot["lieu"] == COLLEGE})
    return [one for one in hours if not [other for other in hours if other != one and one[0] <= other[0]
                                         and other[1] <= one[1]]]


def by_day(slot):
    """The order in which cells are typed: from the morning to the evening, weeks A first."""
    return DAYS.index(slot["jour"]), slot["debut"], slot["semaine"]


def same(cell, slot, columns):
    return all(cell[column] == slot[column] for column in columns)


def unlike(cell, slot):
    """How far a cell is from being that of a slot: another place or start first, then how much later or earlier."""
    other = cell["slot"] and not same(cell, slot, ("lieu",)) and not same(cell, slot, ("activite",))
    return (other, cell["debut"] != slot["debut"], cell["activite"] != slot["activite"],
            abs(minutes((slot["debut"], cell["debut"]))), cell["fin"] != slot["fin"])


class GridTypist:
    """Fills the grid of the open week by ``hand``; ``put`` answers in a box of a row of the list. ``lesson`` is the
    length of a lesson in the dossier to type."""

    def __init__(self, hand, put, lesson):
        self.hand, self.put, self.lesson = hand, put, lesson

    def is_shown(self):
        return self.hand.page.locator("main .saisie >> visible=true").count() > 0

    def step(self, week):
        """Do the first thing that is to be done in the grid; whether there was one."""
        shown = self.hand.look("grid")
        left, wrong = self._compared(week["creneaux"], shown["cells"])
        if left:
            return self._row(left, shown) or self._slot(left[0], wrong, shown)
        return bool(wrong) and self._empty(wrong[0])

    def lead(self, week):
        """Go to the first cell under which is asked what its hours are counted in; whether there was one."""
        counted = {slot["activite"]: slot.get("discipline", "") for slot in week["creneaux"]}
        for cell in self.hand.look("grid")["cells"]:
            if cell["counted"] is not None and counted.get(cell["activite"], "") not in ("", cell["counted"]):
                self.hand.reach(cell["rank"])
                return True
        return False

    def _compared(self, wanted, cells):
        """The slots that are missing, and the cells that hold something else."""
        left, wrong = sorted(wanted, key=by_day), []
        for cell in [one for one in cells if one["slot"]]:
            found = [slot for slot in left if same(cell, slot, COLUMNS)]
            if found:
                left.remove(found[0])
            else:
                wrong.append(cell)
        return left, wrong

    def _row(self, left, shown):
        """Add the first row that is missing; whether there was one."""
        held = [tuple(one) for one in shown["headers"]]
        if not held and self._day_of_rows(left):
            return True
        missing = [one for one in rows_of(left) if not [other for other in held if meet(one, other)]]
        if not missing:
            return False
        start, end = missing[0]
        if shown["proposed"] != f"{hour(start)}-{hour(end)}":
            self.hand.write(self.hand.look("identified", BLANK), hour(start) if self._is_as_long(missing[0], held)
                            else f"{hour(start)}-{hour(end)}")
        else:
            self.hand.reach(self.hand.look("identified", BLANK))
        self.hand.tally.answer(f"{PLACE}: une ligne", f"{start}-{end}")
        self.hand.press("Enter")
        return True

    def _day_of_rows(self, left):
        """Type the hours of the collège at once, where the lessons follow one another as the help of the grid says;
        whether so."""
        rows = rows_of(left)
        noon = [rank for rank in range(1, len(rows)) if minutes((rows[rank - 1][1], rows[rank][0])) > LUNCH]
        if len(noon) != 1 or not self.hand.page.locator(".lignes-faites").count():
            return False
        halves = [rows[:noon[0]], rows[noon[0]:]]
        text = " ".join(f"{hour(half[0][0])}-{hour(half[-1][1])}" for half in halves)
        if [(to_time(start), to_time(end)) for start, end in read_rows(text, 0, self.lesson)] != rows:
            return False
        self.hand.tally.answer(f"{PLACE}: les lignes", text)
        self.hand.write(self.hand.look("identified", BLANK), text)
        self.hand.press("Enter")
        return True

    def _is_as_long(self, hours, held):
        """Whether the row above lasts as long: its start is then enough."""
        return bool(held) and minutes(hours) == minutes(held[-1])

    def _slot(self, slot, wrong, shown):
        """Do one thing in the cell where a slot stands, or the one that looks most like it."""
        there = [cell for cell in shown["cells"] if cell["jour"] == slot["jour"] and (not cell["slot"] or cell in wrong)
                 and (cell["semaine"] in ("", slot["semaine"]))]
        if not there:
            raise AssertionError(f"La grille n’a pas de case pour {slot}")
        cell = min(there, key=lambda one: unlike(one, slot))
        if cell["semaine"] != slot["semaine"]:
            self._split(cell, slot)
        elif cell["activite"] != slot["activite"]:
            self._name(cell["rank"], slot)
        elif same(cell, slot, ("debut", "lieu")) and stops_at(cell, slot["fin"]):
            self._part(cell, slot)
        elif same(cell, slot, ("debut", "lieu")) and self._leads(cell, slot, shown):
            self._stretch(cell["rank"], cell, slot)
        else:
            self._exactly(cell, slot)
        return True

    def _part(self, cell, slot):
        """Take the break out of a slot of a stage by the button under the grid."""
        self.hand.reach(cell["rank"])
        self.hand.tally.answer(PAUSE.name)
        self.hand.click(self.hand.page.locator("main " + PAUSE.selector + " >> visible=true"))
        until(lambda: any(same(one, slot, ("jour", "debut", "fin")) for one in self.hand.look("grid")["cells"]))

    def _leads(self, cell, slot, shown):
        """Whether the rows lead from the end of a cell to that of a slot."""
        ends = {row[1] for row in shown["headers"]} if slot["fin"] > cell["fin"] else \
            {end for one in shown["cells"] for end in hours_of(one)}
        return slot["fin"] in ends

    def _exactly(self, cell, slot):
        """Say under the grid the hours and the place of a cell."""
        self.hand.reach(cell["rank"])
        self.hand.press("F2")
        said = ["jour", "semaine", "activite"]
        for column in ("debut", "fin", "lieu"):
            said.append(column)
            if cell[column] != slot[column]:
                row = next(one for one in self.hand.look("rows") if one["kept"])
                self.put(row["cells"][column], slot[column], column)
                until(lambda: any(same(one, slot, said) for one in self.hand.look("grid")["cells"]))

    def _split(self, cell, slot):
        """Share a cell between two weeks: what is typed in it first is for weeks A."""
        if slot["semaine"] == "A" and cell["activite"] != slot["activite"]:
            self._name(cell["rank"], slot)
        self.hand.reach(self.hand.look("identified", cell["id"]))
        self.hand.tally.answer(f"{PLACE}[].semaine")
        self.hand.press("Control+Enter")

    def _stretch(self, rank, cell, slot):
        self.hand.reach(rank)
        self.hand.tally.answer(f"{PLACE}[].fin", slot["fin"])
        longer = slot["fin"] > cell["fin"]
        while (end := self.hand.look("ends")) != slot["fin"]:
            if (slot["fin"] > end) != longer:
                raise AssertionError(f"La grille ne mène pas à {slot}")
            self.hand.press("Shift+ArrowDown" if longer else "Shift+ArrowUp")

    def _name(self, rank, slot):
        self.hand.tally.answer(f"{PLACE}[].activite", slot["activite"])
        self.hand.begin(rank, slot["activite"])

    def _empty(self, cell):
        """Take out of the week what is too much."""
        self.hand.reach(cell["rank"])
        self.hand.tally.answer(f"{PLACE}: un créneau de moins")
        self.hand.press("Delete")
        return True


def minutes(hours):
    """How long a row lasts."""
    start, end = [parse_time(one) for one in hours]
    return end - start


def stops_at(cell, end):
    """Whether the button of a cell takes a break out that begins at a moment."""
    return (" (" + words(parse_time(end)) + " – ") in cell["pause"]
