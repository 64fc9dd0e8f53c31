"""A line typed in one box that answers several questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.questions.schema import Field


class OneLine:
    """Questions that one line answers, in their order; ``words`` say so under the first of them."""

    def __init__(self, words: str, *fields: Field) -> None:
        self.words = declared(words)
        self.fields = fields
