"""Week models of the timetable: their slots, the hours they hold and the lessons from which they dispense.

``weeks_of`` reads them from a dossier of which some answers may be missing, ``weeks_of_items`` from what a rule
receives; both give the same ``Week``, on which ``hours`` and ``dispenses`` are computed. Times are minutes.
"""

from pid_rules.dates import DAYS_OF_WEEK
from pid_rules.form import emploi_du_temps as edt
from pid_rules.form.emploi_du_temps import CRENEAUX, SEMAINES
from pid_rules.paths import get, is_blank
from pid_rules.planning.days import COLLEGE, Lessons
from pid_rules.planning.disciplines import discipline, is_language_without_rank
from pid_rules.seuils.grilles import grid_of

_JOUR, _DEBUT, _FIN, _LIEU, _ACTIVITE = [field.path for field in (
    edt.CRENEAU_JOUR, edt.CRENEAU_DEBUT, edt.CRENEAU_FIN, edt.CRENEAU_LIEU, edt.CRENEAU_ACTIVITE)]
RANKS = {DAYS_OF_WEEK[rank]: rank for rank in range(7)}


class Slot:
    """One slot: ``path`` in the file, ``day`` 0 for Monday, ``start`` and ``end`` in minutes, ``place``, ``activity``.

    What is missing or cannot be read is None; ``inverted`` says that it ends before it begins, ``complete`` that it can
    be counted.
    """

    def __init__(self, path, day, start, end, place, activity):
        self.path = path
        self.day = RANKS[day] if day is not None else None
        self.start = start
        self.end = end
        self.place = place
        self.activity = activity
        self.inverted = start is not None and end is not None and end <= start
        self.complete = not (day is None or start is None or end is None or place is None or self.inverted)


class Week:
    """One week model.

    ``first`` and ``last`` are day numbers (None where missing), ``days`` the slots that can be counted, by weekday and
    in order, ``complete`` whether all of them can; ``college`` and ``elsewhere`` are minutes a week, breaks included;
    ``by_discipline`` the minutes at the collège of the disciplines of the grid; ``languages`` the slots whose language
    has no rank.
    """

    def __init__(self, path, name, first, last, slots):
        self.path = path
        self.name = name
        self.first = first
        self.last = last
        self.slots = slots
        self.days = [[], [], [], [], [], [], []]
        self.lessons_of = [None, None, None, None, None, None, None]
        self.complete = True
        self.college = 0
        self.elsewhere = 0
        self.by_discipline = {}
        self.languages = []
        for slot in slots:
            if slot.complete:
                self._count(slot)
            else:
                self.complete = False

    def _count(self, slot):
        day = self.days[slot.day]
        day.append(slot)
        if len(day) > 1 and slot.start < day[-2].start:  # slots come in order, or nearly
            day.sort(key=lambda slot: slot.start)
        minutes = slot.end - slot.start
        if slot.place != COLLEGE:
            self.elsewhere += minutes
            return
        self.college += minutes
        if slot.activity is None:
            return
        name = discipline(slot.activity)
        if name is not None:
            self.by_discipline[name] = (self.by_discipline[name] if name in self.by_discipline else 0) + minutes
        elif is_language_without_rank(slot.activity):
            self.languages.append(slot)

    def lessons(self, weekday):
        """What that weekday holds, computed once."""
        if self.lessons_of[weekday] is None:
            self.lessons_of[weekday] = Lessons(self.days[weekday])
        return self.lessons_of[weekday]

    def is_placed(self):
        """Whether the period in which it holds is known."""
        return self.first is not None and self.last is not None and self.first <= self.last

    def is_inverted(self):
        """Whether it ends before it begins."""
        return self.first is not None and self.last is not None and self.last < self.first

    def called(self):
        """Its name as a sentence says it."""
        return "\u00ab\u00a0" + (self.name or "sans nom") + "\u00a0\u00bb"


class Dispense:
    """Minutes a week of one discipline: those of the ``grid``, those kept at the ``college``, those ``dispensed``."""

    def __init__(self, name, grid, college):
        self.name = name
        self.grid = grid
        self.college = college
        self.dispensed = max(0, grid - college)


def hours(week):
    """(minutes at the collège, minutes elsewhere with breaks) of a week model."""
    return week.college, week.elsewhere


def dispenses(week, reference):
    """A ``Dispense`` for each discipline of the grid, in its order; None where no grid was read for the reference."""
    grid = grid_of(reference, week.first)
    if grid is None:
        return None
    kept = week.by_discipline
    return [Dispense(name, grid[name], kept[name] if name in kept else 0) for name in grid]


def weeks_of_items(items):
    """The week models as a rule receives them."""
    return [item.once("week", _week) for item in items]


def _week(item):
    slots = []
    for slot in item[CRENEAUX] or []:
        held = slot.values
        slots.append(Slot(slot.path, held[_JOUR], held[_DEBUT], held[_FIN], held[_LIEU], held[_ACTIVITE]))
    return Week(item.path, item[edt.SEMAINE_NOM], item[edt.SEMAINE_DU], item[edt.SEMAINE_AU], slots)


def weeks_of(dossier):
    """The week models of a dossier, as the interface and the documents need them while it is being filled."""
    weeks = []
    for path in _items(dossier, SEMAINES.path):
        slots = []
        for place in _items(dossier, path + "." + CRENEAUX.path.split(".")[-1]):
            slots.append(Slot(place, *[_answer(dossier, place, field) for field in (
                edt.CRENEAU_JOUR, edt.CRENEAU_DEBUT, edt.CRENEAU_FIN, edt.CRENEAU_LIEU, edt.CRENEAU_ACTIVITE)]))
        weeks.append(Week(path, *[_answer(dossier, path, field) for field in (
            edt.SEMAINE_NOM, edt.SEMAINE_DU, edt.SEMAINE_AU)], slots))
    return weeks


def _items(dossier, path):
    held = get(dossier, path)
    return [path + "." + str(index) for index in range(len(held))] if isinstance(held, list) else []


def _answer(dossier, place, field):
    value = get(dossier, place + "." + field.name)
    return None if is_blank(value) else field.kind.read(value)[0]
