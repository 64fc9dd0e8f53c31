"""A pupil's agenda, as PRONOTE exports it: one event for each lesson of the year, from which an ordinary week is found.

A reader gives an event as {name: text} of the properties of ``READ`` and no other, unfolded and without escapes; of
``DESCRIPTION`` it keeps the line « Matière : » alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.reprise.alternance import FEWEST, week_found
from pid_rules.reprise.lesson import Found, Lesson
from pid_rules.reprise.paris import moment
from pid_rules.reprise.places import Seen
from pid_rules.reprise.proposal import REFUSED, TOLD, Notice
from pid_rules.seuils.calendrier import closures
from pid_rules.words.alike import plain
from pid_rules.words.dates import in_words, monday_of
from pid_rules.words.declared import declared
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    Event = dict[str, str]

READ = ("CATEGORIES", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "RRULE")
MATTER = "matiere"
APART = ("exceptionnel", "remplacement", "deplace")
"""Said of a lesson that is not of the ordinary week. One that is cancelled, or in another room, is."""
OFF = ("ferie", "vacances")
ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&"))
"""What PRONOTE leaves in its texts; that of « & » comes last."""
CROWD = 60
"""Lessons of a week beyond which the agenda is that of several pupils."""
REPEATED = "Cet agenda contient des répétitions que nous ne lisons pas. Exportez-le de PRONOTE."
SEVERAL = declared("Ce fichier est l’agenda de plusieurs élèves : exportez celui d’un seul.")
EMPTY = "Cet agenda ne contient aucun cours."
SHORT = declared("Cet agenda ne contient que {0} de cours : choisissez celle à reprendre.")
OUTSIDE = declared("Hors de la semaine ordinaire : {0}.")
STRANGE = declared("Un cours dont les heures ne se lisent pas : {0}.")


class Agenda:
    """The lessons of an agenda: ``notices`` say what is wrong with it; ``zone`` is that of the school holidays."""

    def __init__(self, events: list[Event], zone: str = "") -> None:
        self.notices: list[Notice] = []
        self.seen: list[Seen] = []
        self.closed: dict[int, bool] = {}
        self.outside: dict[str, int] = {}
        for event in events:
            self._take(event)
        if [event for event in events if event.get("RRULE", "")]:
            self.seen = []
            self.notices.append(Notice(REFUSED, REPEATED))
        elif not self.seen:
            self.notices.append(Notice(REFUSED, EMPTY))
        elif self._busiest() > CROWD:
            self.seen = []
            self.notices.append(Notice(REFUSED, SEVERAL))
        else:
            self._close(zone)
            self._count()
        for words in self.outside:
            self.notices.append(Notice(TOLD, OUTSIDE.format(words)))

    def _take(self, event: Event) -> None:
        begins, ends = moment(event.get("DTSTART", "")), moment(event.get("DTEND", ""))
        said = plain(event.get("CATEGORIES", ""))
        if begins is None:
            return
        day, start = begins
        if start is None:
            if [word for word in OFF if word in said + " " + plain(event.get("SUMMARY", ""))]:
                for off in range(day, max(day + 1, ends[0] if ends is not None else 0)):
                    self.closed[off] = True
            return
        name = matter_of(event)
        end = ends[1] if ends is not None and ends[0] == day else None
        if end is None or end <= start or name == "":
            self.notices.append(Notice(TOLD, STRANGE.format(name or in_words(day))))
        elif [word for word in APART if word in said]:
            self.outside[name + ", " + in_words(day)] = day
        else:
            self.seen.append(Seen(day, start, end, name))

    def _busiest(self) -> int:
        """How many lessons the fullest week has, a lesson met twice counting once."""
        weeks: dict[int, dict[str, bool]] = {}
        for one in self.seen:
            weeks.setdefault(monday_of(one.day), {})[str(one.day) + one.key] = True
        return max([len(weeks[monday]) for monday in weeks])

    def _close(self, zone: str) -> None:
        """Add the days on which the calendar closes the collège."""
        days = [one.day for one in self.seen]
        for opening, closing, _ in closures(zone, min(days), max(days)) or []:
            for day in range(opening, closing + 1):
                self.closed[day] = True

    def _count(self) -> None:
        """Say so where the weeks are too few to find an ordinary one."""
        count = len(self.mondays())
        if count < FEWEST:
            weeks = str(count) + NBSP + ("semaines" if count > 1 else "semaine")
            self.notices.append(Notice(TOLD, SHORT.format(weeks)))

    @property
    def refused(self) -> bool:
        """Whether nothing can be taken of it."""
        return self.seen == []

    def mondays(self) -> list[int]:
        """The Mondays of the weeks that hold lessons, in order."""
        return sorted({monday_of(one.day): True for one in self.seen})

    def week(self) -> Found | None:
        """The ordinary week, None where there are too few of them to find one: ``week_of`` takes one as it is."""
        if self.refused or len(self.mondays()) < FEWEST:
            return None
        return week_found(self.seen, self.closed, list(self.notices))

    def week_of(self, monday: int) -> Found:
        """The week of one Monday, as it was."""
        return Found([Lesson(one.weekday, one.start, one.end, one.name) for one in self.seen
                      if monday_of(one.day) == monday], [], list(self.notices))


def matter_of(event: Event) -> str:
    """« Matière : … » of the description, else the summary without what stands before « : » and after « - »."""
    for line in without_entities(event.get("DESCRIPTION", "")).split("\n"):
        head, colon, rest = line.partition(":")
        if colon and plain(head).strip() == MATTER:
            return rest.strip()
    summary = without_entities(event.get("SUMMARY", ""))
    return summary.split(" : ")[-1].split(" - ")[0].strip()


def without_entities(text: str) -> str:
    """The text with the sign of each entity of HTML."""
    for entity, sign in ENTITIES:
        text = text.replace(entity, sign)
    return text
