"""Answers written otherwise than by typing: the pages that show them are made again, as one step of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier
    from ui.dossier.passages import Passages
    from ui.draft.draft import Draft
    from ui.questions.watch import Watch


class Rewriting:
    """What a part of the dossier says it has written."""

    def __init__(self, draft: Draft, watch: Watch, passages: Passages) -> None:
        self.draft = draft
        self.watch = watch
        self.draw_again = passages.draw_again

    def replace(self, dossier: Dossier) -> None:
        """Put other answers in the place of all those of the open dossier; an item that both hold stays the same."""
        from pid_rules.dossier.becoming import become
        become(self.draft.dossier, dossier)
        self.rewritten()

    def rewritten(self, *slugs: Any) -> None:
        """The answers of these pages, of every page by default, were written."""
        self.draw_again(*slugs)
        self.watch.reload()
        self.draft.changed()
        self.draft.step()
