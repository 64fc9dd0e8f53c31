"""What the page of a rule tells: the figures that its function uses, found in it, and the answers that it reads."""

from types import CodeType, FunctionType, ModuleType

from pid_rules import horaires
from pid_rules.form import FORM
from pid_rules.rule import Given
from pid_rules.seuils.reperes import Seuil

GIVEN = {"today": "la date du jour", "profile": "un réglage du profil du département",
         "fingerprint": "l’empreinte du contrat"}


def figures_of(rule) -> list[Seuil]:
    """The dated figures that the function of a rule reads, itself or through the functions that it calls."""
    found = []
    _search(rule.predicate, found, set())
    return found


def _search(function: FunctionType, found: list, seen: set) -> None:
    if function in seen:
        return
    seen.add(function)
    for name in _names(function.__code__):
        held = function.__globals__.get(name)
        if isinstance(held, ModuleType) and held.__name__.startswith("pid_rules."):
            for attribute in _names(function.__code__):
                _keep(getattr(held, attribute, None), found, seen)
        else:
            _keep(held, found, seen)


def _keep(held, found: list, seen: set) -> None:
    if isinstance(held, Seuil) and held not in found:
        found.append(held)
    elif isinstance(held, dict):
        for one in held.values():
            _keep(one, found, seen)
    elif isinstance(held, FunctionType) and held.__module__.startswith("pid_rules."):
        _search(held, found, seen)


def _names(code: CodeType) -> list[str]:
    """Global names and attributes of a function, those of its comprehensions included, in the order of its text."""
    names = list(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            names += _names(constant)
    return names


def in_words(value, unit: str) -> str:
    """A figure as French writes it: « 16 ans », « 4 h 30 », « oui », « Français 4 h, LV1 3 h »."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {in_words(one, unit)}" for name, one in value.items())
    if isinstance(value, bool):
        return "oui" if value else "non"
    if unit == "minutes":
        return horaires.in_words(value)
    return f"{value}\u00a0{unit}" if unit else str(value)


def read_by(rule) -> list[str]:
    """What a rule reads, in the words of the screen: labels of questions and lists, and what is not an answer."""
    labels = [f"«\u00a0{(FORM.field.get(pattern) or FORM.block[pattern]).label}\u00a0»" for pattern in rule.patterns()]
    labels += [GIVEN[read.name] for read in rule.reads if isinstance(read, Given) and read.name in GIVEN]
    return list(dict.fromkeys(labels))
