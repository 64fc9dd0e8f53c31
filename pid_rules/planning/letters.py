"""Weeks A and B: one slot, or one line of hours, may hold one week in two. A letter has a date once Mondays are given."""

from pid_rules.words.dates import monday_of

LETTERS = ("A", "B")
WEEK = 7


def holds(letter, index):
    """Whether what bears a letter, "" for every week, holds in the weeks of that index: 0 for A, 1 for B."""
    return letter == "" or letter == LETTERS[index]


def mean(one, other):
    """The mean of the minutes of weeks A and B, a half upwards."""
    return (one + other + 1) // 2


class Alternation:
    """The weeks A that are known. ``mondays`` are their day numbers, never deduced from the parity of weeks."""

    def __init__(self, mondays):
        self.mondays = set([monday_of(day) for day in mondays])
        self.first = min(self.mondays) if self.mondays else None
        self.last = max(self.mondays) + WEEK if self.mondays else None

    def index(self, monday):
        """0 where that Monday begins a week A, 1 for a week B, None where nobody said: outside of those given."""
        if self.first is None or not self.first <= monday <= self.last:
            return None
        return 0 if monday in self.mondays else 1

    def variants(self, monday):
        """[(index of the week, index of the week that follows)] which may begin on that Monday: one where both are known."""
        known, following = self.index(monday), self.index(monday + WEEK)
        if known is not None:
            return [(known, one) for one in (0, 1) if following is None or following == one]
        return [(one, 1 - one if following is None else following) for one in (0, 1)]
