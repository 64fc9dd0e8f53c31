"""A visit of a stage is one event: planned in the stage, told in the log, done in both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import concrete, day_at, fill, get, is_blank
from pid_rules.form import stages, suites
from pid_rules.suivi.carnet import notes_of

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier, Json

VISITE = "visite"
"""Type of the notes that tell a visit."""
ROMPUE = "rompue"
FAR = 10 ** 6
"""Days between a note and a visit without a planned day."""


def told_by(dossier: Dossier, note: Any) -> str:
    """Path of the planned visit that a note of the log tells: of those of the stages at its place on its day, the
    nearest; "" for none."""
    day = day_at(note, suites.JOURNAL_DATE.name)
    if day is None or get(note, suites.JOURNAL_TYPE.name) != VISITE:
        return ""
    found = [(_distance(dossier, path, day), rank, path)
             for rank, path in enumerate(_visits(dossier)) if _may_be(dossier, path, note, day)]
    return min(found)[2] if found else ""


def closed_by(dossier: Dossier, note: Any) -> str:
    """The same, "" where that visit is already said to be done."""
    path = told_by(dossier, note)
    return path if path and is_blank(get(dossier, done_on(path))) else ""


def done_on(path: str) -> str:
    """Path of the day on which a visit was made."""
    return fill(stages.VISITE_FAITE.path, path)


def note_of(dossier: Dossier, path: str) -> Json:
    """The first note of the log that tells a planned visit, None without any."""
    told = [note for note in notes_of(dossier) if told_by(dossier, note) == path]
    return min(told, key=_day) if told else None


def untold(dossier: Dossier) -> list[str]:
    """Paths of the visits done that no note of the log tells, neither at their place nor on their day."""
    told = [(get(note, suites.JOURNAL_LIEU.name), get(note, suites.JOURNAL_DATE.name))
            for note in notes_of(dossier) if get(note, suites.JOURNAL_TYPE.name) == VISITE]
    return [path for path in _visits(dossier) if day_at(dossier, done_on(path)) is not None
            and (get(dossier, fill(stages.STAGE_LIEU.path, path)), get(dossier, done_on(path))) not in told]


def _may_be(dossier: Dossier, path: str, note: Any, day: int) -> bool:
    place = get(dossier, fill(stages.STAGE_LIEU.path, path))
    begins, ends = [day_at(dossier, fill(field.path, path)) for field in (stages.STAGE_DEBUT, stages.STAGE_FIN)]
    return not is_blank(place) and place == get(note, suites.JOURNAL_LIEU.name) \
        and (begins is None or begins <= day) and (ends is None or day <= ends) \
        and get(dossier, fill(stages.CONVENTION_STATUT.path, path)) != ROMPUE


def _distance(dossier: Dossier, path: str, day: int) -> int:
    planned = day_at(dossier, fill(stages.VISITE_DATE.path, path))
    return FAR if planned is None else abs(planned - day)


def _visits(dossier: Dossier) -> list[str]:
    return [path for path in concrete(dossier, stages.VISITES.path + "[]") if isinstance(get(dossier, path), dict)]


def _day(note: Any) -> int:
    return day_at(note, suites.JOURNAL_DATE.name) or 0
