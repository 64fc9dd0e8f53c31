"""Lessons written one by one: rows of a pasted list, or the lessons of EDT's export, those of one class and groups.

A reader gives a lesson of EDT as {tag: text} of the tags of ``READ`` and no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.reprise.codes import bare
from pid_rules.reprise.lesson import Doubt, Found, Lesson
from pid_rules.reprise.proposal import REFUSED, TOLD, Notice
from pid_rules.words.dates import DAYS_OF_WEEK, is_number
from pid_rules.words.declared import declared
from pid_rules.words.horaires import DAY, parse_time, read_range, read_time

if TYPE_CHECKING:
    Record = dict[str, str]

READ = ("JOUR", "H.DEBUT", "DUREE", "MAT_LIBELLE", "CLASSE", "ALTERNANCE", "FREQUENCE")
HEADINGS = {"JOUR": ("jour", "jours"), "H.DEBUT": ("debut", "heure de debut", "h debut", "heure debut", "heure", "de"),
            "FIN": ("fin", "heure de fin", "h fin", "heure fin", "a"), "DUREE": ("duree",),
            "HORAIRE": ("horaire", "horaires", "heures", "creneau"),
            "MAT_LIBELLE": ("matiere", "matieres", "discipline", "cours", "enseignement", "libelle", "mat libelle"),
            "ALTERNANCE": ("frequence", "alternance", "semaine", "semaines", "quinzaine", "periodicite")}
"""{tag: the headings of a list under which stands the same}."""
_TAGS = {heading: tag for tag in HEADINGS for heading in HEADINGS[tag]}
EVERY = ("", "h", "hebdo", "hebdomadaire", "toutes", "toutes les semaines", "chaque semaine", "ab", "a b", "a et b")
MARKS = {"A": ("a", "q1", "s1", "sem a", "semaine a", "sem 1", "semaine 1", "quinzaine 1", "qz1", "semaine impaire",
               "impaire", "impaires"),
         "B": ("b", "q2", "s2", "sem b", "semaine b", "sem 2", "semaine 2", "quinzaine 2", "qz2", "semaine paire",
               "paire", "paires")}
"""How one week in two is written; which of both is called A is the collège's to say."""
_LETTERS = {mark: letter for letter in MARKS for mark in MARKS[letter]}
LEFT = declared("{0} : ligne laissée.")
NO_LESSON = "Aucun cours dans ce fichier pour cette classe et ces groupes."
FREQUENCY = declared("Une fréquence qui ne se lit pas : « {0} ».")
SHORTEST = 3
"""Letters of the name of a day from which it is one: « mar. »."""


def day_of(text: str) -> int | None:
    """0 to 6 of « Lundi », « LUN. », « mardi 6 octobre »; None where no day is named."""
    words = bare(text).split()
    for rank, day in enumerate(DAYS_OF_WEEK):
        if words and len(words[0]) >= SHORTEST and day[:len(words[0])] == words[0]:
            return rank
    return None


def letter_of(text: str) -> str | None:
    """« A », « B », "" for every week; None where it cannot be read."""
    written = bare(text)
    return "" if written in EVERY else _LETTERS.get(written)


def duration_of(text: str) -> int | None:
    """Minutes of « 1h00 », « 55 min », « 2 »; None where it is no duration."""
    written = bare(text)
    digits = written.replace("min", "").replace("mn", "").strip()
    if is_number(digits) and (digits != written or int(digits) > 24):
        return int(digits) if 0 < int(digits) < DAY else None
    found = read_time(text)
    return None if found is None else (parse_time(found) or None)


def hours_of(record: Record) -> tuple[int, int] | None:
    """(start, end) in minutes of a lesson, None where they are not a time and a later one."""
    said = {tag: record[tag] if tag in record else "" for tag in ("H.DEBUT", "FIN", "DUREE", "HORAIRE")}
    both = read_range(said["HORAIRE"] or said["H.DEBUT"])
    if both is not None:
        return parse_time(both[0]) or 0, parse_time(both[1]) or 0
    start = _minutes(said["H.DEBUT"])
    lasts = duration_of(said["DUREE"]) if said["DUREE"] else None
    end = start + lasts if start is not None and lasts is not None else _minutes(said["FIN"])
    return (start, end) if start is not None and end is not None and start < end < DAY else None


def _minutes(text: str) -> int | None:
    found = read_time(text) if text.strip() else None
    return None if found is None else parse_time(found)


def lessons_of(records: list[Record]) -> Found:
    """The week of lessons written one by one; a line that says no hours is left, and told."""
    lessons: list[Lesson] = []
    doubts: list[Doubt] = []
    notices: list[Notice] = []
    for record in records:
        day, hours = day_of(record.get("JOUR", "")), hours_of(record)
        name = record.get("MAT_LIBELLE", "")
        if day is None or hours is None or name.strip() == "":
            notices.append(Notice(TOLD, LEFT.format(_line_of(record))))
            continue
        lesson = Lesson(day, hours[0], hours[1], name)
        frequency = record.get("ALTERNANCE", "") or record.get("FREQUENCE", "")
        letter = letter_of(frequency)
        if letter is None:
            doubts.append(Doubt(lesson, FREQUENCY.format(frequency.strip())))
        else:
            lessons.append(lesson.with_letter(letter))
    if not lessons and not doubts:
        notices.append(Notice(REFUSED, NO_LESSON))
    return Found(lessons, doubts, notices)


def _line_of(record: Record) -> str:
    """What a line says of its day and hours, by which somebody finds it."""
    hours = [record[tag].strip() for tag in ("HORAIRE", "H.DEBUT", "FIN") if tag in record and record[tag].strip()]
    return " ".join([record.get("JOUR", "").strip(), " - ".join(hours)]).strip() or "Sans jour ni heure"


def is_list(rows: list[list[str]]) -> bool:
    """Whether the first row has the headings of a list of lessons."""
    tags = [_TAGS.get(bare(cell), "") for cell in rows[0]] if rows else []
    return "JOUR" in tags and "MAT_LIBELLE" in tags


def of_list(rows: list[list[str]]) -> Found:
    """The week of a pasted list; its other columns, rooms and teachers, are left."""
    tags = [_TAGS.get(bare(cell), "") for cell in rows[0]]
    return lessons_of([{tags[rank]: row[rank] for rank in range(len(row)) if rank < len(tags) and tags[rank]}
                       for row in rows[1:]])


def _tight(text: str) -> str:
    return bare(text).replace(" ", "")


def _is_group(text: str) -> bool:
    return "[" in text


def classes(records: list[Record]) -> list[str]:
    """The classes of EDT's lessons, in order."""
    found: dict[str, str] = {}
    for record in records:
        for one in record.get("CLASSE", "").split(","):
            if one.strip() and not _is_group(one):
                found.setdefault(_tight(one), one.strip())
    return [found[key] for key in sorted(found)]


def groups(records: list[Record], division: str) -> list[str]:
    """The groups in which a pupil of a class may be: those of its level, and those that say none."""
    found: dict[str, str] = {}
    for record in records:
        for one in record.get("CLASSE", "").split(","):
            first = _tight(one)[:1]
            if _is_group(one) and (not is_number(first) or first == _tight(division)[:1]):
                found.setdefault(_tight(one), one.strip())
    return [found[key] for key in sorted(found)]


def of_class(records: list[Record], division: str, chosen: list[str]) -> list[Record]:
    """The lessons of EDT of a class, and of the groups chosen."""
    kept = [_tight(one) for one in [division, *chosen]]
    return [record for record in records
            if any([_tight(one) in kept for one in record.get("CLASSE", "").split(",")])]
