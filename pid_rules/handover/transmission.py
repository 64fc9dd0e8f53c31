"""Words of the e-mail that carries the dossier to the DSDEN, by the département's profile. Never the pupil's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import contrat, etablissement
from pid_rules.handover import names
from pid_rules.handover.eml import SAFE_IN_NAMES, address, utf8
from pid_rules.questions.formats import Email
from pid_rules.words.typography import french
from pid_rules.words.visible import NBSP, one_line

if TYPE_CHECKING:
    from pid_rules.shapes import Dossier, Profile

SEPARATOR = " – "
"""Between the parts of a subject, each of which is left out where nothing is known of it."""
LONGEST_MAILTO = 1900
"""Windows hands addresses of some two thousand characters to the mail program, and cuts longer ones."""
HEX = "0123456789ABCDEF"


def _text(dossier: Dossier, path: str) -> str:
    value = get(dossier, path)
    return " ".join(one_line(value).split()) if isinstance(value, str) else ""


def _dossier(dossier: Dossier) -> str:
    """« 0490060Z-2026-K7QF, révision 1 », with what is known of it."""
    pieces = [names.reference(dossier)]
    if names.revision(dossier):
        pieces.append("révision" + NBSP + names.revision(dossier))
    return ", ".join([piece for piece in pieces if piece])


def _college(dossier: Dossier) -> str:
    name = _text(dossier, etablissement.NOM.path)
    return " ".join([piece for piece in (name, "(" + names.uai(dossier) + ")" if names.uai(dossier) else "") if piece])


def enclosed(dossier: Dossier) -> list[str]:
    """Labels of the documents that the dossier says are enclosed, the dossier itself first."""
    listed = get(dossier, contrat.PIECES.path)
    labels = ["le dossier (PDF et JSON)"]
    for piece in listed if isinstance(listed, list) else []:
        if isinstance(piece, dict) and piece.get("joint") is True and not is_blank(piece.get("type")):
            labels.append(contrat.PIECE_TYPE.kind.show(piece["type"]))
    return labels


def _writer(dossier: Dossier) -> str:
    """First name, name, function and address of the person who follows the dossier."""
    name = " ".join([part for part in (_text(dossier, etablissement.REDACTEUR_PRENOM.path),
                                       _text(dossier, etablissement.REDACTEUR_NOM.path)) if part])
    function = _text(dossier, etablissement.REDACTEUR_FONCTION.path)
    shown = etablissement.REDACTEUR_FONCTION.kind.show(function) if function else ""
    return ", ".join([part for part in (name, shown, _text(dossier, etablissement.REDACTEUR_COURRIEL.path)) if part])


def _values(dossier: Dossier, profile: Profile, seal: str) -> dict[str, str | list[str]]:
    """What the words between braces of a profile stand for; a list is a line for each of its items."""
    service = get(profile, "destinataire.service")
    writer = _writer(dossier)
    return {"service": service if isinstance(service, str) else "", "dossier": _dossier(dossier),
            "annee_scolaire": names.school_year(dossier), "etablissement": _college(dossier), "redacteur": writer,
            "signature": writer.split(",")[0], "empreinte": seal, "pieces": enclosed(dossier)}


def _filled(pattern: str, values: dict[str, str | list[str]]) -> list[str]:
    """The texts that a line gives: none where a word between braces has no value, several for a list."""
    made = [""]
    for index, piece in enumerate(pattern.split("{")):
        key, closed, after = piece.partition("}")
        if index == 0 or not closed or key not in values:
            made = [text + ("{" if index else "") + piece for text in made]
            continue
        value = values[key]
        held = value if isinstance(value, list) else [value] if value else []
        made = [text + one + after for text in made for one in held]
    return made


def mail_subject(dossier: Dossier, profile: Profile, seal: str = "") -> str:
    """Subject of the e-mail, on one line, after ``courriel.objet`` of the profile."""
    pattern = get(profile, "courriel.objet")
    values = _values(dossier, profile, seal)
    pieces: list[str] = []
    for part in (pattern if isinstance(pattern, str) else "{dossier}").split(SEPARATOR):
        pieces += _filled(part, values)
    return french(" ".join(SEPARATOR.join(pieces).split("\n")))


def mail_body(dossier: Dossier, profile: Profile, seal: str = "") -> str:
    """Body of the e-mail after ``courriel.texte`` of the profile, lines separated by « \\n »."""
    pattern = get(profile, "courriel.texte")
    values = _values(dossier, profile, seal)
    lines: list[str] = []
    for line in (pattern if isinstance(pattern, str) else "").split("\n"):
        for text in _filled(line, values):
            if text or (lines and lines[-1]):
                lines.append(text)
    return french("\n".join(lines).strip("\n"))


def recipient(profile: Profile) -> str:
    """The address of the DSDEN, "" where the profile has none that is one."""
    given = get(profile, "destinataire.courriel")
    return address(Email().accept(given)) if isinstance(given, str) else ""


def _percent(text: str) -> str:
    return "".join([chr(byte) if chr(byte) in SAFE_IN_NAMES else "%" + HEX[byte >> 4] + HEX[byte & 15]
                    for byte in utf8(text)])


def mailto(to: str, subject: str, body: str) -> tuple[str, bool]:
    """The « mailto: » address of a message, and whether its body is in it: one that is too long is left out (RFC
    6068)."""
    start = "mailto:" + "@".join([_percent(part) for part in to.split("@")]) + "?subject=" + _percent(subject)
    whole = start + "&body=" + _percent(body.replace("\n", "\r\n"))
    return (whole, True) if len(whole) <= LONGEST_MAILTO else (start, False)


def size_in_words(count: int) -> str:
    """« 212 ko », « 1,2 Mo » of a number of bytes."""
    if count < 1000:
        return str(count) + NBSP + "octets"
    if count < 1_000_000:
        return str((count + 500) // 1000) + NBSP + "ko"
    tenths = (count + 50_000) // 100_000
    return str(tenths // 10) + "," + str(tenths % 10) + NBSP + "Mo"
