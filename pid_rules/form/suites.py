"""What follows the sending: transmission, decision, log, bilans, Prépam. Shown and kept; not asked yet."""

from pid_rules.form.options import CERTIFICATIONS, ROLES
from pid_rules.calendar_day import Date
from pid_rules.formats import Email, Identifier
from pid_rules.kinds import Choice, Integer, LongText, Name, Rating, Text, YesNo
from pid_rules.schema import Page

TRANSMISSION = Page("transmission", "Transmission", editable=False)
TRANSMISSION.ask("transmission.date", "Envoyé le", Date())
TRANSMISSION.ask("transmission.destinataire", "Destinataire", Email())
TRANSMISSION.ask("transmission.empreinte", "Empreinte", Text(80))

DECISION_PAGE = Page("decision", "Décision", editable=False)
AVIS_IEN_IO = DECISION_PAGE.ask("decision.avis_ien_io.sens", "Avis de l’IEN-IO",
                                Choice(("favorable", "Favorable"), ("avec_reserves", "Avec réserves"),
                                       ("defavorable", "Défavorable"),
                                       ("complement_demande", "Complément demandé")))
DECISION_PAGE.ask("decision.avis_ien_io.date", "Date de l’avis", Date())
DECISION_PAGE.ask("decision.avis_ien_io.texte", "Texte de l’avis", LongText())
DECISION = DECISION_PAGE.ask("decision.sens", "Décision de l’IA-DASEN",
                             Choice(("valide", "Validé"), ("valide_sous_conditions", "Validé sous conditions"),
                                    ("refuse", "Refusé")))
DECISION_DATE = DECISION_PAGE.ask("decision.date", "Date de la décision", Date())
DECISION_PAGE.ask("decision.conditions", "Conditions", LongText())
MOTIVATION = DECISION_PAGE.ask("decision.motivation", "Motivation", LongText())
DECISION_PAGE.ask("decision.signataire.nom", "Nom du signataire", Name())
DECISION_PAGE.ask("decision.signataire.qualite", "Qualité du signataire", Text())
NOTIFIEE_LE = DECISION_PAGE.ask("decision.notifiee_le", "Notifiée au collège le", Date())
FAMILLE_INFORMEE_LE = DECISION_PAGE.ask("decision.famille_informee_le", "Famille informée le", Date())

JOURNAL_PAGE = Page("journal", "Journal de suivi", editable=False)
JOURNAL = JOURNAL_PAGE.repeat("journal", "Journal", "note", feminine=True, maximum=400)
JOURNAL.ask("date", "Date", Date())
JOURNAL.ask("type", "Type", Choice(("entretien", "Entretien"), ("appel", "Appel"), ("absence", "Absence"),
                                   ("visite", "Visite"), ("autre", "Autre")))
JOURNAL.ask("lieu", "Lieu", Identifier())
JOURNAL.ask("texte", "Note", LongText())


def _assessment(asking, prefix):
    """The questions that a bilan d'étape and the bilan final share."""
    asking.ask(prefix + "date", "Date", Date())
    asking.repeat(prefix + "participants", "Participants", "participant").ask("", "Participant", Choice(*ROLES))
    asking.ask(prefix + "periode.du", "Période du", Date())
    asking.ask(prefix + "periode.au", "Période au", Date())
    asking.ask(prefix + "assiduite.college", "Assiduité au collège (%)", Integer(0, 100))
    asking.ask(prefix + "assiduite.exterieur", "Assiduité à l’extérieur (%)", Integer(0, 100))
    asking.ask(prefix + "assiduite.demi_journees", "Demi-journées d’absence", Integer(0, 400))
    objectifs = asking.repeat(prefix + "objectifs", "Objectifs évalués", "objectif")
    objectifs.ask("objectif", "Repère de l’objectif", Identifier())
    objectifs.ask("degre", "Degré", Choice(("atteint", "Atteint"), ("en_cours", "En cours"),
                                           ("non_atteint", "Non atteint"), ("abandonne", "Abandonné")))
    objectifs.ask("efficacite", "Efficacité", Rating())
    objectifs.ask("pertinence", "Pertinence", Rating())
    objectifs.ask("commentaire", "Commentaire", LongText())
    strategies = asking.repeat(prefix + "strategies", "Stratégies évaluées", "stratégie", feminine=True)
    strategies.ask("strategie", "Repère de la stratégie", Identifier())
    strategies.ask("efficacite", "Efficacité", Rating())
    strategies.ask("pertinence", "Pertinence", Rating())
    strategies.ask("suite", "Suite", Choice(("maintien", "Maintien"), ("ajustement", "Ajustement"),
                                            ("abandon", "Abandon")))
    stages = asking.repeat(prefix + "stages", "Stages", "stage")
    stages.ask("stage", "Repère du stage", Identifier())
    stages.ask("visite", "Visite faite le", Date())
    for key, label in (("ponctualite", "Ponctualité"), ("comportement", "Comportement"), ("interet", "Intérêt"),
                       ("initiative", "Initiative")):
        stages.ask(key, label, Rating())
    stages.ask("retour", "Retour du tuteur", LongText())
    asking.ask(prefix + "point_eleve", "Point de vue de l’élève", LongText())
    asking.ask(prefix + "point_famille", "Point de vue de la famille", LongText())


