"""How many hours of the compulsory grid a slot at the collège counts for: lessons are counted, not minutes.

French collèges teach lessons of 55 minutes, each of which is one hour of the grid. Minutes in, minutes of the grid out.
"""

from __future__ import annotations

from pid_rules.words.horaires import HOUR

LOOSE = 5
"""Minutes by which a slot may differ from its lessons."""
BREAK = 20
"""Minutes that a slot of several lessons may hold between two of them."""


def counted(minutes: int, length: int | None) -> int:
    """Minutes of the grid of a slot, for lessons of ``length`` minutes; its own minutes where ``length`` is None."""
    if length is None:
        return minutes
    lessons = (minutes + LOOSE) // length
    if lessons and minutes <= lessons * length + LOOSE + BREAK * (lessons - 1):
        return lessons * HOUR
    return max(1, (4 * minutes + length) // (2 * length)) * HOUR // 2


def likely_length(slots: list[int]) -> int | None:
    """The length of lesson that most slots of one lesson have, given [minutes], or None where they do not agree."""
    short = [minutes for minutes in slots if 45 <= minutes <= HOUR]
    if not short:
        return None
    counts = {minutes: short.count(minutes) for minutes in short}
    best = max(counts, key=lambda minutes: (counts[minutes], minutes))
    return best if counts[best] * 2 > len(short) else None
