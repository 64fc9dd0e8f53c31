"""Carnets as a telephone gives them, sound and spoiled."""

import copy

from pid_rules.form import FORM
from pid_rules.received import MOST_CARNET
from pid_rules.suivi.carnet import carnet_of
from tests.support.examples import EXAMPLES

MOMENT = "2027-01-19T17:40"


def note(identifier, day="2027-01-19", text="Tout va bien.", kind="visite", place="L1"):
    return {"id": identifier, "date": day, "type": kind, "lieu": place, "texte": text}


def dossier(*notes, done=("", "")):
    """The complete example with these notes, its visit done."""
    made = copy.deepcopy(EXAMPLES["complet"])
    made["journal"] = [dict(one) for one in notes]
    made["stages"][0]["visites"][0].update({"faite_le": done[0], "observation": done[1]})
    return made


def carnet(*notes, done=("", "")):
    return carnet_of(FORM, dossier(*notes, done=done), "ab" * 32, MOMENT)


def spoiled(path, value):
    made = carnet(note("J1"), done=("2027-01-19", ""))
    holder = made
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return made


SPOILED = [
    (["eleve"], {"nom": "Doğan"}, "eleve"), (["version"], 0, "version"), (["version"], 2, "version"),
    (["version"], "1", "version"), (["version"], True, "version"), (["reference"], " ", "reference"),
    (["reference"], [], "reference"), (["le"], None, "le"), (["empreinte"], 3, "empreinte"),
    (["journal"], {}, "journal"), (["journal"], None, "journal"),
    (["journal", 0], "J1", "journal.0"), (["journal", 0, "texte"], 3, "journal.0"),
    (["journal", 0, "id"], " ", "journal.0"), (["journal", 0, "eleve"], "Doğan", "journal.0"),
    (["journal"], [note("J1"), note("J1")], "journal.1"),
    (["journal"], [note(f"J{rank}") for rank in range(MOST_CARNET + 1)], "journal"),
    (["visites", 0, "stage"], None, "visites.0"), (["visites", 0, "visiteur"], "Doğan", "visites.0"),
    (["visites", 0], {"id": "S1V1"}, "visites.0")]
"""What is spoiled in a carnet of one note and one visit: (path of it, value, what is refused)."""
