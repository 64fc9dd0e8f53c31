"""The disciplines that the week models reduce, each beside the item of the file that says how it is made up for.

They are those of which PR-08 wants an item, in the order of the grid, and those that a person listed although nothing
reduces them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.form import emploi_du_temps as edt
from pid_rules.form import parcours
from pid_rules.planning.disciplines import discipline
from pid_rules.planning.dispense import dispenses
from pid_rules.planning.draft import plan_of, read

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.judgement.item import Item
    from pid_rules.planning.dispense import Dispense
    from pid_rules.planning.timeline import Timeline
    from pid_rules.planning.weeks import Week
    from pid_rules.shapes import Dossier


class Reduced:
    """One discipline: its ``lesson`` in the week model in which most of it is dispensed, and the ``items`` that name
    it, by their positions: none while nobody answered, more where it was listed twice."""

    def __init__(self, week: Week, lesson: Dispense, items: list[int]) -> None:
        self.week = week
        self.lesson = lesson
        self.items = items


class DispenseTable:
    """What stands on the page of a dossier; ``root`` is this dossier where it was read already.

    - ``known``: whether the grid of the dossier was read; nothing is computed without it.
    - ``complete``: whether every week model in force can be counted.
    - ``rows``: a ``Reduced`` for each discipline of which some hours are dispensed, or of which somebody said how hours
      taught elsewhere are made up for.
    - ``others``: positions of the items that correspond to no row.
    """

    def __init__(self, dossier: Dossier, zone: str = "", root: Item | None = None) -> None:
        root = read(dossier) if root is None else root
        plan = plan_of(root, zone)
        reference = root[edt.REFERENCE]
        listed = cast("list[Item]", root[parcours.DISPENSES] or [])
        named: dict[str, list[int]] = {}
        for position in range(len(listed)):
            written = listed[position][parcours.DISPENSE_DISCIPLINE]
            name = discipline(written) if written is not None else None
            if name is not None:
                named.setdefault(name, []).append(position)
        most, measured, self.known = _most(plan, reference)
        self.complete = bool(measured) and all([week.complete and not week.unread for week in plan.in_force()])
        self.rows = [Reduced(most[name][0], most[name][1], named[name] if name in named else []) for name in most
                     if most[name][1].dispensed or name in named]
        held = [position for row in self.rows for position in row.items]
        self.others = [position for position in range(len(listed)) if position not in held]


def _most(plan: Timeline, reference: Any) -> tuple[dict[str, tuple[Week, Dispense]], int, bool]:
    """({discipline: (week model, hours) where most of it is dispensed, or some taught elsewhere}, how many week models
    were measured, whether the grid is known)."""
    most: dict[str, tuple[Week, Dispense]] = {}
    order: list[str] = []
    measured = 0
    known = False
    for week in plan.in_force():
        lessons = dispenses(plan, week, reference) if reference is not None else None
        known = known or lessons is not None
        if lessons is None or not week.complete:
            continue
        measured += 1
        order = order or [lesson.name for lesson in lessons]
        for lesson in lessons:
            away = lesson.taught > 0 and lesson.college < lesson.grid
            if (lesson.dispensed or away) and (
                    lesson.name not in most or most[lesson.name][1].dispensed < lesson.dispensed):
                most[lesson.name] = week, lesson
    return {name: most[name] for name in order if name in most}, measured, known
