"""From a dossier to the next ones: what it gives « Mon établissement » to keep, and what that proposes to a dossier.

What is kept is a partial dossier, with the paths of any other: the insurer stands in its only stage, the usual places
in its list of places, without identifiers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import concrete, get, is_blank, put
from pid_rules.form import stages
from pid_rules.form.habituel import COLLEGE, INSURER, PLACE, UNITS
from pid_rules.words.alike import plain

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.form.habituel import Unit
    from pid_rules.questions.schema import Field, Form
    from pid_rules.shapes import Dossier, Json

STAGE = stages.STAGES.path + ".0"
"""Where the insurer stands in what is kept."""


class Offer:
    """Something of a dossier that may be kept: a unit at a place of it, "" for no item, or a place when ``unit`` is
    None.

    ``words`` say it, ``replaced`` what it would take the place of, "" for nothing.
    """

    def __init__(self, unit: Unit | None, place: str, words: str, replaced: str) -> None:
        self.unit = unit
        self.place = place
        self.words = words
        self.replaced = replaced

    @property
    def label(self) -> str:
        """What kind of thing it is."""
        return stages.LIEUX.item.capitalize() if self.unit is None else self.unit.label

    @property
    def assumed(self) -> bool:
        """Whether it is kept unless somebody says otherwise: what replaces nothing, and can be of no family."""
        return self.unit is not None and self.unit is not INSURER and self.replaced == ""


class Difference:
    """What a dossier says otherwise than what is kept; ``values`` by path would replace it."""

    def __init__(self, label: str, here: str, there: str, values: dict[str, Json]) -> None:
        self.label = label
        self.here = here
        self.there = there
        self.values = values


def only_kept(establishment: Any, usual: Any) -> Dossier:
    """What is kept, from both settings of the browser: no more than what may be, whatever they hold."""
    others = cast("dict[str, Any]", usual) if isinstance(usual, dict) else {}
    held = {**others, "etablissement": establishment}
    kept: Dossier = {}
    for unit in UNITS:
        for field in unit.fields:
            value = get(held, field.at(STAGE))
            if _is_answer(value):
                put(kept, field.at(STAGE), value)
    found = [_of_place(place) for place in _items(held)]
    kept[stages.LIEUX.path] = [place for place in found if place]
    return kept


def _items(dossier: Dossier) -> list[Json]:
    held = get(dossier, stages.LIEUX.path)
    return held if isinstance(held, list) else []


def _is_answer(value: Json) -> bool:
    return isinstance(value, (str, bool)) and not is_blank(value)


def _of_place(place: Json) -> Dossier:
    """The answers of a place that may be kept."""
    found: Dossier = {}
    for field in PLACE:
        value = get(place, _in_item(field))
        if _is_answer(value):
            put(found, _in_item(field), value)
    return found


def _in_item(field: Field) -> str:
    return field.path[len(field.within) + 3:]


def words_of_place(place: Json) -> str:
    """« Menuiserie Exemple, Cholet »."""
    return ", ".join([str(get(place, _in_item(field))) for field in (stages.LIEU_NOM, stages.LIEU_VILLE)
                      if not is_blank(get(place, _in_item(field)))])


def words_of(dossier: Dossier, unit: Unit, place: str) -> str:
    """The answers of a unit: « Claire Moreau, CPE, claire@exemple.fr »."""
    found, between = "", ""
    for field in unit.fields:
        value = get(dossier, field.at(place))
        if _is_answer(value):
            found += between + field.kind.show(value)
            between = " " if field.name == "prenom" else ", "
    return found


def _same(one: Json, other: Json) -> bool:
    """Whether two names are the same, in whatever case and accents."""
    return plain(str(one)).split() == plain(str(other)).split()


def is_other(unit: Unit, dossier: Dossier, place: str, kept: Dossier) -> bool:
    """Whether a dossier and what is kept name somebody else, or another collège, in a unit."""
    for group in unit.named_by:
        pairs = [(get(dossier, field.at(place)), get(kept, field.at(STAGE))) for field in group]
        both = [(here, there) for here, there in pairs if not is_blank(here) and not is_blank(there)]
        if both:
            return any([not _same(here, there) for here, there in both])
    return False


def is_same_place(one: Json, other: Json) -> bool:
    """Whether two places are one: by their SIRET, else by their name and their town."""
    numbers = [get(place, stages.SIRET.name) for place in (one, other)]
    if not any([is_blank(number) for number in numbers]):
        return _same(numbers[0], numbers[1])
    return _same(words_of_place(one), words_of_place(other))


def offers(dossier: Dossier, kept: Dossier) -> list[Offer]:
    """What a dossier says that is not kept yet, in the order of the form."""
    found: list[Offer] = []
    for unit in UNITS:
        for place in concrete(dossier, stages.STAGES.path + "[]") if unit is INSURER else [""]:
            words = words_of(dossier, unit, place)
            new = [field for field in unit.fields if not is_blank(get(dossier, field.at(place)))
                   and get(dossier, field.at(place)) != get(kept, field.at(STAGE))]
            if words and new and words not in [offer.words for offer in found if offer.unit is unit]:
                replaced = [field for field in new if not is_blank(get(kept, field.at(STAGE)))]
                found.append(Offer(unit, place, words, words_of(kept, unit, STAGE) if replaced else ""))
    for place in concrete(dossier, stages.LIEUX.path + "[]"):
        held = _of_place(get(dossier, place))
        if words_of_place(held) and held not in _items(kept):
            like = [one for one in _items(kept) if is_same_place(one, held)]
            found.append(Offer(None, place, words_of_place(held), words_of_place(like[0]) if like else ""))
    return found


def keep(kept: Dossier, dossier: Dossier, chosen: list[Offer]) -> None:
    """Write in what is kept the offers that somebody has chosen."""
    for offer in chosen:
        if offer.unit is None:
            _keep_place(kept, _of_place(get(dossier, offer.place)))
        else:
            other = is_other(offer.unit, dossier, offer.place, kept)
            for field in offer.unit.fields:
                value = get(dossier, field.at(offer.place))
                if other or not is_blank(value):
                    put(kept, field.at(STAGE), "" if value is None else value)


def _keep_place(kept: Dossier, place: Dossier) -> None:
    """Keep a place, instead of the same as it was known before."""
    places = _items(kept)
    like = [index for index in range(len(places)) if is_same_place(places[index], place)]
    if like:
        places[like[0]] = place
    else:
        kept[stages.LIEUX.path] = places + [place]


def proposed(dossier: Dossier, kept: Dossier, unit: Unit, place: str) -> tuple[dict[str, Json], list[Difference]]:
    """What is kept of a unit, for a dossier: the answers left blank in it, and what it says otherwise.

    Where it names somebody else, all of theirs goes together.
    """
    there = [field for field in unit.fields if not is_blank(get(kept, field.at(STAGE)))]
    if not there:
        return {}, []
    if is_other(unit, dossier, place, kept):
        values: dict[str, Json] = {field.at(place): get(kept, field.at(STAGE)) or "" for field in unit.fields}
        return {}, [Difference(unit.label, words_of(dossier, unit, place), words_of(kept, unit, STAGE), values)]
    blank: dict[str, Json] = {}
    differing: list[Difference] = []
    for field in there:
        here, value = get(dossier, field.at(place)), get(kept, field.at(STAGE))
        if is_blank(here):
            blank[field.at(place)] = value
        elif here != value:
            differing.append(Difference(field.label, field.kind.show(here), field.kind.show(value),
                                        {field.at(place): value}))
    return blank, differing


def add_place(form: Form, dossier: Dossier, place: Json) -> str:
    """Add a usual place to a dossier; gives its path."""
    path = add_item(form, dossier, stages.LIEUX.path, stages.LIEUX.path)
    for field in PLACE:
        value = get(place, _in_item(field))
        if _is_answer(value):
            put(dossier, field.at(path), value)
    return path


def establish(dossier: Dossier, kept: Dossier) -> None:
    """Write the collège and its head in a new dossier."""
    for unit in COLLEGE:
        _fill(dossier, kept, unit, "")


def insure(dossier: Dossier, kept: Dossier) -> None:
    """Write the insurer of the collège in the stages of a new dossier."""
    for place in concrete(dossier, stages.STAGES.path + "[]"):
        _fill(dossier, kept, INSURER, place)


def _fill(dossier: Dossier, kept: Dossier, unit: Unit, place: str) -> None:
    blank, _ = proposed(dossier, kept, unit, place)
    for path in blank:
        put(dossier, path, blank[path])
