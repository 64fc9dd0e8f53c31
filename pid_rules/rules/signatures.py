"""Who has signed the contract, when, and whether its content is still what was signed."""

from pid_rules import dates
from pid_rules.form import contrat, eleve, etablissement, parcours, stages
from pid_rules.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.rule import FINGERPRINT, Theme, Trip, optional
from pid_rules.schema import DEMARRAGE, ENVOI
from pid_rules.sources.administration import CIVIL_372_2
from pid_rules.sources.circulaires import CONCEPTION
from pid_rules.sources.education import D332_6
from pid_rules.sources.lettre import LETTRE_2018

THEME = Theme("signatures", "Contrat et signatures")
SENT = (ENVOI, DEMARRAGE)
CONTRAT = LETTRE_2018.quoting("un contrat entre le jeune, sa famille et le chef d'établissement")


def signed(signatures, role):
    """The signatures of a role that have a date."""
    return [signature for signature in signatures
            if signature[contrat.SIGNATURE_ROLE] == role and signature[contrat.SIGNATURE_DATE] is not None]


@THEME.rule("SI-01", "Signature de l’élève", reads=(contrat.SIGNATURES,), severity=BLOQUANT, steps=SENT,
            source=CONTRAT, message="L’élève n’a pas signé le contrat.",
            advice="Faites signer le contrat imprimé, puis notez la date.")
def eleve_n_a_pas_signe(signatures):
    return not signed(signatures, "eleve")


@THEME.rule("SI-02", "Signature des responsables légaux",
            reads=(contrat.SIGNATURES, eleve.RESPONSABLES, optional(contrat.MOTIF_SIGNATURE_UNIQUE),
                   eleve.DATE_NAISSANCE, parcours.DEBUT),
            at=(contrat.SIGNATURES,), severity=AVERTISSEMENT, steps=SENT,
            source=D332_6.quoting("avec l'accord de ses représentants légaux"),
            message="Un seul des deux responsables légaux a signé, sans que le motif soit indiqué.",
            advice="Faites signer l’autre responsable, ou indiquez le motif sur la page «\u00a0Signatures\u00a0».")
def responsables_n_ont_pas_signe(signatures, responsables, motif, date_naissance, debut):
    if dates.age(date_naissance, debut) >= 18:
        return None
    have_signed = [index for index in range(len(responsables)) if signed(signatures, "responsable_" + str(index + 1))]
    if not have_signed:
        return Trip(severity=BLOQUANT, message="Aucun responsable légal n’a signé le contrat.")
    holders = [index for index in range(len(responsables))
               if responsables[index][eleve.AUTORITE_PARENTALE] == "conjointe"]
    if len(holders) == 2 and len(have_signed) == 1 and motif is None:
        return True


@THEME.rule("SI-03", "Désaccord d’un parent", reads=(eleve.DESACCORD_CONNU,), severity=BLOQUANT,
            source=CIVIL_372_2.quoting("A l'égard des tiers de bonne foi, chacun des parents est réputé agir avec "
                                       "l'accord de l'autre"),
            message="Un désaccord de l’un des parents est connu\u00a0: le collège ne peut pas poursuivre sans l’accord "
                    "des deux ou une décision du juge aux affaires familiales.",
            advice="Arrêtez la procédure et informez la famille qu’elle peut saisir le juge.")
def desaccord(desaccord_connu):
    return desaccord_connu


@THEME.rule("SI-04", "Signature du chef d’établissement", reads=(contrat.SIGNATURES,), severity=BLOQUANT, steps=SENT,
            source=CONTRAT, message="Le chef d’établissement n’a pas signé le contrat.",
            advice="Faites signer le contrat imprimé, puis notez la date.")
def chef_n_a_pas_signe(signatures):
    return not signed(signatures, "chef_etablissement")


@THEME.rule("SI-05", "Signature du référent", reads=(contrat.SIGNATURES,), severity=AVERTISSEMENT, steps=SENT,
            source=LETTRE_2018.quoting("Le parcours fonctionne sur la base du tutorat avec un référent"),
            message="Le référent n’a pas signé le contrat.",
            advice="Faites signer le référent, puis notez la date.")
def referent_n_a_pas_signe(signatures):
    return not signed(signatures, "referent")


@THEME.rule("SI-06", "Organisme d’accueil associé",
            reads=(stages.STAGE_LIEU, contrat.SIGNATURES, optional(stages.CONVENTION_STATUT)), over=stages.STAGES,
            at=(stages.STAGE_LIEU,), severity=BLOQUANT, steps=SENT,
            source=LETTRE_2018.quoting("Il associe l'entreprise ou l'organisme d'accueil si un stage est mis en place"),
            message="L’organisme d’accueil de ce stage n’a signé ni le contrat ni la convention.",
            advice="Faites signer l’annexe du contrat ou la convention, puis notez la date.")
def accueil_non_associe(lieu, signatures, convention):
    hosts = [signature for signature in signed(signatures, "organisme_accueil")
             if signature[contrat.SIGNATURE_LIEU] == lieu]
    return not hosts and convention != "signee"


@THEME.rule("SI-07", "Date de signature",
            reads=(contrat.SIGNATURE_DATE, parcours.DEBUT, etablissement.DATE_REDACTION), over=contrat.SIGNATURES,
            at=(contrat.SIGNATURE_DATE,), severity=AVERTISSEMENT, steps=SENT,
            source=CONCEPTION.quoting("Une signature suit la rédaction du document et précède le début du parcours."),
            message="Cette signature est datée d’avant la rédaction du dossier ou d’après le début du parcours.",
            advice="Vérifiez la date de la signature.")
def signature_hors_delai(date, debut, redaction):
    return not redaction <= date <= debut


@THEME.rule("SI-08", "Contenu inchangé depuis la signature", reads=(contrat.SIGNATURE_EMPREINTE, FINGERPRINT),
            over=contrat.SIGNATURES, at=(contrat.SIGNATURE_DATE,), severity=BLOQUANT, steps=SENT,
            source=CONTRAT, message="Le contrat a changé depuis cette signature.",
            advice="Faites signer de nouveau, ou préparez un avenant.")
def change_depuis_la_signature(empreinte, fingerprint):
    return empreinte != fingerprint
