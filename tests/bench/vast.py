"""A very large dossier: « scale » times 40 objectives, 12 stages and 20 week models of 60 slots."""

import copy
import json
from pathlib import Path

from pid_rules.words import dates, horaires

EXAMPLE = Path(__file__).resolve().parents[1] / "data" / "complet.json"
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
SLOTS = 12
"""Slots a day: 60 a week, each of 35 minutes from 8:00."""
SUBJECTS = ("Français", "Mathématiques", "Histoire-géographie-EMC", "LV1", "LV2", "EPS", "SVT", "Technologie")


def vast(scale: int = 1) -> dict:
    """The dossier, made from the example; its hours and dates are in order, so that every rule is judged to its end."""
    dossier = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    first = dates.parse_iso(dossier["parcours"]["debut"])
    dossier["parcours"]["objectifs"] = [_objective(dossier, number) for number in range(1, 40 * scale + 1)]
    dossier["stages"] = [_stage(dossier["stages"][0], number, first) for number in range(12 * scale)]
    dossier["emploi_du_temps"]["semaines"] = [_week(number, first) for number in range(20 * scale)]
    return dossier


def _objective(dossier: dict, number: int) -> dict:
    made = copy.deepcopy(dossier["parcours"]["objectifs"][0])
    made["id"] = f"O{number}"
    for rank, strategy in enumerate(made["strategies"], 1):
        strategy["id"] = f"O{number}S{rank}"
    return made


def _stage(model: dict, number: int, first: int) -> dict:
    monday = first + 7 * (number % 17)
    return {**copy.deepcopy(model), "id": f"S{number + 1}", "debut": dates.to_iso(monday),
            "fin": dates.to_iso(monday + 4)}


def _week(number: int, first: int) -> dict:
    monday = first + 7 * (number % 17)
    slots = [{"jour": day, "debut": horaires.to_time(480 + 35 * rank), "fin": horaires.to_time(515 + 35 * rank),
              "lieu": "college", "activite": SUBJECTS[(rank + number) % len(SUBJECTS)]}
             for day in DAYS for rank in range(SLOTS)]
    return {"nom": f"Semaine {number + 1}", "du": dates.to_iso(monday), "au": dates.to_iso(monday + 6),
            "creneaux": slots}
