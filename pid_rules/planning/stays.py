"""Stays outside the collège: the presence that each stage gives each weekday, breaks taken out. Times are minutes."""

from pid_rules.form import stages
from pid_rules.planning.letters import LETTERS, holds
from pid_rules.words import dates
from pid_rules.words.dates import DAYS_OF_WEEK


class Presence:
    """One line of the hours of a stage: ``work`` is its (start, end) intervals, the break taken out.

    ``letter`` is that of the weeks in which it holds, "" for every week. ``wrong`` is (name of the answer, sentence) where
    its hours contradict themselves; ``complete`` whether it can be counted.
    """

    def __init__(self, stay, item):
        self.stay = stay
        self.path = item.path
        day = item[stages.HORAIRE_JOUR]
        self.day = DAYS_OF_WEEK.index(day) if day is not None else None
        self.letter = item[stages.HORAIRE_SEMAINE] or ""
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

    ``complete`` says whether nothing is missing of its dates and hours, ``alternates`` whether some hold one week in two.
    """

    def __init__(self, item):
        self.path = item.path
        self.place = item[stages.STAGE_LIEU]
        self.kind = item[stages.STAGE_TYPE]
        self.first = item[stages.STAGE_DEBUT]
        self.last = item[stages.STAGE_FIN]
        self.presences = [Presence(self, horaire) for horaire in item[stages.HORAIRES] or []]
        self.days = [[], [], [], [], [], [], []]
        for presence in self.presences:
            if presence.complete:
                self.days[presence.day].append(presence)
        self.alternates = any([presence.letter for presence in self.presences])
        self.complete = self.is_placed() and bool(self.presences) \
            and all([presence.complete for presence in self.presences])

    def is_placed(self):
        """Whether its period is known."""
        return self.first is not None and self.last is not None and self.first <= self.last

    def is_inverted(self):
        """Whether it ends before it begins."""
        return self.first is not None and self.last is not None and self.last < self.first

    def on(self, weekday, index):
        """The presences of a weekday in the weeks of that index."""
        if not self.alternates:
            return self.days[weekday]
        return [presence for presence in self.days[weekday] if holds(presence.letter, index)]

    def weekly(self, index):
        """Minutes of presence in a week of that index, breaks taken out."""
        return sum([presence.minutes for weekday in range(7) for presence in self.on(weekday, index)])

    def minutes_between(self, first, last):
        """Minutes of presence, breaks taken out, on the days of the stay from ``first`` to ``last``.

        One week in two counts for half of the weeks, the larger half where their number is odd.
        """
        first, last = max(first, self.first), min(last, self.last)
        total = 0
        for weekday in range(7):
            for presence in self.days[weekday]:
                total += times(weekday, first, last, presence.letter) * presence.minutes
        return total

    def dates(self, alternation):
        """[(day number, presences)] of the stay, in order; None where it is not placed or a letter has no date."""
        if not self.is_placed():
            return None
        found = []
        for day in range(self.first, self.last + 1):
            index = alternation.index(dates.monday_of(day)) if self.alternates else 0
            if index is None:
                return None
            held = self.on(dates.weekday(day), index)
            if held:
                found.append((day, held))
        return found


def stay_of(item):
    """The stay of a stage, read again only when one of its answers changes."""
    return item.once("stay", Stay)


def times(weekday, first, last, letter):
    """How many days of that weekday from ``first`` to ``last``; the larger half of them for what holds one week in two."""
    earliest = first + (weekday - dates.weekday(first)) % 7
    count = (last - earliest) // 7 + 1 if earliest <= last else 0
    return (count + 1) // 2 if letter else count


def weekdays(horaires):
    """{weekday: letters in which it holds} of the lines of hours, or None where they say nothing or leave a day out."""
    named = [horaire[stages.HORAIRE_JOUR] for horaire in horaires]
    if not named or None in named:
        return None
    found = {}
    for horaire in horaires:
        found.setdefault(DAYS_OF_WEEK.index(horaire[stages.HORAIRE_JOUR]), []).append(horaire[stages.HORAIRE_SEMAINE] or "")
    return found


def _half(letters):
    """The letter of what holds one week in two only, "" else."""
    return letters[0] if letters[0] and all([letter == letters[0] for letter in letters]) else ""


def days(worked, first, last):
    """Number of days of presence, for the ``weekdays`` worked."""
    return sum([times(weekday, first, last, _half(worked[weekday])) for weekday in worked])


def weeks(worked, first, last, most):
    """Mondays of the first weeks that hold a day of presence, at most ``most`` of them; every other one for a lone letter."""
    letters = [_half(worked[weekday]) for weekday in worked]
    step = 14 if letters[0] in LETTERS and all([letter == letters[0] for letter in letters]) else 7
    mondays = []
    monday = dates.monday_of(first)
    while monday <= last and len(mondays) < most:
        if any([first <= monday + weekday <= last for weekday in worked]):
            mondays.append(monday)
            monday += step
        else:
            monday += 7
    return mondays
