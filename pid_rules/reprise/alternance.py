"""From the lessons of many weeks to an ordinary week, or to weeks A and B: what is not settled is « à décider ».

Weeks are told apart by what they hold, never by the parity of a number: 2026 has a week 53, after which that of ISO
numbers flips, and a collège may alternate as it likes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.reprise.lesson import Doubt, Found
from pid_rules.reprise.letters_found import OTHER, A, B, letters_of
from pid_rules.reprise.places import places_of
from pid_rules.reprise.proposal import TOLD, Notice
from pid_rules.words.dates import in_words, monday_of
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.reprise.lesson import Lesson
    from pid_rules.reprise.letters_found import Letters
    from pid_rules.reprise.places import Place, Seen

FEWEST = 4
"""Weeks from which an ordinary one is found."""
ENOUGH = 8
"""Weeks from which it needs no warning."""
ALWAYS = 70
"""Hundredths of the weeks from which a lesson is of them all, where they do not alternate."""
OFTEN, HALF = 60, 50
"""The same where they do; and hundredths of the weeks of a letter from which it is of them."""
REPLACED = 2
"""Weeks of the other letter without a lesson, from which it is of one letter, where another takes its place."""
LACKING = ((1, 2, 2), (4, 3, 3), (10, 4, 5), (100, 5, 6))
"""(hundredths of its lessons that a file lacks at most, weeks of the other letter without a lesson from which it is of
one letter though none takes its place, missing lessons that letters must explain to be believed)."""
CHANGE = 8
"""Missing lessons that a change of timetable must explain to be believed."""
FEW = declared("Cet agenda ne contient que {0} semaines de cours : vérifiez chaque cours.")
CHANGED = declared("L’emploi du temps a changé la semaine du {0} : c’est celui d’après qui est repris.")
TIMES = "vu {0} fois sur {1}"
IN_LETTERS = declared("vu {0} fois sur {1} en semaine A, {2} sur {3} en semaine B")


def week_found(seen: list[Seen], closed: dict[int, bool], notices: list[Notice]) -> Found:
    """The ordinary week that lessons of many days make; ``closed`` are the days without class."""
    places = places_of(seen, closed)
    mondays = sorted({monday: True for place in places for monday in place.open})
    swaying = [place for place in places if 100 * len(place.held) <= ALWAYS * len(place.open)]
    lacking = _lacking([place for place in places if place not in swaying])
    letters = letters_of(mondays, swaying, lacking[1])
    change = None if letters else _change(mondays, swaying)
    if change is not None:
        after = [one for one in seen if monday_of(one.day) >= change]
        return week_found(after, closed, [*notices, Notice(TOLD, CHANGED.format(in_words(change)))])
    if len(mondays) < ENOUGH:
        notices = [*notices, Notice(TOLD, FEW.format(len(mondays)))]
    lessons: list[Lesson] = []
    doubts: list[Doubt] = []
    sure: Letters = {}
    for place in places:
        letter = _letter(place, places, letters, lacking[0])
        if letter is None:
            doubts.append(Doubt(place.lesson, _words(place, letters)))
        else:
            lessons.append(place.lesson.with_letter(letter))
            for monday in list(place.held) if letter else ():
                sure[monday] = letter if sure.get(monday, letter) == letter else ""
    known = [(monday, sure.get(monday, "")) for monday in mondays] if letters else []
    return Found(lessons, doubts, notices, known)


def _words(place: Place, letters: Letters) -> str:
    """How often a lesson was seen."""
    if not letters:
        return TIMES.format(*place.count(place.open))
    return IN_LETTERS.format(*place.count(_weeks(A, letters)), *place.count(_weeks(B, letters)))


def _weeks(letter: str, letters: Letters) -> list[int]:
    return [monday for monday in letters if letters[monday] == letter]


def _lacking(weekly: list[Place]) -> tuple[int, int]:
    """How many weeks without a lesson, and how many missing lessons, say something in a file that lacks so many."""
    could = sum([len(place.open) for place in weekly])
    missing = could - sum([len(place.held) for place in weekly])
    found = [(alone, gain) for most, alone, gain in LACKING if 100 * missing <= most * could]
    return found[0] if could else LACKING[-1][1:]


def _letter(place: Place, places: list[Place], letters: Letters, alone: int) -> str | None:
    """The letter of a lesson, "" for every week, None where what was seen does not settle it.

    ``alone`` is how many weeks without it tell one that nothing replaces.
    """
    seen, could = place.count(place.open)
    if not letters:
        return "" if 100 * seen >= ALWAYS * could else None
    counts = {letter: place.count(_weeks(letter, letters)) for letter in (A, B)}
    if counts[A][0] and counts[B][0]:
        often = 100 * seen >= OFTEN * could and all([100 * held >= HALF * of for held, of in counts.values()])
        return "" if often else None
    letter = A if counts[A][0] else B
    held, of = counts[letter]
    never = counts[OTHER[letter]][1]
    enough = REPLACED if _is_replaced(place, places, letter, letters) else alone
    return letter if never >= enough and 100 * held >= HALF * of else None


def _is_replaced(place: Place, places: list[Place], letter: str, letters: Letters) -> bool:
    """Whether another lesson is at that time in the weeks of the other letter, and in them alone."""
    one = place.lesson
    return any([other is not place and other.lesson.day == one.day and other.lesson.start < one.end
                and one.start < other.lesson.end and not other.count(_weeks(letter, letters))[0]
                for other in places])


def _change(mondays: list[int], swaying: list[Place]) -> int | None:
    """The Monday from which the timetable is another, where lessons that end there and lessons that begin there explain
    what is missing; None where they do not."""
    found: list[tuple[int, int]] = []
    for monday in mondays[2:]:
        ended = [place for place in swaying if max(place.held) < monday]
        begun = [place for place in swaying if min(place.held) >= monday]
        spared = sum([len([one for one in place.open if one >= monday]) for place in ended]) \
            + sum([len([one for one in place.open if one < monday]) for place in begun])
        if ended and begun and spared >= CHANGE:
            found.append((spared, monday))
    return max(found)[1] if found else None
