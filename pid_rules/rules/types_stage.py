"""What rules of several themes know of stages: their types, the places that receive, the days they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import stages
from pid_rules.planning.stays import days, weekdays
from pid_rules.questions.schema import DEMARRAGE, ENVOI

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item

SENT = (ENVOI, DEMARRAGE)
VISITE = "visite_information"
OBSERVATION = "sequence_observation"
INITIATION = "stage_initiation"
APPLICATION = "stage_application"
MINI_STAGE = "mini_stage"
PFMP = "pfmp"
OBSERVE = (VISITE, OBSERVATION)
TRAVAIL = (INITIATION, APPLICATION)
"""Stages in which the pupil works, chapter L124 of the code de l'éducation; it leaves visits and sequences out."""
PROGRAMME_PROFESSIONNEL = ("3e_prepa_metiers", "3e_segpa", "4e_segpa")
AVANT_LA_QUATRIEME = ("6e", "5e")
CINQ_TYPES = OBSERVE + TRAVAIL + (PFMP,)
"""Presences in a professional environment that the code de l’éducation names: articles D331-5 to D331-15."""
PRIVES = ("entreprise", "association")
PUBLICS = ("administration", "lycee_professionnel")


def place_of(lieu: str | None, lieux: list[Item]) -> Item | None:
    """The place of that identifier, or None where the list has no such place."""
    for place in lieux:
        if place[stages.LIEU_ID] == lieu:
            return place
    return None


def days_beyond(debut: int, fin: int, horaires: list[Item], most: int) -> int | None:
    """Days of presence where they are more than ``most``, else 0; None where the hours needed to count are missing."""
    worked = weekdays(horaires)
    if worked is None:
        return 0 if fin - debut < most else None
    number = days(worked, debut, fin)
    return number if number > most else 0
