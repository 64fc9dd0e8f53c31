"""A carnet that was received: what each of its lines is beside the dossier, and the dossier with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.items import new_identifier, taken
from pid_rules.dossier.json_text import canonical
from pid_rules.dossier.paths import concrete, fill, get, is_blank
from pid_rules.dossier.structure import ordered
from pid_rules.form.stages import STAGE_ID, VISITES
from pid_rules.form.suites import JOURNAL
from pid_rules.suivi.carnet import DONE, TOLD, notes_of

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier

NOTE = "note"
VISIT = "visite"
SAME, NEW, OTHERWISE, ABSENT = "same", "new", "otherwise", "absent"
"""How a line stands beside the dossier: already there, to be added, said otherwise there, without a place in it."""
HERE, THEIRS, BOTH = "ici", "carnet", "deux"
"""What may be chosen of it: the dossier stays, the carnet is taken, both are kept."""


class Line:
    """One line of a carnet beside the dossier: ``kind`` is NOTE or VISIT, ``state`` how it stands there, ``path`` at
    what, "" for nothing; ``choice`` is what is taken where nobody chooses."""

    def __init__(self, kind: str, item: Dossier, state: str, path: str) -> None:
        self.kind = kind
        self.item = item
        self.state = state
        self.path = path
        self.choice = {NEW: THEIRS, OTHERWISE: BOTH if kind == NOTE else HERE}.get(state, HERE)


def lines(dossier: Dossier, carnet: Dossier) -> list[Line]:
    """The lines of a carnet beside a dossier: its notes, then its visits."""
    held = {canonical(_told(note)): True for note in notes_of(dossier)}
    places = {get(dossier, JOURNAL.identifier.at(path)): path for path in concrete(dossier, JOURNAL.path + "[]")}
    found: list[Line] = []
    for note in carnet["journal"]:
        key = canonical(_told(note))
        state = SAME if key in held else OTHERWISE if note["id"] in places else NEW
        held[key] = True
        found.append(Line(NOTE, note, state, places.get(note["id"], "")))
    return found + [_visit(dossier, visit) for visit in carnet["visites"]]


def _visit(dossier: Dossier, visit: Dossier) -> Line:
    for path in concrete(dossier, VISITES.path + "[]"):
        if get(dossier, VISITES.identifier.at(path)) == visit["id"] \
                and get(dossier, fill(STAGE_ID.path, path)) == visit["stage"]:
            said = [(get(dossier, fill(field.path, path)), visit[field.name]) for field in DONE]
            differ = [held for held, given in said if not is_blank(given) and held != given]
            return Line(VISIT, visit, SAME if not differ else NEW if all([is_blank(held) for held in differ])
                        else OTHERWISE, path)
    return Line(VISIT, visit, ABSENT, "")


def merged(form: Form, dossier: Dossier, chosen: list[tuple[Line, str]]) -> Dossier:
    """A copy of the dossier with what is chosen of each line; all the rest is as it was."""
    made = ordered(form, dossier)
    known = taken(made)
    reserved = dict(known)
    reserved.update({line.item["id"]: True for line, _ in chosen})
    for line, choice in chosen:
        if choice == HERE or line.state in (SAME, ABSENT):
            continue
        if line.kind == VISIT:
            item = cast("Dossier", get(made, line.path))
            item.update({field.name: line.item[field.name] for field in DONE if not is_blank(line.item[field.name])})
        else:
            note = dict(line.item)
            if line.state == NEW and note["id"] in known or choice == BOTH:
                note["id"] = new_identifier(JOURNAL, None, reserved)
            _take_note(made["journal"], note)
    return made


def is_full(dossier: Dossier) -> bool:
    """Whether the log holds more notes than a file may."""
    return len(notes_of(dossier)) > JOURNAL.maximum


def _take_note(notes: list[Any], note: Dossier) -> None:
    """Put a note at its place, or in that of the one that bears its identifier."""
    notes[:] = [one for one in notes if get(one, "id") != note["id"]]
    later = [index for index in range(len(notes)) if _order(notes[index]) > _order(note)]
    notes.insert(later[0] if later else len(notes), note)


def _order(note: Any) -> list[str]:
    """Notes by day, those without one last; on one day by their words, so that whichever comes first changes
    nothing."""
    told = _told(note)
    return [told[0] or "~"] + told[1:]


def _told(note: Any) -> list[Any]:
    return [get(note, field.name) or "" for field in TOLD]
