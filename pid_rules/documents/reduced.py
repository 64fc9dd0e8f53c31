"""A dossier that holds only what somebody may know, so that a document made from it cannot say more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import concrete, get, is_blank, put
from pid_rules.form import stages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pid_rules.shapes import Dossier


def lone(place: str) -> str:
    """The place, in a reduced dossier, of the one item kept: « stages.4 » becomes « stages.0 »."""
    return place.split(".")[0] + ".0" if place else ""


def reduced(dossier: Dossier, patterns: Iterable[str], place: str = "") -> Dossier:
    """A new dossier with the answers of the patterns only.

    ``place`` is a stage: of the stages only that one is kept, of the places only its own, each first in its list.
    """
    moved: dict[str, str] = {}
    if place:
        moved[place.split(".")[0]] = place
        lieu = get(dossier, stages.STAGE_LIEU.at(place))
        moved[stages.LIEUX.path] = ""
        for path in concrete(dossier, stages.LIEU_ID.path):
            if not is_blank(lieu) and get(dossier, path) == lieu:
                moved[stages.LIEUX.path] = path.rpartition(".")[0]
                break
    kept: Dossier = {}
    for pattern in patterns:
        for path in concrete(dossier, pattern):
            value = get(dossier, path)
            where = _where(path, moved)
            if value is not None and where:
                put(kept, where, value)
    return kept


def _where(path: str, moved: dict[str, str]) -> str:
    """The path of an answer in the reduced dossier, "" where it belongs to an item left out."""
    key = path.split(".")[0]
    if key not in moved:
        return path
    prefix = moved[key]
    if not prefix or path[:len(prefix) + 1] != prefix + ".":
        return ""
    return key + ".0" + path[len(prefix):]
