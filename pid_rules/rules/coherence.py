"""Where the timetable and the stages contradict each other, for rule ST-32.

The slots of a stage cover its presence, break included or not, at the place of the stage; no two things are at once,
but in weeks of different letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.form import emploi_du_temps as edt
from pid_rules.form import stages
from pid_rules.form.options import COLLEGE
from pid_rules.judgement.rule import Trip
from pid_rules.planning.dispense import overlaps
from pid_rules.questions.kinds import AVERTISSEMENT
from pid_rules.rules.presences import weekday_of, when
from pid_rules.words.declared import declared
from pid_rules.words.horaires import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from pid_rules.planning.hours import Presence
    from pid_rules.planning.timeline import Dated, Timeline
    from pid_rules.planning.weeks import Slot, Week


def contradictions(plan: Timeline) -> list[Trip]:
    """Findings, each at the slot or the line of hours at fault, each answer once."""
    found: dict[str, Trip] = {}
    for stay in plan.stays:
        if stay.is_inverted():
            _note(found, stages.STAGE_FIN.at(stay.path), "Ce stage finit avant d’avoir commencé.")
        for presence in stay.presences:
            if presence.wrong is not None:
                _note(found, presence.wrong[0].at(presence.path), presence.wrong[1])
    for model in plan.models:
        _inside_a_model(model, found)
    if plan.known:
        places: dict[str | None, bool] = {}
        for stay in plan.stays:
            places[stay.place] = stay.complete and (stay.place not in places or places[stay.place])
        for dated in plan.days:
            if not dated.segment.closed:
                _on_a_day(dated, places, found)
                if None not in places:
                    _without_stage(dated, places, found)
    return [found[path] for path in found]


def _note(found: dict[str, Trip], path: str, message: str, severity: str | None = None, **words: Any) -> None:
    if path not in found:
        found[path] = Trip(severity=severity, paths=[path], message=message, **words)


def _inside_a_model(model: Week, found: dict[str, Trip]) -> None:
    if model.is_inverted():
        _note(found, edt.SEMAINE_AU.at(model.path), "Cette semaine type finit avant d’avoir commencé.")
    for slot in model.slots:
        if slot.inverted:
            _note(found, edt.CRENEAU_FIN.at(slot.path), "Ce créneau finit avant d’avoir commencé.")
    for slots in [slots for half in (model.halves if model.alternates else model.halves[:1]) for slots in half.days]:
        latest: Slot | None = None
        for slot in slots:
            if latest is not None and slot.start < latest.end:
                _note(found, edt.CRENEAU_DEBUT.at(slot.path),
                      "Ce créneau commence à {debut}, avant la fin du précédent ({fin}).",
                      severity=AVERTISSEMENT if slot.place == latest.place else None,
                      debut=in_words(slot.start), fin=in_words(latest.end))
            if latest is None or slot.end > latest.end:
                latest = slot


def _on_a_day(dated: Dated, places: dict[str | None, bool], found: dict[str, Trip]) -> None:
    """``places`` says of each place of a stage whether everything is known of its stages."""
    presences, slots = dated.day.presences, dated.day.slots
    for position in range(1, len(presences)):
        before = max([presence.end for presence in presences[:position]])
        if presences[position].start < before:
            _note(found, stages.HORAIRE_DEBUT.at(presences[position].path),
                  "Cette présence commence à {debut}, avant la fin d’une autre le même jour ({fin}).",
                  debut=in_words(presences[position].start), fin=in_words(before))
    for presence in presences:
        _presence_in_timetable(dated, presence, found)
    for slot in slots:
        if slot.place != COLLEGE and slot.place in places and places[slot.place] \
                and edt.CRENEAU_LIEU.at(slot.path) not in found:
            _slot_in_stages(dated, slot, found)


def _without_stage(dated: Dated, places: dict[str | None, bool], found: dict[str, Trip]) -> None:
    """Slots of a place where no stage is planned: no limit of hours is judged there, and no convention asked."""
    for slot in dated.day.slots:
        if slot.place is not None and slot.place != COLLEGE and slot.place not in places:
            _note(found, edt.CRENEAU_LIEU.at(slot.path),
                  declared("Le {jour}, ce créneau place l’élève dans un lieu où aucun stage n’est prévu (dès le "
                           "{date}) : ni ses heures ni sa convention n’y sont vérifiées. Ajoutez ce stage, au besoin "
                           "de type « Autre action », ou placez ces heures au collège."),
                  jour=weekday_of(dated.date), date=when(dated))


def _reach(pieces: Sequence[Slot | Presence], start: int) -> int:
    """How far from ``start`` the pieces, in order of their beginning, go on without a gap."""
    for piece in pieces:
        if piece.start <= start < piece.end:
            start = piece.end
    return start


def _presence_in_timetable(dated: Dated, presence: Presence, found: dict[str, Trip]) -> None:
    said = {"jour": weekday_of(dated.date), "date": when(dated), "debut": in_words(presence.start),
            "fin": in_words(presence.end)}
    place = presence.stay.place
    if dated.day.week is None:
        _note(found, stages.HORAIRE_JOUR.at(presence.path),
              "Le {jour} de {debut} à {fin}, l’élève est en stage mais aucune semaine type n’est valable (dès le "
              "{date}).",
              **said)
        return
    if place is None or not dated.day.week.complete:
        return
    slots = dated.day.slots
    own = [slot for slot in slots if slot.place == place and overlaps(slot, presence.work)]
    if own and all([_reach(own, start) >= end for start, end in presence.work]):
        for slot in slots:
            if slot.place == COLLEGE and place != COLLEGE and overlaps(slot, presence.work):
                _note(found, edt.CRENEAU_DEBUT.at(slot.path),
                      "Le {jour}, l’élève est en stage de {debut} à {fin} et attendu au "
                      "collège à la même heure (dès le {date}).", **said)
        return
    said["semaine"] = dated.day.week.called()
    if own:
        _note(found, cast("str", _short(own, presence)),
              "Ce créneau ne couvre pas toute la présence en stage du {jour}, de {debut} à "
              "{fin} (dès le {date}).", **said)
        return
    elsewhere = [slot for slot in slots if overlaps(slot, presence.work)]
    if not elsewhere:
        _note(found, stages.HORAIRE_JOUR.at(presence.path),
              declared("Le {jour} de {debut} à {fin}, l’élève est en stage : ce créneau manque dans la semaine type "
                       "{semaine} (dès le {date})."), **said)
    elif elsewhere[0].place == COLLEGE:
        _note(found, edt.CRENEAU_DEBUT.at(elsewhere[0].path),
              "Le {jour}, l’élève est en stage de {debut} à {fin} et attendu au "
              "collège à la même heure (dès le {date}).", **said)
    else:
        _note(found, edt.CRENEAU_LIEU.at(elsewhere[0].path),
              "Le {jour} de {debut} à {fin}, l’élève est en stage dans un autre "
              "lieu que celui de ce créneau (dès le {date}).", **said)


def _short(own: list[Slot], presence: Presence) -> str | None:
    """The end of a slot that leaves a part of the presence uncovered."""
    for start, end in presence.work:
        if _reach(own, start) < end:
            within = [slot for slot in own if overlaps(slot, [(start, end)])] or own
            if within[0].start > start:
                return edt.CRENEAU_DEBUT.at(within[0].path)
            return edt.CRENEAU_FIN.at(within[-1].path)


def _slot_in_stages(dated: Dated, slot: Slot, found: dict[str, Trip]) -> None:
    own = [presence for presence in dated.day.presences
           if presence.stay.place == slot.place and overlaps(slot, [(presence.start, presence.end)])]
    said = {"jour": weekday_of(dated.date), "date": when(dated)}
    if not own:
        _note(found, edt.CRENEAU_JOUR.at(slot.path),
              "Le {jour} {date}, ce créneau place l’élève dans un lieu où aucun stage ne "
              "l’attend.", **said)
    elif own[0].start > slot.start or _reach(own, slot.start) < slot.end:
        asked = edt.CRENEAU_DEBUT if own[0].start > slot.start else edt.CRENEAU_FIN
        _note(found, asked.at(slot.path),
              "Le {jour}, ce créneau dépasse la présence en stage, de {debut} à {fin} (dès le "
              "{date}).", debut=in_words(own[0].start), fin=in_words(own[-1].end), **said)
