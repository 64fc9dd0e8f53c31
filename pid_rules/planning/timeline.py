"""Stays and week models laid on the calendar, cut only where something changes.

Between two cuts (bounds of stays and week models, holidays, birthdays that count, new versions of a threshold) every
Monday is the same Monday: what is judged is one day of each kind and one week of each kind, never each date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.planning.hours import NO_LESSON, NOTHING, Day
from pid_rules.planning.letters import LETTERS
from pid_rules.seuils.calendrier import closures, public_closures
from pid_rules.words import dates

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.judgement.rule import Cuts
    from pid_rules.planning.dispense import Dispense
    from pid_rules.planning.hours import Presence, Stay
    from pid_rules.planning.letters import Alternation
    from pid_rules.planning.weeks import Week

NO_CUTS = ((), ())
"""For hours that no rule judges."""


class Segment:
    """Days on which nothing changes.

    - ``week``: the week model in force, or None.
    - ``stays``: the stays that run.
    - ``closed``: whether the collège is closed.
    - ``holiday``: whether it is a public holiday.
    - ``age``: full years of the pupil, None where the birth date is missing.
    - ``alternates``: whether its weeks A and B differ.
    """

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last
        self.week: Week | None = None
        self.stays: list[Stay] = []
        self.closed = False
        self.holiday = False
        self.age: int | None = None
        self.alternates = False
        self.days: tuple[list[Day | None], list[Day | None]] = ([None, None, None, None, None, None, None],
                                                                [None, None, None, None, None, None, None])

    def day(self, weekday: int, index: int) -> Day:
        """The kind of that weekday, in the weeks of that index."""
        if self.days[index][weekday] is None:
            presences: list[Presence] = []
            for stay in self.stays:
                presences += stay.on(weekday, index)
            presences.sort(key=lambda presence: presence.start)
            lessons = NO_LESSON if self.week is None or self.closed else self.week.halves[index].lessons(weekday)
            self.days[index][weekday] = Day(self.week, lessons, presences)
        return cast("Day", self.days[index][weekday])


class Dated:
    """One day of a kind, with the first date on which it was met and the segment in which it falls.

    ``index`` is 0 in a week A, 1 in a week B, ``letter`` what is said of it, "" where both weeks are the same.
    """

    def __init__(self, date: int, segment: Segment | None, day: Day, index: int, letter: str) -> None:
        self.date = date
        self.segment: Any = segment
        self.day = day
        self.index = index
        self.letter = letter


class Timeline:
    """Everything on the calendar.

    - ``weeks``: lists of eight ``Dated``, from a Monday to the next one. Each kind of week is there once, under both
      letters while nobody said which weeks are A.
    - ``alternates``: whether some weeks A and B differ.
    - ``days``: each kind of day that is not empty, once.
    - ``known``: whether the school calendar of the whole range is known. Without it, no day is closed.
    - ``holidays_known``: whether its public holidays are.
    - ``complete_stays``, ``complete_models``: whether nothing is missing in stays, in week models.
    """

    def __init__(self, models: list[Week], stays: list[Stay], birth: int | None, opening: int | None,
                 ending: int | None, alternation: Alternation, zone: str, cuts: Cuts = NO_CUTS) -> None:
        self.models = models
        self.stays = stays
        self.birth = birth
        self.alternation = alternation
        placed = [(model,) + _clipped(model, opening, ending) for model in models if model.is_placed()]
        placed = [one for one in placed if one[1] <= one[2]]
        self.placed = placed
        running = [stay for stay in stays if stay.is_placed()]
        self.complete_stays = all([stay.complete for stay in stays])
        self.complete_models = bool(models) and all([model.complete and model.is_placed() for model in models])
        spans = [(first, last) for _, first, last in placed] + [(stay.first, stay.last) for stay in running]
        self.segments: list[Segment] = []
        self.known = self.holidays_known = True
        if spans:
            self._cut(spans, birth, zone, cuts)
            self._paint(placed)
            for stay in running:
                for position in range(self.position[stay.first], self._after(stay.last)):
                    self.segments[position].stays.append(stay)
        self.alternates = any([one.alternates for one in models + stays])
        if self.alternates:
            for segment in self.segments:
                segment.alternates = any([stay.alternates for stay in segment.stays]) or (
                    segment.week is not None and segment.week.alternates)
        self.dispensed: dict[str, list[Dispense]] = {}
        self._gather()

    def together(self) -> bool:
        """Whether stays, where there are any, can be judged with the hours at the collège."""
        return not self.stays or (self.complete_stays and self.complete_models and self.known)

    def in_force(self) -> list[Week]:
        """The week models that hold on some day, and those whose period is still to be given."""
        held = {segment.week.path for segment in self.segments if segment.week is not None}
        return [model for model in self.models if model.path in held or not model.is_placed()]

    def replaced(self, segment: Segment) -> Week:
        """The week model that holds in a segment without the one in force, else the first."""
        others = [model for model, first, last in self.placed
                  if model is not segment.week and first <= segment.first <= last]
        return others[-1] if others else self.models[0]

    def _cut(self, spans: list[tuple[int, int]], birth: int | None, zone: str, changes: Cuts) -> None:
        first, last = min([span[0] for span in spans]), max([span[1] for span in spans])
        shut = closures(zone, first, last)
        self.known = shut is not None
        if not self.known:
            shut = public_closures(first, last)
        self.holidays_known = shut is not None
        cuts = {first, last + 1}
        for opening, closing in spans + [(opening, closing) for opening, closing, _ in shut or []]:
            cuts.add(max(opening, first))
            cuts.add(min(closing, last) + 1)
        if birth is not None:
            birthdays = [dates.birthday(birth, years) for years in changes[1]]
            cuts.update([day for day in birthdays if first < day <= last])
        cuts.update([day for day in changes[0] if first < day <= last])
        bounds = sorted(cuts)
        self.position: dict[int, int] = {}
        for position in range(len(bounds) - 1):
            segment = Segment(bounds[position], bounds[position + 1] - 1)
            segment.age = None if birth is None else dates.age(birth, segment.first)
            self.position[segment.first] = position
            self.segments.append(segment)
        for opening, closing, is_holiday in shut or []:
            for position in range(self.position[max(opening, first)], self._after(min(closing, last))):
                self.segments[position].closed = self.known
                self.segments[position].holiday = self.segments[position].holiday or is_holiday

    def _after(self, last: int) -> int:
        """Position of the segment that follows a day."""
        return self.position[last + 1] if last + 1 in self.position else len(self.segments)

    def _paint(self, placed: list[tuple[Week, int, int]]) -> None:
        """Give each segment the last of the week models that hold there; each segment is painted once."""
        following = list(range(len(self.segments)))
        for model, first, last in reversed(placed):
            position, end = self.position[first], self._after(last)
            passed: list[int] = []
            while position < end:
                if following[position] == position:
                    self.segments[position].week = model
                    following[position] = position + 1
                passed.append(position)
                position = following[position]
            for one in passed:
                following[one] = position

    def _gather(self) -> None:
        """One week of each kind, and one day of each kind."""
        self.weeks: list[list[Dated]] = []
        self.days: list[Dated] = []
        mondays: set[int] = set()
        kinds: set[int] = set()
        for position in range(len(self.segments)):
            segment = self.segments[position]
            start, end = dates.monday_of(segment.first), dates.monday_of(segment.last)
            for monday in [start, start + 7, end] + self._known_mondays(segment, start, end):
                if monday <= end and monday not in mondays:
                    mondays.add(monday)
                    for index, following in self._variants(monday):
                        self._week(monday, position, kinds, index, following)

    def _known_mondays(self, segment: Segment, start: int, end: int) -> list[int]:
        """Other Mondays of a segment whose weeks are of known letters: one for each way in which letters follow each
        other."""
        if self.alternation.first is None or not segment.alternates:
            return []
        found: dict[str, int] = {}
        for monday in range(max(start, self.alternation.first) + 7, min(end, cast("int", self.alternation.last)) + 1,
                            7):
            found.setdefault(str(self.alternation.variants(monday)), monday)
        # The last week before those that are known, and the first after them, may be of either letter.
        beside = (self.alternation.first - 7, cast("int", self.alternation.last) + 7)
        return [found[way] for way in found] + [monday for monday in beside if start < monday < end]

    def _variants(self, monday: int) -> list[tuple[int, int]]:
        """The letters of the week that begins on a Monday, and of the next one."""
        return self.alternation.variants(monday) if self.alternates else [(0, 0)]

    def _week(self, monday: int, position: int, kinds: set[int], index: int, following: int) -> None:
        week: list[Dated] = []
        for weekday in range(8):
            date = monday + weekday
            while position < len(self.segments) - 1 and self.segments[position].last < date:
                position += 1
            segment, one = self.segments[position], index if weekday < 7 else following
            if not segment.first <= date <= segment.last:
                week.append(Dated(date, None, NOTHING, one, ""))
                continue
            letter = LETTERS[one] if segment.alternates else ""
            one = one if segment.alternates else 0
            dated = Dated(date, segment, segment.day(weekday % 7, one), one, letter)
            week.append(dated)
            kind = (position * 7 + weekday % 7) * 2 + one
            if kind not in kinds:
                kinds.add(kind)
                if dated.day.presences or dated.day.slots:
                    self.days.append(dated)
        self.weeks.append(week)


def _clipped(model: Week, opening: int | None, ending: int | None) -> tuple[int, int]:
    """The period of a week model inside the parcours."""
    first, last = cast("int", model.first), cast("int", model.last)
    return first if opening is None else max(first, opening), last if ending is None else min(last, ending)
