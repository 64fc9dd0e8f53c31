"""Items that answers elsewhere designate by their identifier: which there are, and the words that stand for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import concrete, get, is_blank
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.questions.designations import ItemReference
    from pid_rules.questions.schema import Block, Form
    from pid_rules.shapes import Dossier, Json

LONGEST_NAME = 90


def identifiers(dossier: Dossier, kind: ItemReference) -> list[str]:
    """The values that a reference of that kind may hold in this dossier, in order."""
    found = [value for value, _ in kind.fixed]
    for path in concrete(dossier, cast("Block", kind.target).path + "[].id"):
        identifier = get(dossier, path)
        if isinstance(identifier, str) and not is_blank(identifier):
            found.append(identifier)
    return found


def options(form: Form, dossier: Dossier, kind: ItemReference) -> list[tuple[str, str]]:
    """The (value, words) pairs among which a reference of that kind is chosen."""
    words = names(form, dossier)
    return [(value, words[value] if value in words else value) for value in identifiers(dossier, kind)]


def names(form: Form, dossier: Dossier) -> dict[str, str]:
    """{identifier: « Menuiserie de l’Exemple »} of what the identifiers of a dossier designate: « Lieu 2 » of what has
    no name; those of one name are told apart, « Menuiserie de l’Exemple (L2) »."""
    bare = bare_names(form, dossier)
    for block in (form.block["lieux"], form.block["stages"]):
        for rank, path in enumerate(concrete(dossier, block.path + "[]")):
            identifier = get(dossier, path + ".id")
            if isinstance(identifier, str) and identifier and identifier not in bare:
                bare[identifier] = block.item[:1].upper() + block.item[1:] + NBSP + str(rank + 1)
    given = list(bare.values())
    return {identifier: bare[identifier] + (NBSP + "(" + identifier + ")" if given.count(bare[identifier]) > 1 else "")
            for identifier in bare}


def bare_names(form: Form, dossier: Dossier) -> dict[str, str]:
    """{identifier: « Menuiserie de l’Exemple »} of what the identifiers of a dossier designate, the collège too."""
    bare: dict[str, str] = {}
    for path in concrete(dossier, "lieux[]"):
        _name(bare, dossier, path, get(dossier, path + ".nom"))
    for path in concrete(dossier, "stages[]"):
        kind, place = get(dossier, path + ".type"), get(dossier, path + ".lieu")
        words = [form.field["stages[].type"].kind.show(kind) if isinstance(kind, str) else "",
                 bare[place] if isinstance(place, str) and place in bare else ""]
        _name(bare, dossier, path, ", ".join([word for word in words if word]))
    for pattern in ("parcours.objectifs[]", "parcours.objectifs[].strategies[]"):
        for path in concrete(dossier, pattern):
            _name(bare, dossier, path, get(dossier, path + ".intitule"))
    for path in concrete(dossier, "decision.actes[]"):
        held = [(form.field["decision.actes[]." + key], get(dossier, path + "." + key)) for key in ("nature", "le")]
        _name(bare, dossier, path, " du ".join([one.kind.show(value) for one, value in held
                                                if isinstance(value, str) and not is_blank(value)]))
    for value, label in cast("ItemReference", form.field["stages[].lieu"].kind).fixed:
        bare[value] = label
    return bare


def _name(bare: dict[str, str], dossier: Dossier, path: str, words: Json) -> None:
    identifier = get(dossier, path + ".id")
    if isinstance(identifier, str) and identifier and isinstance(words, str) and not is_blank(words):
        line = words.replace("\n", " ").strip()
        bare[identifier] = line if len(line) <= LONGEST_NAME else line[:LONGEST_NAME - 1] + "…"
