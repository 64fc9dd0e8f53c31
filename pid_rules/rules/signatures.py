"""Who has signed the contract, when, and whether its content is still what was signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import contrat, eleve, etablissement, parcours, stages
from pid_rules.judgement.rule import FINGERPRINT, TODAY, UNKNOWN, Theme, Trip, optional
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.questions.schema import DEMARRAGE, ENVOI
from pid_rules.seuils import reperes
from pid_rules.sources import lettre
from pid_rules.sources.administration import CIVIL_372_2, CIVIL_377
from pid_rules.sources.circulaires import A_VENIR, CONCEPTION
from pid_rules.sources.education import D332_6
from pid_rules.words import dates
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Verdict

THEME = Theme("signatures", "Contrat et signatures")
SENT = (ENVOI, DEMARRAGE)
ASE = "ase"
SEUL = ("exercice_exclusif", "deces", "retrait", "delegation")
"""Motives by which one person alone exercises the authority."""
ACTE_USUEL = CIVIL_372_2.quoting("est réputé agir avec l'accord de l'autre, quand il fait seul un acte usuel de "
                                 "l'autorité parentale")
DELEGATION = CIVIL_377.quoting("saisir le juge en vue de voir déléguer tout ou partie de l'exercice de leur autorité "
                               "parentale à un tiers")


def signed(signatures: list[Item], role: str) -> list[Item]:
    """The signatures of a role that have a date."""
    return [signature for signature in signatures
            if signature[contrat.SIGNATURE_ROLE] == role and signature[contrat.SIGNATURE_DATE] is not None]


@THEME.rule("SI-01", "Signature de l’élève", reads=(contrat.SIGNATURES,), severity=BLOQUANT, steps=SENT,
            source=lettre.CONTRAT, message="L’élève n’a pas signé le contrat.",
            advice="Faites signer le contrat imprimé, puis notez la date.")
def eleve_n_a_pas_signe(signatures: list[Item]) -> Verdict:
    return not signed(signatures, "eleve")


@THEME.rule("SI-02", "Signature des responsables légaux",
            reads=(contrat.SIGNATURES, eleve.RESPONSABLES, optional(contrat.MOTIF_SIGNATURE_UNIQUE),
                   eleve.DATE_NAISSANCE, parcours.DEBUT, reperes.MAJORITE.at(parcours.DEBUT)),
            at=(contrat.SIGNATURES,), severity=BLOQUANT, steps=SENT,
            source=D332_6.quoting("avec l'accord de ses représentants légaux"),
            message="Aucun responsable légal qui exerce l’autorité parentale n’a signé le contrat.",
            advice="Faites signer le contrat imprimé, puis notez la date ; si un seul responsable signe, indiquez "
                   "le motif sur la page « Signatures ».")
def responsables_n_ont_pas_signe(signatures: list[Item], responsables: list[Item], motif: str | None,
                                 date_naissance: int, debut: int, majority: int) -> Verdict:
    if dates.age(date_naissance, debut) >= majority:
        return None
    authority = [responsable[eleve.AUTORITE_PARENTALE] for responsable in responsables]
    if not authority or None in authority:
        return UNKNOWN
    holders = [responsable for responsable in responsables if responsable[eleve.AUTORITE_PARENTALE] != "sans"]
    have_signed = [responsables[index] for index in range(len(authority))
                   if authority[index] != "sans" and signed(signatures, "responsable_" + str(index + 1))]
    if not have_signed:
        return True
    held = [eleve.AUTORITE_PARENTALE.at(responsable.path) for responsable in holders]
    alone = have_signed[0] if len(have_signed) == 1 else None
    if alone is None:
        return None
    if alone[eleve.QUALITE] == ASE and alone[eleve.AUTORITE_PARENTALE] == "exclusive":
        return Trip(severity=AVERTISSEMENT, paths=held, citation=DELEGATION,
                    message="L’aide sociale à l’enfance signe seule : les parents gardent l’autorité parentale, "
                            "sauf délégation ou tutelle. Joignez le jugement.")
    if len(holders) > 1 and "exclusive" in authority and (motif is None
                                                          or alone[eleve.AUTORITE_PARENTALE] == "conjointe"):
        return Trip(severity=AVERTISSEMENT, paths=held,
                    message="Un seul des deux responsables a signé et leurs réponses se contredisent : si l’un "
                            "exerce seul l’autorité parentale, l’autre est « sans exercice de l’autorité "
                            "parentale ». Corrigez cette réponse, ou faites signer les deux.")
    if alone[eleve.AUTORITE_PARENTALE] != "conjointe":
        return None
    if motif is None:
        return Trip(severity=AVERTISSEMENT, paths=[contrat.MOTIF_SIGNATURE_UNIQUE.path],
                    message="L’autorité parentale est conjointe et un seul des deux responsables a signé, sans que le "
                            "motif soit indiqué.")
    if len(holders) > 1:
        return _motif_insuffisant(motif, held)
    return None


def _motif_insuffisant(motif: str, held: list[str]) -> Trip:
    """What is said of one signature alone although two persons exercise the authority together."""
    if motif in SEUL:
        return Trip(severity=AVERTISSEMENT, paths=[contrat.MOTIF_SIGNATURE_UNIQUE.path] + held,
                    message="Le motif dit qu’un seul responsable exerce l’autorité parentale, et les deux sont "
                            "indiqués comme l’exerçant ensemble : corrigez l’une de ces réponses, ou faites "
                            "signer les deux.")
    return Trip(severity=AVERTISSEMENT, paths=[contrat.MOTIF_SIGNATURE_UNIQUE.path], citation=ACTE_USUEL,
                message="L’accord de l’autre parent n’est présumé que pour un acte usuel, ce qu’une dérogation n’est "
                        "peut-être pas : gardez la preuve qu’il a été informé, et joignez-la.")


@THEME.rule("SI-03", "Désaccord d’un parent", reads=(eleve.DESACCORD_CONNU,), severity=BLOQUANT, steps=SENT,
            source=CIVIL_372_2.quoting("A l'égard des tiers de bonne foi, chacun des parents est réputé agir avec "
                                       "l'accord de l'autre"),
            message="Le collège connaît le désaccord d’un titulaire de l’autorité parentale : l’accord de l’autre "
                    "ne peut plus être présumé.",
            advice="N’envoyez pas le dossier : attendez l’accord des deux, ou la décision du juge aux affaires "
                   "familiales, que les parents peuvent saisir.")
def desaccord(desaccord_connu: bool) -> Verdict:
    return desaccord_connu


@THEME.rule("SI-04", "Signature du chef d’établissement", reads=(contrat.SIGNATURES,), severity=BLOQUANT, steps=SENT,
            source=lettre.CONTRAT, message="Le chef d’établissement n’a pas signé le contrat.",
            advice="Faites signer le contrat imprimé, puis notez la date.")
def chef_n_a_pas_signe(signatures: list[Item]) -> Verdict:
    return not signed(signatures, "chef_etablissement")


@THEME.rule("SI-05", "Signature du référent", reads=(contrat.SIGNATURES,), severity=AVERTISSEMENT, steps=SENT,
            source=lettre.TUTORAT,
            message="Le référent n’a pas signé le contrat.",
            advice="Faites signer le référent, puis notez la date.")
def referent_n_a_pas_signe(signatures: list[Item]) -> Verdict:
    return not signed(signatures, "referent")


@THEME.rule("SI-06", "Organisme d’accueil associé",
            reads=(stages.STAGE_LIEU, contrat.SIGNATURES, optional(stages.CONVENTION_STATUT)), over=stages.STAGES,
            at=(stages.STAGE_LIEU,), severity=BLOQUANT, steps=SENT,
            source=lettre.ORGANISME,
            message="L’organisme d’accueil de ce stage n’a signé ni le contrat ni la convention.",
            advice="Faites signer l’annexe du contrat ou la convention, puis notez la date.")
def accueil_non_associe(lieu: str, signatures: list[Item], convention: str | None) -> Verdict:
    hosts = [signature for signature in signed(signatures, "organisme_accueil")
             if signature[contrat.SIGNATURE_LIEU] == lieu]
    return not hosts and convention != "signee"


@THEME.rule("SI-07", "Date de signature",
            reads=(contrat.SIGNATURE_DATE, parcours.DEBUT, etablissement.DATE_REDACTION, TODAY),
            over=contrat.SIGNATURES, at=(contrat.SIGNATURE_DATE,), severity=AVERTISSEMENT, steps=SENT,
            source=CONCEPTION.quoting("Une signature suit la rédaction du document et précède le début du parcours."),
            message="Cette signature est datée du {date}, {position}.",
            advice="Vérifiez la date de la signature, celle de la rédaction et celle du début.")
def signature_hors_delai(date: int, debut: int, redaction: int, today: int) -> Verdict:
    if date < redaction:
        return Trip(date=dates.in_words(date), position="avant la rédaction du dossier")
    if date > debut:
        return Trip(date=dates.in_words(date), position="après le début du parcours")
    if date > today:
        return Trip(date=dates.in_words(date), position="un jour à venir", citation=A_VENIR)


@THEME.rule("SI-08", "Contenu inchangé depuis la signature", reads=(contrat.SIGNATURES, FINGERPRINT),
            at=(contrat.SIGNATURE_DATE,), severity=BLOQUANT, steps=SENT,
            source=lettre.ENGAGEMENT,
            message="Le contrat a changé depuis {signatures}.",
            advice="Faites signer de nouveau et notez-le en une fois sur la page « Signatures », ou préparez "
                   "un avenant.")
def change_depuis_la_signature(signatures: list[Item], fingerprint: str) -> Verdict:
    borne = [(contrat.SIGNATURE_DATE.at(signature.path), signature[contrat.SIGNATURE_EMPREINTE])
             for signature in signatures]
    changed = [path for path, empreinte in borne if empreinte is not None and empreinte != fingerprint and fingerprint]
    verdict = [UNKNOWN] if [path for path, empreinte in borne if empreinte is None or not fingerprint] else []
    if changed:
        words = "cette signature" if len(changed) == 1 else declared("ces {0} signatures").format(len(changed))
        verdict.append(Trip(paths=changed, signatures=words))
    return verdict
