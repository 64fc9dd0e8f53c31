"""The form of the dossier: every page, in the order of the screen and of the paper."""

from pid_rules.form import contrat, eleve, emploi_du_temps, etablissement, parcours, situation, stages, suites
from pid_rules.questions.schema import CLOTURE, DEMARRAGE, PREPAM, Form

FORM = Form(
    pages=(etablissement.DOSSIER, etablissement.ETABLISSEMENT, etablissement.REDACTEUR, eleve.PAGE,
           eleve.RESPONSABLES_PAGE, situation.PAGE, situation.MESURES_PAGE, parcours.PAGE, parcours.OBJECTIFS_PAGE,
           stages.LIEUX_PAGE, stages.STAGES_PAGE, emploi_du_temps.PAGE, parcours.DISPENSES_PAGE, parcours.REFERENT,
           contrat.AVIS_PAGE, contrat.ENGAGEMENTS, contrat.SIGNATURES_PAGE, contrat.PIECES_PAGE,
           *suites.PAGES),
    nullable={"transmission": (), "decision": (DEMARRAGE,), "bilan_final": (CLOTURE, PREPAM), "prepam": (PREPAM,)},
    keys=("format", "version", "dossier", "etablissement", "redacteur", "eleve", "responsables", "situation",
          "parcours", "referent", "suivi", "lieux", "stages", "emploi_du_temps", "avis", "engagements", "signatures",
          "signature_unique_motif", "desaccord_connu", "evaluation", "pieces", "transmission", "decision", "journal",
          "bilans", "bilan_final", "prepam", "justifications", "envois", "reponses", "copie"))
"""``nullable`` are the blocks that are null until begun, with the steps that need them; ``keys`` the file's order."""
