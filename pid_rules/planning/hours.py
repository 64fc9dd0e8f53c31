"""The one model of hours: the minutes of a line, of a day and of a stay, from parsed answers.

Rules, documents and screen state the hours that they find here, and in ``weeks`` those of a week model. A line whose
hours contradict themselves, or that lacks one, counts for nothing until it is mended.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.form import emploi_du_temps as edt
from pid_rules.form import stages
from pid_rules.form.options import COLLEGE
from pid_rules.planning.letters import holds
from pid_rules.words import dates
from pid_rules.words.dates import RANKS
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from typing import Any, TypeAlias

    from pid_rules.judgement.item import Item
    from pid_rules.planning.letters import Alternation
    from pid_rules.planning.weeks import Slot, Week

    End: TypeAlias = "tuple[int, str, Presence | None]"
    """The first or the last moment of a day: its minute, the path of its answer, the presence if it is one."""


class Presence:
    """One line of the hours of a stage: ``work`` is its (start, end) intervals, the break taken out.

    ``letter`` is that of the weeks in which it holds, "" for every week. ``wrong`` is (question, sentence)
    where its hours contradict themselves; ``complete`` whether it can be counted.
    """

    def __init__(self, stay: Stay, item: Item) -> None:
        self.stay = stay
        self.path = item.path
        day = item[stages.HORAIRE_JOUR]
        self.day = RANKS[day] if day is not None else None
        self.letter = item[stages.HORAIRE_SEMAINE] or ""
        self.start = item[stages.HORAIRE_DEBUT]
        self.end = item[stages.HORAIRE_FIN]
        self.pause = (item[stages.PAUSE_DEBUT], item[stages.PAUSE_FIN])
        self.wrong = self._contradiction()
        self.complete = None not in (self.day, self.start, self.end) and self.wrong is None
        self.work: list[tuple[int, int]] = []
        if self.complete:
            self.work = [(self.start, self.end)] if self.pause[0] is None else \
                [piece for piece in ((self.start, self.pause[0]), (self.pause[1], self.end)) if piece[0] < piece[1]]
        self.minutes = sum([end - start for start, end in self.work])

    def _contradiction(self) -> tuple[Any, str] | None:
        opening, closing = self.pause
        if self.start is None or self.end is None:
            return None
        if self.end <= self.start:
            return stages.HORAIRE_FIN, "Cette présence finit avant d’avoir commencé."
        if opening is not None and not self.start <= opening <= self.end:
            return stages.PAUSE_DEBUT, "La pause commence en dehors de la présence."
        if closing is not None and not self.start <= closing <= self.end:
            return stages.PAUSE_FIN, "La pause finit en dehors de la présence."
        if opening is not None and closing is None:
            return stages.PAUSE_FIN, declared(
                "La pause a un début mais pas de fin : indiquez-la, ou effacez son début.")
        if closing is not None and opening is None:
            return stages.PAUSE_DEBUT, declared(
                "La pause a une fin mais pas de début : indiquez-le, ou effacez sa fin.")
        if opening is not None and closing <= opening:
            return stages.PAUSE_FIN, "La pause finit avant d’avoir commencé."
        return None


class Stay:
    """One stage: ``first`` and ``last`` are day numbers, ``days`` the presences that can be counted by weekday.

    ``counted`` says whether nothing is missing of its hours, ``complete`` nor of its dates, ``alternates`` whether
    some hold one week in two.
    """

    def __init__(self, item: Item) -> None:
        self.path = item.path
        self.place = item[stages.STAGE_LIEU]
        self.kind = item[stages.STAGE_TYPE]
        self.first = item[stages.STAGE_DEBUT]
        self.last = item[stages.STAGE_FIN]
        self.presences = [Presence(self, horaire) for horaire in cast("list[Item]", item[stages.HORAIRES] or [])]
        self.days: list[list[Presence]] = [[], [], [], [], [], [], []]
        for presence in self.presences:
            if presence.complete:
                self.days[cast("int", presence.day)].append(presence)
        self.alternates = any([presence.letter for presence in self.presences])
        self.counted = bool(self.presences) and all([presence.complete for presence in self.presences])
        self.complete = self.is_placed() and self.counted

    def is_placed(self) -> bool:
        """Whether its period is known."""
        return self.first is not None and self.last is not None and self.first <= self.last

    def is_inverted(self) -> bool:
        """Whether it ends before it begins."""
        return self.first is not None and self.last is not None and self.last < self.first

    def on(self, weekday: int, index: int) -> list[Presence]:
        """The presences of a weekday in the weeks of that index."""
        if not self.alternates:
            return self.days[weekday]
        return [presence for presence in self.days[weekday] if holds(presence.letter, index)]

    def weekly(self, index: int) -> int:
        """Minutes of presence in a week of that index, breaks taken out."""
        return sum([presence.minutes for weekday in range(7) for presence in self.on(weekday, index)])

    def minutes_between(self, first: int, last: int, alternation: Alternation) -> int:
        """Minutes of presence, breaks taken out, on the days of the stay from ``first`` to ``last``.

        What holds one week in two counts in the weeks of its letter, and in half of those whose letter nobody said, the
        larger half where their number is odd.
        """
        first, last = max(first, self.first), min(last, self.last)
        total = 0
        for weekday in range(7):
            for presence in self.days[weekday]:
                total += alternation.times(weekday, first, last, presence.letter) * presence.minutes
        return total

    def dates(self, alternation: Alternation) -> list[tuple[int, list[Presence]]] | None:
        """[(day number, presences)] of the stay, in order; None where it is not placed or a letter has no date."""
        if not self.is_placed():
            return None
        found: list[tuple[int, list[Presence]]] = []
        for day in range(self.first, self.last + 1):
            index = alternation.index(dates.monday_of(day)) if self.alternates else 0
            if index is None:
                return None
            held = self.on(dates.weekday(day), index)
            if held:
                found.append((day, held))
        return found


def stay_of(item: Item) -> Stay:
    """The stay of a stage, read again only when one of its answers changes."""
    return item.once("stay", Stay)


class Lessons:
    """The slots of one weekday of a week model, and those at the collège with their minutes and their two ends."""

    def __init__(self, slots: list[Slot]) -> None:
        self.slots = slots
        self.college = [slot for slot in slots if slot.place == COLLEGE]
        self.minutes = sum([slot.minutes for slot in self.college])
        self.ends: list[End] = []
        if self.college:
            last = self.college[0]
            for slot in self.college:
                last = slot if slot.end > last.end else last
            first = self.college[0]
            self.ends = [(first.start, edt.CRENEAU_DEBUT.at(first.path), None),
                         (last.end, edt.CRENEAU_FIN.at(last.path), None)]


NO_LESSON = Lessons([])


class Day:
    """One kind of day: ``presences`` are those of the stays, in order, ``week`` the week model in force or None.

    ``slots`` and ``college`` are the slots of that model that hold that week, and those of them at the collège.
    ``outside`` and ``inside`` are minutes, breaks taken out of the first. ``opening`` and ``closing`` are (minute,
    path of the answer, presence or None) of the first and last moments, None on a free day.
    """

    def __init__(self, week: Week | None, lessons: Lessons, presences: list[Presence]) -> None:
        self.week = week
        self.slots = lessons.slots
        self.presences = presences
        self.college = lessons.college
        self.inside = lessons.minutes
        self.outside = 0
        self.opening: Any = None
        self.closing: Any = None
        for presence in presences:
            self.outside += presence.minutes
            if self.opening is None or presence.start < self.opening[0]:
                self.opening = presence.start, stages.HORAIRE_DEBUT.at(presence.path), presence
            if self.closing is None or presence.end > self.closing[0]:
                self.closing = presence.end, stages.HORAIRE_FIN.at(presence.path), presence
        if lessons.ends:
            if self.opening is None or lessons.ends[0][0] < self.opening[0]:
                self.opening = lessons.ends[0]
            if self.closing is None or lessons.ends[1][0] > self.closing[0]:
                self.closing = lessons.ends[1]

    def is_free(self) -> bool:
        """Whether nothing is planned, at the collège or elsewhere."""
        return self.opening is None

    def runs(self) -> list[list[Any]]:
        """[start, end, presence in which it begins] of each uninterrupted stretch of work outside the collège."""
        found: list[list[Any]] = []
        pieces: list[tuple[int, int, Presence]] = []
        for presence in self.presences:
            pieces += [(start, end, presence) for start, end in presence.work]
        pieces.sort(key=lambda piece: piece[0])
        for start, end, presence in pieces:
            if found and start <= found[-1][1]:
                found[-1][1] = max(found[-1][1], end)
            else:
                found.append([start, end, presence])
        return found


NOTHING = Day(None, NO_LESSON, [])
"""A day out of every period."""
