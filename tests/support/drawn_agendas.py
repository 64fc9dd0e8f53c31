"""Agendas drawn at random from an ordinary week that is known, and what was found in them compared with it.

Weeks A and B, holidays, the change of hour, lessons that the file lacks, cancelled, moved or added; each draw is that
of its seed.
"""

import datetime
import random

from pid_rules.reprise.agenda import Agenda

NAMES = ("MATHEMATIQUES", "FRANCAIS", "HISTOIRE & GEOGRAPH.", "ANGLAIS LV1", "ESPAGNOL LV2", "ED.PHYSIQUE & SPORT.",
         "SCIENCES VIE & TERRE", "PHYSIQUE-CHIMIE", "TECHNOLOGIE", "ARTS PLASTIQUES", "EDUCATION MUSICALE",
         "DEVOIRS FAITS", "VIE DE CLASSE", "LCA LATIN")
ROWS = {60: (480, 540, 615, 675, 810, 870, 930), 55: (485, 540, 610, 665, 805, 860, 930)}
FIRST = datetime.date(2026, 9, 7)
HOLIDAYS = ((datetime.date(2026, 10, 19), 14), (datetime.date(2026, 12, 21), 14), (datetime.date(2027, 2, 8), 14))
PUBLIC = (datetime.date(2026, 11, 11), datetime.date(2027, 3, 29))
STEP = 5


class Drawn:
    """An agenda of ``weeks`` open weeks, of which ``missing`` hundredths of the lessons are left out.

    ``truth`` are {(letter, day, minute, name)} of its ordinary week in steps of five minutes, ``letters`` those of its
    Mondays.
    """

    def __init__(self, seed, weeks, missing, alternating=None):
        self.draw = random.Random(f"{seed} {weeks} {missing}")
        self.length = self.draw.choice((60, 60, 55))
        self.alternating = self.draw.choice((0, 1, 2, 4, 6)) if alternating is None else alternating
        self.week = self._week()
        self.letters = self._mondays(weeks)
        self.events = [*self._holidays(), *self._lessons(missing)]
        self.truth = {(letter, day, minute, name) for day, start, name, of in self.week for letter in of
                      for minute in range(start, start + self.length, STEP)}

    def _week(self):
        """[(day, start, name, letters)] of some 28 places."""
        places = [(day, start) for day in range(5) for start in ROWS[self.length][:4 if day == 2 else 7]]
        places = self.draw.sample(places, min(len(places), self.draw.randint(24, 28)))
        made = []
        for rank, (day, start) in enumerate(places):
            one, other = self.draw.sample(NAMES, 2)
            if rank >= self.alternating:
                made.append((day, start, one, "AB"))
            else:
                made.append((day, start, one, "A"))
                if self.draw.random() < 0.8:
                    made.append((day, start, other, "B"))
        return made

    def _mondays(self, weeks):
        """{Monday: letter} of so many open weeks: which comes first after holidays is the collège's to say."""
        found, letter, monday = {}, "A", FIRST
        while len(found) < weeks:
            if any(first <= monday < first + datetime.timedelta(days) for first, days in HOLIDAYS):
                letter = self.draw.choice("AB") if monday in dict(HOLIDAYS) else letter
            else:
                found[monday] = letter
                letter = "B" if letter == "A" else "A"
            monday += datetime.timedelta(7)
        return found

    def _holidays(self):
        spans = [*HOLIDAYS, *[(day, 1) for day in PUBLIC]]
        return [{"CATEGORIES": "Jours fériés", "SUMMARY": "Vacances", "DTSTART": f"{first:%Y%m%d}",
                 "DTEND": f"{first + datetime.timedelta(days):%Y%m%d}"} for first, days in spans]

    def _lessons(self, missing):
        made = []
        for monday, letter in self.letters.items():
            for day, start, name, of in self.week:
                date = monday + datetime.timedelta(day)
                if letter in of and date not in PUBLIC and self.draw.random() * 100 >= missing:
                    said = "Cours - Cours annulé" if self.draw.random() < 0.03 else "Cours"
                    made.append(self._event(date, start, name, said))
                    if said != "Cours":
                        made.append(self._event(date, start, name, "Cours - Changement de salle"))
            extra = monday + datetime.timedelta(self.draw.randrange(5))
            if extra not in PUBLIC and self.draw.random() < 0.3:
                made.append(self._event(extra, 1020, self.draw.choice(NAMES), "Cours - Exceptionnel"))
        self.draw.shuffle(made)
        return made

    def _event(self, date, start, name, said):
        begins = datetime.datetime.combine(date, datetime.time()) + datetime.timedelta(minutes=start)
        return {"CATEGORIES": said, "DTSTART": stamp(begins),
                "DTEND": stamp(begins + datetime.timedelta(minutes=self.length)),
                "DESCRIPTION": "Matière : " + name.replace("&", "&amp;"), "SUMMARY": name + " - 3 B"}

    def judged(self):
        """(whether all was found, what is wrong and was not told)."""
        found = Agenda(self.events).week()
        known = {datetime.date.fromordinal(day): letter for day, letter in found.mondays if letter}
        wrong = []
        swap = any(letter != self.letters[monday] for monday, letter in list(known.items())[:1])
        other = {"A": "B", "B": "A"} if swap else {"A": "A", "B": "B"}
        wrong += [f"{monday} {letter}" for monday, letter in known.items() if other[letter] != self.letters[monday]]
        taken = {(other[letter], lesson.day, minute, lesson.name) for lesson in found.lessons
                 for letter in lesson.letter or "AB" for minute in range(lesson.start, lesson.end, STEP)}
        doubtful = {(doubt.lesson.day, minute, doubt.lesson.name) for doubt in found.doubts
                    for minute in range(doubt.lesson.start, doubt.lesson.end, STEP)}
        wrong += sorted(f"trop : {place}" for place in taken - self.truth)
        wrong += sorted(f"perdu : {place}" for place in self.truth - taken if place[1:] not in doubtful)
        return taken == self.truth, wrong


def stamp(local):
    """The moment of Greenwich of an hour of Paris, by the zone of the standard library."""
    from zoneinfo import ZoneInfo
    return f"{local.replace(tzinfo=ZoneInfo('Europe/Paris')).astimezone(datetime.UTC):%Y%m%dT%H%M%SZ}"
