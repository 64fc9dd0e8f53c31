"""The hours of each discipline before and during, drawn above the lessons dispensed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.drawings.barres import Barres
from ui.kit import dom
from ui.kit.figure import drawn

if TYPE_CHECKING:
    from pid_rules.shapes import Dossier

NARROW = 640
"""Pixels up to which a window has narrow bars, as site.css has it."""
ACROSS, ALONG = 400, 213
"""Points across which bars are drawn, in a wide window and in a narrow one."""


def draw_bars(dossier: Dossier, zone: str) -> None:
    """Draw them in their place, which is hidden where nothing is known of them."""
    bars, place = Barres(dossier, zone), dom.by_id("dispenses-barres")
    place.hidden = not bars.known
    if bars.known:
        dom.fill(place, drawn(bars.drawing(ACROSS if window.innerWidth > NARROW else ALONG)))
