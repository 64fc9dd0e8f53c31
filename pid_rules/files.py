"""Dossiers and profiles read from files, for the command line and the build.

Whatever a file holds, a sentence says why it cannot be used.
The page never loads this module: its own importer of dossiers is ``site/js/importer.js``, which refuses the same.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
import tomllib
import unicodedata
from typing import TYPE_CHECKING, cast

from pid_rules import received
from pid_rules.dossier import migration, structure
from pid_rules.form import FORM
from pid_rules.profils.keys import misquoted, problems

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from pid_rules.shapes import Dossier, Json, Profile

PROFILES = pathlib.Path(__file__).parent / "profils"
PROFILE = PROFILES / "49" / "profil.toml"
"""The profile that the command line and the site take where none is named."""


class Unreadable(Exception):
    """The file cannot be judged; the message says why, in French."""


def digest(text: str) -> str:
    """SHA-256 of a text in composed form (NFC), as the site takes it."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "replace")).hexdigest()


def read_dossier(path: Path) -> Dossier:
    """The dossier of a JSON file as a dict; raises Unreadable for what is no dossier of this version."""
    try:
        if path.stat().st_size > received.LARGEST:
            raise Unreadable("Le fichier est trop gros, plus de 2 Mo : donnez le JSON du dossier seul.")
        return dossier_of(path.read_bytes())
    except OSError as error:
        raise Unreadable(f"Le fichier ne peut pas être lu : {_why(error)}.") from error


def dossier_of(data: bytes, newest: int = structure.VERSION) -> Dossier:
    """The dossier of the bytes of a JSON file, in the present version; raises Unreadable, and nothing else, whatever
    the bytes.

    ``newest`` is the last version that the reader knows.
    """
    kind = received.other_kind(data[:1024])
    if kind:
        raise Unreadable(f"Ce fichier est {kind} : ouvrez-le avec le site, qui en donne le JSON.")
    try:
        # Some editors begin a file with a byte order mark: the site takes it as well.
        dossier: Any = json.loads(data.decode("utf-8-sig"), parse_float=_whole, parse_constant=_no_number,
                             object_pairs_hook=_without_doubles)
    except UnicodeDecodeError as error:
        raise Unreadable("Le fichier n’est pas du texte en UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"Le fichier n’est pas du JSON lisible : {_printable(error)}.") from error
    if isinstance(dossier, dict) and cast("Dossier", dossier).get("format") == structure.CARNET:
        wrong = received.suspect(cast("Dossier", dossier)) or received.carnet_fault(cast("Dossier", dossier))
        raise Unreadable(f"Ce carnet de suivi est abîmé : {wrong}" if wrong else
                         "Ce fichier est un carnet de suivi, pas un dossier : ouvrez-le avec le site, qui le reprend "
                         "dans le dossier.")
    if not isinstance(dossier, dict) or cast("Dossier", dossier).get("format") != structure.FORMAT:
        raise Unreadable("Ce fichier n’est pas un dossier PID (format « pid-dossier » attendu).")
    dossier = cast("Dossier", dossier)
    version = dossier.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or not 1 <= version <= received.LARGEST_NUMBER:
        raise Unreadable("Le numéro de version du dossier est illisible.")
    if version > newest:
        raise Unreadable(f"Ce dossier est de version {version}, plus récente que cet outil : mettez l’outil à jour.")
    reason = received.suspect(dossier)
    if reason:
        raise Unreadable(reason)
    dossier = _composed(dossier)
    problem = received.misshapen(FORM, dossier)
    if problem:
        raise Unreadable(f"Le fichier est abîmé : « {problem} » n’a pas la structure attendue.")
    return migration.at_present(FORM, dossier, digest)


def _composed(value: Json) -> Any:
    """The value with its texts in composed form (NFC), as the site takes a file."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_composed(item) for item in value]
    return {key: _composed(item) for key, item in value.items()} if isinstance(value, dict) else value


def _printable(error: Exception) -> str:
    """What a parser says, without the signs and the length that a hostile file gives it."""
    return received.shown(str(error))


def _whole(text: str) -> int:
    """The integer that a number such as « 1.0 » or « 1e3 » is, as browsers and JSON Schema have it."""
    value = float(text)
    if not value.is_integer():
        raise ValueError(f"le nombre {text} n’est pas un entier")
    return int(value)


def _no_number(text: str) -> Any:
    raise ValueError(f"{text} n’est pas un nombre")


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object as a dict; two values under one key would silently lose the first."""
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise ValueError(f"« {key} » y est deux fois")
        made[key] = value
    return made


def _why(error: OSError) -> str:
    """What the system says of a file, in French for the usual cases."""
    for kind, words in ((FileNotFoundError, "il n’existe pas"), (IsADirectoryError, "c’est un dossier de fichiers"),
                        (PermissionError, "la lecture en est interdite")):
        if isinstance(error, kind):
            return words
    return error.strerror or str(error)


def profile_file(given: str | Path) -> Path:
    """The file of a profile, named by its département (« 49 »), its folder or itself; Unreadable where there is
    none."""
    for path in (PROFILES / given, pathlib.Path(given)):
        if path.is_dir():
            return path / PROFILE.name
        if path.is_file():
            return path
    known = sorted([path.parent.name for path in PROFILES.glob("*/" + PROFILE.name)])
    raise Unreadable(f"Le profil « {given} » n’existe pas. Les départements connus : {', '.join(known)}. Pour un "
                     f"autre, copiez le dossier pid_rules/{PROFILES.name}/{PROFILE.parent.name} sous son numéro, ou "
                     f"donnez le chemin du sien.")


def read_profile(given: str | Path) -> Profile:
    """A département's profile as a dict; raises Unreadable with all that is to be mended where it is not right."""
    path = profile_file(given)
    try:
        profile = _composed(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise Unreadable(f"Le profil {path} ne peut pas être lu : {_why(error)}.") from error
    except ValueError as error:
        raise Unreadable(f"Le profil {path} n’est pas du TOML lisible : {error}.") from error
    found = problems(profile) or _misquoted(profile, path.parent)
    if found:
        raise Unreadable("\n- ".join([f"Le profil {path} n’est pas celui d’un département :", *found]))
    return profile


def _misquoted(profile: Profile, folder: Path) -> list[str]:
    """What a profile quotes of its letter and that is not in it; [] where it quotes nothing."""
    if "fonde" not in profile:
        return []
    path = folder / profile["lettre"]["texte"]
    try:
        return misquoted(profile, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return [f"« lettre.texte » : {path.name} n’est pas du texte en UTF-8."]
    except OSError as error:
        return [f"« lettre.texte » : {path.name} ne peut pas être lu, {_why(error)}."]
