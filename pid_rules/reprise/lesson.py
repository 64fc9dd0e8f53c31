"""One lesson of an ordinary week, whatever it was read in, and the slots of the file that a week of them makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.structure import blank_item
from pid_rules.form import FORM
from pid_rules.form import emploi_du_temps as edt
from pid_rules.form.options import COLLEGE
from pid_rules.planning.disciplines import CUTS, GRID, OUTSIDE, meaning
from pid_rules.planning.lessons import likely_length
from pid_rules.planning.letters import LETTERS
from pid_rules.reprise.proposal import TOLD, Notice
from pid_rules.words.alike import plain
from pid_rules.words.dates import DAYS_OF_WEEK, to_iso
from pid_rules.words.declared import declared
from pid_rules.words.horaires import in_words, to_time
from pid_rules.words.visible import one_line

if TYPE_CHECKING:
    from typing import Any

TOGETHER = declared("Deux cours en même temps le {0} à {1} : semaines A et B ?")
AT = "{0} à {1}, {2}"


class Lesson:
    """A lesson at the collège: ``day`` 0 for Monday, minutes, its name alone, the letter of its weeks, "" for all."""

    def __init__(self, day: int, start: int, end: int, name: str, letter: str = "") -> None:
        self.day = day
        self.start = start
        self.end = end
        self.name = bare_name(name)
        self.letter = letter
        self.minutes = [end - start]

    @property
    def place(self) -> tuple[int, int, int, str, str]:
        """What sorts it among the others."""
        return self.day, self.start, self.end, self.name, self.letter

    def words(self) -> str:
        """« mardi à 11 h 15, SCIENCES VIE & TERRE »."""
        return AT.format(DAYS_OF_WEEK[self.day], in_words(self.start), self.name)

    def with_letter(self, letter: str) -> Lesson:
        """The same one, in the weeks of a letter."""
        return Lesson(self.day, self.start, self.end, self.name, letter)


class Doubt:
    """A lesson of which somebody must decide whether it is of the week, and in which weeks; ``words`` say why."""

    def __init__(self, lesson: Lesson, words: str) -> None:
        self.lesson = lesson
        self.words = words


class Found:
    """An ordinary week that was found: its lessons, those « à décider », what to tell, the letters of known Mondays.

    ``length`` is that of a lesson, None where they do not agree; ``mondays`` are [(day number, letter)], the letter ""
    where nothing tells it; ``labels`` are the names of rows whose hours are to be asked, « M1 ».
    """

    def __init__(self, lessons: list[Lesson], doubts: list[Doubt], notices: list[Notice],
                 mondays: list[tuple[int, str]] | None = None, labels: list[str] | None = None) -> None:
        self.notices = notices
        self.mondays = mondays or []
        self.labels = labels or []
        kept, clashing = _apart(_once(lessons))
        self.doubts = doubts + clashing
        self.lessons = joined(kept)
        self.length = likely_length([minutes for one in self.lessons for minutes in one.minutes])
        for words in {one.words: True for one in clashing}:
            self.notices.append(Notice(TOLD, words))

    @property
    def alternates(self) -> bool:
        """Whether some lessons hold one week in two."""
        return any([one.letter != "" for one in self.lessons])

    def unread(self) -> list[tuple[str, int]]:
        """[(name, lessons)] of the names that designate nothing, or a language without its rank: one choice each."""
        names = [one.name for one in self.lessons + [doubt.lesson for doubt in self.doubts]
                 if meaning(one.name) not in (GRID, OUTSIDE)]
        # No dictionary: Brython puts first the keys that are figures.
        return [(names[rank], names.count(names[rank])) for rank in range(len(names))
                if names[rank] not in names[:rank]]

    def lundis_a(self) -> list[str]:
        """The Mondays of weeks A, as dates of the file; none where the letter of one week is not known."""
        if [day for day, letter in self.mondays if letter == ""]:
            return []
        return [to_iso(day) for day, letter in self.mondays if letter == LETTERS[0]]

    def swapped(self) -> None:
        """Exchange weeks A and B: which is called A is the collège's to say."""
        other = {LETTERS[0]: LETTERS[1], LETTERS[1]: LETTERS[0], "": ""}
        self.lessons = [_renamed(one, other[one.letter]) for one in self.lessons]
        self.mondays = [(day, other[letter]) for day, letter in self.mondays]


def _renamed(lesson: Lesson, letter: str) -> Lesson:
    made = lesson.with_letter(letter)
    made.minutes = lesson.minutes
    return made


def bare_name(text: str) -> str:
    """The name of a lesson, without what says with whom: « ANGLAIS LV1 - [3AGL1.GR.1] »."""
    name = one_line(text)
    places = [name.find(sign) for sign in CUTS]
    cut = [place for place in places if place > 0]
    return one_line(name[:min(cut)]) if cut else name


def _once(lessons: list[Lesson]) -> list[Lesson]:
    """The lessons in order, each once."""
    found: list[Lesson] = []
    for one in sorted(lessons, key=_place_of):
        if not found or found[-1].place != one.place:
            found.append(one)
    return found


def _place_of(lesson: Lesson) -> tuple[int, int, int, str, str]:
    return lesson.place


def _apart(lessons: list[Lesson]) -> tuple[list[Lesson], list[Doubt]]:
    """(lessons, those that are at the same time as another in the same weeks)."""
    doubts: list[Doubt] = []
    kept: list[Lesson] = []
    for one in lessons:
        clash = [other for other in lessons if other is not one and is_together(one, other)]
        if clash:
            latest = max([one.start, clash[0].start])
            doubts.append(Doubt(one, TOGETHER.format(DAYS_OF_WEEK[one.day], in_words(latest))))
        else:
            kept.append(one)
    return kept, doubts


def is_together(one: Lesson, other: Lesson) -> bool:
    """Whether two lessons are at the same time in a same week."""
    weeks = one.letter == other.letter or "" in (one.letter, other.letter)
    return weeks and one.day == other.day and one.start < other.end and other.start < one.end


def joined(lessons: list[Lesson]) -> list[Lesson]:
    """The lessons of one name that follow each other as one, whose ``minutes`` are those of each."""
    found: list[Lesson] = []
    for one in sorted(lessons, key=_place_of):
        before = [other for other in found if other.day == one.day and other.end == one.start
                  and other.letter == one.letter and plain(other.name) == plain(one.name)]
        if before:
            before[0].end = one.end
            before[0].minutes = before[0].minutes + one.minutes
        else:
            found.append(_renamed(one, one.letter))
    return sorted(found, key=_place_of)


def slots(lessons: list[Lesson], counted: dict[str, str]) -> list[Any]:
    """The lessons as slots of the file, without identifiers: ``counted`` is {name: what it counts in}, as chosen."""
    made: list[Any] = []
    for one in lessons:
        slot = blank_item(FORM, edt.CRENEAUX.path)
        slot.update({edt.CRENEAU_JOUR.name: DAYS_OF_WEEK[one.day], edt.CRENEAU_DEBUT.name: to_time(one.start),
                     edt.CRENEAU_FIN.name: to_time(one.end), edt.CRENEAU_LIEU.name: COLLEGE,
                     edt.CRENEAU_ACTIVITE.name: one.name, edt.CRENEAU_SEMAINE.name: one.letter,
                     edt.CRENEAU_DISCIPLINE.name: counted.get(one.name, "")})
        made.append(slot)
    return made
