"""Compulsory weekly grids of the collège, in minutes by discipline, and the text in which they were read.

None was read for SEGPA, the « prépa-métiers » class or another organisation: what needs one is then pending.
"""

from __future__ import annotations

from pid_rules.seuils.seuil import Seuil, Version
from pid_rules.sources.circulaires import GRILLES_COLLEGE

LECTURE = GRILLES_COLLEGE.quoting(
    "Éducation physique et sportive 3 heures 3 heures 3 heures Enseignements artistiques * (arts plastiques + "
    "éducation musicale) 1 heure + 1 heure 1 heure + 1 heure 1 heure + 1 heure Français 4,5 heures 4,5 heures "
    "4 heures Histoire-géographie Enseignement moral et civique 3 heures 3 heures 3,5 heures Langue vivante 1 3 heures "
    "3 heures 3 heures Langue vivante 2 2,5 heures 2,5 heures 2,5 heures Mathématiques 3,5 heures 3,5 heures "
    "3,5 heures SVT 1,5 heure 1,5 heure 1,5 heure Technologie 1,5 heure 1,5 heure 1,5 heure Physique-chimie 1,5 heure "
    "1,5 heure 1,5 heure")
RENTREE_2016 = "2016-09-01"


def _grid(francais: int, histoire: int) -> dict[str, int]:
    return {"Français": francais, "Mathématiques": 210, "Histoire-géographie-EMC": histoire, "LV1": 180, "LV2": 150,
            "EPS": 180, "Arts plastiques": 60, "Éducation musicale": 60, "SVT": 90, "Technologie": 90,
            "Physique-chimie": 90}


GRILLES = {
    "4e": Seuil("Enseignements obligatoires par semaine en quatrième", "minutes",
                Version(_grid(270, 180), RENTREE_2016, LECTURE)),
    "3e": Seuil("Enseignements obligatoires par semaine en troisième", "minutes",
                Version(_grid(240, 210), RENTREE_2016, LECTURE)),
}
SEUILS = tuple([GRILLES[reference] for reference in GRILLES])


def grid_of(reference: str, day: int | None) -> dict[str, int] | None:
    """Minutes by discipline for an answer of ``emploi_du_temps.reference``, or None where no grid was read.

    ``day`` is a day number, None for today's grid.
    """
    if reference not in GRILLES:
        return None
    return GRILLES[reference].latest() if day is None else GRILLES[reference].on(day)
