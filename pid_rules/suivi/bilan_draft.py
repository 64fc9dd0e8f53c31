"""What a bilan may begin with, drawn from the dossier and its log: proposals, which never replace an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import concrete, day_at, get, is_blank, put
from pid_rules.form import bilans, parcours, stages, suites
from pid_rules.form.bilans import BILAN_FINAL, BILANS, ETAPE, assessment_of
from pid_rules.words import dates

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Block, Field, Form
    from pid_rules.shapes import Dossier, Json

JUDGED = tuple([reference.name for _, reference, _ in ETAPE.judged])
"""Keys by which the lines of a bilan name what they judge."""

LATE = 14
"""Days after which a bilan that was planned is thought to be held on the day it is written."""


class Proposal:
    """One answer proposed: its path, its value, and why in a few words, "" where it goes without saying."""

    def __init__(self, path: str, value: Json, reason: str) -> None:
        self.path = path
        self.value = value
        self.reason = reason


def begin_bilan(form: Form, dossier: Dossier, today: int) -> tuple[str, list[Proposal]]:
    """Add a bilan d'étape to the dossier and fill it; returns (its path, the proposals made). ``today`` is a day."""
    former = _places(dossier, BILANS)
    place = add_item(form, dossier, BILANS.path, BILANS.path)
    numbers = [number for number in [get(dossier, bilans.NUMERO.at(bilan)) for bilan in former]
               if isinstance(number, int) and not isinstance(number, bool)]
    number = Proposal(bilans.NUMERO.at(place), max(numbers + [len(former)]) + 1, "le numéro qui suit")
    return place, _kept(dossier, [number]) + complete(form, dossier, place, today)


def begin_final(form: Form, dossier: Dossier, today: int) -> tuple[str, list[Proposal]]:
    """Fill what is still blank in the bilan final, begun or not; returns (its path, the proposals made)."""
    return BILAN_FINAL, complete(form, dossier, BILAN_FINAL, today)


def complete(form: Form, dossier: Dossier, place: str, today: int) -> list[Proposal]:
    """Propose the period, the absences, the objectives, strategies and stages of a bilan; returns what was blank.

    Only blank answers are filled, and only items that the bilan does not name yet are added.
    """
    journal, asked = _Journal(dossier), assessment_of(place)
    made = _kept(dossier, [_held_on(dossier, asked.date.at(place), place, today)])
    held = day_at(dossier, asked.date.at(place))
    first, last = _period(dossier, place, today if held is None else min(today, held))
    made += _kept(dossier, [
        Proposal(asked.periode_du.at(place), _iso(first),
                 "le jour qui suit la période précédente, ou le début du parcours"),
        Proposal(asked.periode_au.at(place), _iso(last), "aujourd’hui, le jour du bilan ou la fin du parcours")])
    first, last = day_at(dossier, asked.periode_du.at(place)), day_at(dossier, asked.periode_au.at(place))
    if first is not None and last is not None:
        absences = journal.count("absence", first, last)
        if absences:
            made += _kept(dossier, [Proposal(asked.absences.at(place), absences,
                                             "une demi-journée pour chaque note d’absence du journal")])
    naming = _Naming(form, dossier, place)
    for objective in _places(dossier, parcours.OBJECTIFS):
        made += naming.named(asked.objectifs, asked.objectif, get(dossier, parcours.OBJECTIF_ID.at(objective)))
    for objective in _places(dossier, parcours.OBJECTIFS):
        for strategy in _places(dossier, parcours.STRATEGIES, objective):
            made += naming.named(asked.strategies, asked.strategie, get(dossier, parcours.STRATEGIE_ID.at(strategy)))
    for stage in _ended(dossier, place, last):
        made += naming.named(asked.stages, asked.stage, get(dossier, stages.STAGE_ID.at(stage)), asked.visite,
                             _iso(journal.visited(stage)))
    return made


def _held_on(dossier: Dossier, path: str, place: str, today: int) -> Proposal:
    """The day of a bilan: the first that was planned, and that no other bilan has, unless it is long past; else
    today."""
    final = place == BILAN_FINAL
    others = [get(dossier, ETAPE.date.at(bilan)) for bilan in _places(dossier, BILANS) if bilan != place]
    planned = [day for day in concrete(dossier, (parcours.BILAN_FINAL_PREVU if final else parcours.BILAN_PREVU).path)
               if day_at(dossier, day) is not None and (final or get(dossier, day) not in others)]
    if planned and today - (day_at(dossier, planned[0]) or today) <= LATE:
        return Proposal(path, get(dossier, planned[0]), "la date prévue")
    return Proposal(path, dates.to_iso(today), "la date d’aujourd’hui")


