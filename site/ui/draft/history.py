"""The history of the open dossier: the text of the dossier before each step, and what the step was. See
docs/adr/0017."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

MOST = 100
"""Steps kept: beyond, the first ones are forgotten."""


class History:
    """``text`` is the dossier as it was noted last; ``back`` and ``forward`` hold (text, words) of the steps on either
    side."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.control = ""
        self.back: list[Any] = []
        self.forward: list[Any] = []

    def note(self, text: str, control: Element, words: str, follows: Any) -> None:
        """Note the dossier as it is now. What is typed in one control is one step, with what ``follows`` from it.

        Words that come once the step is made name it, unless it has its own.
        """
        if text != self.text:
            if not self.back or not (follows or control and control == self.control):
                self.back = self.back[1 - MOST:] + [(self.text, words)]
            self.text = text
            self.forward = []
            self.control = self.control if follows else control
            self.say(words)
        elif words and self.back and not self.back[-1][1]:
            self.back[-1] = (self.back[-1][0], words)

    def forget(self) -> None:
        """Nothing can be taken back any more: what was done went further than this dossier."""
        self.back, self.forward = [], []
        self.say("")

    def say(self, words: str) -> None:
        """Show what was done, and the buttons that can be used."""
        place = dom.by_id("annuler")
        place.select_one("p").textContent = words
        place.hidden = not self.back and words == ""
        place.select_one("button").hidden = not self.back
        dom.by_id("retablir").hidden = not self.forward
