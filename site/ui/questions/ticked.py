"""A box ticked above a list begins an item of it, which goes with the tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import tick_item
from pid_rules.dossier.paths import get, put
from pid_rules.dossier.structure import unbegin
from pid_rules.form import FORM
from ui.kit import dom
from ui.questions.blocks import show_ticks

if TYPE_CHECKING:
    from typing import Any

    from browser import Element


def tick(blocks: Any, control: Element) -> None:
    """A box above a list has just been ticked or unticked: nothing is done where the list agrees already."""
    block, dossier = dom.closest(control, ".bloc"), blocks.draft.dossier
    path, pattern = dom.attribute(block, "data-path"), dom.attribute(block, "data-block")
    items: Any = get(dossier, path) or []
    theirs = [one for one in items if get(one, FORM.block[pattern].ticked) == control.value]
    if control.checked == (theirs != []):
        return
    words = control.nextElementSibling.textContent
    if not control.checked:
        put(dossier, path, [one for one in items if one not in theirs])
        unbegin(FORM, dossier, path)
        blocks.redraw(block)
        blocks.offer_undo("Suppression faite : " + words + ".", blocks.draft.control)
    elif blocks.is_full(block, dom.closest(control, "fieldset")):
        show_ticks(block, dossier)
    else:
        tick_item(FORM, dossier, pattern, path, control.value)
        blocks.redraw(block)
        dom.announce(words + " : ajout fait.")
