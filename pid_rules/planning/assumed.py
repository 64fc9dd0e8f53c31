"""What the timetable takes from answers given elsewhere, once its first week model is begun."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.form import eleve, parcours
from pid_rules.form import emploi_du_temps as edt
from pid_rules.words.dates import parse_iso

if TYPE_CHECKING:
    from pid_rules.shapes import Dossier

GRIDS = {"4e": "4e", "3e": "3e", "3e_prepa_metiers": "3e_prepa_metiers", "3e_segpa": "segpa", "4e_segpa": "segpa"}
"""The grid of a level; the pupils of others are too young for a parcours."""


def grid_of_level(dossier: Dossier) -> str:
    """The grid that goes with the level of the pupil, "" where none does."""
    level = cast("str", get(dossier, eleve.NIVEAU.path))
    return GRIDS[level] if level in GRIDS else ""


def assume(dossier: Dossier, week: str) -> bool:
    """Answer by what is known the grid, and the period of the week model at a place, where these are blank; whether
    something was."""
    given = {edt.REFERENCE.path: grid_of_level(dossier)}
    for asked, known in ((edt.SEMAINE_DU, parcours.DEBUT), (edt.SEMAINE_AU, parcours.FIN)):
        day = cast("str", get(dossier, known.path)) or ""
        given[asked.at(week)] = day if parse_iso(day) is not None else ""
    found = [path for path in given if given[path] and is_blank(get(dossier, path))]
    for path in found:
        put(dossier, path, given[path])
    return found != []


def is_of_another_level(dossier: Dossier) -> bool:
    """Whether the grid is not the one that goes with the level of the pupil."""
    expected, held = grid_of_level(dossier), get(dossier, edt.REFERENCE.path)
    return expected != "" and not is_blank(held) and held != expected
