"""Words of the e-mail that carries the dossier to the DSDEN. The pupil's name never appears in it."""

from pid_rules.form import contrat, etablissement
from pid_rules.output import names
from pid_rules.output.typography import french
from pid_rules.paths import get, is_blank

NBSP = "\u00a0"


def _text(dossier, path):
    value = get(dossier, path)
    return value.strip() if isinstance(value, str) else ""


def _dossier(dossier):
    """« 0490060Z-2026-K7QF, révision 1 », with what is known of it."""
    pieces = [names.reference(dossier)]
    if names.revision(dossier):
        pieces.append("révision" + NBSP + names.revision(dossier))
    return ", ".join([piece for piece in pieces if piece])


def _college(dossier):
    name = _text(dossier, etablissement.NOM.path)
    return " ".join([piece for piece in (name, "(" + names.uai(dossier) + ")" if names.uai(dossier) else "") if piece])


def mail_subject(dossier):
    """Subject of the e-mail, on one line."""
    pieces = ["Parcours individualisé dérogatoire", _dossier(dossier), _college(dossier)]
    return french(" – ".join([piece for piece in pieces if piece]).replace("\n", " "))


def enclosed(dossier):
    """Labels of the documents that the dossier says are enclosed, the dossier itself first."""
    listed = get(dossier, contrat.PIECES.path)
    labels = ["le dossier (fichier PDF, à ouvrir ou à imprimer)"]
    for piece in listed if isinstance(listed, list) else []:
        if isinstance(piece, dict) and piece.get("joint") is True and not is_blank(piece.get("type")):
            labels.append(contrat.PIECE_TYPE.kind.show(piece["type"]))
    return labels


def mail_body(dossier, profile):
    """Body of the e-mail, lines separated by « \\n »; ``profile`` names the service of the DSDEN."""
    service = get(profile, "destinataire.service")
    lines = ["À l’attention de" + NBSP + ": " + service, ""] if isinstance(service, str) else []
    lines += ["Madame, Monsieur,", "",
              "Vous trouverez ci-joint un dossier de parcours individualisé dérogatoire, adressé pour validation par "
              "l’IA-DASEN.", ""]
    facts = (("Référence", _dossier(dossier)), ("Année scolaire", names.school_year(dossier)),
             ("Établissement", _college(dossier)), ("Dossier suivi par", _writer(dossier)))
    lines += [label + NBSP + ": " + value for label, value in facts if value]
    lines += ["", "Documents joints" + NBSP + ":"] + ["- " + label for label in enclosed(dossier)]
    lines += ["", "Cordialement,", _writer(dossier).split(",")[0]]
    return french("\n".join(lines).rstrip("\n"))


def _writer(dossier):
    """First name, name, function and address of the person who follows the dossier."""
    name = " ".join([part for part in (_text(dossier, etablissement.REDACTEUR_PRENOM.path),
                                       _text(dossier, etablissement.REDACTEUR_NOM.path)) if part])
    function = _text(dossier, etablissement.REDACTEUR_FONCTION.path)
    shown = etablissement.REDACTEUR_FONCTION.kind.show(function) if function else ""
    return ", ".join([part for part in (name, shown, _text(dossier, etablissement.REDACTEUR_COURRIEL.path)) if part])
