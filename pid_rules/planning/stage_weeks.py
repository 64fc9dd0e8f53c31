"""The week models that the stages ask for, drawn from the ordinary ones: nobody types the hours of a stage twice.

A drawn week is the model that would hold without it, with one slot for each presence, breaks included, and without the
lessons that fall under one, letter by letter. Days are cut where a stage or a week model begins or ends. A week edited
otherwise than by drawing is left as it is, and nothing is drawn on its days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.items import as_new
from pid_rules.dossier.paths import get
from pid_rules.dossier.structure import blank_item
from pid_rules.form import FORM, stages
from pid_rules.form import emploi_du_temps as edt
from pid_rules.form.options import COLLEGE, HORS_GRILLE
from pid_rules.planning.breaks import break_before, parted
from pid_rules.planning.draft import read, stays_of, weeks_of
from pid_rules.planning.letters import LETTERS, holds, times
from pid_rules.planning.spans import SAID, Span, gathered, said
from pid_rules.words.dates import RANKS, to_iso
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.planning.hours import Presence
    from pid_rules.planning.weeks import Slot, Week
    from pid_rules.shapes import Dossier

STAGE = "Stage"
MINI_STAGE = "Mini-stage"
NAME = "Semaines de stage"
SLOTS = edt.CRENEAUX.path.rpartition(".")[2]



class StageWeeks:
    """What drawing would make of the week models of a dossier.

    - ``weeks``: all the week models, those that are drawn after the others.
    - ``changed``: how many of them are new or otherwise than they stand in the dossier, ``removed`` how many go.
    - ``faithful``: positions of those that stand in the dossier as they would be drawn.
    - ``edited``: positions of those that were drawn, then edited by hand.
    - ``waiting``: how many stages lack a place, dates or hours.
    - ``ready``: whether nothing lacks, in the lessons of the other week models either.

    ``redrawn`` are positions of edited weeks to draw all the same; where ``only`` is given, no other week is redrawn.
    """

    def __init__(self, dossier: Dossier, redrawn: tuple[int, ...] = (), only: list[int] | None = None) -> None:
        self.dossier = dossier
        self.raw: list[Any] = cast("Any", get(dossier, edt.SEMAINES.path)) or []
        root = read(dossier)
        stays = stays_of(root)
        self.stays = [stay for stay in stays if stay.complete and stay.place is not None]
        self.waiting = len(stays) - len(self.stays)
        models = weeks_of(root)
        alike = [position for position in range(len(models))
                 if any([_bears_name(slot) for slot in models[position].slots])]
        self.named = [slot for position in alike for slot in models[position].slots if _bears_name(slot)]
        self.bases = [models[position] for position in range(len(models)) if position not in alike]
        drawn = only if only is not None else [
            position for position in alike if position in redrawn or self._is_drawn(models[position], position)]
        self.edited = [position for position in alike if self.bases and position not in drawn
                       and _is_named(models[position].name)]
        self.others = [models[position] for position in range(len(models)) if position not in drawn]
        self.ready = self.waiting == 0 and all([model.complete for model in self.others])
        self.weeks = self.raw
        self.changed = self.removed = 0
        self.faithful: list[int] = []
        if self.bases:
            self._draw([(models[position], position) for position in drawn])

    def _is_drawn(self, model: Week, position: int) -> bool:
        """Whether a week model holds what its own slots of stages leave of the ordinary one, and nothing else."""
        own = [slot for slot in model.slots if _bears_name(slot)]
        made = self._slots(self._under(model.first, self.bases), own, [slot.place for slot in own])
        return model.is_placed() and said(made) == said(self.raw[position][SLOTS])

    def _under(self, day: int | None, models: list[Week]) -> Week | None:
        """The model that holds on a day, else the first ordinary one."""
        held = [model for model in models
                if day is not None and model.is_placed() and cast("int", model.first) <= day <= cast("int", model.last)]
        return held[-1] if held else self.bases[0] if self.bases else None

    def _slots(self, base: Week | None, pieces: list[Any], places: list[Any]) -> list[Any]:
        """The slots of a drawn week, without identifiers, in order."""
        made: list[Any] = []
        for piece in pieces:
            made += self._slots_of(piece)
        for slot in base.slots if base is not None else ():
            letter = _letter_left(slot, pieces)
            if letter is not None and not (slot.place in places and slot.place != COLLEGE):
                kept = as_new(get(self.dossier, slot.path))
                kept[edt.CRENEAU_SEMAINE.name] = letter
                made.append(kept)
        made.sort(key=_order)
        return made

    def _slots_of(self, piece: Slot | Presence) -> list[Any]:
        """The slot of a presence, or the two that somebody made of it by taking its break out."""
        made = [self._slot(piece)]
        held: Any = get(self.dossier, piece.path)
        is_presence = edt.CRENEAU_LIEU.name not in held
        for slot in self.named:
            if is_presence and break_before(slot, cast("Presence", piece)):
                return parted(made, 0, cast("Presence", piece).pause)
        return made

    def _slot(self, piece: Slot | Presence) -> Any:
        """The slot of a presence; one that is a slot already is copied."""
        held: Any = get(self.dossier, piece.path)
        made = blank_item(FORM, edt.CRENEAUX.path)
        if edt.CRENEAU_LIEU.name in held:
            made.update({name: held[name] for name in SAID if name in held})
            return made
        stay = cast("Presence", piece).stay
        made.update({edt.CRENEAU_JOUR.name: held[stages.HORAIRE_JOUR.name],
                     edt.CRENEAU_DEBUT.name: held[stages.HORAIRE_DEBUT.name],
                     edt.CRENEAU_FIN.name: held[stages.HORAIRE_FIN.name], edt.CRENEAU_LIEU.name: stay.place,
                     edt.CRENEAU_ACTIVITE.name: MINI_STAGE if stay.kind == "mini_stage" else STAGE,
                     edt.CRENEAU_SEMAINE.name: piece.letter,
                     edt.CRENEAU_DISCIPLINE.name: HORS_GRILLE if stay.place == COLLEGE else ""})
        return made

    def _spans(self) -> list[Span | None]:
        """The days in which stages run, in order; None where days follow on which nothing is to be drawn."""
        cuts = {day for stay in self.stays for day in (stay.first, stay.last + 1)}
        for model in self.others:
            if model.is_placed():
                cuts.update([cast("int", model.first), cast("int", model.last) + 1])
        bounds = sorted(cuts)
        found: list[Span | None] = []
        for position in range(len(bounds) - 1):
            found.append(self._span(bounds[position], bounds[position + 1] - 1))
        return found

    def _span(self, first: int, last: int) -> Span | None:
        running = [stay for stay in self.stays if stay.first <= first <= stay.last and _falls(stay.days, first, last)]
        under = self._under(first, self.others)
        places = [stay.place for stay in running]
        held = [slot.place for slot in under.slots if slot.place != COLLEGE or _bears_name(slot)] if under else []
        if not [place for place in places if place not in held]:
            return None
        presences = [presence for stay in running for presence in stay.presences]
        return Span(first, last, running, self._slots(under, presences, places))

    def _draw(self, drawn: list[tuple[Week, int]]) -> None:
        spans = gathered(self._spans())
        made: list[Any] = []
        left = drawn[:]
        met: list[int] = []
        for span in spans:
            near = [one for one in left if cast("int", one[0].first) <= span.last
                    and span.first <= cast("int", one[0].last)]
            if near:
                left.remove(near[0])
                met.append(near[0][1])
            made.append(self._item(span, near[0] if near else None, spans))
        if not self.waiting:  # the stage of one of them may be the one that is being typed
            self.removed = len(left)
            met += [position for _, position in left]
        if self.changed or self.removed:
            self.weeks = [self.raw[position] for position in range(len(self.raw)) if position not in met] + made

    def _item(self, span: Span, near: tuple[Week, int] | None, spans: list[Span]) -> Any:
        """The week model of a span; the one that stood there keeps its identifier and its name."""
        if near is not None and self._stays_as_it_is(span, near, spans):
            self.faithful.append(near[1])
            return self.raw[near[1]]
        self.changed += 1
        made = blank_item(FORM, edt.SEMAINES.path) if near is None else dict(self.raw[near[1]])
        if near is None:
            made[edt.SEMAINE_NOM.name] = self._name(span)
        made.update({edt.SEMAINE_DU.name: to_iso(span.first), edt.SEMAINE_AU.name: to_iso(span.last),
                     SLOTS: span.slots})
        return made

    def _stays_as_it_is(self, span: Span, near: tuple[Week, int], spans: list[Span]) -> bool:
        """Whether a week model says what a span asks, on its days or on more of them on which nothing is otherwise."""
        model, position = near
        first, last = cast("int", model.first), cast("int", model.last)
        if not (first <= span.first and span.last <= last) or said(self.raw[position][SLOTS]) != span.said:
            return False
        beside = [one for one in spans if one is not span and one.first <= last and first <= one.last]
        days = [slot.day for slot in model.slots if _bears_name(slot) and slot.day is not None]
        return (first, last) == (span.first, span.last) or not beside and all([
            times(day, first, last) == times(day, span.first, span.last) for day in days])

    def _name(self, span: Span) -> str:
        names: list[str] = []
        for lieu in cast("list[Dossier]", get(self.dossier, stages.LIEUX.path) or []):
            name = lieu[stages.LIEU_NOM.name]
            if lieu["id"] in span.places and name and name not in names:
                names.append(name)
        return NAME + (NBSP + ": " + " et ".join(names) if names else "")


def _order(slot: Any) -> str:
    day = slot[edt.CRENEAU_JOUR.name]
    return str(RANKS[day] if day in RANKS else len(RANKS)) + str(slot[edt.CRENEAU_DEBUT.name])


def _bears_name(slot: Slot) -> bool:
    """Whether a slot is named as those that are drawn."""
    return slot.complete and slot.activity in (STAGE, MINI_STAGE)


def _is_named(name: str | None) -> bool:
    """Whether a week model is still named as those that are drawn."""
    return name is not None and (name == NAME or name[:len(NAME) + 2] == NAME + NBSP + ":")


def _letter_left(slot: Slot, pieces: list[Any]) -> str | None:
    """In the weeks of which letter a lesson is kept, None in none."""
    if not slot.complete:
        return slot.letter
    held = [index for index in (0, 1) if holds(slot.letter, index)]
    kept = [index for index in held if not [
        piece for piece in pieces if piece.day == slot.day and holds(piece.letter, index)
        and slot.start < piece.end and piece.start < slot.end]]
    if kept == held:
        return slot.letter
    return LETTERS[kept[0]] if kept else None


def _falls(days: list[list[Presence]], first: int, last: int) -> bool:
    """Whether some presence of a stage is on one of these days."""
    return any([bool(days[weekday]) and times(weekday, first, last) > 0 for weekday in range(7)])
