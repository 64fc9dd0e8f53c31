"""What one weekday holds while nothing changes: presences outside the collège and slots of the week model in force."""

from pid_rules.planning.weeks import COLLEGE


class Day:
    """One kind of day.

    ``presences`` are those of the stays, in order, ``slots`` those of the week model ``week`` (None where none holds),
    ``college`` the slots at the collège. ``outside`` and ``inside`` are minutes, breaks taken out of the first.
    ``opening`` and ``closing`` are (minute, path of the answer, presence or None) of the first and last moments, None
    on a free day.
    """

    def __init__(self, week, slots, presences):
        self.week = week
        self.slots = slots
        self.presences = presences
        self.college = [slot for slot in slots if slot.place == COLLEGE]
        self.outside = sum([presence.minutes for presence in presences])
        self.inside = sum([slot.end - slot.start for slot in self.college])
        self.opening = None
        self.closing = None
        for presence in presences:
            self._reaches(presence, presence.path, presence)
        for slot in self.college:
            self._reaches(slot, slot.path, None)

    def _reaches(self, one, path, presence):
        if self.opening is None or one.start < self.opening[0]:
            self.opening = one.start, path + ".debut", presence
        if self.closing is None or one.end > self.closing[0]:
            self.closing = one.end, path + ".fin", presence

    def is_free(self):
        """Whether nothing is planned, at the collège or elsewhere."""
        return self.opening is None

    def runs(self):
        """[start, end, presence in which it begins] of each uninterrupted stretch of work outside the collège."""
        found = []
        pieces = []
        for presence in self.presences:
            pieces += [(start, end, presence) for start, end in presence.work]
        pieces.sort(key=lambda piece: piece[0])
        for start, end, presence in pieces:
            if found and start <= found[-1][1]:
                found[-1][1] = max(found[-1][1], end)
            else:
                found.append([start, end, presence])
        return found


NOTHING = Day(None, [], [])
"""A day out of every period."""
