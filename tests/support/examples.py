"""The example dossiers, and what tests read in them."""

import json
import pathlib

from pid_rules.dossier.paths import concrete, get
from pid_rules.form import FORM

DATA = pathlib.Path(__file__).parents[1] / "data"
EXAMPLES = {name: json.loads((DATA / (name + ".json")).read_text(encoding="utf-8"))
            for name in ("complet", "clos", "desordre")}
FICTION = DATA / "profils" / "98"
"""The profile of a département that does not exist, in zone A, whose letter founds three things."""
LINES = [f"ligne {number} du constat" for number in range(1, 41)]
"""A long answer, where a box shows a few lines."""
SMALL_PROFILE = {"delais": {"decision_jours": 61},
                 "reperes": {"rappel_effacement": "31 août suivant la fin du parcours"}}
"""A département that says how long a decision may take, and what to erase one day."""


def identifiers(dossier):
    """Every identifier of a file, "" for an item that has none."""
    return [get(dossier, path) for pattern,
            field in FORM.field.items() if field.name == "id" for path in concrete(dossier, pattern)]
