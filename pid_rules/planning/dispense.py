"""What a week model dispenses from: the hours that fall below the compulsory grid, and the lessons that a stage
replaces.

A stage replaces the lessons of the model that would hold without it, which overlap its presence, day by day and letter
by letter; those that its own week gives at another hour are not lost. A visit, a week of observation and a mini-stage
are teaching: the lessons of their days are not dispensed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.planning.letters import mean
from pid_rules.planning.weeks import add
from pid_rules.seuils.grilles import grid_of
from pid_rules.words.dates import SATURDAY, weekday

if TYPE_CHECKING:
    from typing import TypeAlias

    from pid_rules.planning.timeline import Segment, Timeline
    from pid_rules.planning.weeks import Slot, Week

    Both: TypeAlias = "tuple[dict[str, int], dict[str, int]]"
    """Minutes by discipline, in the weeks A and in the weeks B."""

TEACHING = ("visite_information", "sequence_observation", "mini_stage")
"""Types of stage in which the pupil is taught elsewhere."""


class Dispense:
    """Minutes a week of one discipline: those of the ``grid``, kept at the ``college``, ``taught`` elsewhere,
    ``dispensed``."""

    def __init__(self, name: str, grid: int, college: int, taught: int, replaced: int) -> None:
        self.name = name
        self.grid = grid
        self.college = college
        self.taught = taught
        self.dispensed = max(grid - college - taught, replaced)


def dispenses(plan: Timeline, week: Week, reference: str) -> list[Dispense] | None:
    """A ``Dispense`` for each discipline of the grid, in its order; None where no grid was read for the reference."""
    grid = grid_of(reference, week.first)
    if grid is None:
        return None
    key = week.path + " " + reference
    if key not in plan.dispensed:
        plan.dispensed[key] = _measured(plan, week, grid)
    return plan.dispensed[key]


def _measured(plan: Timeline, week: Week, grid: dict[str, int]) -> list[Dispense]:
    taught, replaced = _replaced(plan, week)
    elsewhere = _wholly_taught(plan, week)
    made: list[Dispense] = []
    for name in grid:
        kept, given, lost = [mean(*[one[name] if name in one else 0 for one in both])
                             for both in ([half.by_discipline for half in week.halves], taught, replaced)]
        made.append(Dispense(name, grid[name], kept, max(0, grid[name] - kept) if elsewhere else given, lost))
    return made


def _wholly_taught(plan: Timeline, week: Week) -> bool:
    """Whether every day of class of a week model that replaces no other one is spent in teaching elsewhere."""
    running = [segment for segment in plan.segments if segment.week is week and not segment.closed]
    return bool(running) and all([plan.replaced(segment) is week and _taught_throughout(segment)
                                  for segment in running])


def _taught_throughout(segment: Segment) -> bool:
    """Whether each day of class of a segment, in weeks A and B, is spent in teaching elsewhere."""
    days = [weekday(date) for date in range(segment.first, min(segment.last, segment.first + 6) + 1)]
    return all([_taught_on(segment, day, index) for day in days if day < SATURDAY for index in (0, 1)])


def _taught_on(segment: Segment, day: int, index: int) -> bool:
    return any([stay.kind in TEACHING and bool(stay.on(day, index)) for stay in segment.stays])


def _replaced(plan: Timeline,
              week: Week) -> tuple[Both, Both]:
    """({discipline: minutes} taught elsewhere, the same of those that a stage replaces), each for weeks A and B."""
    taught: Both
    replaced: Both
    taught, replaced = ({}, {}), ({}, {})
    met: set[str] = set()
    for segment in plan.segments:
        if segment.week is not week or not segment.stays:
            continue
        model = plan.replaced(segment)
        for day in range(7):
            for index in (0, 1):
                for stay in segment.stays:
                    for presence in stay.on(day, index):
                        lessons = [slot for slot in model.halves[index].days[day]
                                   if slot.name is not None and slot.path + str(index) not in met]
                        if stay.kind in TEACHING:
                            _keep(lessons, week.halves[index].days[day], taught[index])
                        else:
                            lessons = [slot for slot in lessons if overlaps(slot, presence.work)]
                            _lose(lessons, model.halves[index].by_discipline, week.halves[index].by_discipline,
                                  replaced[index])
                        met.update([slot.path + str(index) for slot in lessons])
    return taught, replaced


def _keep(lessons: list[Slot], own: list[Slot], taught: dict[str, int]) -> None:
    """Count the lessons of a day taught elsewhere, but for those that the week keeps on that day."""
    kept: dict[str, int] = {}
    for slot in own:
        if slot.name is not None:
            add(kept, slot.name, slot.counted)
    for slot in lessons:
        name = cast("str", slot.name)
        left = min(slot.counted, kept[name] if name in kept else 0)
        add(kept, name, -left)
        add(taught, name, slot.counted - left)


def _lose(lessons: list[Slot], before: dict[str, int], after: dict[str, int], replaced: dict[str, int]) -> None:
    """Count the lessons that a stage replaces, but for those that the week gives at another hour."""
    for slot in lessons:
        name = cast("str", slot.name)
        left = before[name] - (after[name] if name in after else 0)
        lost = replaced[name] if name in replaced else 0
        add(replaced, name, max(0, min(slot.counted, left - lost)))


def overlaps(slot: Slot, intervals: list[tuple[int, int]]) -> bool:
    """Whether a slot and one of (start, end) intervals are at once."""
    return any([slot.start < end and start < slot.end for start, end in intervals])
