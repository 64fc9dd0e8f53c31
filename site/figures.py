"""What the page of a rule tells in words: its thresholds and the answers that it reads."""

from typing import Any

from pid_rules.form import FORM
from pid_rules.judgement.rule import Given, Rule
from pid_rules.words import horaires

GIVEN = {"today": "la date du jour", "profile": "un réglage du profil du département",
         "fingerprint": "l’empreinte du contrat"}


def in_words(value: Any, unit: str) -> str:
    """A figure as French writes it: « 16 ans », « 4 h 30 », « oui », « Français 4 h, LV1 3 h »."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {in_words(one, unit)}" for name, one in value.items())
    if isinstance(value, bool):
        return "oui" if value else "non"
    if unit == "minutes":
        return horaires.in_words(value)
    return f"{value}\u00a0{unit}" if unit else str(value)


def read_by(rule: Rule) -> list[str]:
    """What a rule reads, in the words of the screen: labels of questions and lists, and what is not an answer."""
    labels = [f"«\u00a0{(FORM.field.get(pattern) or FORM.block[pattern]).label}\u00a0»" for pattern in rule.patterns()]
    labels += [GIVEN[read.name] for read in rule.reads if isinstance(read, Given) and read.name in GIVEN]
    return list(dict.fromkeys(labels))
