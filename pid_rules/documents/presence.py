"""When a pupil is at the place of a stage, and who visits: a line for the days of the same hours, one for a visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import stages

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers


def hours(answers: Answers, place: str) -> list[str]:
    """« Mardi, Jeudi, semaine A : 9 h – 16 h 30, pause 12 h – 13 h », for all the days that have the same hours."""
    days: dict[str, list[str]] = {}
    for item in answers.places(stages.HORAIRES, place):
        begin, end, pause, resume, day, letter = [answers.text(field.at(item)) for field in (
            stages.HORAIRE_DEBUT, stages.HORAIRE_FIN, stages.PAUSE_DEBUT, stages.PAUSE_FIN, stages.HORAIRE_JOUR,
            stages.HORAIRE_SEMAINE)]
        if not (day or begin or end):
            continue
        said = (", " + letter.replace("Semaine", "semaine") if letter else "") + " : " + begin + " – " + end \
            + (", pause " + pause + " – " + resume if pause or resume else "")
        if said not in days:
            days[said] = []
        if day not in days[said]:
            days[said].append(day)
    return [", ".join(days[said]) + said for said in days]


def visits(answers: Answers, place: str) -> list[str]:
    """« 19 janvier 2027, Maëlys Exemple-Référent, faite le 19 janvier 2027 : accueil sérieux »."""
    found: list[str] = []
    for visit in answers.places(stages.VISITES, place):
        done, seen = answers.text(stages.VISITE_FAITE.at(visit)), answers.text(stages.VISITE_OBSERVATION.at(visit))
        words = answers.texts(visit, stages.VISITE_DATE, stages.VISITEUR) + (["faite le " + done] if done else [])
        found.append(", ".join(words) + (" : " + seen if seen else ""))
    return found

