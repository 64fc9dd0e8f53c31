"""What one weekday holds while nothing changes: presences outside the collège and slots of the week model in force."""

COLLEGE = "college"
"""The place of a slot at the collège, which is no item of the list of places."""


class Lessons:
    """The slots of one weekday of a week model, and those at the collège with their minutes and their two ends."""

    def __init__(self, slots):
        self.slots = slots
        self.college = [slot for slot in slots if slot.place == COLLEGE]
        self.minutes = sum([slot.end - slot.start for slot in self.college])
        self.ends = []
        if self.college:
            last = self.college[0]
            for slot in self.college:
                last = slot if slot.end > last.end else last
            first = self.college[0]
            self.ends = [(first.start, first.path + ".debut", None), (last.end, last.path + ".fin", None)]


NO_LESSON = Lessons([])


class Day:
    """One kind of day: ``presences`` are those of the stays, in order, ``week`` the week model in force or None.

    ``slots`` and ``college`` are the slots of that model that hold that week, and those of them at the collège. ``outside`` and ``inside``
    are minutes, breaks taken out of the first. ``opening`` and ``closing`` are (minute, path of the answer, presence or
    None) of the first and last moments, None on a free day.
    """

    def __init__(self, week, lessons, presences):
        self.week = week
        self.slots = lessons.slots
        self.presences = presences
        self.college = lessons.college
        self.inside = lessons.minutes
        self.outside = 0
        self.opening = None
        self.closing = None
        for presence in presences:
            self.outside += presence.minutes
            if self.opening is None or presence.start < self.opening[0]:
                self.opening = presence.start, presence.path + ".debut", presence
            if self.closing is None or presence.end > self.closing[0]:
                self.closing = presence.end, presence.path + ".fin", presence
        if lessons.ends:
            if self.opening is None or lessons.ends[0][0] < self.opening[0]:
                self.opening = lessons.ends[0]
            if self.closing is None or lessons.ends[1][0] > self.closing[0]:
                self.closing = lessons.ends[1]

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


NOTHING = Day(None, NO_LESSON, [])
"""A day out of every period."""
