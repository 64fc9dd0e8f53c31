"""What a dossier proposes for its own questions, as ``form.proposals`` declares it: nothing here replaces an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import concrete, day_at, fill, get, is_blank, pattern_of, put
from pid_rules.form import eleve, stages
from pid_rules.form.proposals import BORN, LISTED, OFFERED, OPINIONS, SIGNED, STAFF
from pid_rules.judgement.signatories import full_name
from pid_rules.questions.calendar_day import Date
from pid_rules.words import dates
from pid_rules.words.alike import plain
from pid_rules.words.dates import RANKS

if TYPE_CHECKING:
    from pid_rules.form.proposals import Known, Person, Source, Taking, Usual
    from pid_rules.questions.schema import Field
    from pid_rules.shapes import Dossier, Json

MOST = 2
"""Days offered under a date: each is one more stop of the keyboard."""
NAMING = 2
"""How many of the answers that a following gesture takes name the person; they come first."""
UNSAID = "sans_objet"
"""The opinion that nobody gives."""


class Offer:
    """An answer that is proposed, and of a day what it is elsewhere: « fin du parcours »."""

    def __init__(self, value: str, words: str) -> None:
        self.value = value
        self.words = words


def offers(dossier: Dossier, path: str) -> list[Offer]:
    """The days offered for the date at a concrete path, [] where it is answered."""
    pattern = pattern_of(path)
    for field, sources in OFFERED:
        if field.path == pattern and is_blank(get(dossier, path)):
            found = _found(dossier, path, sources)
            free = _free(dossier, field, path, found)
            # Two bilans are never planned on one day; two objectives may end on one.
            return (free + [one for one in found if field.name and one not in free])[:MOST]
    return []


def choices(dossier: Dossier, path: str) -> tuple[str, list[str]]:
    """(name of the list from which one chooses while typing at a path, its values); "" without any."""
    pattern = pattern_of(path)
    for name, fields, sources in LISTED:
        if pattern in [field.path for field in fields]:
            values = [one.value for one in _found(dossier, path, sources)]
            if pattern in [field.path for field in SIGNED]:
                return name + "-et-eleve", [full_name(dossier, eleve.PRENOM, eleve.NOM)] + values
            return name, values
    return "", []


def begin(dossier: Dossier, place: str) -> list[Field]:
    """Give a new item what it is born with; gives the questions that are answered so."""
    given: list[Field] = []
    for field, sources in BORN:
        if field.within + "[]" == pattern_of(place) and is_blank(get(dossier, field.at(place))):
            found = _free(dossier, field, field.at(place), _found(dossier, field.at(place), sources))
            if found:
                put(dossier, field.at(place), found[0].value)
                given.append(field)
    return given


def in_words(fields: list[Field]) -> str:
    """« nom du tuteur, téléphone du tuteur »."""
    return ", ".join([field.label[:1].lower() + field.label[1:] for field in fields])


def opinion_given(dossier: Dossier, path: str) -> str:
    """The opinion at a path was given: name who gives it where the dossier knows it and no name is written. Gives the
    path of that name, "" where nothing was written."""
    for opinion, name, held in OPINIONS:
        if opinion.path == path and get(dossier, path) not in ("", UNSAID) and is_blank(get(dossier, name.path)):
            found = _found(dossier, name.path, tuple([one.as_function(held) for one in STAFF]))
            if len(found) == 1:
                put(dossier, name.path, found[0].value)
                return name.path
    return ""


def _found(dossier: Dossier, path: str, sources: tuple[Source, ...]) -> list[Offer]:
    """What the sources hold elsewhere than at ``path``, each value once."""
    found: list[Offer] = []
    seen: list[str] = []
    for source in sources:
        for value in _values(dossier, path, source):
            if isinstance(value, str) and not is_blank(value) and plain(value) not in seen:
                seen.append(plain(value))
                found.append(Offer(value, source.words))
    return found


def _values(dossier: Dossier, path: str, source: Source) -> list[Json]:
    if source.role == "person":
        return list(_names(dossier, cast("Person", source)))
    if source.role == "usual":
        return list(cast("Usual", source).values)
    if source.role == "middle":
        return list(_middle(dossier, fill(stages.STAGES.path + "[]", path)))
    known = cast("Known", source)
    places = [place for place in concrete(dossier, known.field.path) if place != path]
    if known.among is not None:
        field, wanted = known.among
        places = [place for place in places if get(dossier, fill(field.path, place)) in wanted]
    return [get(dossier, place) for place in places]


def _names(dossier: Dossier, person: Person) -> list[str]:
    """Whole names of those whom two questions name, « Aïcha Exemple-Chef »; half a name is left."""
    within, held = person.nom.within, person.fonction
    found: list[str] = []
    for place in concrete(dossier, within + "[]") if within else [""]:
        whole = not any([is_blank(get(dossier, field.at(place))) for field in (person.prenom, person.nom)])
        if whole and (not person.held or held is not None and get(dossier, held.at(place)) == person.held):
            found.append(full_name(dossier, person.prenom, person.nom, place))
    return found


def _free(dossier: Dossier, field: Field, path: str, found: list[Offer]) -> list[Offer]:
    """Of days those that no other item of the list has; all of what is no day."""
    if not isinstance(field.kind, Date):
        return found
    taken = [get(dossier, other) for other in concrete(dossier, field.path) if other != path]
    return [one for one in found if one.value not in taken]


def _middle(dossier: Dossier, stage: str) -> list[str]:
    """The day of presence nearest to the middle of a stage, [] where it is not known."""
    first, last = day_at(dossier, stages.STAGE_DEBUT.at(stage)), day_at(dossier, stages.STAGE_FIN.at(stage))
    names = [get(dossier, one) for one in concrete(dossier, fill(stages.HORAIRES.path, stage) + "[]."
                                                   + stages.HORAIRE_JOUR.name)]
    worked = [RANKS[name] for name in names if isinstance(name, str) and name in RANKS]
    if first is None or last is None or not worked:
        return []
    days = [day for day in range(first, min(last, first + 366) + 1) if dates.weekday(day) in worked]
    return [dates.to_iso(days[len(days) // 2])] if days else []


def source_of(dossier: Dossier, taking: Taking, place: str) -> str | None:
    """The item from which that at ``place`` may take answers, None without any: itself, or the first of those before it
    that has some."""
    if not taking.earlier:
        return place
    for index in range(int(place.split(".")[-1])):
        earlier = place.rpartition(".")[0] + "." + str(index)
        if any([not is_blank(get(dossier, field.at(earlier))) for _, field in taking.pairs]):
            return earlier
    return None


def take(dossier: Dossier, taking: Taking, place: str, source: str) -> tuple[list[Field], list[Field]]:
    """Give the blank answers of the item at ``place`` those of ``source``; gives the questions answered so, and those
    whose other answer is kept."""
    given: list[Field] = []
    kept: list[Field] = []
    for field, origin in taking.pairs:
        now, value = get(dossier, field.at(place)), get(dossier, origin.at(source))
        if is_blank(value):
            continue
        if is_blank(now):
            put(dossier, field.at(place), value)
            given.append(field)
        elif now != value:
            kept.append(field)
    return given, kept


def held_by(dossier: Dossier, fields: list[Field], place: str) -> list[Json]:
    """The answers of an item to some questions, "" for a blank."""
    values = [get(dossier, field.at(place)) for field in fields]
    return ["" if is_blank(value) else value for value in values]


def follow(dossier: Dossier, taking: Taking, place: str, before: list[Json]) -> list[Field]:
    """An answer was corrected where a gesture takes it, which was ``before`` what it still is where it was taken:
    correct it there too, as long as one person is named in both. Gives the questions that follow.

    It follows instead of telling the difference: a telephone corrected in one place would be wrong in the other, on the
    convention that people sign, and a telling of differences would be wrong of two persons who share one telephone.
    """
    targets = [target for target, _ in taking.pairs]
    there, now = held_by(dossier, targets, place), held_by(dossier, [origin for _, origin in taking.pairs], place)
    if before[:NAMING] == [""] * NAMING or [plain(str(one)) for one in there[:NAMING]] != [
            plain(str(one)) for one in before[:NAMING]]:
        return []
    changed = [index for index in range(len(now)) if now[index] != before[index] and there[index] == before[index]]
    for index in changed:
        put(dossier, targets[index].at(place), now[index])
    return [targets[index] for index in changed]
