"""Items of lists, named as people do: « Semaines au garage », « mardi à 13 h 30 », « objectif 2 »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import bilans, contrat, emploi_du_temps, parcours, situation, stages
from pid_rules.words.dates import RANKS
from pid_rules.words.horaires import in_words, parse_time
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Block, Field
    from pid_rules.shapes import Dossier

NAMED_BY = {emploi_du_temps.SEMAINES.path: (emploi_du_temps.SEMAINE_NOM,), stages.LIEUX.path: (stages.LIEU_NOM,),
            stages.STAGES.path: (stages.STAGE_LIEU, stages.STAGE_TYPE),
            situation.MESURES.path: (situation.MESURE_TYPE,), contrat.SIGNATURES.path: (contrat.SIGNATURE_ROLE,),
            parcours.OBJECTIFS.path: (parcours.OBJECTIF,), bilans.BILANS.path: (bilans.ETAPE.date, bilans.NUMERO)}
"""The answers by which people name the items of a list, the first that is given."""
RANKED = (parcours.OBJECTIFS.path, bilans.BILANS.path)
"""Lists whose items go by their rank in a sentence: « objectif 2 »."""
LONGEST = 80
NOON = 12 * 60


def called(dossier: Dossier, path: str) -> str:
    """The few words by which people name the item at a path, « Garage de l’Exemple », "" where nothing names it yet."""
    listed = path.rpartition(".")[0]
    for field in NAMED_BY[listed] if listed in NAMED_BY else ():
        words = _words(dossier, field, get(dossier, field.at(path)))
        if words:
            return words if len(words) <= LONGEST else words[:LONGEST - 1].rstrip() + "…"
    return ""


def _words(dossier: Dossier, field: Field, value: Any) -> str:
    """The answer in one line; of a reference, the name of what it designates."""
    if field is bilans.NUMERO and isinstance(value, int):
        return "n°" + NBSP + str(value)
    if not isinstance(value, str) or is_blank(value):
        return ""
    return _designated(dossier, field.kind, value) if field.kind.control == "reference" else \
        " ".join(field.kind.show(value).split("\n")).strip()


def _designated(dossier: Dossier, kind: Any, identifier: str) -> str:
    """What the item that bears an identifier is called, or the words of one of the ``fixed`` pairs."""
    for value, label in kind.fixed:
        if value == identifier:
            return label
    for index in range(_count(dossier, kind.target.path)):
        place = kind.target.path + "." + str(index)
        if get(dossier, kind.target.identifier.at(place)) == identifier:
            return called(dossier, place)
    return ""


def _count(dossier: Dossier, path: str) -> int:
    items = get(dossier, path)
    return len(items) if isinstance(items, list) else 0


def item_in_words(block: Block, dossier: Dossier, path: str, index: int) -> str:
    """What an item of the list at a path is called among the others: by its name where it alone bears it, else by its
    rank too."""
    ranked = block.item + " " + str(index + 1)
    if block is emploi_du_temps.CRENEAUX or block is stages.HORAIRES:
        return _moment(dossier, path, index) or ranked
    names = [] if path in RANKED else [called(dossier, path + "." + str(one)) for one in range(_count(dossier, path))]
    name = names[index] if index < len(names) else ""
    if name == "":
        return ranked
    return name if names.count(name) == 1 and block is not stages.STAGES else ranked + " (" + name + ")"


def _moment(dossier: Dossier, path: str, index: int) -> str:
    """« mardi après-midi », with its hour where several begin in that half of the day; "" without a day and an hour."""
    halves = [_half(dossier, path + "." + str(one)) for one in range(_count(dossier, path))]
    if index >= len(halves) or halves[index] == "" or halves.count(halves[index]) == 1:
        return halves[index] if index < len(halves) else ""
    return halves[index].split(" ")[0] + " à " + in_words(_begins(dossier, path + "." + str(index)) or 0)


def _half(dossier: Dossier, place: str) -> str:
    begins, day = _begins(dossier, place), get(dossier, place + "." + emploi_du_temps.CRENEAU_JOUR.name)
    if begins is None or not isinstance(day, str) or day not in RANKS:
        return ""
    return day + (" matin" if begins < NOON else " après-midi")


def _begins(dossier: Dossier, place: str) -> int | None:
    text = get(dossier, place + "." + emploi_du_temps.CRENEAU_DEBUT.name)
    return parse_time(text) if isinstance(text, str) else None
