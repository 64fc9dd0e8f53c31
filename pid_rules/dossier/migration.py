"""From the format of version 1 to that of version 2: a dossier, what is kept beside it, and what was signed or sealed.

The fingerprints of a version 1 file are those of its version 1 texts. They are verified before the texts change: a
signature that matched bears the fingerprint of version 2 afterwards, so that a migration never makes SI-08 speak.
SHA-256 belongs to the caller: ``texts`` says of what, ``migrated`` takes the hexadecimal digits, "" where there are
none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.items import identify
from pid_rules.dossier.json_text import canonical, contract_content, contract_text
from pid_rules.dossier.paths import concrete, get, is_blank, put
from pid_rules.dossier.seal import borne, in_signs
from pid_rules.dossier.structure import VERSION, ordered
from pid_rules.dossier.versions import SENT_BESIDE, sending

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier, Json, Versions

FIRST = 1
LEFT_OUT = ("responsables[].adresse", "signatures[].lieu")
"""Keys that version 1 left out of the file while they were blank."""
BESIDE = ("format", "version", "transmission")
"""Keys that the seal of version 1 did not take."""
MOVED = (("situation.mesures[].type", "pap", "dispositif_accompagnement"),)
"""Answers whose value is written otherwise: (question, former value, present value)."""


def is_former(dossier: Dossier) -> bool:
    """Whether a dossier is to be migrated."""
    return get(dossier, "version") == FIRST


def texts(form: Form, dossier: Dossier) -> tuple[str, str, str]:
    """(text of its contract in version 1, text that its seal was made of, text of its contract in version 2)."""
    return _contract_text(form, dossier), canonical(_sealed(dossier)), contract_text(_converted(form, dossier))


def migrated(form: Form, dossier: Dossier, digests: Sequence[str]) -> tuple[Dossier, Dossier | None]:
    """(the dossier in version 2, the verdict of its seal); ``digests`` are those of its ``texts``.

    The verdict is {"empreinte", "conforme"}, None where the dossier bears no seal or where nothing could be verified.
    """
    made = _converted(form, dossier)
    former, seal, present = digests
    for path in concrete(made, "signatures[].empreinte"):
        if former and get(made, path) == former:
            put(made, path, present)
    mark = borne(made)
    if not mark or not seal:
        return made, None
    verdict: Dossier = {"empreinte": mark, "conforme": in_signs(seal) == mark}
    if verdict["conforme"]:
        made["transmission"]["revision"] = get(made, "dossier.revision")
    return made, verdict


def at_present(form: Form, dossier: Dossier, digest: Callable[[str], str]) -> Dossier:
    """The dossier in the present version; ``digest`` gives the hexadecimal digits of the SHA-256 of a text."""
    if not is_former(dossier):
        return dossier
    return migrated(form, dossier, [digest(text) for text in texts(form, dossier)])[0]


def to_confirm(dossier: Dossier) -> list[str]:
    """Paths of the answers of a version 2 that one answer of version 1 gave twice, for the person to confirm."""
    return [path for path in concrete(dossier, "stages[].effectue_travaux") if get(dossier, path) is True]


def kept_texts(form: Form, versions: Versions) -> list[str]:
    """Texts of the contracts kept beside a draft of version 1, as version 2 writes them, in the order of
    ``kept_migrated``."""
    signed: dict[str, Dossier] = versions["signees"] if "signees" in versions else {}
    return [contract_text(_converted(form, signed[known])) for known in signed]


def kept_migrated(form: Form, versions: Versions, digests: list[str], former: Dossier, made: Dossier,
                  fingerprints: Sequence[str], archived: tuple[Json, Json]) -> Dossier:
    """What is kept beside a draft (``output.versions``), in version 2.

    ``digests`` are those of ``kept_texts``. ``former`` and ``made`` are the dossier in both versions, ``fingerprints``
    those of its contract. ``archived`` are the former dossiers already migrated, with the verdict of the seal of this
    one.
    """
    kept = {key: versions[key] for key in versions}
    signed: dict[str, Dossier] = versions["signees"] if "signees" in versions else {}
    kept["signees"] = {}
    for position, known in enumerate(signed):
        content = contract_content(_converted(form, signed[known]))
        # Under both: a signature that no longer matched keeps the fingerprint that it bore.
        kept["signees"][known] = content
        if digests[position]:
            kept["signees"][digests[position]] = content
    if "envoi" in versions and versions["envoi"] == _sending(former, fingerprints[0], versions["envoi"]["date"]):
        kept["envoi"] = sending(made, fingerprints[1], versions["envoi"]["date"])
    kept["anterieures"], kept["sceau"] = archived
    kept["version"] = VERSION
    return kept


def _sending(dossier: Dossier, fingerprint: str, date: str) -> Dossier:
    """What version 1 noted of a sending."""
    return {"date": date, "revision": get(dossier, "dossier.revision"), "empreinte": fingerprint,
            "reste": canonical([get(dossier, key) for key in SENT_BESIDE])}


def _contract_text(form: Form, dossier: Dossier) -> str:
    content = contract_content(ordered(form, dossier, FIRST))
    for pattern in LEFT_OUT:
        for path in concrete(content, pattern):
            holder, _, key = path.rpartition(".")
            if is_blank(get(content, path)):
                cast("Dossier", get(content, holder)).pop(key, None)
    return canonical(content)


def _sealed(dossier: Dossier) -> Dossier:
    return cast("Dossier", _answered({key: dossier[key] for key in dossier if key not in BESIDE}))


def _answered(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _answered(value[key]) for key in value if not _is_empty(value[key])}
    if isinstance(value, list):
        return [_answered(item) for item in value]
    return value


def _is_empty(value: Json) -> bool:
    if isinstance(value, dict):
        return all([_is_empty(value[key]) for key in value])
    return value is None or value == "" or value == []


def _converted(form: Form, dossier: Dossier) -> Dossier:
    """The same answers under the keys of version 2."""
    made = ordered(form, dossier)
    made["version"] = VERSION
    _convert(made)
    identify(form, made)
    return made


def _convert(made: Dossier) -> None:
    for pattern, former, present in MOVED:
        for path in concrete(made, pattern):
            if get(made, path) == former:
                put(made, path, present)
    for path in concrete(made, "stages[]"):
        if is_blank(get(made, path + ".effectue_travaux")):
            put(made, path + ".effectue_travaux", get(made, path + ".utilise_machines"))
