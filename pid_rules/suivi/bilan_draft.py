"""What a bilan may begin with, drawn from the dossier and its log: proposals, which never replace an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import day_at, get, is_blank, put
from pid_rules.dossier.structure import add_item
from pid_rules.words import dates

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier, Json

FINAL = "bilan_final"
JUDGED = ("objectif", "strategie", "stage")
"""Keys by which the lines of a bilan name what they judge."""


class Proposal:
    """One answer proposed: its path, its value, and why in a few words, "" where it goes without saying."""

    def __init__(self, path: str, value: Json, reason: str) -> None:
        self.path = path
        self.value = value
        self.reason = reason


def begin_bilan(form: Form, dossier: Dossier, today: int) -> tuple[str, list[Proposal]]:
    """Add a bilan d'étape to the dossier and fill it; returns (its path, the proposals made). ``today`` is a day."""
    bilans = _list(dossier, "bilans")[:]
    place = add_item(form, dossier, "bilans", "bilans")
    numbers = [number for number in [get(bilan, "numero") for bilan in bilans]
               if isinstance(number, int) and not isinstance(number, bool)]
    number = Proposal(place + ".numero", max(numbers + [len(bilans)]) + 1, "le numéro qui suit")
    return place, _kept(dossier, [number]) + complete(form, dossier, place, today)


def begin_final(form: Form, dossier: Dossier, today: int) -> tuple[str, list[Proposal]]:
    """Fill what is still blank in the bilan final, begun or not; returns (its path, the proposals made)."""
    return FINAL, complete(form, dossier, FINAL, today)


def complete(form: Form, dossier: Dossier, place: str, today: int) -> list[Proposal]:
    """Propose the period, the absences, the objectives, strategies and stages of a bilan; returns what was blank.

    Only blank answers are filled, and only items that the bilan does not name yet are added.
    """
    journal = _Journal(dossier)
    first, last = _period(dossier, place, today)
    made = _kept(dossier, [
        Proposal(place + ".date", dates.to_iso(today), "la date d’aujourd’hui"),
        Proposal(place + ".periode.du", _iso(first), "le jour qui suit la période précédente, ou le début du parcours"),
        Proposal(place + ".periode.au", _iso(last), "aujourd’hui, ou la fin du parcours")])
    first, last = day_at(dossier, place + ".periode.du"), day_at(dossier, place + ".periode.au")
    if first is not None and last is not None:
        absences = journal.count("absence", first, last)
        if absences:
            made += _kept(dossier, [Proposal(place + ".assiduite.demi_journees", absences,
                                             "une demi-journée pour chaque note d’absence du journal")])
    objectives = _blocks(dossier, "parcours.objectifs")
    made += _named(form, dossier, place + ".objectifs", "objectif",
                   [(get(objective, "id"), {}) for objective in objectives])
    made += _named(form, dossier, place + ".strategies", "strategie",
                   [(get(strategy, "id"), {}) for objective in objectives
                    for strategy in _blocks(objective, "strategies")])
    made += _named(form, dossier, place + ".stages", "stage",
                   [(get(stage, "id"), {"visite": _iso(journal.visited(stage))})
                    for stage in _ended(dossier, place, last)])
    return made


def _kept(dossier: Dossier, proposals: list[Proposal]) -> list[Proposal]:
    """Write the proposals whose answer is blank, and return them."""
    written = [one for one in proposals if one.value != "" and is_blank(get(dossier, one.path))]
    for one in written:
        put(dossier, one.path, one.value)
    return written


def _named(form: Form, dossier: Dossier, path: str, key: str,
           wanted: list[tuple[Any, dict[str, str]]]) -> list[Proposal]:
    """Add an item for each (identifier, answers) that the list does not name, and fill the blanks of the others."""
    made: list[Proposal] = []
    pattern = path if path[:len(FINAL)] == FINAL else "bilans[]." + path.rpartition(".")[2]
    for identifier, answers in wanted:
        if is_blank(identifier):
            continue
        items = _list(dossier, path)[:]
        places = [index for index in range(len(items)) if get(items[index], key) == identifier]
        if not places:
            added = add_item(form, dossier, pattern, path)
            put(dossier, added + "." + key, identifier)
            places = [len(items)]
            made.append(Proposal(path + "." + str(places[0]) + "." + key, identifier, ""))
        made += _kept(dossier, [Proposal(path + "." + str(places[0]) + "." + name, answers[name], "le suivi du stage")
                                for name in answers])
    return made


def _period(dossier: Dossier, place: str, today: int) -> tuple[int | None, int | None]:
    """(first, last) days that the bilan covers, either None: since the previous bilan, or the whole parcours."""
    begins, ends = day_at(dossier, "parcours.debut"), day_at(dossier, "parcours.fin")
    first = begins
    if place != FINAL:
        covered = [day for day in [day_at(dossier, "bilans." + str(index) + ".periode.au")
                                   for index in range(int(place.split(".")[1]))] if day is not None]
        if covered:
            first = max(covered) + 1
    last = today if ends is None else min(today, ends)
    return first, last if first is not None and first <= last else None


def _ended(dossier: Dossier, place: str, last: int | None) -> list[Dossier]:
    """Stages over on day ``last``, not broken off; a bilan d'étape leaves out those that an earlier one assessed."""
    if last is None:
        return []
    assessed: list[Any] = []
    for index in range(int(place.split(".")[1]) if place != FINAL else 0):
        assessed += [get(stage, "stage") for stage in _blocks(dossier, "bilans." + str(index) + ".stages")]
    found: list[Dossier] = []
    for stage in _blocks(dossier, "stages"):
        ends = day_at(stage, "fin")
        if ends is not None and ends <= last and get(stage, "convention.statut") != "rompue" \
                and get(stage, "id") not in assessed:
            found.append(stage)
    return found


class _Journal:
    """The notes of the log that have a day."""

    def __init__(self, dossier: Dossier) -> None:
        self.notes = [(cast("int", day_at(note, "date")), note) for note in _blocks(dossier, "journal")
                      if day_at(note, "date") is not None]

    def count(self, kind: str, first: int, last: int) -> int:
        """How many notes of a kind fall from ``first`` to ``last``."""
        return len([note for day, note in self.notes if first <= day <= last and get(note, "type") == kind])

    def visited(self, stage: Dossier) -> int | None:
        """Day of the last visit of a stage, noted in the stage itself, else in the log; None without any."""
        noted = [day_at(visit, "faite_le") for visit in _blocks(stage, "visites")]
        days = [day for day in noted if day is not None]
        begins, ends = day_at(stage, "debut"), day_at(stage, "fin")
        if not days and begins is not None and ends is not None:
            days = [day for day, note in self.notes if get(note, "type") == "visite" and begins <= day <= ends
                    and get(note, "lieu") == get(stage, "lieu")]
        return max(days) if days else None


def _list(dossier: Dossier, path: str) -> list[Any]:
    held = get(dossier, path)
    return held if isinstance(held, list) else []


def _blocks(dossier: Dossier, path: str) -> list[Dossier]:
    """The items of a list that are blocks."""
    return [item for item in _list(dossier, path) if isinstance(item, dict)]


def _iso(day: int | None) -> str:
    return "" if day is None else dates.to_iso(day)
