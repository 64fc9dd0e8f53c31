"""Where the campaigns of races and of kills write in a dossier: the screens of items, at their own addresses."""

import copy
import json
from pathlib import Path

from pid_rules.form.stages import TRAVAUX_INTERDITS
from tests.support.examples import EXAMPLES

SCRIPT = (Path(__file__).with_name("lab") / "item_places.js").read_text(encoding="utf-8")
PLACES = {
    "stages/S1/securite": ({"field": ".travaux_interdits", "boxes": 0}, {"field": ".travaux_interdits", "boxes": 11}),
    "stages/S1/activites": ({"field": ".activites"}, {"field": ".competences"}),
    "stages/S2/convention": ({"field": ".transport"}, {"field": ".restauration"}),
    "lieux/L1": ({"field": ".activite"}, {"field": ".adresse"}),
    "objectifs/O1": ({"field": ".intitule"}, {"field": ".indicateur"}),
    "bilans/B1/suite": ({"field": ".point_eleve"}, {"field": ".point_famille"}),
    "emploi-du-temps": ({"cell": 0}, {"cell": 1}),
}
"""By address, two places to write: the end of the path of a question and the first of its boxes if it has some, or the
number of a cell of the first week."""
FIGURES = 11
"""Boxes that hold a number."""


def place(address, which=0):
    """What ``lab/item_places.js`` is told of one of the two places of an address."""
    return {"address": address, **PLACES[address][which]}


def dossier():
    """The complete example, with a bilan: an item of every list whose items have screens of their own."""
    made = copy.deepcopy(EXAMPLES["complet"])
    made["bilans"] = copy.deepcopy(EXAMPLES["clos"]["bilans"][:1])
    return made


def holds(held, address, which, number):
    """Whether the item of an address has, in a dossier, the number written at one of its two places."""
    if "boxes" in PLACES[address][which]:
        return ticked(held, address, which) == number
    return f'"Note {number}"' in json.dumps(item_of(held, address), ensure_ascii=False)


def ticked(held, address, which=0):
    """The number that boxes hold in a dossier."""
    first = PLACES[address][which]["boxes"]
    codes = [code for code, _ in TRAVAUX_INTERDITS.kind.options][first:first + FIGURES]
    return sum(2 ** figure for figure, code in enumerate(codes)
               if code in item_of(held, address)["travaux_interdits"])


def item_of(held, address):
    """The item of an address in a dossier, found by its identifier; the first week for the grid."""
    slug, _, rest = address.partition("/")
    lists = {"objectifs": held["parcours"]["objectifs"], "emploi-du-temps": held["emploi_du_temps"]["semaines"]}
    items = lists[slug] if slug in lists else held[slug]
    name = rest.partition("/")[0] or items[0]["id"]
    return next(one for one in items if one["id"] == name)
