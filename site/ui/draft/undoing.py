"""The steps back and forward in the history of a dossier, each shown where it changes something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.becoming import become
from pid_rules.form import FORM
from pid_rules.judgement.summary import named, page_of
from ui.kit import dom
from ui.kit.data import parse

if TYPE_CHECKING:
    from typing import Any

    from ui.draft.draft import Draft
    from ui.questions.watch import Watch


def shown_at(paths: list[str]) -> str:
    """The first of these paths that a person can go to, "" where there is none."""
    for path in paths:
        page = page_of(FORM, path)
        if page is not None and page.editable and path.split(".")[-1] != "id":
            return path
    return ""


class Undoing:
    """What « Annuler » and « Rétablir » do; ``passages`` goes from one page to another."""

    def __init__(self, draft: Draft, watch: Watch, passages: Any) -> None:
        self.draft = draft
        self.watch = watch
        self.passages = passages
        self.history = draft.history

    def undo(self) -> None:
        self._go(self.history.back, self.history.forward, "Annulé")

    def redo(self) -> None:
        self._go(self.history.forward, self.history.back, "Rétabli")

    def _go(self, source: Any, target: Any, said: str) -> None:
        """Go one step in the history, over those that change nothing."""
        self.draft.note()
        paths, words = [], ""
        while source and not paths:
            text, words = source.pop()
            target.append((self.history.text, words))
            paths = become(self.draft.dossier, parse(text))
            self.history.text = self.draft.text()
        if paths:
            self._show(shown_at(paths), said + " – ", words)
        else:
            self.history.say("")

    def _show(self, path: str, said: str, words: str) -> None:
        """Show the page where something changes, at that place; the focus goes there."""
        words = said + (words or (named(FORM, path) or "une réponse") + ".")
        self.history.control = ""
        self.passages.draw_again()
        self.watch.reload()
        self.draft.changed()
        self.passages.go_to(path)
        self.history.say(words)
        dom.announce(words)
