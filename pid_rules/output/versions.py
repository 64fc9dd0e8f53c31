"""What is kept beside a draft: the content that was signed, what was sent, the dossiers before each avenant.

It is one dict, JSON like the dossier (see ``docs/adr/0004-versions-gardees.md``): ``signees`` holds the contract's
content by fingerprint, ``envoi`` what was sent and when (the contract by its fingerprint, the rest as canonical text),
``recus`` the receipts of what was said to be sent, ``anterieures`` whole dossiers, the last one last. The dossiers given
here are copies that ``structure.ordered`` made: they are kept as they are.
"""

from pid_rules.dates import parse_iso
from pid_rules.output.json_text import canonical, contract_content
from pid_rules.paths import get, is_blank

HIGHEST_REVISION = 999
SENT_BESIDE = ("avis", "pieces", "signatures")
"""What is sent with the contract. Justifications are left out: warnings of later steps are justified too."""


def signatures_of(dossier):
    """The signatures of a dossier, [] without any."""
    listed = get(dossier, "signatures")
    return listed if isinstance(listed, list) else []


def next_revision(dossier):
    """The number after that of the dossier."""
    number = get(dossier, "dossier.revision")
    known = isinstance(number, int) and not isinstance(number, bool) and 0 < number < HIGHEST_REVISION
    return number + 1 if known else HIGHEST_REVISION if number == HIGHEST_REVISION else 2


def archive(versions, dossier):
    """Keep the whole dossier among the former ones."""
    versions.setdefault("anterieures", []).append(dossier)


def remember(versions, dossier, fingerprint):
    """Keep the content that somebody has signed, as long as a signature bears its fingerprint.

    ``fingerprint`` is that of the present content. Returns whether ``versions`` changed.
    """
    kept = versions.setdefault("signees", {})
    borne = [get(signature, "empreinte") for signature in signatures_of(dossier)]
    forgotten = [known for known in kept if known not in borne]
    for known in forgotten:
        del kept[known]
    if is_blank(fingerprint) or fingerprint not in borne or fingerprint in kept:
        return forgotten != []
    kept[fingerprint] = contract_content(dossier)
    return True


def _sending(dossier, fingerprint, date):
    return {"date": date, "revision": get(dossier, "dossier.revision"), "empreinte": fingerprint,
            "reste": canonical([get(dossier, key) for key in SENT_BESIDE])}


def note_sending(versions, dossier, fingerprint, date, receipt):
    """The person says that ``dossier`` was sent on that day, as the receipt tells it."""
    versions["envoi"] = _sending(dossier, fingerprint, date)
    versions.setdefault("recus", []).append(receipt)


def receipts(versions):
    """The receipts, the last one last.

    Each is a dict of date, heure, reference, revision, empreinte, destinataire, and fichiers, pairs of name and bytes.
    """
    return versions["recus"] if "recus" in versions else []


def follow_sending(versions, dossier, fingerprint):
    """Note what was sent, and say whether the revision must grow: a dossier sent is being changed for the first time.

    ``fingerprint`` is that of the present contract. Returns (whether ``versions`` changed, whether the revision must grow).
    """
    sent = get(dossier, "transmission.date")
    if not isinstance(sent, str) or parse_iso(sent) is None:
        return versions.pop("envoi", None) is not None, False
    now = _sending(dossier, fingerprint, sent)
    noted = versions["envoi"] if "envoi" in versions else None
    if noted is None or noted["date"] != sent:
        versions["envoi"] = now
        return True, False
    return False, noted["revision"] == now["revision"] and noted != now
