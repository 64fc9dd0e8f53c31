"""Files and drafts of the former versions of the format."""

import copy
import hashlib
import json
from pathlib import Path

from pid_rules.dossier import migration
from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM

FOLDER = Path(__file__).resolve().parents[1] / "data" / "formats"
FILES = sorted(FOLDER.glob("*/*.json"))
BESIDE = {"2/desordre.json": ["etablissement.secteur_bureau", "situation.mesures.2.encadrant",
                              "parcours.objectifs.1.couleur"]}
"""What another program wrote in one of them: known of no version, kept by each."""
FIRST = {example: json.loads((FOLDER / "1" / f"{example}.json").read_text(encoding="utf-8"))
         for example in ("complet", "clos")}


def name(path):
    return f"{path.parent.name}/{path.name}"


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def signed(dossier):
    """The dossier, each signature of which bears the fingerprint of version 1."""
    fingerprint = digest(migration.texts(FORM, dossier)[0])
    for signature in dossier["signatures"]:
        signature["empreinte"] = fingerprint
    return dossier


def kept_by_version_1(dossier):
    """What version 1 kept beside a draft signed and sent."""
    content = {key: value for key, value in ordered(FORM, dossier, 1).items() if key in (
        "dossier", "etablissement", "eleve", "parcours", "stages", "lieux", "emploi_du_temps")}
    beside = json.dumps([dossier[key] for key in ("avis", "pieces", "signatures")], sort_keys=True,
                        separators=(",", ":"), ensure_ascii=False)
    fingerprint = digest(migration.texts(FORM, dossier)[0])
    return {"signees": {fingerprint: content}, "anterieures": [copy.deepcopy(FIRST["complet"])],
            "recus": [{"revision": 1}],
            "envoi": {"date": "2026-11-20", "revision": 1, "empreinte": fingerprint, "reste": beside}}
