"""A time of day as it is asked, stored and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.questions.kinds import Kind, Wrong
from pid_rules.words import horaires
from pid_rules.words.declared import declared
from pid_rules.words.visible import one_line

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Json


class Time(Kind):
    """A time of day, stored « HH:MM », read in every usual writing; minutes for the rules."""

    known: dict[str, Any] | None = {}
    max_length = 20

    def read(self, value: Json) -> tuple[Any, Wrong | None]:
        minutes = horaires.parse_time(value) if isinstance(value, str) else None
        if minutes is None:
            doubt = horaires.is_ambiguous(str(value))
            return None, Wrong(declared("Indiquez l’heure avec « h », par exemple 8h30 : « {0} » peut se lire de deux "
                                        "façons.").format(value) if doubt else "Indiquez une heure, par exemple 8h30.")
        return minutes, None

    def accept(self, typed: str) -> str:
        return horaires.read_time(typed) or one_line(typed)

    def show(self, value: str) -> str:
        minutes = self.remembered(value)
        if minutes is None:
            minutes = horaires.parse_time(value)
        return value if minutes is None else horaires.in_words(minutes)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "anyOf": [{"const": ""}, {"pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}],
                "maxLength": self.max_length}
