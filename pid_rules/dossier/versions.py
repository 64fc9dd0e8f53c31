"""What is kept beside a draft: the content that was signed, what was sent, the dossiers before each avenant.

It is one dict, JSON like the dossier (see ``docs/adr/0004-versions-gardees.md``):

- ``signees``: the contract's content, by fingerprint;
- ``envoi``: what was sent and when, the contract by its fingerprint, the rest as canonical text;
- ``recus``: the receipts of what was said to be sent;
- ``anterieures``: whole dossiers, the last one last;
- ``sceau``: what was verified of the seal of a version 1 file;
- ``version``: that of the format.

The dossiers given here are copies that ``structure.ordered`` made: they are kept as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.json_text import answered, canonical, contract_content
from pid_rules.dossier.paths import get, is_blank
from pid_rules.dossier.seal import borne, has_grown, sent_on
from pid_rules.words.dates import parse_iso

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier, Receipt, Versions

HIGHEST_REVISION = 999
SENT_BESIDE = ("avis", "pieces", "signatures")
"""What is sent with the contract. Justifications are left out: warnings of later steps are justified too."""


def signatures_of(dossier: Dossier) -> list[Any]:
    """The signatures of a dossier, [] without any."""
    listed = get(dossier, "signatures")
    return listed if isinstance(listed, list) else []


def next_revision(dossier: Dossier) -> int:
    """The number after that of the dossier."""
    return _after(get(dossier, "dossier.revision"))


def _after(number: Any) -> int:
    known = isinstance(number, int) and not isinstance(number, bool) and 0 < number < HIGHEST_REVISION
    return number + 1 if known else HIGHEST_REVISION if number == HIGHEST_REVISION else 2


def archive(versions: Versions, dossier: Dossier) -> None:
    """Keep the whole dossier among the former ones."""
    versions.setdefault("anterieures", []).append(dossier)


def remember(versions: Versions, dossier: Dossier, fingerprint: str) -> bool:
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


def sending(dossier: Dossier, fingerprint: str, date: str) -> Dossier:
    """What is noted of a sending: its day ("" while it is only prepared), its revision, and what it must stay equal
    to."""
    beside = answered({key: dossier[key] for key in SENT_BESIDE if key in dossier})
    return {"date": date, "sceau": borne(dossier), "revision": get(dossier, "dossier.revision"),
            "empreinte": fingerprint, "reste": canonical(beside)}


def note_sending(versions: Versions, dossier: Dossier, fingerprint: str, date: str, receipt: Receipt) -> None:
    """The person says that ``dossier`` was sent on that day, as the receipt tells it."""
    versions["envoi"] = sending(dossier, fingerprint, date)
    versions.setdefault("recus", []).append(receipt)


def receipts(versions: Versions) -> list[Any]:
    """The receipts, the last one last.

    Each is a dict of date, heure, reference, revision, empreinte, destinataire, and fichiers, pairs of name and bytes.
    """
    return versions["recus"] if "recus" in versions else []


def has_left(versions: Versions, dossier: Dossier) -> bool:
    """Whether this revision, or a later one, is known to have left: a receipt tells it, or the day noted."""
    gone = [one["revision"] for one in receipts(versions)]
    if "envoi" in versions and versions["envoi"]["date"]:
        gone.append(versions["envoi"]["revision"])
    return any([_after(number) >= next_revision(dossier) for number in gone])


def follow_sending(versions: Versions, dossier: Dossier, fingerprint: str) -> tuple[bool, bool]:
    """Note what was sealed or sent, and say whether the revision must grow: it is being changed for the first time
    since.

    ``fingerprint`` is that of the present contract. A file that bears a seal was given to be sent, on this computer or
    on another, whatever its day. Returns (whether ``versions`` changed, whether the revision must grow).
    """
    sent = sent_on(dossier)
    if parse_iso(sent) is None and not borne(dossier):
        return versions.pop("envoi", None) is not None, False
    now = sending(dossier, fingerprint, sent)
    noted = versions["envoi"] if "envoi" in versions else None
    if noted is None or noted["date"] != sent or noted["sceau"] != now["sceau"]:
        versions["envoi"] = now
        return True, False
    return False, noted["revision"] == now["revision"] and noted != now and not has_grown(dossier)
