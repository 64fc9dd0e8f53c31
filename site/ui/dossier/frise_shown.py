"""The timeline of the open dossier, at the end of the pages that it concerns: drawn, told, and as a table.

It follows the answers once they are saved and the page is shown: neither a keystroke nor a page waits for it, and
nothing that stands above it moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.drawings.frise import HEAD, Frise
from pid_rules.form import parcours
from ui.kit import dom
from ui.kit.clock import today
from ui.kit.figure import drawn
from ui.kit.rest import Rest

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from ui.questions.watch import Watch

WIDE = 928
"""Pixels from which on a window has it drawn across the page; site.css has the same."""
ACROSS = 540
"""Points across which it is drawn there: none of its words has fewer than 12 pixels."""
SOON = 100
"""Milliseconds after which it is drawn."""


class FriseShown:
    """``shown`` is {page: (drawing, rows)} of what stands in each."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.shown: dict[str, Any] = {}
        self.rest = Rest(SOON, self._draw)
        self.is_wide = _is_wide()
        window.bind("resize", self._resized)
        document.bind("pid-enregistre", self.later)

    def later(self, *_: Any) -> None:
        """The page, an answer or the day is another one: draw it soon."""
        self.rest.restart()

    def _resized(self, *_: Any) -> None:
        if self.is_wide != _is_wide():
            self.later()

    def _draw(self) -> None:
        section = dom.shown_page()
        place = section.select_one(".frise")
        if place is None or section.hasAttribute("data-item") or not self.watch.has_judged():
            return
        frise = Frise(self.watch.root(), today(), self.watch.profile["departement"]["zone"])
        if frise.known:
            self._show(section.id, place, frise)
        place.hidden = not frise.known and section.id != parcours.PAGE.slug
        dom.say(place.select_one("p"), "" if frise.known else frise.text)
        for part in place.select("figure, details"):
            part.hidden = not frise.known

    def _show(self, slug: str, place: Element, frise: Frise) -> None:
        """Draw what is not drawn yet: who reads the table is not disturbed by an answer that changes nothing there."""
        self.is_wide = _is_wide()
        wanted = (frise.wide(ACROSS) if self.is_wide else frise.narrow(), frise.rows())
        if slug in self.shown and self.shown[slug] == wanted:
            return
        self.shown[slug] = wanted
        dom.fill(place.select_one("figure"), drawn(wanted[0]))
        dom.fill(place.select_one("details div"), _table(wanted[1]))


def _table(rows: Any) -> Any:
    head = dom.make("tr", "", *[dom.make("th", words, scope="col") for words in HEAD])
    lines = [dom.make("tr", "", dom.make("th", when, scope="row"), dom.make("td", what)) for when, what in rows]
    title = dom.make("caption", "Dates du parcours", class_="invisible")
    return dom.make("table", "", title, dom.make("thead", "", head), dom.make("tbody", "", *lines))


def _is_wide() -> bool:
    return window.innerWidth >= WIDE
