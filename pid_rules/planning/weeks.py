"""Week models of the timetable: their slots, the hours they hold, one week of letter A and one of letter B.

``weeks_of_items`` reads them from the items that a rule receives; ``planning.draft`` makes such items of a dossier of
which some answers may be missing. Times are minutes; what is counted against the grid is minutes of the grid
(``lessons``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.form import emploi_du_temps as edt
from pid_rules.form.emploi_du_temps import CRENEAUX
from pid_rules.form.options import COLLEGE, HORS_GRILLE
from pid_rules.planning.disciplines import GRID, OUTSIDE, discipline, meaning
from pid_rules.planning.hours import Lessons
from pid_rules.planning.lessons import counted
from pid_rules.planning.letters import holds, mean
from pid_rules.words.dates import RANKS
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.judgement.item import Item

_JOUR, _DEBUT, _FIN, _LIEU, _ACTIVITE, _SEMAINE, _DISCIPLINE = [field.path for field in (
    edt.CRENEAU_JOUR, edt.CRENEAU_DEBUT, edt.CRENEAU_FIN, edt.CRENEAU_LIEU, edt.CRENEAU_ACTIVITE, edt.CRENEAU_SEMAINE,
    edt.CRENEAU_DISCIPLINE)]


class Slot:
    """One slot: ``path`` in the file, ``day`` 0 for Monday, ``start`` and ``end`` in minutes, ``place``, ``activity``.

    What is missing or cannot be read is None.

    - ``letter``: "" for every week.
    - ``minutes``: 0 where it cannot be counted.
    - ``counted``: minutes of the grid, for a slot at the collège.
    - ``name``: the discipline of the grid in which they are, None for none.
    - ``unread``: nobody knows which.
    - ``inverted``: it ends before it begins.
    - ``complete``: it can be counted.
    """

    def __init__(self, path: str, held: dict[str, Any], length: int | None) -> None:
        day = held[_JOUR]
        self.path = path
        self.day = RANKS[day] if day is not None else None
        self.start = held[_DEBUT]
        self.end = held[_FIN]
        self.place = held[_LIEU]
        self.activity = held[_ACTIVITE]
        self.letter = held[_SEMAINE] or ""
        self.inverted = self.start is not None and self.end is not None and self.end <= self.start
        self.complete = not (day is None or self.start is None or self.end is None or self.place is None
                             or self.inverted)
        self.minutes = cast("int", self.end) - cast("int", self.start) if self.complete else 0
        self.counted = 0
        self.name: str | None = None
        self.unread = False
        if self.complete and self.place == COLLEGE:
            self.counted = counted(self.minutes, length)
            self._name(held[_DISCIPLINE])

    def _name(self, chosen: str | None) -> None:
        if chosen is not None:
            self.name = None if chosen == HORS_GRILLE else chosen
        elif self.activity is not None:
            self.name = discipline(self.activity)
            self.unread = self.name is None and meaning(self.activity) not in (GRID, OUTSIDE)


class Week:
    """One week model.

    - ``first``, ``last``: day numbers, None where missing.
    - ``halves``: what it holds in weeks A and in weeks B, the same ``Half`` twice where it does not alternate.
    - ``complete``: whether all of its slots can be counted.
    - ``unread``: those whose name designates nothing, or two things.
    """

    def __init__(self, path: str, name: str | None, first: int | None, last: int | None, slots: list[Slot]) -> None:
        self.path = path
        self.name = name
        self.first = first
        self.last = last
        self.slots = slots
        kept = [slot for slot in slots if slot.complete]
        self.complete = len(kept) == len(slots)
        self.unread = [slot for slot in kept if slot.unread]
        self.alternates = any([slot.letter for slot in kept])
        whole = Half([slot for slot in kept if holds(slot.letter, 0)] if self.alternates else kept)
        self.halves = (whole, Half([slot for slot in kept if holds(slot.letter, 1)]) if self.alternates else whole)

    @property
    def college(self) -> int:
        """Minutes of the grid at the collège, the mean of both weeks."""
        return mean(self.halves[0].college, self.halves[1].college)

    @property
    def elsewhere(self) -> int:
        """Minutes elsewhere, breaks included, the mean of both weeks."""
        return mean(self.halves[0].elsewhere, self.halves[1].elsewhere)

    def is_placed(self) -> bool:
        """Whether the period in which it holds is known."""
        return self.first is not None and self.last is not None and self.first <= self.last

    def is_inverted(self) -> bool:
        """Whether it ends before it begins."""
        return self.first is not None and self.last is not None and self.last < self.first

    def called(self) -> str:
        """Its name as a sentence says it."""
        return "«" + NBSP + (self.name or "sans nom") + NBSP + "»"


def weeks_of_items(items: list[Item], length: int | None) -> list[Week]:
    """The week models as a rule receives them, for lessons of ``length`` minutes, None for exact minutes."""
    return [item.once("week " + str(length), lambda held: _week(held, length)) for item in items]


def _week(item: Item, length: int | None) -> Week:
    slots = [Slot(slot.path, slot.values, length) for slot in cast("list[Item]", item[CRENEAUX] or [])]
    return Week(item.path, item[edt.SEMAINE_NOM], item[edt.SEMAINE_DU], item[edt.SEMAINE_AU], slots)


class Half:
    """What a week model holds in the weeks of one letter: ``days`` the slots that can be counted, by weekday, in order.

    ``college`` are minutes of the grid, ``elsewhere`` minutes, breaks included; ``by_discipline`` the minutes of the
    grid of its disciplines.
    """

    def __init__(self, slots: list[Slot]) -> None:
        self.days: list[list[Slot]] = [[], [], [], [], [], [], []]
        self.college = 0
        self.elsewhere = 0
        self.by_discipline: dict[str, int] = {}
        self.lessons_of: list[Lessons | None] = [None, None, None, None, None, None, None]
        for slot in slots:
            self._count(slot)

    def _count(self, slot: Slot) -> None:
        day = self.days[cast("int", slot.day)]
        day.append(slot)
        if len(day) > 1 and slot.start < day[-2].start:  # slots come in order, or nearly
            day.sort(key=lambda slot: slot.start)
        if slot.place != COLLEGE:
            self.elsewhere += slot.minutes
            return
        self.college += slot.counted
        if slot.name is not None:
            add(self.by_discipline, slot.name, slot.counted)

    def on(self, weekday: int) -> tuple[int, int]:
        """(minutes of the grid at the collège, minutes elsewhere) of a weekday."""
        slots = self.days[weekday]
        return sum([slot.counted for slot in slots]), sum([slot.minutes for slot in slots if slot.place != COLLEGE])

    def lessons(self, weekday: int) -> Lessons:
        """What that weekday holds, computed once."""
        if self.lessons_of[weekday] is None:
            self.lessons_of[weekday] = Lessons(self.days[weekday])
        return cast("Lessons", self.lessons_of[weekday])


def add(totals: dict[str, int], name: str, minutes: int) -> None:
    """Add minutes to those of a name."""
    totals[name] = (totals[name] if name in totals else 0) + minutes
