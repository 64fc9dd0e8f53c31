"""A draft that another content replaces: what it held can be taken back at once, or later as a former state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from ui.draft.migration import kept_present
from ui.kit import dom
from ui.kit.data import parse
from ui.kit.lasting import on_lasting_action

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Error, Failed, Record


class Replacing:
    """What was replaced last, and the part of the page that offers to take it back."""

    def __init__(self, failed: Failed) -> None:
        self.failed = failed
        self.replaced: Any = None
        dom.on_action({"ouvrir-remplace": lambda button: dom.open_dossier(self.replaced.id)})
        on_lasting_action({"annuler-remplacement": self.undo})

    def write(self, before: Record, record: dict[str, Any], motif: str, beside: Callable[..., str], words: str,
              done: Callable[..., Any]) -> Any:
        """Write ``record`` over the draft ``before``, and what ``beside(versions)`` gives beside it; then say so.

        Gives the promise of that; a refusal is said.
        """
        record.update({"id": before.id, "expected_rev": before.rev, "motif": motif})

        def tell(*_: Any) -> None:
            done()
            dom.show(dom.by_id("remplacement"), words)
            dom.by_id("remplacement").select_one("button").focus()

        def tell_failure(error: Error) -> None:
            tell()
            self.failed(error)

        def write(kept: Any) -> Any:
            def written(saved: Any) -> Any:
                self.replaced = before
                self.replaced.rev = saved.rev
                self.replaced.versions = kept
                # Told once both are written: the next gesture may be to open the draft.
                return window.pidStore.keepVersions(before.id, beside(parse(kept))).then(tell, tell_failure)
            return window.pidStore.save(record).then(written)
        return kept_present(before).then(write).then(None, self.failed)

    def undo(self, button: Element) -> Any:
        """Put back what the draft held before it was replaced."""
        before = self.replaced

        def done(saved: Any) -> Any:
            dom.hide(dom.by_id("remplacement"))
            dom.by_id("fichier").focus()
            dom.announce("Le dossier est de nouveau tel qu’il était.")
            return window.pidStore.keepVersions(before.id, before.versions)
        return window.pidStore.save({"id": before.id, "expected_rev": before.rev, "json": before.json,
                                     "titre": before.titre, "etat": before.etat, "demonstration": before.demonstration,
                                     "copie": getattr(before, "copie", None)
                                     or before.modifie}).then(done).then(None, self.failed)
