"""Places to sign by hand, with the names that the dossier knows and the dates that the collège has noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks
from pid_rules.documents.answers import role_label
from pid_rules.dossier.paths import get
from pid_rules.form import contrat, eleve, etablissement, parcours, stages
from pid_rules.judgement import signatories
from pid_rules.judgement.signatories import ACCUEIL

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.form.bilans import Assessment
    from pid_rules.shapes import Dossier


def representatives(answers: Answers) -> int:
    """How many legal representatives sign."""
    count = answers.count(eleve.RESPONSABLES.path)
    return count or (2 if answers.blank_form else 1)


def hosts(answers: Answers) -> list[str]:
    """Identifiers of the places where a stage is planned, in order; "" stands for one to name by hand."""
    found = signatories.hosts(answers.dossier)
    if not answers.blank_form:
        return found
    named = [get(answers.dossier, stages.LIEU_ID.at(place)) for place in answers.places(stages.LIEUX)
             if answers.held(stages.LIEU_NOM.at(place))]
    return [host if host in named else "" for host in found] or [""]


def expected(answers: Answers) -> list[tuple[str, str, str, str]]:
    """Who signs with the collège: (role, place of a host, name, quality) of the pupil, family, head and référent.

    The functions are not said: their words name a man and a woman, and the person who signs is one of them.
    """
    found = [("eleve", "", answers.full_name(eleve.PRENOM, eleve.NOM), "")]
    for index in range(representatives(answers)):
        place = eleve.RESPONSABLES.path + "." + str(index)
        found.append(("responsable_" + str(index + 1), "",
                      answers.full_name(eleve.RESPONSABLE_PRENOM, eleve.RESPONSABLE_NOM, place),
                      answers.text(eleve.QUALITE.at(place))))
    found.append(("chef_etablissement", "",
                  answers.full_name(etablissement.CHEF_PRENOM, etablissement.CHEF_NOM), ""))
    found.append(("referent", "", answers.full_name(parcours.REFERENT_PRENOM, parcours.REFERENT_NOM), ""))
    return found


def noted(answers: Answers) -> list[Dossier]:
    """The signatures noted under the contract: role, place, name, date in words, fingerprint."""
    return [{"role": get(answers.dossier, contrat.SIGNATURE_ROLE.at(place)) or "",
             "lieu": get(answers.dossier, contrat.SIGNATURE_LIEU.at(place)) or "",
             "nom": answers.text(contrat.SIGNATURE_NOM.at(place)),
             "date": answers.text(contrat.SIGNATURE_DATE.at(place)),
             "empreinte": answers.text(contrat.SIGNATURE_EMPREINTE.at(place))}
            for place in answers.places(contrat.SIGNATURES)]


def noted_under(answers: Answers, assessment: Assessment, bilan: str) -> list[Dossier]:
    """The same, of the bilan at a place."""
    return [{"role": get(answers.dossier, assessment.signature_role.at(place)) or "", "lieu": "",
             "nom": answers.text(assessment.signature_nom.at(place)),
             "date": answers.text(assessment.signature_date.at(place)),
             "empreinte": answers.text(assessment.signature_empreinte.at(place))}
            for place in answers.places(assessment.signatures, bilan)]


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
