"""Days in which stages ask for the same slots, and as few week models as can be where the later one wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import emploi_du_temps as edt

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.planning.hours import Stay

SAID = [field.name for field in (edt.CRENEAU_JOUR, edt.CRENEAU_DEBUT, edt.CRENEAU_FIN, edt.CRENEAU_LIEU,
                                 edt.CRENEAU_ACTIVITE, edt.CRENEAU_SEMAINE, edt.CRENEAU_DISCIPLINE)]


def said(slots: list[Any]) -> list[str]:
    """What slots say, their identifiers and their order left out."""
    return sorted(["|".join([str(slot[name] if name in slot else "") for name in SAID]) for slot in slots])


class Span:
    """Days, ``first`` to ``last``, in which the same ``stays`` run over the same model: what ``slots`` they ask for."""

    def __init__(self, first: int, last: int, stays: list[Stay], slots: list[Any]) -> None:
        self.first = first
        self.last = last
        self.places = [stay.place for stay in stays]
        self.slots = slots
        self.said = said(slots)


def gathered(spans: list[Span | None]) -> list[Span]:
    """As few spans as can be, where the later one wins: one may hold others, never cross them."""
    made: list[Span] = []
    owners: list[int] = []
    for span in spans:
        if span is None:
            owners.append(-1)
            continue
        owner = len(made)
        for rank in range(len(made)):
            if made[rank].said == span.said and _all_after(owners, rank):
                owner = rank
                break
        if owner == len(made):
            made.append(span)
        else:
            made[owner].last = span.last
        owners.append(owner)
    return made


def _all_after(owners: list[int], rank: int) -> bool:
    """Whether all days since the last one of a span are those of spans that come after it."""
    for owner in reversed(owners):
        if owner <= rank:
            return owner == rank
    return False