def _signed(asking, prefix):
    signatures = asking.repeat(prefix + "signatures", "Signatures", "signature", feminine=True)
    signatures.ask("role", "En qualité de", Choice(*ROLES))
    signatures.ask("nom", "Prénom et nom", Name())
    signatures.ask("date", "Date", Date())
    signatures.ask("empreinte", "Empreinte", Text(80), computed=True)
    asking.ask(prefix + "envoye_dsden", "Envoyé à la DSDEN le", Date())


BILANS_PAGE = Page("bilans", "Bilans d’étape", editable=False)
BILANS = BILANS_PAGE.repeat("bilans", "Bilans d’étape", "bilan d’étape")
BILANS.ask("numero", "Numéro", Integer(1, 60))
_assessment(BILANS, "")
BILANS.ask("ajustements", "Ajustements", LongText())
BILANS.ask("avenant", "Avenant", YesNo())
BILANS.ask("decision", "Décision", Choice(("poursuite", "Poursuite"), ("ajustement", "Ajustement"),
                                          ("arret", "Arrêt")))
_signed(BILANS, "")

BILAN_FINAL_PAGE = Page("bilan-final", "Bilan final", editable=False)
_assessment(BILAN_FINAL_PAGE, "bilan_final.")
_signed(BILAN_FINAL_PAGE, "bilan_final.")
BILAN_FINAL_PAGE.ask("bilan_final.synthese", "Synthèse", LongText())
BILAN_FINAL_PAGE.ask("bilan_final.efficacite_globale", "Efficacité globale", Rating())
BILAN_FINAL_PAGE.ask("bilan_final.pertinence_globale", "Pertinence globale", Rating())
BILAN_FINAL_PAGE.ask("bilan_final.suite", "Suite",
                     Choice(("retour_emploi_du_temps", "Retour à l’emploi du temps ordinaire"),
                            ("prolongation", "Prolongation"), ("modification", "Modification"),
                            ("arret_anticipe", "Arrêt anticipé"), ("orientation", "Orientation ou affectation"),
                            ("autre_dispositif", "Autre dispositif")))
BILAN_FINAL_PAGE.ask("bilan_final.projet_orientation", "Projet d’orientation", LongText())
for _number in range(1, 6):
    BILAN_FINAL_PAGE.ask("bilan_final.acquis_socle.d" + str(_number), "Socle, domaine " + str(_number), Rating())
BILAN_FINAL_PAGE.ask("bilan_final.certification_inscrite", "Certification à laquelle l’élève est inscrit",
                     Choice(*CERTIFICATIONS))

PREPAM_PAGE = Page("prepam", "Commission Prépam", editable=False)
PREPAM_PAGE.ask("prepam.date", "Date", Date())
PREPAM_PAGE.ask("prepam.motif", "Motif",
                Choice(("parcours_derogatoire", "Parcours dérogatoire"), ("relais", "Dispositif relais"),
                       ("eana", "Élève allophone nouvellement arrivé"), ("medical", "Motif médical, sous pli"),
                       ("social", "Motif social, sous pli"), ("autre", "Autre")))
VOEUX = PREPAM_PAGE.repeat("prepam.voeux", "Vœux", "vœu")
VOEUX.ask("rang", "Rang", Integer(1, 60))
VOEUX.ask("formation", "Formation", Text())
VOEUX.ask("etablissement", "Établissement", Text())
VOEUX.ask("voie", "Voie", Choice(("seconde_professionnelle", "Seconde professionnelle"), ("cap", "CAP"),
                                 ("apprentissage", "Apprentissage"),
                                 ("seconde_gt", "Seconde générale et technologique"), ("autre", "Autre")))
PREPAM_PAGE.ask("prepam.avis_chef", "Avis du chef d’établissement", LongText())
PREPAM_PAGE.ask("prepam.avis_psyen", "Avis du PsyEN", LongText())
ACCORDS = PREPAM_PAGE.repeat("prepam.accord_responsables", "Accord des responsables légaux", "accord")
ACCORDS.ask("role", "En qualité de", Choice(*ROLES))
ACCORDS.ask("date", "Date", Date())
