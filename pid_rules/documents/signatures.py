"""Places to sign by hand, with the names that the dossier knows and the dates that the collège has noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks
from pid_rules.documents.answers import role_label
from pid_rules.dossier.paths import fill, get
from pid_rules.form import contrat, eleve, etablissement, parcours, stages

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.shapes import Dossier

ACCUEIL = "organisme_accueil"


def representatives(answers: Answers) -> int:
    """How many legal representatives sign."""
    count = answers.count(eleve.RESPONSABLES.path)
    return count or (2 if answers.blank_form else 1)


def hosts(answers: Answers) -> list[str]:
    """Identifiers of the places where a stage is planned, in order; "" stands for one to name by hand."""
    found: list[str] = []
    for index in range(answers.count(stages.STAGES.path)):
        place = get(answers.dossier, stages.STAGES.path + "." + str(index) + ".lieu")
        if isinstance(place, str) and place and place not in found:
            found.append(place)
    return found or ([""] if answers.blank_form else [])


def expected(answers: Answers) -> list[tuple[str, str, str, str]]:
    """Who signs with the collège: (role, place of a host, name, quality) of the pupil, family, head and référent."""
    found = [("eleve", "", answers.full_name("eleve"), "")]
    for index in range(representatives(answers)):
        place = eleve.RESPONSABLES.path + "." + str(index)
        found.append(("responsable_" + str(index + 1), "", answers.full_name(place),
                      answers.text(fill(eleve.QUALITE.path, place))))
    found.append(("chef_etablissement", "", answers.full_name("etablissement.chef"),
                  answers.text(etablissement.CHEF_FONCTION.path)))
    found.append(("referent", "", answers.full_name("referent"), answers.text(parcours.REFERENT_FONCTION.path)))
    return found


def noted(answers: Answers, path: str = contrat.SIGNATURES.path) -> list[Dossier]:
    """The signatures noted in a list of the file: role, place, name, date in words, fingerprint."""
    found: list[Dossier] = []
    for index in range(answers.count(path)):
        place = path + "." + str(index)
        found.append({"role": get(answers.dossier, place + ".role") or "",
                      "lieu": get(answers.dossier, place + ".lieu") or "",
                      "nom": answers.text(place + ".nom"), "date": answers.text(place + ".date"),
                      "empreinte": answers.text(place + ".empreinte")})
    return found


def boxes(answers: Answers, awaited: list[tuple[str, str, str, str]], found: list[Dossier]) -> Printed:
    """One place to sign for each person awaited, then one for each signature noted that nobody expects."""
    made: list[Printed] = []
    found = list(found)
    for role, host, name, quality in awaited:
        signature = _taken(found, role, host)
        made.append(box(role, quality, signature["nom"] if signature and signature["nom"] else name,
                        signature["date"] if signature else ""))
    for signature in found:
        host = signature["lieu"]
        made.append(box(signature["role"], answers.called(host) if host else "", signature["nom"], signature["date"]))
    return blocks.signatures(made)


def _taken(found: list[Dossier], role: str, host: str) -> Dossier | None:
    """Take out of the list the signature of a role, at a place for a host; None where there is none."""
    for index, signature in enumerate(found):
        if signature["role"] == role and (role != ACCUEIL or signature["lieu"] == host):
            return found.pop(index)
    return None


def box(role: str, quality: str, name: str, date: str = "") -> Printed:
    """One place to sign; ``role`` is that of the file, or the words that stand for it."""
    asked = "Signature :" if date else "Date et signature :"
    return blocks.box(role_label(role), quality + ". " + asked if quality else asked, name, date)
