"""A dossier that changes after its signatures: what changed since each of them, the avenant, the renewal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import concrete, get, is_blank, put
from pid_rules.dossier.structure import blank_dossier, ordered
from pid_rules.dossier.versions import next_revision, signatures_of
from pid_rules.form import contrat, etablissement, parcours
from pid_rules.suivi.differences import differences
from pid_rules.words import dates

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier, Versions
    from pid_rules.suivi.differences import Difference

KEPT_AT_RENEWAL = ("etablissement", "redacteur", "eleve", "responsables", "situation", "referent", "suivi", "lieux",
                   "engagements")


def avenant(form: Form, dossier: Dossier, today: int) -> Dossier:
    """The dossier as an avenant to be signed, sent and decided anew: same reference, next revision, ``today`` a day.

    Signatures, sending and decision belong to the former revision, which the caller keeps.
    """
    made = ordered(form, dossier)
    for field, value in ((etablissement.NATURE, "avenant"), (etablissement.REVISION, next_revision(dossier)),
                         (etablissement.DATE_REDACTION, dates.to_iso(today))):
        put(made, field.path, value)
    made.update({"signatures": [], "transmission": None, "decision": None, "reponses": []})
    return made


def renewal(form: Form, dossier: Dossier, reference: str, school_year: str, today: int) -> Dossier:
    """A new dossier that prolongs this one: the persons, the situation, the objectives, the places, no date.

    Hours, stages, signatures and the follow-up are those of the former parcours, and stay in it.
    """
    former = ordered(form, dossier)
    made = blank_dossier(form)
    for key in KEPT_AT_RENEWAL:
        made[key] = former[key]
    for asked in (parcours.CERTIFICATION, parcours.RETOUR, parcours.OBJECTIFS):
        put(made, asked.path, get(former, asked.path))
    for path in concrete(made, parcours.ECHEANCE.path):
        put(made, path, "")
    for field, value in ((etablissement.REFERENCE, reference), (etablissement.REVISION, 1),
                         (etablissement.ANNEE_SCOLAIRE, school_year), (etablissement.NATURE, "renouvellement"),
                         (etablissement.DATE_REDACTION, dates.to_iso(today))):
        put(made, field.path, value)
    return made


def since_signatures(form: Form, versions: Versions, dossier: Dossier,
                     fingerprint: str) -> list[tuple[list[Any], list[Difference] | None]]:
    """What changed since each signature whose fingerprint is no longer that of the content.

    A list of (signatures, differences): the signatures that bear one fingerprint, and the differences, or None where
    the content that they signed is not on this computer.
    """
    found: list[tuple[list[Any], list[Difference] | None]]
    seen: list[Any]
    found, seen = [], []
    for signature in signatures_of(dossier):
        borne = get(signature, contrat.SIGNATURE_EMPREINTE.name)
        if is_blank(borne) or borne == fingerprint or borne in seen:
            continue
        seen.append(borne)
        together = [one for one in signatures_of(dossier) if get(one, contrat.SIGNATURE_EMPREINTE.name) == borne]
        kept: dict[str, Dossier] = versions["signees"] if "signees" in versions else {}
        signed = kept[borne] if borne in kept else None
        found.append((together, None if signed is None else differences(form, signed, dossier)))
    return found
