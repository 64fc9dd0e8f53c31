"""The break of a stage taken out of the slot that holds it: one slot before, one after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import as_new
from pid_rules.form import emploi_du_temps as edt
from pid_rules.words.horaires import to_time

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.planning.grid import Hours
    from pid_rules.planning.hours import Presence, Stay
    from pid_rules.planning.weeks import Slot


def break_before(slot: Slot, presence: Presence) -> bool:
    """Whether a slot is the one before the break of a presence."""
    return (slot.complete and presence.complete and presence.stay.place == slot.place and presence.day == slot.day
            and presence.letter == slot.letter and slot.start == presence.start and slot.end == presence.pause[0])


def break_in(slot: Slot, stays: list[Stay]) -> Hours | None:
    """The break of the presence of which a slot holds the hours, None where there is none."""
    if not slot.complete:
        return None
    for stay in stays:
        for presence in stay.presences if stay.place == slot.place else []:
            opening, closing = presence.pause
            if presence.complete and opening is not None and presence.day == slot.day \
                    and presence.letter == slot.letter and slot.start < opening and closing < slot.end:
                return opening, closing
    return None


def parted(slots: list[Any], rank: int, pause: Hours) -> list[Any]:
    """The slots of the file, of which the one at a rank stops during a break."""
    before, after = dict(slots[rank]), as_new(slots[rank])
    before[edt.CRENEAU_FIN.name] = to_time(pause[0])
    after[edt.CRENEAU_DEBUT.name] = to_time(pause[1])
    return slots[:rank] + [before, after] + slots[rank + 1:]
