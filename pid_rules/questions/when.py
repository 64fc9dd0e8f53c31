"""When a question is asked, and on which of the short screens of its item or of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.questions.schema import Content, Field
    from pid_rules.shapes import Json


class Step:
    """One of the short screens in which the questions of an item are asked: what is asked there, in order."""

    def __init__(self, slug: str, title: str) -> None:
        self.slug = slug
        self.title = title
        self.contents: list[Content] = []


class When:
    """A question is asked where the answer of ``decider`` is one of ``values``, or with ``other`` any but these.

    ``decider`` stands in the same item, or in the one that ``through``, a reference of the same item, designates. A
    rule reads ``unasked`` where it is not asked and has no answer; ``words`` say when it is asked.
    """

    def __init__(self, decider: Field, values: tuple[Json, ...], words: str, unasked: Json, other: bool = False,
                 through: Field | None = None) -> None:
        self.decider = decider
        self.values = values
        self.words = declared(words)
        self.unasked = unasked
        self.other = other
        self.through = through
