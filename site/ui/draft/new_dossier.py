"""A new dossier: reference at random, today's date, the establishment's profile, parts kept from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import concrete, put
from pid_rules.dossier.structure import blank_dossier, blank_item, ordered
from pid_rules.form import FORM, eleve, etablissement, stages
from pid_rules.form.emploi_du_temps import DUREE_SEANCE
from pid_rules.handover.names import NO_COLLEGE, NO_UAI, is_demonstration, uai
from pid_rules.questions.formats import REFERENCE_SIGNS
from pid_rules.words import dates
from ui.draft.draft import title_of
from ui.kit import dom
from ui.kit.clock import school_year, today
from ui.kit.data import parse

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier

PARTS = {
    "etablissement": ("etablissement", "redacteur"),
    "eleve": ("eleve", eleve.RESPONSABLES.path, eleve.DESACCORD_CONNU.path),
    "situation": ("situation",),
    "parcours": ("parcours", "referent", "suivi", "evaluation", stages.LIEUX.path, stages.STAGES.path,
                 "emploi_du_temps"),
    "engagements": ("engagements",),
}
"""Keys of the file that each part of the duplication keeps."""


def new_reference(college: Any) -> Any:
    """« UAI-AAAA-XXXX » for the UAI of a collège, "" where it is not known; the four last characters at random."""
    return (college or NO_UAI) + "-" + str(dates.parts(today())[0]) + "-" + random_signs(4)


def random_signs(count: int) -> str:
    """So many letters and digits at random, of those that nobody confuses."""
    signs = window.crypto.getRandomValues(window.Uint8Array.new(count))
    return "".join([REFERENCE_SIGNS[signs[index] % len(REFERENCE_SIGNS)] for index in range(count)])


def new_dossier(establishment: Any) -> Any:
    """A blank dossier filled with the establishment's profile, a dict or None: its answers, and the length of its
    lessons."""
    dossier = blank_dossier(FORM)
    if isinstance(establishment, dict):
        known = dict(establishment)
        if DUREE_SEANCE.name in known:
            put(dossier, DUREE_SEANCE.path, known.pop(DUREE_SEANCE.name))
        dossier["etablissement"].update(known)
    dossier["dossier"].update({
        etablissement.REFERENCE.name: new_reference(uai(dossier)), etablissement.REVISION.name: 1,
        etablissement.ANNEE_SCOLAIRE.name: school_year(), etablissement.NATURE.name: "premiere_demande",
        etablissement.DATE_REDACTION.name: dates.to_iso(today())})
    return dossier


def copy_of(dossier: Dossier, parts: Any, establishment: Any) -> Any:
    """A new dossier that keeps the named parts of another, the rest as in any new one.

    Signatures and what follows never come along, nor the state of the conventions: they are another pupil's.
    """
    made = new_dossier(establishment)
    blank = blank_item(FORM, stages.STAGES.path)
    for part in parts:
        for key in PARTS[part]:
            made[key] = dossier[key]
    for stage in made[stages.STAGES.path]:
        for key in ("convention", stages.ATTESTATION.name):
            stage[key] = blank[key]
    for visit in concrete(made, stages.VISITES.path + "[]"):
        put(made, stages.VISITE_FAITE.at(visit), "")
        put(made, stages.VISITE_OBSERVATION.at(visit), "")
    put(made, etablissement.REFERENCE.path, new_reference(NO_COLLEGE if is_demonstration(dossier) else uai(made)))
    return made


def keep(dossier: Dossier, demonstration: bool = False) -> Any:
    """Keep a new dossier on this computer and open it; gives the promise of that, a refusal is said."""
    return window.pidStore.create({"json": file_text(dossier), "titre": title_of(dossier), "etat": "En cours",
                                   "demonstration": demonstration}).then(lambda made: dom.open_dossier(made.id),
                                                                         dom.refuse)


def begin(answer: Any = None) -> Any:
    """The same with a blank dossier, the establishment's profile in it, that ``answer(dossier)`` completes."""
    def with_profile(text: str) -> Any:
        dossier = new_dossier(parse(text) if text else None)
        if answer is not None:
            answer(dossier)
        return keep(dossier)
    return window.pidStore.getSetting("etablissement").then(with_profile, dom.refuse)


def file_text(dossier: Dossier) -> str:
    """The text of the dossier file."""
    return to_json(ordered(FORM, dossier)) + "\n"
