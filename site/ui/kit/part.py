"""What a page of the dossier may do more than ask its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.questions.schema import Field


class Part:
    """A page beyond its questions. What one does not do is inherited from here: nothing."""

    def draw(self, answer: Any) -> None:
        """Somebody comes to the page, to an answer of it or with "" to its beginning: show it as the dossier is now."""

    def typed(self, control: Element) -> bool:
        """Something is typed in the page. Whether it was stored here, being no answer to one of its questions."""
        return False

    def answered(self, field: Field, champ: Element, control: Element) -> bool:
        """An answer of the page has just been stored. Whether it is judged from here, once the person rests."""
        return False

    def left(self, control: Element) -> bool:
        """A control of the page is left. Whether what it holds was shown here as it was understood."""
        return False

    def restructured(self) -> None:
        """A list of the page has changed."""

    def new_day(self) -> None:
        """Another day begins while the page is seen."""

    def sealed(self) -> None:
        """The fingerprint of the dossier is known again while the page is seen."""
