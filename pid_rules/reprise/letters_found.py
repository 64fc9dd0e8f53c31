"""Which weeks are A and which are B, from the lessons that they hold: the letters that leave the fewest missing.

A file lacks lessons, it adds none. A lesson of one week in two is never seen in the others, and one that is seen in
both is of every week. Each lesson that a file should hold and lacks costs one; so do a lesson said of one week in two,
and twice as much two weeks of one letter that follow each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.planning.letters import LETTERS, WEEK

if TYPE_CHECKING:
    from pid_rules.reprise.places import Place

    Letters = dict[int, str]

A, B = LETTERS
OTHER = {A: B, B: A}
RARE = 1
"""What saying that a lesson is of one week in two costs."""
BROKEN = 2
"""What two weeks of one letter one after the other cost."""
MOST_GAPS = 5
"""Holidays after which either letter may come first, the longest ones."""


def cost_of(place: Place, letters: Letters) -> int:
    """How many lessons are missing at a place, for the best of what it may be."""
    held, could = {A: 0, B: 0}, {A: 0, B: 0}
    for monday in place.open:
        could[letters[monday]] += 1
        if monday in place.held:
            held[letters[monday]] += 1
    seen = held[A] + held[B]
    best = len(place.open) - seen
    for letter in (A, B):
        if held[OTHER[letter]] == 0 and could[letter] - seen + RARE < best:
            best = could[letter] - seen + RARE
    return best


def _cost(mondays: list[int], swaying: list[Place], letters: Letters) -> int:
    broken = len([1 for before, after in zip(mondays, mondays[1:])
                  if after - before == WEEK and letters[before] == letters[after]])
    return sum([cost_of(place, letters) for place in swaying]) + BROKEN * broken


def letters_of(mondays: list[int], swaying: list[Place], gain: int) -> Letters:
    """{Monday: letter}, that of the first one being A; {} where no letters explain ``gain`` of what is missing."""
    if not swaying or len(mondays) < 2:
        return {}
    best: Letters = {}
    least = sum([len(place.open) - len(place.held) for place in swaying])
    limit = least - gain
    for letters in _phases(mondays):
        cost = _cost(mondays, swaying, letters)
        if best == {} or cost < least:
            best, least = letters, cost
    best, least = _mended(mondays, swaying, best, least)
    if least > limit:
        return {}
    return best if best[mondays[0]] == A else {monday: OTHER[best[monday]] for monday in best}


def _phases(mondays: list[int]) -> list[Letters]:
    """One week in two, either letter coming first after each of the longest holidays."""
    gaps = [(after - before, after) for before, after in zip(mondays, mondays[1:]) if after - before > WEEK]
    turns = [monday for _, monday in sorted(gaps, reverse=True)[:MOST_GAPS]]
    made: list[Letters] = []
    for choice in range(2 ** len(turns)):
        letters: Letters = {}
        letter = A
        for monday in mondays:
            if monday in turns and choice >> turns.index(monday) & 1:
                letter = OTHER[letter]
            letters[monday] = letter
            letter = OTHER[letter]
        made.append(letters)
    return made


def _mended(mondays: list[int], swaying: list[Place], letters: Letters, least: int) -> tuple[Letters, int]:
    """The letters after the changes, of one week or of all from one on, that spare some more."""
    better = True
    while better:
        better = False
        for rank in range(len(mondays)):
            for changed in (mondays[rank:], mondays[rank:rank + 1]):
                tried = {**letters, **{monday: OTHER[letters[monday]] for monday in changed}}
                cost = _cost(mondays, swaying, tried)
                if cost < least:
                    letters, least, better = tried, cost, True
    return letters, least
