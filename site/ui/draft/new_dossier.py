"""A new dossier: today's date, what « Mon établissement » keeps, parts kept from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.paths import concrete, get, put
from pid_rules.dossier.structure import blank_dossier, blank_item
from pid_rules.form import FORM, eleve, etablissement, stages
from pid_rules.form.emploi_du_temps import DUREE_SEANCE
from pid_rules.handover.habituel import establish, insure
from pid_rules.handover.names import NO_COLLEGE, is_demonstration, uai
from pid_rules.words import dates
from ui.draft.dossier_file import file_text, new_reference
from ui.draft.draft import title_of
from ui.kit import dom, profile
from ui.kit.clock import school_year, today

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


def new_dossier(known: Any) -> Any:
    """A blank dossier filled with the collège and the length of its lessons, as « Mon établissement » knows them."""
    dossier = blank_dossier(FORM)
    lesson = get(known.kept, DUREE_SEANCE.path)
    if lesson is not None:
        put(dossier, DUREE_SEANCE.path, lesson)
    establish(dossier, known.kept)
    dossier["dossier"].update({
        etablissement.REFERENCE.name: new_reference(uai(dossier)), etablissement.REVISION.name: 1,
        etablissement.ANNEE_SCOLAIRE.name: school_year(), etablissement.NATURE.name: "premiere_demande",
        etablissement.DATE_REDACTION.name: dates.to_iso(today())})
    return dossier


def copy_of(dossier: Dossier, parts: Any, known: Any) -> Any:
    """A new dossier that keeps the named parts of another, the rest as in any new one.

    Signatures and what follows never come along, nor the state of the conventions: they are another pupil's.
    """
    made = new_dossier(known)
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
    """The same with a blank dossier that ``answer(dossier)`` completes, and what is kept of the collège in it."""
    def with_profile(known: Any) -> Any:
        dossier = new_dossier(known)
        if answer is not None:
            answer(dossier)
        insure(dossier, known.kept)
        return keep(dossier)
    return profile.read(with_profile, dom.refuse)
