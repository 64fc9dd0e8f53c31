"""What is read together where a dossier is read again: answers of one line, the names of items, what needs no label."""

from pid_rules.form import contrat, eleve, parcours, situation, stages, suites
from pid_rules.form import emploi_du_temps as edt
from pid_rules.form import etablissement as college
from pid_rules.form.bilans import ETAPE, FINAL

TOGETHER = (
    ("Adresse", (college.ADRESSE, college.CODE_POSTAL, college.VILLE)),
    ("Téléphone, courriel", (college.TELEPHONE, college.COURRIEL)),
    ("Chef d’établissement", (college.CHEF_PRENOM, college.CHEF_NOM, college.CHEF_FONCTION)),
    ("Dossier suivi par", (college.REDACTEUR_PRENOM, college.REDACTEUR_NOM, college.REDACTEUR_FONCTION,
                           college.REDACTEUR_COURRIEL)),
    ("Élève", (eleve.PRENOM, eleve.NOM)),
    ("Classe", (eleve.CLASSE, eleve.NIVEAU, eleve.REGIME)),
    ("Adresse", (eleve.ADRESSE, eleve.CODE_POSTAL, eleve.VILLE)),
    (situation.ABSENCES.label, (situation.ABSENCES, situation.ABSENCES_DU, situation.ABSENCES_AU)),
    ("Parcours", (parcours.DEBUT, parcours.FIN)),
    ("Référent", (parcours.REFERENT_PRENOM, parcours.REFERENT_NOM, parcours.REFERENT_FONCTION,
                  parcours.REFERENT_TELEPHONE, parcours.REFERENT_COURRIEL)),
    ("", (stages.REPRESENTANT_PRENOM, stages.REPRESENTANT_NOM, stages.REPRESENTANT_FONCTION)),
    ("", (stages.TUTEUR_PRENOM, stages.TUTEUR_NOM, stages.TUTEUR_FONCTION)),
    ("", (stages.CONVENTION_STATUT, stages.CONVENTION_DATE)),
    ("", (contrat.SIGNATURE_NOM, contrat.SIGNATURE_DATE)),
    (contrat.AVIS_PSYEN.label, (contrat.AVIS_PSYEN, contrat.AVIS_PSYEN_NOM)),
    (contrat.AVIS_PP.label, (contrat.AVIS_PP, contrat.AVIS_PP_NOM)),
    (contrat.AVIS_CPE.label, (contrat.AVIS_CPE, contrat.AVIS_CPE_NOM)),
    (contrat.AVIS_SOCIAL.label, (contrat.AVIS_SOCIAL, contrat.AVIS_SOCIAL_NOM)),
    (contrat.AVIS_INFIRMIER.label, (contrat.AVIS_INFIRMIER, contrat.AVIS_INFIRMIER_NOM)),
    (suites.AVIS_IEN_IO.label, (suites.AVIS_IEN_IO, suites.AVIS_IEN_IO_DATE)),
    (suites.DECISION.label, (suites.DECISION, suites.DECISION_DATE)),
    ("Période", (FINAL.periode_du, FINAL.periode_au)),
    ("", (ETAPE.periode_du, ETAPE.periode_au)),
)
"""(label, answers that one line says, in the order of a sentence): a person, an address, a period. In the sentence of
an item there is no label."""
TOGETHER_OF = {field.path: (label, fields) for label, fields in TOGETHER for field in fields}

CALLED = {block.path: fields for block, fields in (
    (eleve.RESPONSABLES, (eleve.RESPONSABLE_PRENOM, eleve.RESPONSABLE_NOM)),
    (situation.MESURES, (situation.MESURE_TYPE,)), (stages.LIEUX, (stages.LIEU_NOM,)),
    (stages.STAGES, (stages.STAGE_TYPE, stages.STAGE_LIEU)), (stages.HORAIRES, (stages.HORAIRE_JOUR,)),
    (stages.VISITES, (stages.VISITE_DATE,)), (edt.SEMAINES, (edt.SEMAINE_NOM,)), (edt.CRENEAUX, (edt.CRENEAU_JOUR,)),
    (parcours.DISPENSES, (parcours.DISPENSE_DISCIPLINE,)),
    (contrat.SIGNATURES, (contrat.SIGNATURE_ROLE, contrat.SIGNATURE_LIEU)), (contrat.PIECES, (contrat.PIECE_TYPE,)),
    (suites.JOURNAL, (suites.JOURNAL_DATE, suites.JOURNAL_TYPE)), (suites.ACCORDS, (suites.ACCORD_ROLE,)),
    (ETAPE.objectifs, (ETAPE.objectif,)), (ETAPE.strategies, (ETAPE.strategie,)), (ETAPE.stages, (ETAPE.stage,)),
    (FINAL.objectifs, (FINAL.objectif,)), (FINAL.strategies, (FINAL.strategie,)), (FINAL.stages, (FINAL.stage,)))}
"""The answers by which an item is called, where it has a better name than « objectif 2 »."""

CLEAR = ("nom", "prenom", "fonction", "telephone", "courriel", "adresse", "code_postal", "ville", "pays", "type",
         "qualite", "activite", "intitule", "compensation", "effet", "texte", "visiteur", "lieu", "semaine", "degre")
"""Names of the answers that need no label in the sentence of an item."""
EVERY_WEEK = edt.CRENEAU_SEMAINE.name
"""Name of the answers that say something when they are blank."""
BEGINNINGS, ENDS = ("du", "debut", "pause_debut"), ("au", "fin", "pause_fin")
