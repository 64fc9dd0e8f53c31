"""Stays outside the collège: the presence that each stage gives each weekday, breaks taken out. Times are minutes."""

from pid_rules.dates import DAYS_OF_WEEK
from pid_rules.form import stages


class Presence:
    """One line of the hours of a stage: ``work`` is its (start, end) intervals, the break taken out.

    ``wrong`` is (name of the answer, sentence) where its hours contradict themselves; ``complete`` whether it can be
    counted.
    """

    def __init__(self, stay, item):
        self.stay = stay
        self.path = item.path
        day = item[stages.HORAIRE_JOUR]
        self.day = DAYS_OF_WEEK.index(day) if day is not None else None
        self.start = item[stages.HORAIRE_DEBUT]
        self.end = item[stages.HORAIRE_FIN]
        self.pause = (item[stages.PAUSE_DEBUT], item[stages.PAUSE_FIN])
        self.wrong = self._contradiction()
        self.complete = None not in (self.day, self.start, self.end) and self.wrong is None
        self.work = []
        if self.complete:
            self.work = [(self.start, self.end)] if self.pause[0] is None else \
                [piece for piece in ((self.start, self.pause[0]), (self.pause[1], self.end)) if piece[0] < piece[1]]
        self.minutes = sum([end - start for start, end in self.work])

    def _contradiction(self):
        opening, closing = self.pause
        if self.start is None or self.end is None:
            return None
        if self.end <= self.start:
            return "fin", "Cette présence finit avant d’avoir commencé."
        if opening is not None and not self.start <= opening <= self.end:
            return "pause_debut", "La pause commence en dehors de la présence."
        if closing is not None and not self.start <= closing <= self.end:
            return "pause_fin", "La pause finit en dehors de la présence."
        if opening is not None and closing is None:
            return "pause_fin", "La pause a un début mais pas de fin\u00a0: indiquez-la, ou effacez son début."
        if closing is not None and opening is None:
            return "pause_debut", "La pause a une fin mais pas de début\u00a0: indiquez-le, ou effacez sa fin."
        if opening is not None and closing <= opening:
            return "pause_fin", "La pause finit avant d’avoir commencé."
        return None


class Stay:
    """One stage: ``first`` and ``last`` are day numbers, ``days`` the presences that can be counted by weekday.

    ``complete`` says whether nothing is missing of its dates and hours.
    """

    def __init__(self, item):
        self.path = item.path
        self.place = item[stages.STAGE_LIEU]
        self.first = item[stages.STAGE_DEBUT]
        self.last = item[stages.STAGE_FIN]
        self.presences = [Presence(self, horaire) for horaire in item[stages.HORAIRES] or []]
        self.days = [[], [], [], [], [], [], []]
        for presence in self.presences:
            if presence.complete:
                self.days[presence.day].append(presence)
        self.complete = self.is_placed() and bool(self.presences) \
            and all([presence.complete for presence in self.presences])

    def is_placed(self):
        """Whether its period is known."""
        return self.first is not None and self.last is not None and self.first <= self.last

    def is_inverted(self):
        """Whether it ends before it begins."""
        return self.first is not None and self.last is not None and self.last < self.first

    def minutes_between(self, first, last):
        """Minutes of presence, breaks taken out, on the days of the stay from ``first`` to ``last``."""
        first, last = max(first, self.first), min(last, self.last)
        total = 0
        for weekday in range(7):
            if self.days[weekday]:
                total += _count(weekday, first, last) * sum([presence.minutes for presence in self.days[weekday]])
        return total


def _count(weekday, first, last):
    """How many days of that weekday from ``first`` to ``last``."""
    earliest = first + (weekday - (first - 1)) % 7
    return (last - earliest) // 7 + 1 if earliest <= last else 0
