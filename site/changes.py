"""What changed in the rules, date by date, and the rules that are no longer asked, read from ``changements.toml``."""

import tomllib
from pathlib import Path

from pid_rules.rules import CATALOGUE

FILE = Path(__file__).with_name("changements.toml")


def read() -> dict:
    """``date``: each with ``le``, ``titre``, ``changement``; ``retiree``: with ``id``, ``titre``, ``le``, ``pourquoi``.

    Raises ValueError for a rule that is in neither list, or for the number of one withdrawn that serves again.
    """
    held = tomllib.loads(FILE.read_text(encoding="utf-8"))
    withdrawn = {rule["id"] for rule in held["retiree"]}
    again = withdrawn & set(CATALOGUE.by_id)
    if again:
        raise ValueError(f"numéro d’une règle retirée, donné à une autre : {', '.join(sorted(again))}")
    named = {one for date in held["date"] for change in date["changement"] for one in change["regles"]}
    unknown = named - set(CATALOGUE.by_id) - withdrawn
    if unknown:
        raise ValueError(f"règle inconnue dans {FILE.name} : {', '.join(sorted(unknown))}")
    return held


CHANGES = read()
WITHDRAWN = {rule["id"]: rule for rule in CHANGES["retiree"]}
