"""The contract: opinions, commitments of each party, signatures on paper, enclosed documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form.groups import ACCORDS, ENVOYER
from pid_rules.form.options import AVIS, ROLES
from pid_rules.form.stages import LIEUX, STAGES
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.designations import ItemReference
from pid_rules.questions.kinds import Choice, LongText, Name, Text, YesNo
from pid_rules.questions.schema import Page

if TYPE_CHECKING:
    from pid_rules.questions.schema import Block

AVIS_PAGE = Page("avis", "Avis", group=ACCORDS,
                 intro="Un sens et un nom. L’avis de l’assistant de service social et celui de l’infirmier se limitent "
                       "à leur sens : leur contenu voyage sous pli confidentiel.")
AVIS_CHEF = AVIS_PAGE.ask("avis.chef", "Avis motivé du chef d’établissement", LongText(), guarded=True,
                          missing="Indiquez l’avis motivé du chef d’établissement")
AVIS_PAGE.section("Psychologue de l’Éducation nationale")
AVIS_PSYEN = AVIS_PAGE.ask("avis.psyen.sens", "Avis du PsyEN", Choice(*AVIS))
AVIS_PSYEN_NOM = AVIS_PAGE.ask("avis.psyen.nom", "Nom du PsyEN", Name())
AVIS_PAGE.section("Professeur principal")
AVIS_PP = AVIS_PAGE.ask("avis.professeur_principal.sens", "Avis du professeur principal", Choice(*AVIS))
AVIS_PP_NOM = AVIS_PAGE.ask("avis.professeur_principal.nom", "Nom du professeur principal", Name())
AVIS_PAGE.section("CPE")
AVIS_CPE = AVIS_PAGE.ask("avis.cpe.sens", "Avis du CPE", Choice(*AVIS))
AVIS_CPE_NOM = AVIS_PAGE.ask("avis.cpe.nom", "Nom du CPE", Name())
AVIS_PAGE.section("Assistant de service social")
AVIS_SOCIAL = AVIS_PAGE.ask("avis.assistant_social.sens", "Avis de l’assistant de service social", Choice(*AVIS))
AVIS_SOCIAL_NOM = AVIS_PAGE.ask("avis.assistant_social.nom", "Nom de l’assistant de service social", Name())
AVIS_PAGE.section("Infirmier")
AVIS_INFIRMIER = AVIS_PAGE.ask("avis.infirmier.sens", "Avis de l’infirmier", Choice(*AVIS))
AVIS_INFIRMIER_NOM = AVIS_PAGE.ask("avis.infirmier.nom", "Nom de l’infirmier", Name())

ENGAGEMENTS = Page("engagements", "Engagements", group=ACCORDS,
                   intro="Le contrat lie le jeune, sa famille et le chef d’établissement ; l’organisme d’accueil s’y "
                         "associe si un stage est mis en place.")


def _commitments(path: str, label: str, whose: str, missing: str, needed_with: Block | None = None) -> Block:
    block = ENGAGEMENTS.repeat(path, label, "engagement", missing=missing, needed_with=needed_with, offered=True,
                               add="Ajouter un engagement " + whose)
    block.ask("", "Engagement", LongText(), missing="Écrivez cet engagement, ou supprimez la ligne", guarded=True)
    return block


ENGAGEMENTS_ELEVE = _commitments("engagements.eleve", "L’élève s’engage à…", "de l’élève",
                                 "Indiquez au moins un engagement de l’élève")
ENGAGEMENTS_FAMILLE = _commitments("engagements.famille", "La famille s’engage à…", "de la famille",
                                   "Indiquez au moins un engagement de la famille")
ENGAGEMENTS_ETABLISSEMENT = _commitments("engagements.etablissement", "Le collège s’engage à…", "du collège",
                                         "Indiquez au moins un engagement du collège")
ENGAGEMENTS_ACCUEIL = _commitments("engagements.accueil", "L’organisme d’accueil s’engage à…",
                                   "de l’organisme d’accueil",
                                   "Indiquez au moins un engagement de l’organisme d’accueil, puisqu’un stage est "
                                   "prévu",
                                   needed_with=STAGES)
RUPTURE = ENGAGEMENTS.ask("engagements.rupture", "Conditions d’arrêt anticipé", LongText(), guarded=True,
                          missing="Indiquez les conditions d’arrêt anticipé du parcours")

SIGNATURES_PAGE = Page("signatures", "Signatures", group=ACCORDS,
                       intro="Le contrat se signe à la main, sur le document imprimé. Notez ici qui a signé, et quand.")
SIGNATURES = SIGNATURES_PAGE.repeat("signatures", "Signatures", "signature", ids="G", feminine=True)
SIGNATURE_ROLE = SIGNATURES.ask("role", "En qualité de", Choice(*ROLES), missing="Indiquez qui a signé")
SIGNATURE_LIEU = SIGNATURES.ask("lieu", "Lieu d’accueil", ItemReference(LIEUX, "Ce lieu"),
                                hint="Pour un organisme d’accueil seulement")
SIGNATURE_NOM = SIGNATURES.ask("nom", "Prénom et nom", Name(), missing="Indiquez le nom du signataire")
SIGNATURE_DATE = SIGNATURES.ask("date", "Date de la signature", Date(), hint="Par exemple 18 11 2026",
                                needed="pour l’envoi")
SIGNATURE_EMPREINTE = SIGNATURES.ask("empreinte", "Empreinte du contenu à la signature", Text(80), computed=True)
MOTIF_SIGNATURE_UNIQUE = SIGNATURES_PAGE.ask(
    "signature_unique_motif", "Si un seul responsable légal signe, pour quel motif ?",
    Choice(("exercice_exclusif", "Un seul exerce l’autorité parentale"),
           ("deces", "L’autre parent n’est plus là pour signer"),
           ("retrait", "L’autre parent n’exerce plus l’autorité parentale"),
           ("delegation", "Un tiers exerce l’autorité parentale"),
           ("injoignable", "Autre parent injoignable"),
           ("informe_sans_opposition", "Autre parent informé, sans opposition"), control="radio"))

PIECES_PAGE = Page("pieces", "Pièces jointes", group=ENVOYER,
                   intro="Les documents joints au courriel, en plus de ce dossier : dites de chacun s’il est joint.")
PIECES = PIECES_PAGE.repeat("pieces", "Pièces", "pièce", ids="P", feminine=True)
PIECE_TYPE = PIECES.ask("type", "Pièce",
                        Choice(("emploi_du_temps_ordinaire", "Emploi du temps ordinaire"),
                               ("emploi_du_temps_amenage", "Emploi du temps aménagé"),
                               ("convention_stage", "Convention de stage"), ("bulletins", "Bulletins"),
                               ("compte_rendu_gpds", "Compte rendu du GPDS"), ("autre", "Autre pièce")),
                        missing="Indiquez de quelle pièce il s’agit")
PIECE_JOINTE = PIECES.ask("joint", "Cette pièce est-elle jointe ?", YesNo(),
                          missing="Indiquez si la pièce est jointe")
