"""Which questions are asked, of those that depend on another answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import concrete, fill, get, is_blank

if TYPE_CHECKING:
    from pid_rules.questions.schema import Field
    from pid_rules.questions.when import When
    from pid_rules.shapes import Dossier


def is_asked(dossier: Dossier, field: Field, path: str) -> bool:
    """Whether the question at a concrete path is asked, as far as the other answers say."""
    when = field.asked_when
    if when is None:
        return True
    place = _deciding(dossier, when, path)
    return place != "" and (get(dossier, place) in when.values) is not when.other


def _deciding(dossier: Dossier, when: When, path: str) -> str:
    """Where the answer that decides stands, "" where the item that would hold it is not known."""
    if when.through is None:
        return fill(when.decider.path, path)
    named = get(dossier, fill(when.through.path, path))
    for place in concrete(dossier, when.decider.within + "[]"):
        if not is_blank(named) and get(dossier, place + ".id") == named:
            return place + when.decider.path[len(when.decider.within) + 2:]
    return ""


def is_shown(dossier: Dossier, field: Field, path: str) -> bool:
    """Whether the question has its place on the screen: it is asked, or was answered otherwise than what is understood
    without it."""
    value = get(dossier, path)
    return is_asked(dossier, field, path) or not (is_blank(value) or value == cast("When", field.asked_when).unasked)
