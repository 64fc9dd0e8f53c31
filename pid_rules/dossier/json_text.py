"""JSON text written the same way on every engine: UTF-8 letters kept, two spaces of indentation, keys as given."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pid_rules.shapes import Dossier, Json

_HEX = "0123456789abcdef"
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
# The backslash first: the others are written with one.
_ESCAPES = [("\\", "\\\\"), ('"', '\\"')] + [
    (chr(code), _SHORT[chr(code)] if chr(code) in _SHORT else "\\u00" + _HEX[code // 16] + _HEX[code % 16])
    for code in range(32)]
# Keys already quoted: the same few hundred come back in every item. Not those of every file ever read.
_KEYS: dict[str, str] = {}
_MOST_KEYS = 2000


def quote(text: str) -> str:
    """A JSON string."""
    for character, escaped in _ESCAPES:
        if character in text:
            text = text.replace(character, escaped)
    return '"' + text + '"'


def _key(key: str) -> str:
    if key in _KEYS:
        return _KEYS[key]
    quoted = quote(key)
    if len(_KEYS) < _MOST_KEYS:
        _KEYS[key] = quoted
    return quoted


def to_json(value: Json | float, indent: str = "\n") -> str:
    """Indented JSON text of dicts, lists, strings, integers, booleans and None.

    Raises TypeError for anything else, floats included: the format has none.
    """
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, int):
        return str(value)
    deeper = indent + "  "
    if isinstance(value, dict):
        if not value:
            return "{}"
        lines = [_key(key) + ": " + to_json(value[key], deeper) for key in value]
        return "{" + deeper + ("," + deeper).join(lines) + indent + "}"
    if isinstance(value, list):
        if not value:
            return "[]"
        return "[" + deeper + ("," + deeper).join([to_json(item, deeper) for item in value]) + indent + "]"
    raise TypeError("no JSON for " + str(type(value)))


def canonical(value: Json) -> str:
    """Compact JSON text with sorted keys (RFC 8785 for these values): what a fingerprint is taken of."""
    if isinstance(value, dict):
        return "{" + ",".join([_key(key) + ":" + canonical(value[key]) for key in sorted(value)]) + "}"
    if isinstance(value, list):
        return "[" + ",".join([canonical(item) for item in value]) + "]"
    return to_json(value)


UNSIGNED = ("format", "version", "signatures", "transmission", "decision", "journal", "bilans", "bilan_final",
            "prepam", "justifications", "pieces", "avis", "envois", "reponses", "copie")
"""Keys that are not part of the contract's content: they come after the signatures, or beside them."""
DESIGNATED = ("lieux[]", "stages[]", "parcours.objectifs[]", "parcours.objectifs[].strategies[]", "decision.actes[]")
"""Items that other answers name by their identifier: it is then an answer; elsewhere it only tells items apart."""


def answered(value: Json, place: str = "") -> Json:
    """The value without what is not answered: a missing key is read as unanswered, so a blank one says no more.

    ``place`` is its pattern in the file. Items of lists stay in their places.
    """
    if isinstance(value, dict):
        kept: dict[str, Json] = {}
        for key in value:
            below = answered(value[key], place + "." + key if place else key)
            if not _says_nothing(below) and (key != "id" or place[-2:] != "[]" or place in DESIGNATED):
                kept[key] = below
        return kept
    if isinstance(value, list):
        return [answered(item, place + "[]") for item in value]
    return value


def _says_nothing(value: Json) -> bool:
    return value is None or value == {} or value == [] or (isinstance(value, str) and value.strip() == "")


def contract_content(dossier: Dossier) -> Dossier:
    """What the parties sign.

    The follow-up of visits, conventions and attestations is left out: it changes after the signature, by design. So is
    the revision, which counts the sendings.
    """
    content: dict[str, Json] = {key: dossier[key] for key in dossier if key not in UNSIGNED}
    if "stages" in content and isinstance(content["stages"], list):
        content["stages"] = [_as_signed(stage) for stage in content["stages"]]
    if "dossier" in content and isinstance(content["dossier"], dict):
        content["dossier"] = {key: content["dossier"][key] for key in content["dossier"] if key != "revision"}
    return content


def contract_text(dossier: Dossier) -> str:
    """Canonical text of what is answered in the contract, of which the application takes the SHA-256 fingerprint."""
    return canonical(answered(contract_content(dossier)))


def _as_signed(stage: Json) -> Json:
    if not isinstance(stage, dict):
        return stage
    kept = {key: stage[key] for key in stage if key not in ("convention", "attestation_remise_le")}
    if "visites" in kept and isinstance(kept["visites"], list):
        kept["visites"] = [{key: visite[key] for key in visite if key not in ("faite_le", "observation")}
                           if isinstance(visite, dict) else visite for visite in kept["visites"]]
    return kept
