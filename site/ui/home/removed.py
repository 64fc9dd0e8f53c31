"""« Dossiers supprimés »: what can still be taken back from this browser, or be removed from it without waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import window

from pid_rules.words import dates
from pid_rules.words.horaires import moment_in_words
from ui.home.dossier_rows import identifier, refill, row_of, row_with, titled
from ui.kit import dom
from ui.kit.lasting import on_lasting_action

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Error, Failed, Record

class Removed:
    """The part under the list of dossiers, shown where there are deleted ones.

    ``restored(record)`` is called once a dossier is taken back, ``erased(id)`` once it is removed, ``failed(error)``
    otherwise.
    """

    def __init__(self, restored: Callable[..., Any], erased: Any, failed: Failed) -> None:
        self.restored = restored
        self.erased = erased
        self.failed = failed
        self.asked: Any = None
        dom.on_action({"retirer": self.ask, "abandonner-retrait": self.give_up})
        on_lasting_action({"reprendre": self.restore, "confirmer-retrait": self.erase})

    def draw(self) -> Any:
        """Show them, the last deleted first; gives the promise of that."""
        def listed(records: list[Record]) -> None:
            rows = [self._row(record) for record in list(records)]
            refill("supprimes-liste", rows)
            dom.by_id("supprimes-nombre").textContent = str(len(rows))
            dom.by_id("supprimes").hidden = len(rows) == 0
        return window.pidStore.removed().then(listed, self.failed)

    def _row(self, record: Record) -> Any:
        title = titled(record)
        item = row_of("modele-supprime", record, title)
        item.querySelector(".titre").textContent = title
        item.querySelector(".supprime").textContent = day(record.supprime)
        item.querySelector(".jusque").textContent = day(record.jusque)
        item.querySelector(".modifie").textContent = moment_in_words(record.modifie)
        return item

    def restore(self, button: Element) -> Any:
        dom.hide(dom.by_id("retrait"))
        return window.pidStore.restore(identifier(button)).then(self.restored, self._gone)

    def ask(self, button: Element) -> None:
        """Nothing is removed before a second button."""
        self.asked = identifier(button)
        dom.by_id("retrait-titre").textContent = dom.closest(button, "li").select_one(".titre").textContent
        dom.by_id("retrait").hidden = False
        dom.focus(dom.by_id("retrait").select_one("h3"))

    def give_up(self, button: Element) -> None:
        """Nothing removed: the focus goes back to the button that asked."""
        dom.hide(dom.by_id("retrait"))
        row = row_with("supprimes-liste", self.asked)
        if row is not None:
            row.select_one("[data-action=retirer]").focus()

    def erase(self, button: Element) -> Any:
        asked, title = self.asked, dom.by_id("retrait-titre").textContent

        def done(*_: Any) -> Any:
            dom.hide(dom.by_id("retrait"))
            dom.announce("Le dossier « " + title + " » est supprimé de ce navigateur.")
            self.erased(asked)
            return self.draw().then(self.focus)
        return window.pidStore.erase(asked).then(done, self._gone)

    def focus(self, *_: Any) -> None:
        """Move the focus to this part, or to the list where nothing is left here."""
        there = dom.by_id("supprimes")
        (dom.by_id("titre-liste") if there.hidden else there.select_one("summary")).focus()

    def _gone(self, error: Error) -> Any:
        """Another tab has been quicker, or the browser refuses: say it, and show what is left."""
        dom.hide(dom.by_id("retrait"))
        self.failed(error)
        return self.draw().then(self.focus)


def day(moment: str) -> str:
    """« 26 novembre 2026 » from a moment of the storage."""
    return dates.in_words(cast("int", dates.parse_iso(moment[:10])))
