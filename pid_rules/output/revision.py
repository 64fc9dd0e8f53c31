"""A dossier that changes after its signatures or its sending: what changed, the avenant, the renewal, its versions.

The versions kept beside a draft are one dict, JSON like the dossier (see ``docs/adr/0004-versions-gardees.md``):
``signees`` holds the contract's content by fingerprint, ``envoi`` what was sent, ``anterieures`` the dossiers as they
were before each avenant.
"""

from pid_rules import dates
from pid_rules.output.differences import differences
from pid_rules.output.json_text import AFTERWARDS, canonical, content_of, contract_content
from pid_rules.paths import get, is_blank, put
from pid_rules.structure import blank_dossier, ordered

KEPT_AT_RENEWAL = ("etablissement", "redacteur", "eleve", "responsables", "situation", "referent", "suivi", "lieux",
                   "engagements")
HIGHEST_REVISION = 999
NOT_SENT = AFTERWARDS + ("justifications",)
"""Keys that may change after the sending without making another revision: warnings of later steps are justified too."""


def next_revision(dossier):
    """The number after that of the dossier."""
    number = get(dossier, "dossier.revision")
    known = isinstance(number, int) and not isinstance(number, bool) and 0 < number < HIGHEST_REVISION
    return number + 1 if known else HIGHEST_REVISION if number == HIGHEST_REVISION else 2


def avenant(form, dossier, today):
    """The dossier as an avenant to be signed, sent and decided anew: same reference, next revision, ``today`` a day.

    Signatures, sending and decision belong to the former revision, which the caller keeps.
    """
    made = ordered(form, dossier)
    made["dossier"].update({"nature": "avenant", "revision": next_revision(dossier),
                            "date_redaction": dates.to_iso(today)})
    made.update({"signatures": [], "transmission": None, "decision": None})
    return made


def renewal(form, dossier, reference, school_year, today):
    """A new dossier that prolongs this one: the persons, the situation, the objectives, the places, no date.

    Hours, stages, signatures and the follow-up are those of the former parcours, and stay in it.
    """
    former = ordered(form, dossier)
    made = blank_dossier(form)
    for key in KEPT_AT_RENEWAL:
        made[key] = former[key]
    put(made, "parcours.certification", get(former, "parcours.certification"))
    put(made, "parcours.retour", get(former, "parcours.retour"))
    put(made, "parcours.objectifs", get(former, "parcours.objectifs"))
    for objective in get(made, "parcours.objectifs"):
        objective["echeance"] = ""
    made["dossier"].update({"reference": reference, "revision": 1, "annee_scolaire": school_year,
                            "nature": "renouvellement", "date_redaction": dates.to_iso(today)})
    return made


def archive(form, versions, dossier):
    """Keep the whole dossier among the former ones, the last one last."""
    versions.setdefault("anterieures", []).append(ordered(form, dossier))


def _signatures(dossier):
    listed = get(dossier, "signatures")
    return listed if isinstance(listed, list) else []


def remember(form, versions, dossier, fingerprint):
    """Keep the content that somebody has signed, as long as a signature bears its fingerprint.

    ``fingerprint`` is that of the present content. Returns whether ``versions`` changed.
    """
    kept = versions.setdefault("signees", {})
    borne = [get(signature, "empreinte") for signature in _signatures(dossier)]
    forgotten = [known for known in kept if known not in borne]
    for known in forgotten:
        del kept[known]
    if is_blank(fingerprint) or fingerprint not in borne or fingerprint in kept:
        return forgotten != []
    kept[fingerprint] = contract_content(ordered(form, dossier))
    return True


def since_signatures(form, versions, dossier, fingerprint):
    """What changed since each signature whose fingerprint is no longer that of the content.

    A list of (signatures, differences): the signatures that bear one fingerprint, and the differences, or None where
    the content that they signed is not on this computer.
    """
    found, seen = [], []
    for signature in _signatures(dossier):
        borne = get(signature, "empreinte")
        if is_blank(borne) or borne == fingerprint or borne in seen:
            continue
        seen.append(borne)
        together = [one for one in _signatures(dossier) if get(one, "empreinte") == borne]
        kept = versions["signees"] if "signees" in versions else {}
        signed = kept[borne] if borne in kept else None
        found.append((together, None if signed is None else differences(form, signed, dossier)))
    return found


def follow_sending(form, versions, dossier):
    """Note what was sent, and say whether the revision must grow: a dossier sent is being changed for the first time.

    Returns (whether ``versions`` changed, whether the revision must grow).
    """
    sent = get(dossier, "transmission.date")
    if is_blank(sent):
        return versions.pop("envoi", None) is not None, False
    content = content_of(ordered(form, dossier), NOT_SENT)
    noted = versions["envoi"] if "envoi" in versions else None
    if noted is None or noted["date"] != sent:
        versions["envoi"] = {"date": sent, "revision": get(dossier, "dossier.revision"), "contenu": content}
        return True, False
    changed = noted["revision"] == get(dossier, "dossier.revision") and canonical(noted["contenu"]) != canonical(content)
    return False, changed
