"""The week models that stand as they would be drawn follow the stages, and the ordinary weeks, when these change."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.items import identify
from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get, put
from pid_rules.form import FORM
from pid_rules.form.emploi_du_temps import SEMAINES
from pid_rules.planning.stage_weeks import StageWeeks
from ui.kit import dom
from ui.kit.rest import Rest

if TYPE_CHECKING:
    from typing import Any

    from ui.questions.watch import Watch

REST = 1000
"""Milliseconds of rest after which the weeks follow: hours half typed are not drawn."""


class FollowedWeeks:
    """``noted`` is {identifier: text} of the week models that stood as they would be drawn."""

    def __init__(self, draft: Any, watch: Watch) -> None:
        self.draft = draft
        self.watch = watch
        self.noted: dict[str, str] = {}
        self.rest = Rest(REST, self.follow)

    def later(self) -> None:
        """What weeks are drawn from has changed."""
        self.rest.restart()

    def settle(self) -> None:
        """Somebody comes to a page that changes what weeks are drawn from: follow what changed before, and note."""
        self.rest.stop()
        self.follow()
        self.note()

    def note(self) -> None:
        """Note which weeks stand as drawn; none where drawing would change some: that is for its button."""
        drawing = StageWeeks(self.draft.dossier)
        self.noted = {}
        if not (drawing.changed or drawing.removed):
            for position in drawing.faithful:
                self.noted[drawing.raw[position]["id"]] = to_json(drawing.raw[position])

    def follow(self, in_place: bool = False) -> bool:
        """Draw again the noted weeks that nobody has edited since; whether some changed.

        ``in_place``: only if each week model keeps its place in the list.
        """
        if not self.noted:
            return False
        weeks: Any = get(self.draft.dossier, SEMAINES.path) or []
        only = [position for position in range(len(weeks)) if weeks[position]["id"] in self.noted
                and self.noted[weeks[position]["id"]] == to_json(weeks[position])]
        drawing = StageWeeks(self.draft.dossier, only=only)
        if not (only and drawing.ready and (drawing.changed or drawing.removed)):
            return False
        if in_place and [week["id"] for week in drawing.weeks] != [week["id"] for week in weeks]:
            return False
        if not self.take(drawing):
            return False
        words = "Emploi du temps : les semaines de stage ont suivi."
        self.draft.changed(True)
        self.draft.note(words)
        self.watch.later()
        self.note()
        dom.announce(words)
        return True

    def take(self, drawing: StageWeeks) -> bool:
        """Put what was drawn in the dossier, unless the list would be too long."""
        if len(drawing.weeks) > cast("int", SEMAINES.maximum):
            return False
        put(self.draft.dossier, SEMAINES.path, drawing.weeks)
        identify(FORM, self.draft.dossier, SEMAINES.path)
        return True
