"""What a rule says of a day that only the next rentrée, not published yet, would place in a school year or after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.judgement.rule import UNKNOWN, Trip
from pid_rules.questions.kinds import INFORMATION
from pid_rules.words import dates
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.seuils.calendrier import SchoolYear

A_PUBLIER = declared(" La rentrée {rentree} n’est pas encore publiée : cet outil ne sait pas si ce jour est encore "
                     "dans l’année scolaire.")


def undecided(year: SchoolYear, message: str, severity: str = INFORMATION, **words: Any) -> list[Trip]:
    """The verdict on such a day: pending, and said after ``message``."""
    return [UNKNOWN, Trip(severity=severity, message=message + A_PUBLIER, rentree=str(year.year + 1), **words)]


def end_in_words(year: SchoolYear) -> str:
    """The last day of a school year, as far as it is published."""
    if year.end is None:
        return "la veille de la rentrée {0}, pas encore publiée".format(year.year + 1)
    return dates.in_words(year.end)
