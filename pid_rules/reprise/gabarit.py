"""What the tags of a template stand for in one stage of a dossier: texts, and lists of dicts of texts.

A template prints ``BLANK`` for a text that is "", as paper does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.answers import Answers
from pid_rules.documents.convention import day_words
from pid_rules.documents.mentions import weekly_words
from pid_rules.dossier.paths import day_at, get
from pid_rules.form import FORM, eleve, stages
from pid_rules.questions.calendar_day import Date
from pid_rules.reprise import balises
from pid_rules.reprise.balises import OF_PERSON, TAGS
from pid_rules.words.dates import pad, parts
from pid_rules.words.horaires import HOUR, in_words, parse_time
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Field
    from pid_rules.shapes import Dossier

BLANK = "…………"
NOON = 13 * HOUR
"""Until when a presence without a break is one of the morning."""


def values(dossier: Dossier, stage: str, today: int) -> dict[str, Any]:
    """{tag: text or list} for the stage at a place, « stages.0 »; tags are whole, « eleve.nom »."""
    answers = Answers(FORM, dossier)
    lieu = answers.lieu_of(stage)
    found: dict[str, Any] = {}
    for tag in TAGS:
        field = TAGS[tag]
        found[tag] = text_of(answers, field, field.at(lieu if field.within == stages.LIEUX.path else stage))
    found[balises.TODAY] = written(today)
    found[balises.LENGTH] = _length(answers, stage)
    found[balises.WEEKLY] = weekly_words(answers, stage)
    found[balises.PERSONS] = [{field.name: text_of(answers, field, field.at(place)) for field in OF_PERSON}
                              for place in answers.places(eleve.RESPONSABLES)]
    found[balises.DAYS] = [_day(answers, place) for place in answers.places(stages.HORAIRES, stage)]
    found[balises.VISITS] = [{balises.DATE: text_of(answers, stages.VISITE_DATE, stages.VISITE_DATE.at(place)),
                              balises.VISITOR: answers.text(stages.VISITEUR.at(place))}
                             for place in answers.places(stages.VISITES, stage)]
    found[balises.ACTIVITIES] = _lines(answers.text(stages.STAGE_ACTIVITES.at(stage)).split("\n"))
    found[balises.WORKS] = _works(answers, stage)
    return found


def nested(found: dict[str, Any]) -> dict[str, Any]:
    """The same, each part of a tag within the one before: {« eleve »: {« nom »: …}}."""
    made: dict[str, Any] = {}
    for tag in found:
        pieces = tag.split(".")
        holder = made
        for piece in pieces[:-1]:
            holder = holder.setdefault(piece, {})
        holder[pieces[-1]] = found[tag]
    return made


def text_of(answers: Answers, field: Field, path: str) -> str:
    """An answer as a convention writes it: a day in figures, « 14/05/2012 »."""
    day = day_at(answers.dossier, path) if isinstance(field.kind, Date) else None
    return answers.text(path) if day is None else written(day)


def written(day: int) -> str:
    """« 14/05/2012 » of a day number."""
    year, month, rank = parts(day)
    return "/".join([pad(rank, 2), pad(month, 2), str(year)])


def _lines(texts: list[str]) -> list[dict[str, str]]:
    return [{balises.LINE: text} for text in [one.strip(" -•\t") for one in texts] if text]


def _works(answers: Answers, stage: str) -> list[dict[str, str]]:
    """The works forbidden to minors that the pupil will do, by their whole names.

    That there is none is known once the questions of safety are answered: until then there is one, blank.
    """
    held = get(answers.dossier, stages.TRAVAUX_INTERDITS.at(stage))
    works = [str(one) for one in held] if isinstance(held, list) else []
    labels = dict(stages.TRAVAUX_INTERDITS.kind.options)
    found = _lines([labels.get(one, one) for one in works])
    return found if found or answers.held(stages.UTILISE_MACHINES.at(stage)) else [{balises.LINE: ""}]


def _length(answers: Answers, stage: str) -> str:
    """« 12 jours, 84 h » of presence, "" where they cannot be counted."""
    stay = answers.stay(stage)
    days = stay.dates(answers.alternation()) if stay.complete else None
    if not days:
        return ""
    minutes = stay.minutes_between(stay.first, stay.last, answers.alternation())
    return str(len(days)) + NBSP + ("jour" if len(days) == 1 else "jours") + ", " + in_words(minutes)


def _day(answers: Answers, place: str) -> dict[str, str]:
    """One line of the hours: before the break and after it, or whichever half of the day it is."""
    start, end, pause, again = [_minutes(answers, field.at(place)) for field in (
        stages.HORAIRE_DEBUT, stages.HORAIRE_FIN, stages.PAUSE_DEBUT, stages.PAUSE_FIN)]
    if pause is None or again is None:
        halves = [_between(start, end), ""]
        if start is not None and start >= NOON - HOUR and (end or 0) > NOON:
            halves = ["", halves[0]]
    else:
        halves = [_between(start, pause), _between(again, end)]
    return {balises.DAY: day_words(answers, place), balises.MORNING: halves[0], balises.AFTERNOON: halves[1]}


def _minutes(answers: Answers, path: str) -> int | None:
    value = get(answers.dossier, path)
    return parse_time(value) if isinstance(value, str) else None


def _between(start: int | None, end: int | None) -> str:
    """« 8 h 30 – 12 h », "" where an end is missing."""
    return "" if start is None or end is None else in_words(start) + " – " + in_words(end)
