"""A threshold of the rules, with its history: each value, its text, and the day from which it was read to hold.

A new version is added to the history; the old one stays, so that an old dossier is judged as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.words.dates import parse_iso
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from typing import Any, Literal

    from pid_rules.sources.source import Citation

STATE_READ = "2016-01-01"
"""The consolidated codes were read in their state of that time; earlier states were not looked for."""
CIRCULAIRE_2003 = "2003-09-08"
CIRCULAIRE_2024 = "2024-07-12"
"""Days of the circulars that the conventions and the public sheets which were read apply."""


class Version:
    """One value of a threshold, its citation, and the ISO day since which the text read is known to say so."""

    def __init__(self, value: Any, since: str, citation: Citation) -> None:
        self.value = value
        self.since = since
        self.first_day = cast("int", parse_iso(since))
        self.citation = citation


class Seuil:
    """A threshold with its history, oldest first.

    A rule that names it in its ``reads`` receives it whole, and asks its value ``on`` each day that it judges; where
    one answer decides, the rule names ``seuil.at(FIELD)`` and receives the value of that day.
    """

    role: Literal["threshold"] = "threshold"

    def __init__(self, label: str, unit: str, *history: Version) -> None:
        self.label = declared(label)
        self.unit = unit
        self.history = history

    @property
    def citation(self) -> Citation:
        """The text of its last version."""
        return self.history[-1].citation

    def version_on(self, day: int) -> Version:
        """The version in force on a day number; before the first one, the oldest that was read."""
        found = self.history[0]
        for version in self.history:
            if version.first_day <= day:
                found = version
        return found

    def on(self, day: int) -> Any:
        """The value in force on a day number."""
        return self.version_on(day).value

    def latest(self) -> Any:
        """The value of its last version, for what is said without any day."""
        return self.history[-1].value

    def changes(self) -> list[int]:
        """Day numbers on which its value changed."""
        return [version.first_day for version in self.history[1:]]

    def values(self) -> list[Any]:
        """Its values, oldest first."""
        return [version.value for version in self.history]

    def at(self, field: Any) -> At:
        """Its value on the day that answers a question, as a rule reads it."""
        return At(self, field)


class At:
    """The value of a threshold on the day given by an answer, without which the rule is pending."""

    role: Literal["at"] = "at"

    def __init__(self, threshold: Seuil, field: Any) -> None:
        self.threshold = threshold
        self.field = field
