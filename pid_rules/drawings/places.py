"""The places of a dossier as drawings name and shape them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.form import stages
from pid_rules.form.options import COLLEGE
from pid_rules.planning.draft import stays_of

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.questions.schema import Block

SHORT_STAY = "mini_stage"
OUTSIDE = "Stage"


class Places:
    """The names of the places of a dossier that was read, and those where every stage is a mini-stage."""

    def __init__(self, root: Item) -> None:
        self.names: dict[str, str] = {}
        for lieu in items(root, stages.LIEUX):
            if lieu[stages.LIEU_ID] is not None and lieu[stages.LIEU_NOM] is not None:
                self.names[lieu[stages.LIEU_ID]] = one_line(lieu[stages.LIEU_NOM])
        stays = stays_of(root)
        stage = {stay.place for stay in stays if stay.kind != SHORT_STAY}
        self.short = {stay.place for stay in stays if stay.kind == SHORT_STAY} - stage

    def name(self, place: str | None) -> str:
        """The name of a place, « Stage » where it has none."""
        return self.names[place] if place is not None and place in self.names else OUTSIDE

    def kind(self, place: str | None) -> str:
        """The class of what happens at a place."""
        if place is None or place == COLLEGE:
            return "college"
        return "other" if place in self.short else "stage"


def one_line(text: str | None) -> str:
    """A text without its line ends."""
    return (text or "").replace("\n", " ").strip()


def items(holder: Item, block: Block) -> list[Item]:
    """The items of a list of the dossier, or of one of its items."""
    return cast("list[Item]", holder[block] or [])
