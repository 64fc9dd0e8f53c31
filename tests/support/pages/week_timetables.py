"""Timetables that the tests open, and what they find in them."""

import json

from tests.support.examples import EXAMPLES
from tests.support.pages.steps import file_of, go, until
from tests.support.pages.week_steps import see_rows

COMPLET = EXAMPLES["complet"]
WEEK = "#emploi-du-temps .semaine"


def slots_of(site):
    """The slots of the first week model of the dossier as it is now."""
    return exported(site)["emploi_du_temps"]["semaines"][0]["creneaux"]


def exported(site):
    """The dossier as a copy gives it; the page that was open is shown again."""
    slug = site.evaluate("location.hash.slice(1)")
    go(site, "taches")
    made = file_of(site, "telecharger-copie")
    go(site, slug)
    return made


def short(slots):
    return [tuple(slot[key] for key in ("jour", "debut", "fin", "lieu", "activite")) for slot in slots]


def opened(site, server, dossier, rows=True):
    """The page of the timetable of a dossier as a draft of this computer, with the rows of its list."""
    made = site.evaluate("(json) => pidStore.create({json, titre: '', etat: '', demonstration: true})",
                         json.dumps(dossier))
    site.goto(f"{server.address}dossier/?d={made['id']}")
    go(site, "emploi-du-temps")
    until(lambda: site.locator(f"{WEEK} .creneau").count() > 0)
    if rows:
        see_rows(site)


def lesson(day, start, end, activity, letter="", place="college"):
    return {"id": "", "jour": day, "debut": start, "fin": end, "lieu": place, "activite": activity, "semaine": letter,
            "discipline": ""}


def with_lessons(*weeks, **answers):
    """The complete example with other slots in its first week models."""
    dossier = json.loads(json.dumps(COMPLET))
    dossier["emploi_du_temps"].update(answers)
    for week, slots in zip(dossier["emploi_du_temps"]["semaines"], weeks):
        week["creneaux"] = slots
    return dossier
