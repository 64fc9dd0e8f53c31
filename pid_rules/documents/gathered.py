"""What paper says on one line of a page: a person, an address, a period."""

from pid_rules.form import eleve, parcours, situation, stages
from pid_rules.form import etablissement as college
from pid_rules.form.bilans import ETAPE, FINAL

GATHERED = (
    ("Adresse", (college.ADRESSE, college.CODE_POSTAL, college.VILLE)),
    ("Contact", (college.TELEPHONE, college.COURRIEL)),
    ("Chef d’établissement", (college.CHEF_PRENOM, college.CHEF_NOM, college.CHEF_FONCTION)),
    ("Contact", (college.REDACTEUR_PRENOM, college.REDACTEUR_NOM, college.REDACTEUR_FONCTION,
                 college.REDACTEUR_COURRIEL)),
    ("Prénom et nom", (eleve.PRENOM, eleve.NOM)),
    ("Adresse", (eleve.ADRESSE, eleve.CODE_POSTAL, eleve.VILLE)),
    ("Prénom et nom", (eleve.RESPONSABLE_PRENOM, eleve.RESPONSABLE_NOM)),
    ("Contact", (eleve.RESPONSABLE_TELEPHONE, eleve.RESPONSABLE_COURRIEL)),
    (situation.ABSENCES.label, (situation.ABSENCES, situation.ABSENCES_DU, situation.ABSENCES_AU)),
    ("Dates", (parcours.DEBUT, parcours.FIN)),
    ("Nom et fonction", (parcours.REFERENT_PRENOM, parcours.REFERENT_NOM, parcours.REFERENT_FONCTION)),
    ("Contact", (parcours.REFERENT_TELEPHONE, parcours.REFERENT_COURRIEL)),
    ("Adresse", (stages.LIEU_ADRESSE, stages.LIEU_CODE_POSTAL, stages.LIEU_VILLE, stages.LIEU_PAYS)),
    ("Représenté par", (stages.REPRESENTANT_PRENOM, stages.REPRESENTANT_NOM, stages.REPRESENTANT_FONCTION)),
    ("Contact du représentant", (stages.REPRESENTANT_TELEPHONE, stages.REPRESENTANT_COURRIEL)),
    ("Tuteur", (stages.TUTEUR_PRENOM, stages.TUTEUR_NOM, stages.TUTEUR_FONCTION)),
    ("Contact du tuteur", (stages.TUTEUR_TELEPHONE, stages.TUTEUR_COURRIEL)),
    ("Dates", (stages.STAGE_DEBUT, stages.STAGE_FIN)),
    ("Période", (ETAPE.periode_du, ETAPE.periode_au)),
    ("Période", (FINAL.periode_du, FINAL.periode_au)),
)
"""(label, answers that one line says, in the order of a sentence)."""
GATHERED_OF = {field.path: (label, fields) for label, fields in GATHERED for field in fields}
