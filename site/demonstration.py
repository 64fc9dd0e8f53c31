"""The dossier of the demonstration, in the places of the département that the site is built for."""

import json
from pathlib import Path

from pid_rules.files import PROFILE, read_profile

# One copy of the fictional dossier serves the tests and the demonstration.
DOSSIER = json.loads((Path(__file__).parents[1] / "tests" / "data" / "complet.json").read_text(encoding="utf-8"))
WRITTEN_IN = read_profile(PROFILE)["exemple"]


def of_departement(profile: dict) -> dict:
    """The fictional dossier with the postcode, the town and the e-mail addresses of a département."""
    return _placed(DOSSIER, profile["exemple"])


def _placed(value, here: dict[str, str]):
    """A value of the dossier, whatever it is, as it is written there."""
    if isinstance(value, dict):
        return {key: _placed(one, here) for key, one in value.items()}
    if isinstance(value, list):
        return [_placed(one, here) for one in value]
    for key in ("code_postal", "ville"):
        if value == WRITTEN_IN[key]:
            return here[key]
    domain = "@" + WRITTEN_IN["domaine"]
    return value.replace(domain, "@" + here["domaine"]) if isinstance(value, str) else value