def _kept(dossier: Dossier, proposals: list[Proposal]) -> list[Proposal]:
    """Write the proposals whose answer is blank, and return them."""
    written = [one for one in proposals if one.value != "" and is_blank(get(dossier, one.path))]
    for one in written:
        put(dossier, one.path, one.value)
    return written


class _Naming:
    """Names in a bilan what it judges."""

    def __init__(self, form: Form, dossier: Dossier, bilan: str) -> None:
        self.form = form
        self.dossier = dossier
        self.bilan = bilan

    def named(self, block: Block, reference: Field, identifier: Any, field: Field | None = None,
              value: str = "") -> list[Proposal]:
        """Add an item that names the identifier where the list has none, and fill one answer of it where it is
        blank."""
        if is_blank(identifier):
            return []
        made: list[Proposal] = []
        known = [item for item in _places(self.dossier, block, self.bilan)
                 if get(self.dossier, reference.at(item)) == identifier]
        if not known:
            known = [add_item(self.form, self.dossier, block.path, block.at(self.bilan))]
            put(self.dossier, reference.at(known[0]), identifier)
            made.append(Proposal(reference.at(known[0]), identifier, ""))
        if field is not None:
            made += _kept(self.dossier, [Proposal(field.at(known[0]), value, "le suivi du stage")])
        return made


def _period(dossier: Dossier, place: str, today: int) -> tuple[int | None, int | None]:
    """(first, last) days that the bilan covers, either None: since the previous bilan, or the whole parcours."""
    begins, ends = day_at(dossier, parcours.DEBUT.path), day_at(dossier, parcours.FIN.path)
    first = begins
    covered = [day for day in [day_at(dossier, ETAPE.periode_au.at(bilan)) for bilan in _before(dossier, place)]
               if day is not None]
    if covered:
        first = max(covered) + 1
    last = today if ends is None else min(today, ends)
    return first, last if first is not None and first <= last else None


def _before(dossier: Dossier, place: str) -> list[str]:
    """The bilans d'étape before the one at a place; [] for the bilan final, which covers the whole parcours."""
    return [] if place == BILAN_FINAL else _places(dossier, BILANS)[:int(place.split(".")[1])]


def _ended(dossier: Dossier, place: str, last: int | None) -> list[str]:
    """Places of the stages over on day ``last``, not broken off; a bilan d'étape leaves out those that an earlier
    one assessed."""
    if last is None:
        return []
    assessed: list[Any] = []
    for bilan in _before(dossier, place):
        assessed += [get(dossier, ETAPE.stage.at(item)) for item in _places(dossier, ETAPE.stages, bilan)]
    found: list[str] = []
    for stage in _places(dossier, stages.STAGES):
        ends = day_at(dossier, stages.STAGE_FIN.at(stage))
        if ends is not None and ends <= last and get(dossier, stages.CONVENTION_STATUT.at(stage)) != "rompue" \
                and get(dossier, stages.STAGE_ID.at(stage)) not in assessed:
            found.append(stage)
    return found


class _Journal:
    """The notes of the log that have a day."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        days = [(day_at(dossier, suites.JOURNAL_DATE.at(note)), note) for note in _places(dossier, suites.JOURNAL)]
        self.notes = [(day, note) for day, note in days if day is not None]

    def count(self, kind: str, first: int, last: int) -> int:
        """How many notes of a kind fall from ``first`` to ``last``."""
        return len([note for day, note in self.notes if first <= day <= last and self._is(note, kind)])

    def _is(self, note: str, kind: str) -> bool:
        return get(self.dossier, suites.JOURNAL_TYPE.at(note)) == kind

    def visited(self, stage: str) -> int | None:
        """Day of the last visit of the stage at a place, noted in the stage itself, else in the log, or None."""
        held = self.dossier
        noted = [day_at(held, stages.VISITE_FAITE.at(visit)) for visit in _places(held, stages.VISITES, stage)]
        days = [day for day in noted if day is not None]
        begins, ends = day_at(held, stages.STAGE_DEBUT.at(stage)), day_at(held, stages.STAGE_FIN.at(stage))
        if not days and begins is not None and ends is not None:
            days = [day for day, note in self.notes if self._is(note, "visite") and begins <= day <= ends
                    and get(held, suites.JOURNAL_LIEU.at(note)) == get(held, stages.STAGE_LIEU.at(stage))]
        return max(days) if days else None


def _places(dossier: Dossier, block: Block, place: str = "") -> list[str]:
    """The places of the items of a list, of the item at ``place``."""
    path = block.at(place)
    held = get(dossier, path)
    return [path + "." + str(index) for index in range(len(held) if isinstance(held, list) else 0)]


def _iso(day: int | None) -> str:
    return "" if day is None else dates.to_iso(day)
