"""What the rules on hours share: ages, findings by answer, paths of the presences of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import eleve, stages
from pid_rules.judgement.rule import UNKNOWN, Trip
from pid_rules.planning import PLAN
from pid_rules.questions.kinds import BLOQUANT
from pid_rules.seuils import reperes
from pid_rules.words import dates
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.planning.timeline import Dated
    from pid_rules.questions.schema import Block, Field
    from pid_rules.seuils.seuil import Seuil

AGED = (PLAN, eleve.DATE_NAISSANCE, reperes.MAJORITE)
TOUTE_PRESENCE = " Par prudence, la limite vaut pour toute présence hors du collège."


class Found:
    """Findings by the answers that they point at: the first of each severity is kept, a blocking one before others.

    ``complete`` says whether everything could be judged.
    """

    def __init__(self, complete: bool) -> None:
        self.trips: dict[str, Trip] = {}
        self.complete = complete

    def add(self, paths: list[str], severity: str, **said: Any) -> None:
        """Note a finding, unless the same answers already have one as severe."""
        key = " ".join(paths)
        if key not in self.trips or (severity == BLOQUANT and self.trips[key].severity != BLOQUANT):
            self.trips[key] = Trip(severity=severity, paths=paths, **said)

    def verdict(self) -> list[Trip]:
        """What the rule returns."""
        return [self.trips[key] for key in self.trips] + ([] if self.complete else [UNKNOWN])


def is_young(dated: Dated, majority: Seuil) -> bool:
    """Whether a minor is outside the collège on that day."""
    return bool(dated.day.presences) and dated.segment.age < majority.on(dated.date)


def when(dated: Dated) -> str:
    """The day as a sentence says it, with the letter of its week where weeks A and B differ."""
    return dates.in_words(dated.date) + (", semaine" + NBSP + dated.letter if dated.letter else "")


def when_week(week: list[Dated]) -> str:
    """The first day of a week as a sentence says it, with its letter where a day of it differs in weeks A and B."""
    letters = [dated.letter for dated in week[:7] if dated.letter]
    return dates.in_words(week[0].date) + (", semaine" + NBSP + letters[0] if letters else "")


def weekday_of(date: int) -> str:
    """Name of the weekday of a day number."""
    return dates.DAYS_OF_WEEK[dates.weekday(date)]


def stay_paths(days: list[Dated], asked: Field | Block) -> list[str]:
    """Paths of that answer of each stage present on those days, each once."""
    paths: list[str] = []
    for dated in days:
        for presence in dated.day.presences:
            path = asked.at(presence.stay.path)
            if path not in paths:
                paths.append(path)
    return paths


def presence_paths(days: list[Dated]) -> list[str]:
    """Paths of the weekday of each presence of those days."""
    paths: list[str] = []
    for dated in days:
        paths += [stages.HORAIRE_JOUR.at(presence.path) for presence in dated.day.presences]
    return paths
