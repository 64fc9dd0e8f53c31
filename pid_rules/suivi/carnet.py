"""The carnet: a small file with the log and the visits done of a dossier, and nothing else.

It is made on the telephone of the référent and taken into the dossier of the collège, of which the rest stays as it is.
What was already taken is recognised by its words, so that a carnet may be taken twice, and two in any order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import identify
from pid_rules.dossier.paths import concrete, fill, get, is_blank
from pid_rules.dossier.structure import CARNET, CARNET_VERSION, ordered
from pid_rules.form import eleve, stages, suites
from pid_rules.handover.names import reference, reference_of_college
from pid_rules.words.alike import plain

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier, Json

TOLD = (suites.JOURNAL_DATE, suites.JOURNAL_TYPE, suites.JOURNAL_LIEU, suites.JOURNAL_TEXTE)
"""What a note says: two that say the same are one note, whatever identifies them."""
DONE = (stages.VISITE_FAITE, stages.VISITE_OBSERVATION)
"""What a visit says once it is done."""
NOTED = ("id", *[field.name for field in TOLD])
VISITED = ("id", "stage", stages.VISITE_DATE.name, *[field.name for field in DONE])
"""The keys of its notes and of its visits."""


def carnet_of(form: Form, dossier: Dossier, fingerprint: str, moment: str) -> Dossier:
    """The carnet of a dossier that has a reference; ``fingerprint`` is that of its contract, "" where unknown."""
    whole = ordered(form, dossier)
    identify(form, whole)
    notes = [_only(note, NOTED) for note in whole["journal"]]
    visits: list[Dossier] = []
    for path in concrete(whole, stages.VISITES.path + "[]"):
        visit: Any = get(whole, path)
        visit = {**visit, "stage": get(whole, fill(stages.STAGE_ID.path, path))}
        visits.append(_only(visit, VISITED))
    known = reference_of_college(whole) if reference(whole) else ""
    return {"format": CARNET, "version": CARNET_VERSION, "reference": known, "empreinte": fingerprint, "le": moment,
            "journal": [note for note in notes if _says(note, TOLD)],
            "visites": [visit for visit in visits if _says(visit, DONE)]}


def has_lines(carnet: Dossier) -> bool:
    """Whether anything is noted in a carnet."""
    return carnet["journal"] != [] or carnet["visites"] != []


def naming(dossier: Dossier, carnet: Dossier) -> list[str]:
    """Days of the lines of a carnet in which the pupil is named: it names nobody by itself, its texts are as
    written."""
    names = [_words(get(dossier, field.path)) for field in (eleve.NOM, eleve.PRENOM)]
    sought = [" " + name + " " for name in names if len(name) > 1]
    told = [(note[suites.JOURNAL_DATE.name], note[suites.JOURNAL_TEXTE.name]) for note in carnet["journal"]]
    told += [(visit[stages.VISITE_FAITE.name], visit[stages.VISITE_OBSERVATION.name]) for visit in carnet["visites"]]
    return [day for day, text in told if [name for name in sought if name in " " + _words(text) + " "]]


def notes_of(dossier: Dossier) -> list[Any]:
    """The notes of the log, [] without any."""
    return [note for note in [get(dossier, path) for path in concrete(dossier, suites.JOURNAL.path + "[]")]
            if isinstance(note, dict)]


def _says(item: Any, fields: tuple[Any, ...]) -> bool:
    return any([not is_blank(get(item, field.name)) for field in fields])


def _only(item: Any, names: tuple[str, ...]) -> Dossier:
    return {name: get(item, name) or "" for name in names}


def _words(text: Json) -> str:
    text = text if isinstance(text, str) else ""
    kept = "".join([character if character.isalpha() else " " for character in plain(text)])
    return " ".join(kept.split())
