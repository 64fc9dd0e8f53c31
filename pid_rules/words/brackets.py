"""Blanks between square brackets, which a skeleton of sentence leaves to whoever takes it: « [nombre] », « [date] »."""

from __future__ import annotations

LONGEST = 40
"""Characters between two brackets beyond which they hold a sentence, and one of them is told alone."""


def blank_in(text: str) -> str:
    """The first blank of a text with its brackets, "" for none; a bracket without the other is what is left of one."""
    before, opening, after = text.partition("[")
    if "]" in before:
        return "]"
    if opening == "":
        return ""
    word, closing, _ = after.partition("]")
    return opening + word + closing if closing and len(word) <= LONGEST and "\n" not in word else opening
